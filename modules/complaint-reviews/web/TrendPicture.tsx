import { Link } from '@tanstack/react-router';
import type { Point, Trend } from '../contract.ts';
import { percent, type Say, searchOf, useSay } from './said.ts';

const width = 720;
const height = 220;
const room = { left: 56, right: 12, top: 12, bottom: 26 };

/** What the last point says, in a sentence. */
export function trendSentence(say: Say, { points }: Trend): string {
  const last = points.at(-1);
  if (!last || points.every(({ visits }) => visits === 0)) return say('noVisits');
  if (points.every(({ standing }) => standing === 'tooFew')) return say('trendFew');
  const facts = { share: percent(last.share) };
  if (last.standing === 'above') return say('trendAbove', { ...facts, limit: percent(last.upper) });
  if (last.standing === 'below') return say('trendBelow', { ...facts, limit: percent(last.lower) });
  return say(last.standing === 'within' ? 'trendWithin' : 'trendThisFew', facts);
}

const shortOf = ({ fromOn, untilOn }: Point) =>
  fromOn.slice(0, 7) === untilOn.slice(0, 7)
    ? fromOn.slice(2, 7)
    : fromOn.slice(5, 7) === '01' && untilOn.slice(5, 7) === '12'
      ? fromOn.slice(0, 4)
      : `${fromOn.slice(2, 4)} Q${Math.ceil(Number(untilOn.slice(5, 7)) / 3)}`;

/** The rate of each period with its control limits (a p chart); each point opens its complaints. */
export function TrendPicture({ trend }: { trend: Trend }) {
  const say = useSay();
  const { centre, points } = trend;
  const highest = Math.max(0.01, ...points.flatMap(({ share, upper }) => [share ?? 0, upper ?? 0]));
  const top = highest * 1.08;
  const x = (at: number) =>
    room.left + ((width - room.left - room.right) * (at + 0.5)) / points.length;
  const y = (share: number) =>
    height - room.bottom - (height - room.top - room.bottom) * (share / top);
  const half = (width - room.left - room.right) / points.length / 2;
  const ticks = [0, top / 2, top].map((share) => Math.round(share * 1000) / 1000);
  const line = points
    .flatMap(({ share }, at) => (share === null ? [] : [`${x(at)},${y(share)}`]))
    .join(' ');
  if (points.every(({ visits }) => visits === 0)) return <p className="soft">{say('noVisits')}</p>;
  return (
    <div className="review-trend">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={trendSentence(say, trend)}>
        {ticks.map((share) => (
          <g key={share}>
            <line
              className="review-grid"
              x1={room.left}
              x2={width - room.right}
              y1={y(share)}
              y2={y(share)}
            />
            <text className="review-tick" x={room.left - 6} y={y(share) + 4} textAnchor="end">
              {top >= 0.1 ? `${Math.round(share * 100)}%` : percent(share)}
            </text>
          </g>
        ))}
        {centre !== null && (
          <line
            className="review-centre"
            x1={room.left}
            x2={width - room.right}
            y1={y(centre)}
            y2={y(centre)}
          />
        )}
        {points.map(({ fromOn, lower, upper }, at) => (
          <g key={fromOn}>
            {[lower, upper].map(
              (limit, side) =>
                limit !== null && (
                  <line
                    // biome-ignore lint/suspicious/noArrayIndexKey: the lower and the upper one
                    key={side}
                    className="review-limit"
                    x1={x(at) - half}
                    x2={x(at) + half}
                    y1={y(limit)}
                    y2={y(limit)}
                  />
                ),
            )}
          </g>
        ))}
        <polyline className="review-line" points={line} />
        {points.map((point, at) => (
          <g key={point.fromOn}>
            <text
              className={`review-tick review-tick-${(points.length - at) % 2 === 1 ? 'kept' : 'between'}`}
              x={x(at)}
              y={height - 8}
              textAnchor="middle"
            >
              {shortOf(point)}
            </text>
            {point.share !== null && (
              <Link to="/complaint-analysis/records" search={searchOf(point.records)}>
                <circle
                  className={`review-point review-point-${point.standing}`}
                  cx={x(at)}
                  cy={y(point.share)}
                  r={5}
                >
                  <title>
                    {say('point', {
                      from: point.fromOn,
                      until: point.untilOn,
                      complaints: point.complaints,
                      visits: point.visits,
                      share: percent(point.share),
                    })}
                  </title>
                </circle>
              </Link>
            )}
          </g>
        ))}
      </svg>
      <p className="review-sentence">
        {trendSentence(say, trend)}
        {centre !== null && (
          <span className="soft"> {say('centre', { share: percent(centre) })}</span>
        )}
      </p>
      <details className="review-formula">
        <summary>{say('formula')}</summary>
        <p className="soft">{say('formulaText')}</p>
      </details>
    </div>
  );
}
