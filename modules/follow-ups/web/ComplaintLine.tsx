import { Button, Input } from 'antd';
import { Icon } from '#web/Icon.tsx';
import { complaintKinds } from '../locales/vocabulary.ts';
import { Choice } from './Choice.tsx';
import { complaintFrom } from './newLines.ts';
import type { ComplaintDraft, Talk } from './talk.ts';
import { useSay } from './useFollowUpWords.ts';

/** A complaint in one key: on saving it is received with car, order and this call (CMP-01, CMP-03). */
export function ComplaintLine({ talk, change }: { talk: Talk; change: (talk: Talk) => void }) {
  const say = useSay();
  const { complaint } = talk;
  if (!complaint) {
    return (
      <div>
        <Button
          danger
          icon={<Icon name="complaint" />}
          onClick={() => change({ ...talk, complaint: complaintFrom(talk) })}
        >
          {say('addComplaint')} <kbd className="bench-kbd">C</kbd>
        </Button>
      </div>
    );
  }
  const set = (part: Partial<ComplaintDraft>) =>
    change({ ...talk, complaint: { ...complaint, ...part } });
  return (
    <div className="talk-line talk-complaint">
      <header>
        <Choice
          label={say('kind')}
          options={complaintKinds.map((value) => ({ value, label: say(value) }))}
          value={complaint.kind}
          onChoose={(kind) => set({ kind })}
        />
        <button
          type="button"
          className="plain-button"
          aria-label={say('remove')}
          onClick={() => change({ ...talk, complaint: null })}
        >
          <Icon name="close" />
        </button>
      </header>
      <Input.TextArea
        className="grows"
        data-bench="complaint"
        rows={3}
        maxLength={4000}
        aria-label={say('complaintContent')}
        placeholder={say('complaintContent')}
        value={complaint.content}
        onChange={({ target }) => set({ content: target.value })}
      />
      <Input
        maxLength={200}
        aria-label={say('aboutWhom')}
        placeholder={say('aboutWhom')}
        value={complaint.aboutWhom}
        onChange={({ target }) => set({ aboutWhom: target.value })}
      />
      <p className="soft">{say('complaintNote')}</p>
    </div>
  );
}
