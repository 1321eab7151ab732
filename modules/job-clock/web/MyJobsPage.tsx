import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { Waiting } from '#web/Waiting.tsx';
import { clockRoutes } from '../contract.ts';
import { ConflictList } from './ConflictList.tsx';
import './hand.css';
import { JobCard } from './JobCard.tsx';
import { ShiftBar } from './ShiftBar.tsx';
import { useClockWords } from './useClockWords.ts';
import { useStamps } from './useStamps.ts';
import { withQueued } from './withQueued.ts';

/** In one hand, with or without a network: the shift, the jobs, their clocks (WSH-05, WSH-11). */
export default function MyJobsPage() {
  const { say, sayOf } = useClockWords();
  const session = useSession();
  const stamps = useStamps(session.employeeId);
  const { data, error, isPending, refetch } = useQuery({
    ...reading(clockRoutes.mine, {}, { follows: ['service-orders'] }),
  });
  const clock = data && withQueued(data, stamps.queued);
  return (
    <Page title={say('myJobs')}>
      {isPending && <Waiting />}
      {error && !data && (
        <div>
          <ProblemNote problem={error} />
          <Button onClick={() => void refetch()}>{say('readAgain')}</Button>
        </div>
      )}
      {clock && (
        <div className="clock-hand">
          <ShiftBar clock={clock} press={stamps.press} />
          {stamps.queued.length > 0 && stamps.isLost && (
            <p className="clock-queued" role="status">
              {say('offlineNow')} · {say('queued', { count: stamps.queued.length })}
            </p>
          )}
          {stamps.problem && (
            <div>
              <ProblemNote problem={stamps.problem} />
              <Button onClick={stamps.drop}>{say('leave')}</Button>
            </div>
          )}
          {stamps.told.map(({ key, conflict, outcome }) => (
            <p key={key} className="clock-told" role="alert">
              {sayOf('conflict', conflict)} · {sayOf('outcome', outcome)}
            </p>
          ))}
          <ConflictList conflicts={clock.conflicts} />
          {clock.jobs.length === 0 && (
            <EmptyState icon="wrench" title={say('noJobs')} next={say('noJobsNext')} />
          )}
          {clock.jobs.map((job) => (
            <JobCard key={job.id} job={job} clock={clock} press={stamps.press} />
          ))}
          <nav className="clock-ways">
            <Link to={'/workshop' as never} search={{ of: 'waiting' } as never}>
              {say('takeUp')}
            </Link>
            <Link
              to={'/workshop' as never}
              search={
                { of: mayUse(session, ['serviceOrders.inspect']) ? 'inspection' : 'mine' } as never
              }
            >
              {mayUse(session, ['serviceOrders.inspect'])
                ? say('column_inspection')
                : say('selfCheck')}
            </Link>
          </nav>
        </div>
      )}
    </Page>
  );
}
