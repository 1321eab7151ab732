import { fullTime } from '#web/times.ts';
import type { PartIssue } from '../contract.ts';
import { quantityText } from '../contract-quantity.ts';
import { usePartWords } from './usePartWords.ts';

/** Every movement as it happened, the latest first; none is ever rewritten. */
export function IssueList({ issues }: { issues: readonly PartIssue[] }) {
  return (
    <ol className="part-issues">
      {issues.map((issue) => (
        <li key={issue.id}>
          <IssueFacts issue={issue} />
        </li>
      ))}
    </ol>
  );
}

export function IssueFacts({ issue }: { issue: PartIssue }) {
  const { say, sayOf } = usePartWords();
  const { kind, number, name, quantityThousandths, unit, said, saidWords } = issue;
  const isAsked = said === 'asked';
  return (
    <>
      <span className="part-issue-head">
        <span className={kind === 'returned' ? 'part-mark' : 'part-mark part-mark-good'}>
          {sayOf('kind', kind)}
        </span>
        <strong>
          {[number, name].filter(Boolean).join(' ')} {quantityText(quantityThousandths, unit)}
        </strong>
        <span>→ {issue.technicianName || say('nobody')}</span>
        {kind === 'issued' && (
          <span className={isAsked ? 'part-mark part-mark-late' : 'soft'}>
            {sayOf('said', said)}
          </span>
        )}
      </span>
      <small className="soft">
        {say('byOnDate', { by: issue.byName, at: fullTime(issue.at) })}
        {issue.oldPartTag && ` · ${say('okTag', { tag: issue.oldPartTag })}`}
        {issue.oldPart === 'excepted' && ` · ${sayOf('old', 'excepted')}`}
        {issue.reason && ` · ${issue.reason}`}
      </small>
      {saidWords && <small className={isAsked ? 'part-said' : 'soft'}>{saidWords}</small>}
    </>
  );
}
