import type { ReactNode } from 'react';
import { useNow } from '#web/clock.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { shortTime, spanOfTime } from '#web/times.ts';
import type { Conflicted } from '../contract.ts';
import './conflicts.css';
import { useClockWords } from './useClockWords.ts';

/** What the device says beside what stands on record: nothing is lost, nothing is decided here. */
export function ConflictList(props: {
  conflicts: readonly Conflicted[];
  actions?: (one: Conflicted) => ReactNode;
}) {
  const { conflicts, actions } = props;
  const { say, sayOf } = useClockWords();
  if (conflicts.length === 0) return null;
  return (
    <section id="conflicts" className="clock-conflicts" aria-label={say('conflicts')}>
      <h2>
        {say('conflicts')} <span className="soft">{say('conflictsNext')}</span>
      </h2>
      {conflicts.map((one) => (
        <article key={one.id}>
          <p>
            {one.plate && <PlateTag plate={one.plate} />} {one.job}{' '}
            <strong>{sayOf('conflict', one.conflict)}</strong>{' '}
            <span className="soft">{sayOf('outcome', one.outcome)}</span>
          </p>
          <Sides one={one} />
          {actions?.(one)}
        </article>
      ))}
    </section>
  );
}

function Sides({ one }: { one: Conflicted }) {
  const { say, sayOf, language } = useClockWords();
  const now = useNow();
  const time = (instant: string) => shortTime(instant, now, language);
  const { standing, doneAt } = one;
  const span = (from: string, until: string | null) =>
    until === null ? `${time(from)} – ${say('running')}` : spanOfTime(from, until, now, language);
  return (
    <div className="clock-sides">
      <div>
        <h3>{say('onDevice')}</h3>
        <p>
          {one.employeeName} ·{' '}
          {say('pressedAt', { press: sayOf('press', one.press), time: time(one.happenedAt) })}
        </p>
        <p className="soft">{say('arrivedAt', { time: time(one.arrivedAt) })}</p>
      </div>
      <div>
        <h3>{say('onRecord')}</h3>
        {doneAt && <p>{say('finishedThere', { name: one.doneByName, time: time(doneAt) })}</p>}
        {standing && (
          <p>
            {say('standingThere', {
              job: standing.job || sayOf('clock', 'shift'),
              time: span(standing.startedAt, standing.endedAt),
            })}
          </p>
        )}
        {!doneAt && !standing && <p className="soft">{say('nothingStands')}</p>}
      </div>
    </div>
  );
}
