import { Deadline } from '#web/Deadline.tsx';
import { Money } from '#web/Money.tsx';
import { fullTime } from '#web/times.ts';
import type { Sublet } from '../contract.ts';
import { SubletState } from './SubletState.tsx';
import { useSubletWords } from './useSubletWords.ts';

/** Where a job is, since when, until when, what was found, and what it costs the house. */
export function SubletFacts({ sublet }: { sublet: Sublet }) {
  const { say, sayOf } = useSubletWords();
  const { state, agreedFen, costs } = sublet;
  return (
    <>
      <p className="sublet-head">
        <strong>
          {sublet.job} → {sublet.partnerName}
        </strong>
        <span>
          {sublet.attempt > 1 && (
            <span className="soft">{say('attemptTimes', { count: sublet.attempt })} </span>
          )}
          <SubletState state={state} />
        </span>
      </p>
      {sublet.asked !== sublet.job && <p>{sublet.asked}</p>}
      {state === 'out' && (
        <p>
          {say('dueAt')} {fullTime(sublet.dueAt)} <Deadline dueAt={sublet.dueAt} />
        </p>
      )}
      <p className="soft">
        {[
          say('givenBy', { name: sublet.givenByName, time: fullTime(sublet.givenAt) }),
          sublet.backAt &&
            say('backBy', { name: sublet.backByName, time: fullTime(sublet.backAt) }),
          sublet.checkedAt &&
            say('checkedWith', { name: sublet.checkedByName, time: fullTime(sublet.checkedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {sublet.finding && (
        <p>
          {say('finding')}：{sublet.finding}
        </p>
      )}
      {sublet.reason && (
        <p>
          {say('reason')}：{sublet.reason}
        </p>
      )}
      {agreedFen !== null && (
        <p className="soft">
          {say('agreedShort')} <Money fen={agreedFen} />
        </p>
      )}
      {costs.map((cost) => (
        <p key={cost.id} className="soft">
          {cost.bookedOn} {sayOf('kind', cost.kind)} <Money fen={cost.costFen} />{' '}
          {[cost.reference, cost.reason, cost.byName].filter(Boolean).join(' · ')}
        </p>
      ))}
    </>
  );
}
