import { Link } from '@tanstack/react-router';
import { formatFen } from '#shared/money.ts';
import type { Figure } from '../contract.ts';
import { percent, searchOf, useSay } from './said.ts';

const misses = ({ share, target, isTargetUpper }: Figure) =>
  share !== null && target !== null && (isTargetUpper ? share >= target : share < target);
const clocks: readonly Figure['key'][] = [
  'receiptInTime',
  'answeredInTime',
  'solvedInTime',
  'toldInTime',
  'closedInTime',
];

function shown({ key, value, of, share }: Figure): string {
  if (key === 'received') return String(value);
  if (key === 'cost') return of === 0 ? '–' : `¥${formatFen(Math.round(value / of))}`;
  return percent(share);
}

/** The figures of a period; each opens what is behind it, a clock those that were late. */
export function FigureTiles({ figures }: { figures: readonly Figure[] }) {
  const say = useSay();
  return (
    <section className="review-tiles" aria-label={say('figures')}>
      {figures.map((figure) => {
        const { key, value, of, target, isTargetUpper, source, records } = figure;
        return (
          <Link
            key={key}
            className={`review-tile ${misses(figure) ? 'review-tile-off' : ''}`}
            to="/complaint-analysis/records"
            search={searchOf(records)}
            title={source || (clocks.includes(key) ? say('seeLate') : undefined)}
          >
            <span className="soft">{say(`figure_${key}`)}</span>
            <strong>{shown(figure)}</strong>
            <span className="soft">
              {of === 0 && key !== 'received' && key !== 'complaintRate'
                ? say('nothingYet')
                : say(`of_${key}`, { value, of })}
            </span>
            {target !== null && (
              <span className="soft">
                {say(isTargetUpper ? 'below' : 'atLeast', { share: percent(target) })}
              </span>
            )}
          </Link>
        );
      })}
    </section>
  );
}
