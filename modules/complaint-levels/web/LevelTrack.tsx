import { Deadline } from '#web/Deadline.tsx';
import type { ComplaintLevel } from '../contract.ts';
import { useSay } from './said.ts';

/** The units that it can pass through, from who received it up to the top, and where it stands now. */
export function LevelTrack({ level }: { level: ComplaintLevel }) {
  const say = useSay();
  return (
    <>
      <ol className="level-track" aria-label={say('track')}>
        {level.chain.map((unit) => {
          const isHere = unit.id === level.level.id && level.state !== 'settled';
          return (
            <li
              key={unit.id}
              className={isHere ? 'level-unit level-here' : 'level-unit'}
              aria-current={isHere ? 'step' : undefined}
            >
              <span className="soft">{say(`tier_${unit.tier}`)}</span>
              <strong>{unit.name}</strong>
            </li>
          );
        })}
      </ol>
      <p className="level-now">
        <span>{say(`state_${level.state}`)}</span>
        {level.clock ? (
          <Deadline dueAt={level.clock.dueAt} warnAt={level.clock.warnAt} spans={level.clock.sum} />
        ) : (
          <span className="soft">{say('noClock')}</span>
        )}
      </p>
    </>
  );
}
