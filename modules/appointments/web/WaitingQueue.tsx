import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { spokenMinutes } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { appointmentRoutes as routes, type WaitingCustomer } from '../contract.ts';
import './appointments.css';
import './queue.css';
import { clockOf } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

const WalkInSheet = lazy(async () => ({
  default: (await import('./WalkInSheet.tsx')).WalkInSheet,
}));

/** Who waits at the desk, the longest first, and who is expected today. */
export function WaitingQueue(props: {
  waiting: readonly WaitingCustomer[];
  expected: readonly WaitingCustomer[];
}) {
  const { waiting, expected } = props;
  const { say } = useAppointmentWords();
  const mayTake = mayUse(useSession(), ['serviceOrders.receive']);
  const [isNew, setIsNew] = useState(false);
  const next = waiting.find(({ takenByName }) => takenByName === '');
  return (
    <section className="appointment-queue" aria-label={say('queue')}>
      <header>
        <h2>
          {say('queue')} <span className="soft">{waiting.length}</span>
        </h2>
        {mayTake && (
          <Button size="small" onClick={() => setIsNew(true)}>
            {say('walkIn')}
          </Button>
        )}
      </header>
      {waiting.length === 0 && <p className="soft">{say('queueNone')}</p>}
      <ol>
        {waiting.map((one) => (
          <Waiting key={one.id} one={one} isNext={one === next} mayTake={mayTake} />
        ))}
      </ol>
      {expected.length > 0 && (
        <>
          <h2>
            {say('expectedToday')} <span className="soft">{expected.length}</span>
          </h2>
          <ol>
            {expected.map((one) => (
              <li key={one.id}>
                <Link to={placeOf(one) as never} className="appointment-expected">
                  <span className="figures">{clockOf(one.startsAt)}</span>
                  <Who one={one} />
                </Link>
              </li>
            ))}
          </ol>
        </>
      )}
      {isNew && (
        <Suspense fallback={null}>
          <WalkInSheet onClose={() => setIsNew(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** A known car stands on its card, where one key receives it; who is unknown is put on file first. */
const placeOf = ({ id, vehicleId }: WaitingCustomer) =>
  vehicleId ? `/reception/cars/${vehicleId}` : `/appointments/${id}`;

function Who({ one }: { one: WaitingCustomer }) {
  const { sayOf } = useAppointmentWords();
  return (
    <span className="appointment-queue-who">
      {one.plate && <PlateTag plate={one.plate} />} <strong>{one.name}</strong>{' '}
      <span className="soft">
        {[
          sayOf('kind', one.kind),
          one.state === 'noShow' && sayOf('state', one.state),
          one.advisorName,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}

function Waiting(props: { one: WaitingCustomer; isNext: boolean; mayTake: boolean }) {
  const { one, isNext, mayTake } = props;
  const { say } = useAppointmentWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const take = useWriting(routes.take, { touches: ['service-orders'] });
  const since = useNow().getTime() - Date.parse(one.arrivedAt ?? one.startsAt);
  const minutes = Math.max(0, Math.floor(since / 60_000));
  const goTo = () => void navigate({ to: placeOf(one) as never });
  return (
    <li className={isNext ? 'appointment-next' : ''}>
      <Link to={placeOf(one) as never}>
        <Who one={one} />
      </Link>
      <span className={minutes >= 15 && !one.takenByName ? 'appointment-waits-long' : 'soft'}>
        {one.takenByName
          ? say('takenBy', { name: one.takenByName })
          : say('waitsSince', { time: spokenMinutes(minutes, language) })}
      </span>
      <ProblemNote problem={take.error} onAgain={take.again} />
      {mayTake && !one.takenByName && (
        <Button
          size="small"
          type={isNext ? 'primary' : 'default'}
          loading={take.isPending}
          onClick={() =>
            take.mutate(
              { params: { appointmentId: one.id }, version: one.version },
              { onSuccess: goTo },
            )
          }
        >
          {say('take')}
        </Button>
      )}
    </li>
  );
}
