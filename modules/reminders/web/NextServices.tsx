import { brought } from '#web/brought.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { proposalRoutes } from '../contract.ts';
import { reminderWords } from '../locales/words.ts';
import { WhyDue } from './WhyDue.tsx';
import './reminders.css';

/** A card: what the cars of one customer, or one car, need next, and why. */
export function NextServices({ of }: { of: { customerId: string } | { vehicleId: string } }) {
  const say = useWords(reminderWords);
  const list = useRows(proposalRoutes.list, { query: of }, brought);
  return (
    <Card title={say('nextServices')}>
      <ProblemNote problem={list.problem} />
      {!list.isLoading && !list.problem && list.rows.length === 0 && (
        <p className="soft">{say('nothingNext')}</p>
      )}
      <ul className="reminder-card">
        {list.rows.map((row) => (
          <li key={row.id}>
            <span className={`reminder-kind reminder-${row.kind}`}>{say(row.kind)}</span>
            <span className="figures">{row.dueOn}</span>
            {'customerId' in of && (
              <span className="soft">{row.vehicle.plate || row.vehicle.model}</span>
            )}
            <WhyDue of={row} isWhole />
          </li>
        ))}
      </ul>
    </Card>
  );
}
