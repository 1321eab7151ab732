import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { type IncomingMail, incomingMailRoutes } from '../contract.ts';
import { touches, useSay } from './said.ts';

interface Choice {
  complaintId: string;
  number: string;
  name: string;
  note: string;
}

/** Which complaint it belongs to: those that the letter leads to, or one that is looked for. */
export default function AddSheet({ mail, onClose }: { mail: IncomingMail; onClose: () => void }) {
  const say = useSay();
  const tell = useTell();
  const [typed, setTyped] = useState('');
  const choices = useChoices(mail, typed);
  const add = useWriting(incomingMailRoutes.add, touches);
  const go = (complaintId: string) =>
    add.mutate(
      { params: { incomingMailId: mail.id }, body: { complaintId }, version: mail.version },
      {
        onSuccess: ({ complaintNumber }) => {
          tell(say('added', { number: complaintNumber ?? '' }));
          onClose();
        },
      },
    );
  return (
    <SheetForm title={say('addTitle')} onClose={onClose}>
      <div className="mail-sheet">
        <ProblemNote problem={add.error} onAgain={add.again} />
        <Input
          autoFocus
          maxLength={60}
          autoComplete="off"
          aria-label={say('addFind')}
          placeholder={say('addFind')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={() => choices?.length === 1 && go(choices[0]!.complaintId)}
        />
        {choices?.length === 0 && typed.trim() !== '' && <p className="soft">{say('addNone')}</p>}
        <ul className="mail-choices">
          {choices?.map(({ complaintId, number, name, note }) => (
            <li key={complaintId}>
              <span className="mail-choice">
                <strong className="figures">{number}</strong> {name}
                <span className="soft">{note}</span>
              </span>
              <Button loading={add.isPending} onClick={() => go(complaintId)}>
                {say('addGo')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </SheetForm>
  );
}

function useChoices(mail: IncomingMail, typed: string): Choice[] | undefined {
  const say = useSay();
  const now = useNow();
  const language = useLanguage();
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery({
    ...reading(complaintRoutes.list, { query: { q, limit: 8 } }),
    enabled: q.length > 1,
  });
  if (q.length <= 1) {
    return mail.threads.map(({ complaintId, number, complainantName, receivedAt, way }) => {
      const note = `${shortTime(receivedAt, now, language)} · ${say(`thread_${way}`)}`;
      return { complaintId, number, name: complainantName, note };
    });
  }
  return data?.items.map(({ id, number, complainantName, beginning }) => {
    return { complaintId: id, number, name: complainantName, note: beginning };
  });
}
