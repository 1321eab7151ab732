import { useWords } from '#web/useWords.ts';
import type { Complaint } from '../contract.ts';
import { complaintWords } from '../locales/words.ts';

const size = 240;
const radius = 74;
const gapDegrees = 6;

/** A point of the circle; 0 degrees is at the top, clockwise. */
function pointAt(degrees: number, distance: number): [number, number] {
  const angle = ((degrees - 90) * Math.PI) / 180;
  const at = (part: number) => Math.round((size / 2 + distance * part) * 10) / 10;
  return [at(Math.cos(angle)), at(Math.sin(angle))];
}

function arcPath(index: number, count: number): string {
  const step = 360 / count;
  const [fromX, fromY] = pointAt(index * step + gapDegrees / 2, radius);
  const [toX, toY] = pointAt((index + 1) * step - gapDegrees / 2, radius);
  return `M${fromX} ${fromY}A${radius} ${radius} 0 0 1 ${toX} ${toY}`;
}

/** The closed loop of S1 as a ring of six arcs (响应 to 改进): grey is what has not been done. */
export function LoopRing({ complaint }: { complaint: Complaint }) {
  const say = useWords(complaintWords);
  const { gate, acknowledgedAt } = complaint;
  const arcs = [
    { key: 'answer', label: say('arcAnswer'), isDone: acknowledgedAt !== null },
    { key: 'cause', label: say('arcCause'), isDone: gate.cause },
    { key: 'measure', label: say('arcMeasure'), isDone: gate.measure && gate.tasks },
    { key: 'told', label: say('arcTold'), isDone: gate.told },
    { key: 'satisfaction', label: say('arcSatisfaction'), isDone: gate.satisfaction },
    { key: 'lesson', label: say('arcLesson'), isDone: gate.lesson },
  ];
  const done = arcs.filter(({ isDone }) => isDone).length;
  const isWhole = done === arcs.length;
  const missing = arcs.filter(({ isDone }) => !isDone).map(({ label }) => label);
  const summary = say('loopOf', { done, all: arcs.length });
  return (
    <svg
      className="complaint-loop-ring"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={[summary, ...missing].join('，')}
    >
      {arcs.map(({ key, label, isDone }, index) => {
        const [x, y] = pointAt((index + 0.5) * (360 / arcs.length), radius + 26);
        const mark = isDone ? 'complaint-loop-done' : 'complaint-loop-missing';
        return (
          <g key={key} className={mark}>
            <path d={arcPath(index, arcs.length)} />
            <text x={x} y={y}>
              {label}
            </text>
          </g>
        );
      })}
      <text className="complaint-loop-count" x={size / 2} y={size / 2 - 4}>
        {done}/{arcs.length}
      </text>
      <text className="loop-words" x={size / 2} y={size / 2 + 24}>
        {isWhole ? say('loopClosed') : say('loopOf', { done, all: arcs.length }).split(' ')[0]}
      </text>
    </svg>
  );
}
