import { Icon } from '#web/Icon.tsx';
import { quantityText } from '../contract-quantity.ts';
import type { Outcome } from './useCounter.ts';
import { usePartWords } from './usePartWords.ts';

/** What became of the scan, large enough to be read from the shelf; said to a screen reader too. */
export function OutcomeNote({ outcome }: { outcome: Outcome | null }) {
  const { say } = usePartWords();
  return (
    <output className="part-outcome" aria-live="assertive">
      {outcome?.is === 'done' && (
        <>
          <strong>
            <Icon name="check" />{' '}
            {say(
              outcome.issue.kind === 'issued' ? 'okIssued' : 'okReturned',
              factsOf(outcome, say('nobody')),
            )}
          </strong>
          {outcome.issue.oldPartTag && (
            <span className="part-tag">{say('okTag', { tag: outcome.issue.oldPartTag })}</span>
          )}
        </>
      )}
      {(outcome?.is === 'refused' || outcome?.is === 'old') && (
        <>
          <strong>
            <Icon name="alert" /> {outcome.problem.title}
          </strong>
          <span className="part-tag">{outcome.code}</span>
          <span>{outcome.problem.detail}</span>
        </>
      )}
    </output>
  );
}

function factsOf({ issue }: Extract<Outcome, { is: 'done' }>, nobody: string) {
  return {
    part: [issue.number, issue.name].filter(Boolean).join(' '),
    quantity: quantityText(issue.quantityThousandths, issue.unit),
    technician: issue.technicianName || nobody,
  };
}
