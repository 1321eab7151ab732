import { Button } from 'antd';
import { useNow } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { shortTime } from '#web/times.ts';
import type { DispatchLine } from '../contract.ts';
import { useClockWords } from './useClockWords.ts';

/** A job that is to be done: of which car, by when, how long, by whom. */
export function DispatchRow(props: {
  line: DispatchLine;
  isChosen: boolean;
  onChoose: () => void;
  onTakeBack: (employeeId: string) => void;
  onShare: () => void;
}) {
  const { line, isChosen, onChoose, onTakeBack, onShare } = props;
  const { say, spoken, language } = useClockWords();
  const now = useNow();
  const isLate = line.promisedAt !== null && new Date(line.promisedAt) < now;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys and digits are heard by the list around it
    <div
      id={`dispatch-${line.id}`}
      role="option"
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      className={`dispatch-row ${isChosen ? 'dispatch-row-chosen' : ''}`}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/plain', line.id)}
      onClick={onChoose}
      onFocus={onChoose}
    >
      <div className="dispatch-row-head">
        <PlateTag plate={line.plate} colour={line.plateColour} />
        <strong>{line.description}</strong>
        {line.promisedAt && (
          <span className={isLate ? 'dispatch-late' : 'soft'}>
            {say('promised', { time: shortTime(line.promisedAt, now, language) })}
          </span>
        )}
      </div>
      <div className="dispatch-row-foot">
        <span className="soft">
          {say('workedOf', {
            worked: spoken(line.workedMinutes),
            standard: spoken(line.standardMinutes),
          })}
          {line.certificate && ` · ${say('needsCertificate', { name: line.certificate })}`}
        </span>
        <span className="dispatch-people">
          {line.assigned.length === 0 && <span className="dispatch-nobody">{say('nobody')}</span>}
          {line.assigned.map(({ employeeId, name, sharePercent, isRunning }) => (
            <span
              key={employeeId}
              className={`dispatch-person ${isRunning ? 'dispatch-person-runs' : ''}`}
            >
              {name}
              {sharePercent !== null && ` ${sharePercent}%`}
              <button
                type="button"
                className="plain-button"
                aria-label={`${say('unassign')} ${name}`}
                onClick={() => onTakeBack(employeeId)}
              >
                <Icon name="close" size={14} />
              </button>
            </span>
          ))}
          {line.assigned.length > 1 && (
            <Button size="small" onClick={onShare}>
              {say('share')}
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}
