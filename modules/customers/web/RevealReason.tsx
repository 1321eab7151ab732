import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { useWords } from '#web/useWords.ts';
import { type customerRoutes, revealReasons } from '../contract.ts';
import { customersWords } from '../locales/words.ts';

type Given = BodyOf<typeof customerRoutes.reveal>;

/** What the whole number is wanted for: one press, or a few words for what is none of the usual. */
export default function RevealReason(props: {
  isBusy: boolean;
  onGiven: (given: Given) => void;
  onCancel: () => void;
}) {
  const { isBusy, onGiven, onCancel } = props;
  const say = useWords(customersWords);
  const [note, setNote] = useState<string>();
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (note?.trim()) onGiven({ reason: 'other', note: note.trim() });
  };
  return (
    <form
      className="customer-reveal"
      aria-label={say('revealWhy')}
      onSubmit={give}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <span className="soft">{say('revealWhy')}</span>
      {revealReasons.map((reason, at) => (
        <Button
          key={reason}
          size="small"
          autoFocus={at === 0}
          disabled={isBusy}
          aria-expanded={reason === 'other' ? note !== undefined : undefined}
          onClick={() => (reason === 'other' ? setNote(note ?? '') : onGiven({ reason }))}
        >
          {say(`reveal_${reason}`)}
        </Button>
      ))}
      {note !== undefined && (
        <span className="customer-reveal-other">
          <Input
            autoFocus
            size="small"
            maxLength={200}
            value={note}
            aria-label={say('revealNote')}
            placeholder={say('revealNote')}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button
            size="small"
            type="primary"
            htmlType="submit"
            disabled={note.trim() === ''}
            loading={isBusy}
          >
            {say('reveal')}
          </Button>
        </span>
      )}
      <Button size="small" type="text" onClick={onCancel}>
        {say('cancel')}
      </Button>
    </form>
  );
}
