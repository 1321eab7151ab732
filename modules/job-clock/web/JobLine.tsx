import { Button } from 'antd';
import { useState } from 'react';
import { useNow } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import type { ClockJob, ClockLine, MyClock } from '../contract.ts';
import { PauseSheet } from './PauseSheet.tsx';
import { PlateSheet } from './PlateSheet.tsx';
import { useClockWords } from './useClockWords.ts';
import type { useStamps } from './useStamps.ts';

interface Props {
  job: ClockJob;
  line: ClockLine;
  clock: MyClock;
  press: ReturnType<typeof useStamps>['press'];
}

/** One job: its minutes against the standard, what it asks for, and its clock under the thumb. */
export function JobLine({ job, line, clock, press }: Props) {
  const { say, spoken } = useClockWords();
  const now = useNow();
  const isRunning = clock.running?.lineId === line.id;
  const others = line.running.filter(({ startedAt }) => startedAt !== clock.running?.startedAt);
  const since = isRunning && clock.running ? Date.parse(clock.running.startedAt) : undefined;
  const known = Date.parse(clock.now);
  // What the server has counted up to its answer, and what has run since.
  const more = since === undefined ? 0 : now.getTime() - Math.max(known, since);
  const worked = line.workedMinutes + Math.max(0, Math.floor(more / 60_000));
  const isOver = line.standardMinutes > 0 && worked > line.standardMinutes;
  return (
    <li className={`clock-line ${isRunning ? 'clock-line-runs' : ''}`}>
      <div className="clock-line-head">
        <span className={line.doneAt ? 'clock-line-done' : ''}>
          {line.doneAt && <Icon name="check" size={16} />} {line.description}
        </span>
        <span className={`figures ${isOver ? 'clock-late' : 'soft'}`}>
          {say('workedOf', { worked: spoken(worked), standard: spoken(line.standardMinutes) })}
        </span>
      </div>
      {line.finding && <p className="soft">{line.finding}</p>}
      {line.answer === 'open' && <p className="clock-chip clock-soon">{say('openItem')}</p>}
      {line.outside !== '' && <p className="clock-chip clock-soon">{say('isOutside')}</p>}
      {line.doneAt && line.doneByName && (
        <p className="soft">{say('doneBy', { name: line.doneByName })}</p>
      )}
      {!isRunning && !line.doneAt && others.length > 0 && (
        <p className="soft">
          {say('othersWork', { name: others.map(({ name }) => name).join('、') })}
        </p>
      )}
      <Guide line={line} />
      <LineButtons job={job} line={line} clock={clock} press={press} />
    </li>
  );
}

function Guide({ line: { guide } }: Pick<Props, 'line'>) {
  const { say } = useClockWords();
  if (!guide) return null;
  const { certificate, operation, safety } = guide;
  return (
    <>
      {certificate && (
        <p className="clock-chip">{say('needsCertificate', { name: certificate })}</p>
      )}
      {[
        [say('safety'), safety],
        [say('operation'), operation],
      ].map(
        ([title, words]) =>
          words && (
            <details key={title} className="clock-guide">
              <summary>{title}</summary>
              <p>{words}</p>
            </details>
          ),
      )}
    </>
  );
}

function LineButtons({ job, line, clock, press }: Props) {
  const { say, sayOf } = useClockWords();
  const [open, setOpen] = useState<'plate' | 'pause' | null>(null);
  const isWorkable = ['approved', 'inWork'].includes(job.state) && line.answer === 'approved';
  if (!isWorkable) return null;
  const lineId = line.id;
  if (clock.running?.lineId === lineId) {
    return (
      <div key="runs" className="clock-buttons">
        <Button size="large" onClick={() => setOpen('pause')}>
          {sayOf('press', 'pause')}
        </Button>
        <Button size="large" type="primary" onClick={() => press({ press: 'done', lineId })}>
          {sayOf('press', 'done')}
        </Button>
        {open === 'pause' && (
          <PauseSheet
            onClose={() => setOpen(null)}
            onPause={(pauseReason) => press({ press: 'pause', lineId, pauseReason })}
          />
        )}
      </div>
    );
  }
  if (line.doneAt || line.outside !== '') return null;
  const why =
    clock.shiftSince === null
      ? say('shiftFirst')
      : clock.breakSince !== null
        ? say('backFirst')
        : clock.running !== null
          ? say('otherRuns')
          : '';
  return (
    <div key="stands" className="clock-buttons">
      <Button
        size="large"
        type="primary"
        ghost={!line.isMine}
        disabled={why !== ''}
        onClick={() => setOpen('plate')}
      >
        {sayOf('press', 'start')}
      </Button>
      {why && <span className="soft">{why}</span>}
      {open === 'plate' && (
        <PlateSheet
          plate={job.plate}
          onClose={() => setOpen(null)}
          onRight={(plateEnding) => press({ press: 'start', lineId, plateEnding })}
        />
      )}
    </div>
  );
}
