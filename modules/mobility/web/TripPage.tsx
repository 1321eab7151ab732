import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { Icon } from '#web/Icon.tsx';
import { Card, Facts, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { tripRoutes as routes, type Trip } from '../contract.ts';
import { openTripStates } from '../lifecycle.ts';
import { Handovers } from './Handovers.tsx';
import { TripSteps } from './TripSteps.tsx';
import { useMobilityWords } from './useMobilityWords.ts';
import './mobility.css';

/** One trip: for its driver where to go and the next step under his thumb, for the desk how far it is. */
export default function TripPage() {
  const { say, sayOf } = useMobilityWords();
  const { tripId } = useParams({ strict: false }) as { tripId: string };
  const asked = reading(routes.one, { params: { tripId } });
  const { data, error, refetch } = useQuery(asked);
  if (!data) {
    return (
      <Page title={say('trips')}>
        <ProblemNote problem={error} />
        {error ? <Button onClick={() => void refetch()}>{say('readAgain')}</Button> : <Waiting />}
      </Page>
    );
  }
  return (
    <Page
      title={
        <>
          {sayOf('kind', data.kind)} <PlateTag plate={data.plate} size="large" />
        </>
      }
      note={sayOf('state', data.state)}
      actions={
        <Link to={(data.isMine ? '/trips/mine' : '/trips') as never}>
          {say(data.isMine ? 'mine' : 'trips')}
        </Link>
      }
    >
      <div className="trip-record">
        <WhereTo of={data} />
        <TripSteps of={data} />
        <Card title={say('asked')}>
          <Arranged of={data} />
        </Card>
        <Handovers of={data.handovers} />
      </div>
    </Page>
  );
}

/** To its driver, as long as the trip lasts: the whole address, and the telephone to call from here. */
function WhereTo({ of }: { of: Trip }) {
  const { say } = useMobilityWords();
  const isOpen = openTripStates.some((state) => state === of.state);
  const params = { tripId: of.id };
  const { data } = useQuery({
    ...reading(routes.whereTo, { params }),
    enabled: of.isMine && isOpen,
  });
  return (
    <div className="trip-where">
      <p className="trip-where-place">{isOpen && data ? data.address : of.address}</p>
      <Deadline dueAt={of.arriveBy} doneAt={of.arrivedAt} />
      {isOpen && data && data.phone !== '' && (
        <a className="trip-call" href={`tel:${data.phone}`}>
          <Icon name="phone" size={18} /> {say('callHim')} {data.contactName}
        </a>
      )}
    </div>
  );
}

function Arranged({ of }: { of: Trip }) {
  const { say } = useMobilityWords();
  const language = useLanguage();
  const now = useNow();
  const time = (instant: string | null) => (instant ? shortTime(instant, now, language) : '—');
  const contact = [of.contactName, of.contactPhone].filter(Boolean).join(' · ');
  const facts: [string, React.ReactNode][] = [
    [
      say(of.kind === 'rescue' ? 'promisedBy' : 'arriveBy'),
      <strong key="by">{time(of.arriveBy)}</strong>,
    ],
    [say('driver'), of.driverName || say('noDriver')],
    [
      say('customer'),
      <Link key="who" to={`/customers/${of.customerId}` as never}>
        {of.customerName}
      </Link>,
    ],
    ...(contact ? ([[say('contactName'), contact]] as [string, string][]) : []),
    ...(of.orderId
      ? ([
          [
            say('order'),
            <Link key="order" to={`/service-orders/${of.orderId}` as never}>
              {of.orderNumber}
            </Link>,
          ],
        ] as [string, React.ReactNode][])
      : []),
    ...(['setOutAt', 'arrivedAt', 'endedAt'] as const)
      .filter((name) => of[name] !== null)
      .map((name): [string, string] => [say(name), time(of[name])]),
  ];
  return (
    <>
      {of.wish && <blockquote className="trip-wish">{of.wish}</blockquote>}
      <Facts facts={facts} />
      {of.endReason && (
        <p className="trip-failed">
          {say('endReason')}：{of.endReason}
        </p>
      )}
    </>
  );
}
