import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense } from 'react';
import { AppointmentHint } from '#modules/appointments/web/index.ts';
import type { ApiProblem } from '#shared/call.ts';
import type { ReplyOf } from '#shared/route.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Waiting } from '#web/Waiting.tsx';
import type { Guarantee, serviceOrderRoutes } from '../contract.ts';
import { useOrderWords } from './useOrderWords.ts';

interface ArrivalCardProps {
  arrival: ReplyOf<typeof serviceOrderRoutes.arrival> | null;
  problem: ApiProblem | null;
  mileageKm: number | undefined;
  isRepeat: boolean;
  onRepeat: (earlierOrderId: string) => void;
}

/** Which vehicle, whose, and what the desk has to say before the first word: a guarantee, what was refused. */
export function ArrivalCard({ arrival, problem, mileageKm, isRepeat, onRepeat }: ArrivalCardProps) {
  const { say } = useOrderWords();
  if (problem) return <ProblemNote problem={problem} />;
  if (!arrival) return <Waiting />;
  const { customer, openOrder, guarantee, refused } = arrival;
  const runs = guarantee && (mileageKm ?? 0) <= guarantee.untilKm ? guarantee : null;
  return (
    <Card>
      <div className="order-arrival-head">
        <PlateTag plate={arrival.plate} colour={arrival.plateColour} size="large" />
        <span>
          <strong>{customer?.name ?? '—'}</strong>
          <span className="soft"> {arrival.model}</span>
        </span>
        {customer?.phone && <span className="figures soft">{customer.phone}</span>}
      </div>
      {arrival.appointment && (
        <Suspense fallback={null}>
          <AppointmentHint of={arrival.appointment} />
        </Suspense>
      )}
      {customer?.wishes && (
        <p className="order-notice-line">
          <Icon name="info" size={16} /> {customer.wishes}
        </p>
      )}
      {openOrder && (
        <p className="order-notice-line order-notice-line-late">
          <Icon name="alert" size={16} /> {say('openOrder')}{' '}
          <Link to={`/service-orders/${openOrder.id}` as never}>{openOrder.number}</Link>
        </p>
      )}
      {runs && (
        <GuaranteeNote
          guarantee={runs}
          mileageKm={mileageKm}
          isRepeat={isRepeat}
          onRepeat={onRepeat}
        />
      )}
      {refused.length > 0 && (
        <div className="order-refused-before">
          <h3>{say('refusedBefore')}</h3>
          <ul>
            {refused.map(({ description, reason }) => (
              <li key={description}>
                {description}
                {reason && <span className="soft"> · {reason}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

/** A return within the guarantee (WSH-14): one press makes it a repeat repair of that order. */
function GuaranteeNote(props: {
  guarantee: Guarantee;
  mileageKm: number | undefined;
  isRepeat: boolean;
  onRepeat: (earlierOrderId: string) => void;
}) {
  const { guarantee, mileageKm, isRepeat, onRepeat } = props;
  const { say } = useOrderWords();
  const { days } = guarantee;
  const drivenKm = (mileageKm ?? 0) - guarantee.fromKm;
  const km = drivenKm.toLocaleString('en-US');
  return (
    <div className="order-guarantee-note">
      <p>
        <Icon name="shield" size={18} />{' '}
        <span>
          <strong>{say('guaranteeRuns')}</strong>{' '}
          {drivenKm > 0 ? say('wasHereKm', { days, km }) : say('wasHere', { days })}
        </span>
      </p>
      <p className="soft">
        {say('guaranteeOf', {
          number: guarantee.number,
          on: guarantee.deliveredOn,
          untilOn: guarantee.untilOn,
          untilKm: guarantee.untilKm.toLocaleString('en-US'),
        })}
      </p>
      <p>{guarantee.work.join('、')}</p>
      <Button
        type={isRepeat ? 'primary' : 'default'}
        icon={isRepeat ? <Icon name="check" size={16} /> : undefined}
        onClick={() => onRepeat(guarantee.orderId)}
      >
        {say('asRepeat')}
      </Button>
    </div>
  );
}
