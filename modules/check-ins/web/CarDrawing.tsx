import type { Mark } from '../contract.ts';
import { drawnViews, sheet, viewAt } from '../contract-drawing.ts';
import { useCheckInWords } from './useCheckInWords.ts';

const inSheet = (thousandths: number, length: number) => (thousandths * length) / 1000;
/** A thumb's width on a phone. */
const nearEnough = 45;

/** The car unfolded. A tap puts a mark where there is none, and chooses the one that is there. */
export function CarDrawing(props: {
  marks: readonly Mark[];
  chosen?: number;
  onTap?: (at: Pick<Mark, 'view' | 'x' | 'y'>) => void;
  onChoose?: (number: number) => void;
}) {
  const { marks, chosen, onTap, onChoose } = props;
  const { say, sayOf } = useCheckInWords();
  const tap = (event: React.MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * sheet.width;
    const y = ((event.clientY - box.top) / box.height) * sheet.height;
    const there = marks.find(
      (mark) =>
        Math.hypot(inSheet(mark.x, sheet.width) - x, inSheet(mark.y, sheet.height) - y) <
        nearEnough,
    );
    if (there) onChoose?.(there.number);
    else {
      const of = (at: number, length: number) =>
        Math.min(1000, Math.max(0, Math.round((at / length) * 1000)));
      onTap?.({ view: viewAt(x, y), x: of(x, sheet.width), y: of(y, sheet.height) });
    }
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a place on a drawing is pointed at; every mark is a button below it, too
    <svg
      className="checkin-drawing"
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      role="img"
      aria-label={say('drawing')}
      onClick={onTap && tap}
    >
      {drawnViews.map(({ view, transform, body, glass, detail }) => (
        <g key={view} transform={transform}>
          <path className="checkin-body" d={body} />
          {glass.map((d) => (
            <path key={d} className="checkin-glass" d={d} />
          ))}
          {detail.map((d) => (
            <path key={d} className="checkin-detail" d={d} />
          ))}
        </g>
      ))}
      {marks.map(({ number, view, kind, x, y }) => (
        <g
          key={number}
          transform={`translate(${inSheet(x, sheet.width)} ${inSheet(y, sheet.height)})`}
        >
          <title>
            {say('mark', { number, side: sayOf('side', view), kind: sayOf('damage', kind) })}
          </title>
          <circle
            className={number === chosen ? 'checkin-dot checkin-dot-chosen' : 'checkin-dot'}
            r={26}
          />
          <text className="checkin-dot-number" y={10}>
            {number}
          </text>
        </g>
      ))}
    </svg>
  );
}
