import type { TrendPoint } from '../contract.ts';
import { drawTrend } from '../judge/trend.ts';
import type { IndicatorKey } from '../lifecycle.ts';
import { percent, useSay } from './said.ts';

/** One indicator month by month; where nothing was counted, nothing is drawn. */
export function TrendPicture({ trend, of }: { trend: readonly TrendPoint[]; of: IndicatorKey }) {
  const say = useSay();
  const months = trend.map(({ fromOn, cells }) => ({
    month: fromOn.slice(0, 7),
    now: cells.find(({ key }) => key === of)?.now ?? { value: 0, of: 0, share: null },
  }));
  if (months.every(({ now }) => now.share === null))
    return <p className="soft">{say('noTrend')}</p>;
  const drawing = drawTrend(months.map(({ month, now }) => ({ month, share: now.share })));
  const { width, height, left, right, base, ticks, points, lines } = drawing;
  const told = months.map(({ month, now }) =>
    say('trendPoint', { month, share: percent(now), value: now.value, of: now.of }),
  );
  return (
    <svg
      className="brief-trend"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${say('trendOf', { name: say(`figure_${of}`) })}: ${told.at(-1)}`}
    >
      {ticks.map(({ share, y }) => (
        <g key={share}>
          <line className="brief-grid" x1={left} x2={right} y1={y} y2={y} />
          <text className="brief-tick" x={left - 6} y={y + 4} textAnchor="end">
            {share * 100}%
          </text>
        </g>
      ))}
      {lines.map((line) => (
        <polyline key={line} className="brief-line" points={line} />
      ))}
      {points.map(({ month, x, y }, at) => (
        <g key={month}>
          <text
            className={`brief-tick brief-tick-${(points.length - at) % 3 === 1 ? 'kept' : 'between'}`}
            x={x}
            y={base + 17}
            textAnchor="middle"
          >
            {month.slice(2)}
          </text>
          {y !== null && (
            <circle className="brief-point" cx={x} cy={y} r={4.5}>
              <title>{told[at]}</title>
            </circle>
          )}
        </g>
      ))}
    </svg>
  );
}
