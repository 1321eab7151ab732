import type { DueFollowUp } from '../contract.ts';
import { useSay } from './useFollowUpWords.ts';

/** What a call of a list is about: each thing that is due, with its day and its car. */
export function Reasons({ reasons }: { reasons: DueFollowUp['reasons'] }) {
  const say = useSay();
  return (
    <span className="call-reasons">
      {reasons.map(({ kind, dueOn, note }) => (
        <span key={`${kind}${dueOn}${note}`} className="figures">
          {[kind === 'segment' ? '' : say(`reason_${kind}`), dueOn, note].filter(Boolean).join(' ')}
        </span>
      ))}
    </span>
  );
}
