import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { Card } from '#web/Page.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { loanRoutes, tripRoutes } from '../contract.ts';
import { useMobilityWords } from './useMobilityWords.ts';
import './mobility.css';

const TripSheet = lazy(async () => ({ default: (await import('./TripSheet.tsx')).TripSheet }));
const LendSheet = lazy(async () => ({ default: (await import('./LendSheet.tsx')).LendSheet }));

/** Trips and loan cars of an order; both are arranged from here. */
export default function OrderMobility({ orderId }: { orderId: string }) {
  const { say, sayOf } = useMobilityWords();
  const language = useLanguage();
  const now = useNow();
  const mayAsk = mayUse(useSession(), ['serviceOrders.receive']);
  const [open, setOpen] = useState<'trip' | 'loan' | null>(null);
  const query = { orderId };
  const trips = useQuery(reading(tripRoutes.list, { query }, { follows: ['trips'] }));
  const loans = useQuery(reading(loanRoutes.list, { query }, { follows: ['loans'] }));
  const order = useQuery(reading(serviceOrderRoutes.read, { params: { orderId } }));
  const [gone, lent] = [trips.data?.items ?? [], loans.data?.items ?? []];
  if (!mayAsk && gone.length + lent.length === 0) return null;
  const close = () => setOpen(null);
  return (
    <Card
      title={say('trips')}
      actions={
        mayAsk && (
          <span className="trip-actions">
            <Button size="small" onClick={() => setOpen('trip')}>
              {say('arrange')}
            </Button>
            <Button size="small" onClick={() => setOpen('loan')}>
              {say('lendOne')}
            </Button>
          </span>
        )
      }
    >
      <ul className="trip-of-order">
        {gone.map((trip) => (
          <li key={trip.id}>
            <Link to={`/trips/${trip.id}` as never}>{sayOf('kind', trip.kind)}</Link>{' '}
            {sayOf('state', trip.state)}{' '}
            <span className="soft">
              {shortTime(trip.arriveBy, now, language)} · {trip.driverName || say('noDriver')}
            </span>
          </li>
        ))}
        {lent.map((loan) => (
          <li key={loan.id}>
            <Link to={`/loans/${loan.id}` as never}>
              {say('loanCar')} {loan.carPlate}
            </Link>{' '}
            {sayOf('state', loan.state)} <Deadline dueAt={loan.dueAt} doneAt={loan.returnedAt} />
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {open === 'trip' && <TripSheet kind="sendBack" of={{ orderId }} onClose={close} />}
        {open === 'loan' && order.data && (
          <LendSheet
            order={{ id: orderId, customerName: order.data.customer.name }}
            onClose={close}
          />
        )}
      </Suspense>
    </Card>
  );
}
