import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense } from 'react';
import { AppointmentHint } from '#modules/appointments/web/index.ts';
import { useNow } from '#web/clock.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { PlateCard } from '../contract.ts';
import { linkTo } from './links.ts';
import { useReceptionWords } from './useReceptionWords.ts';

interface CarActionsProps {
  card: PlateCard;
  /** It stands at the desk: single keys act on it. */
  isChosen: boolean;
}

/** The next step: on to the order that is open, or a new one (`o`); a complaint about this car (`c`). */
export function CarActions({ card, isChosen }: CarActionsProps) {
  const { say } = useReceptionWords();
  const navigate = useNavigate();
  const { openOrder, vehicle, customer } = card;
  return (
    <div className="car-actions">
      {card.appointment && (
        <Suspense fallback={null}>
          <AppointmentHint of={card.appointment} />
        </Suspense>
      )}
      {openOrder && <OpenOrder order={openOrder} />}
      <div className="car-buttons">
        <OrderButton card={card} isChosen={isChosen} />
        <CheckInButton card={card} />
        <ComplaintButton card={card} isChosen={isChosen} />
        {customer && (
          <Button onClick={() => void navigate({ to: linkTo.customer(customer.id) })}>
            {say('toCustomer')}
          </Button>
        )}
        <Button onClick={() => void navigate({ to: linkTo.vehicle(vehicle.id) })}>
          {say('toVehicle')}
        </Button>
      </div>
    </div>
  );
}

function OrderButton({ card, isChosen }: CarActionsProps) {
  const { say } = useReceptionWords();
  const navigate = useNavigate();
  const mayReceive = mayUse(useSession(), ['serviceOrders.receive']);
  const { openOrder, vehicle, customer } = card;
  const label = openOrder ? say('openOrder') : say('newOrder');
  const canOpen = openOrder !== null || (mayReceive && customer !== null);
  const open = () => {
    if (openOrder) void navigate({ to: linkTo.order(openOrder.id) });
    else void navigate({ to: '/service-orders/new', search: { vehicleId: vehicle.id } as never });
  };
  useHotkey(isChosen && canOpen ? { keys: 'o', label, group: 'page', run: open } : null);
  return (
    <>
      <Button type="primary" disabled={!canOpen} onClick={open}>
        {label}
        {isChosen && <kbd className="for-keyboard">o</kbd>}
      </Button>
      {!canOpen && <p className="car-why soft">{say(mayReceive ? 'noOwner' : 'mayNot')}</p>}
    </>
  );
}

/** With the tablet to the car: only where it is to be received at all. */
function CheckInButton({ card }: Pick<CarActionsProps, 'card'>) {
  const { say } = useReceptionWords();
  const navigate = useNavigate();
  const mayReceive = mayUse(useSession(), ['serviceOrders.receive']);
  const { openOrder, vehicle, customer } = card;
  if (!mayReceive || openOrder !== null || customer === null) return null;
  const begin = () =>
    void navigate({ to: '/check-ins' as never, search: { vehicleId: vehicle.id } as never });
  return <Button onClick={begin}>{say('checkIn')}</Button>;
}

function ComplaintButton({ card, isChosen }: CarActionsProps) {
  const { say } = useReceptionWords();
  const navigate = useNavigate();
  const mayComplain = mayUse(useSession(), ['complaints.handle']);
  const label = say('newComplaint');
  const complain = () => {
    const { vehicle, customer, openOrder } = card;
    const about = { vehicleId: vehicle.id, customerId: customer?.id, orderId: openOrder?.id };
    void navigate({ to: '/complaints/new', search: about as never });
  };
  useHotkey(isChosen && mayComplain ? { keys: 'c', label, group: 'page', run: complain } : null);
  if (!mayComplain) return null;
  return (
    <Button onClick={complain}>
      {label}
      {isChosen && <kbd className="for-keyboard">c</kbd>}
    </Button>
  );
}

function OpenOrder({ order }: { order: NonNullable<PlateCard['openOrder']> }) {
  const { say, sayOf } = useReceptionWords();
  const language = useLanguage();
  const now = useNow();
  const facts = [
    sayOf('state', order.state),
    order.waitingFor && sayOf('waiting', order.waitingFor),
    order.number,
    order.advisorName && say('advisor', { name: order.advisorName }),
    order.promisedAt && say('promisedAt', { time: shortTime(order.promisedAt, now, language) }),
  ];
  return (
    <div className="car-here">
      <strong>{say('standsHere')}</strong>
      <span>{facts.filter(Boolean).join(' · ')}</span>
      <q>{order.customerWords}</q>
    </div>
  );
}
