import { Button } from 'antd';
import { useState } from 'react';
import type { Technician } from '../contract.ts';
import { useClockWords } from './useClockWords.ts';

/** Whether he is here, what he can, how much he has in hand: a place to drop a job on. */
export function TechnicianCard(props: {
  technician: Technician;
  digit: number | undefined;
  /** The certificate that the chosen job asks for and he lacks. */
  lack: string;
  canGive: boolean;
  onGive: () => void;
  onDrop: (lineId: string) => void;
  onDay: () => void;
}) {
  const { technician, digit, lack, canGive, onGive, onDrop, onDay } = props;
  const { say, spoken } = useClockWords();
  const [isOver, setIsOver] = useState(false);
  const { name, posts, certificates, isPresent, isOnBreak, runningJob } = technician;
  const state = isOnBreak ? say('resting') : isPresent ? say('present') : say('absent');
  const skills = [...posts, ...certificates];
  return (
    <article
      aria-label={name}
      className={`dispatch-technician ${isPresent ? '' : 'dispatch-absent'} ${isOver ? 'dispatch-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onDrop(event.dataTransfer.getData('text/plain'));
      }}
    >
      <div className="dispatch-technician-head">
        {digit !== undefined && <kbd>{digit}</kbd>}
        <button type="button" className="dispatch-name" onClick={onDay}>
          {name}
        </button>
        <span className={isPresent && !isOnBreak ? 'dispatch-here' : 'soft'}>{state}</span>
        <Button size="small" disabled={!canGive || lack !== ''} onClick={onGive}>
          {say('assign')}
        </Button>
      </div>
      <p className="soft">
        {say('load', { time: spoken(technician.loadMinutes) })} ·{' '}
        {say('workedShort', { time: spoken(technician.workedMinutes) })}
      </p>
      {runningJob && <p className="dispatch-running">{runningJob}</p>}
      {skills.length > 0 && <p className="soft">{skills.join(' · ')}</p>}
      {lack && <p className="dispatch-late">{say('missing', { name: lack })}</p>}
    </article>
  );
}
