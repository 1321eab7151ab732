import { Icon } from '#web/Icon.tsx';
import { useWords } from '#web/useWords.ts';
import type { Complaint } from '../contract.ts';
import { gateParts } from '../lifecycle.ts';
import { partWords } from '../locales/labels.ts';
import { complaintWords } from '../locales/words.ts';

/** What has to be on record before closing (CMP-11), and what is not yet. */
export function GateList({ complaint: { gate } }: { complaint: Pick<Complaint, 'gate'> }) {
  const say = useWords(complaintWords);
  return (
    <ul className="complaint-gate-list">
      {gateParts.map((part) => (
        <li key={part} className={gate[part] ? 'complaint-gate-done' : 'complaint-gate-missing'}>
          <Icon name={gate[part] ? 'check' : 'close'} size={16} />
          {say(partWords[part])}
          <span className="soft">{say(gate[part] ? 'onRecord' : 'missing')}</span>
        </li>
      ))}
    </ul>
  );
}
