import { Link } from '@tanstack/react-router';
import type { Pareto } from '../contract.ts';
import { nameOf, percent, searchOf, useSay } from './said.ts';

/** The longest bar first, with what has come together so far (Pareto); each bar opens its complaints. */
export function Bars({ pareto }: { pareto: Pareto }) {
  const say = useSay();
  const { by, bars, rest } = pareto;
  const longest = bars[0]?.complaints ?? 1;
  return (
    <ol className="review-bars">
      {bars.map(({ key, label, complaints, cumulative, records }) => (
        <li key={key}>
          <Link className="review-bar" to="/complaint-analysis/records" search={searchOf(records)}>
            <span className="review-bar-name">{nameOf(say, by, key, label)}</span>
            <span className="review-bar-track" aria-hidden="true">
              <i style={{ width: `${(100 * complaints) / longest}%` }} />
            </span>
            <span className="figures">{complaints}</span>
            <span className="soft figures">
              {say('cumulative', { share: percent(cumulative) })}
            </span>
          </Link>
        </li>
      ))}
      {rest > 0 && <li className="soft">{say('restOf', { count: rest })}</li>}
    </ol>
  );
}
