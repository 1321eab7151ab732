import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useWriting } from '#web/api.ts';
import { Deadline } from '#web/Deadline.tsx';
import { Icon } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { serviceOrderRoutes as routes, type ServiceOrder, waitingReasons } from '../contract.ts';
import { isOpen } from '../lifecycle.ts';
import { Choice } from './fields.tsx';
import { PromiseField } from './PromiseField.tsx';
import { useOrderWords } from './useOrderWords.ts';

const DiscountCard = lazy(() => import('./DiscountCard.tsx'));

/** Car, customer, promise and money beside the work. */
export function OrderFacts({ order }: { order: ServiceOrder }) {
  const { say, sayOf } = useOrderWords();
  const { vehicle, customer, certificate } = order;
  const km = (mileage: number) => `${mileage.toLocaleString('en-US')} ${say('km')}`;
  const showsMoney = mayUse(useSession(), ['serviceOrders.receive', 'serviceOrders.settle']);
  // What waits for the reader's decision is what he came for.
  const waitsForMe = order.discounts.some(({ mayDecide }) => mayDecide);
  const discounts = (showsMoney || waitsForMe) && (
    <Suspense fallback={null}>
      <DiscountCard order={order} />
    </Suspense>
  );
  return (
    <aside className="order-side">
      {waitsForMe && discounts}
      <Card title={say('words')}>
        <blockquote className="order-words">{order.customerWords}</blockquote>
        {customer.wishes && <p className="soft">{customer.wishes}</p>}
      </Card>
      <PromiseCard order={order} />
      <Card title={say('vehicle')}>
        <SideFacts
          facts={[
            [say('model'), order.model],
            [say('vin'), vehicle.vin],
            [say('mileageIn'), km(order.mileageKm)],
            [say('mileageOut'), order.deliveryMileageKm ? km(order.deliveryMileageKm) : ''],
            [say('fuel'), order.fuelEighths === null ? '' : `${order.fuelEighths} / 8`],
            [say('valuables'), order.valuables],
            [say('kind'), sayOf('kind', order.kind)],
          ]}
        />
        {order.earlierOrder && (
          <p>
            {say('earlier')}{' '}
            <Link to={`/service-orders/${order.earlierOrder.id}` as never}>
              {order.earlierOrder.number}
            </Link>
          </p>
        )}
        {!order.earlierOrder && order.guarantee && isOpen(order.state) && (
          <p className="order-notice-line">
            <Icon name="shield" size={16} /> {say('guaranteeRuns')}{' '}
            <Link to={`/service-orders/${order.guarantee.orderId}` as never}>
              {order.guarantee.number}
            </Link>
          </p>
        )}
      </Card>
      <Card title={say('customer')}>
        <SideFacts
          facts={[
            [say('customer'), customer.name],
            [say('phone'), customer.phone],
            [say('sender'), [order.senderName, order.senderPhone].filter(Boolean).join(' ')],
            [say('advisor'), order.advisorName],
            [say('technician'), [order.technicianName, order.bay].filter(Boolean).join(' · ')],
          ]}
        />
      </Card>
      {showsMoney && (
        <Card title={say('money')}>
          <dl className="order-money-facts">
            <dt>{say('estimatedFen')}</dt>
            <dd>
              <Money fen={order.estimatedFen} />
            </dd>
            {order.shares
              .filter(({ payer }) => payer !== 'customer')
              .map(({ payer, quotedFen }) => (
                <Share key={payer} name={sayOf('payer', payer)} fen={quotedFen} />
              ))}
            <dt>{say('approvedFen')}</dt>
            <dd>
              <Money fen={order.approvedFen} />
            </dd>
            {order.discountFen > 0 && (
              <>
                <dt>{say('discountFen')}</dt>
                <dd>
                  <Money fen={-order.discountFen} />
                </dd>
                <dt>{say('dueFen')}</dt>
                <dd>
                  <Money fen={order.dueFen} />
                </dd>
              </>
            )}
            <dt>{say('settledFen')}</dt>
            <dd className="order-money-main">
              <Money fen={order.settledFen} />
            </dd>
          </dl>
        </Card>
      )}
      {!waitsForMe && discounts}
      {certificate && (
        <Card title={say('certificate')}>
          <p className="figures">{certificate.number}</p>
          <p className="soft">
            {say('guaranteeTerm', {
              days: certificate.guaranteeDays,
              km: certificate.guaranteeKm.toLocaleString('en-US'),
            })}
          </p>
        </Card>
      )}
    </aside>
  );
}

/** What somebody else than the customer is asked for. */
const Share = ({ name, fen }: { name: string; fen: number }) => (
  <>
    <dt className="soft">{name}</dt>
    <dd className="soft">
      <Money fen={fen} />
    </dd>
  </>
);

function SideFacts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="order-side-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** When it is due and why; another time is promised here, with its reason, and what it waits for is said. */
function PromiseCard({ order }: { order: ServiceOrder }) {
  const { say, sayOf } = useOrderWords();
  const session = useSession();
  const [isChanging, setIsChanging] = useState(false);
  const [promisedAt, setPromisedAt] = useState(order.promisedAt ?? undefined);
  const [reason, setReason] = useState('');
  const promise = useWriting(routes.promise, { touches: ['commitments'] });
  const wait = useWriting(routes.wait);
  const params = { orderId: order.id };
  const running = order.commitments.findLast(({ rule }) => rule === 'serviceOrders.promised');
  const mayPromise = isOpen(order.state) && mayUse(session, ['serviceOrders.receive']);
  const mayWait =
    isOpen(order.state) && mayUse(session, ['serviceOrders.receive', 'serviceOrders.work']);
  return (
    <Card
      title={say('promisedAt')}
      actions={
        mayPromise && (
          <Button size="small" type="text" onClick={() => setIsChanging(!isChanging)}>
            {say('promise')}
          </Button>
        )
      }
    >
      <div className="order-promise-line">
        <span className="figures">
          {order.promisedAt ? (
            fullTime(order.promisedAt)
          ) : (
            <i className="soft">{say('promiseNone')}</i>
          )}
        </span>
        {running && (
          <Deadline
            dueAt={running.dueAt}
            warnAt={running.warnAt}
            doneAt={running.settledAt}
            spans={running.sum}
          />
        )}
      </div>
      {isChanging && (
        <form
          className="order-stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!promisedAt || reason.trim() === '') return;
            const done = { onSuccess: () => setIsChanging(false) };
            promise.mutate({ params, body: { promisedAt, reason }, version: order.version }, done);
          }}
        >
          <ProblemNote problem={promise.error} onAgain={promise.again} />
          <PromiseField value={promisedAt} onChange={setPromisedAt} />
          <Input
            value={reason}
            maxLength={200}
            placeholder={say('promiseReason')}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            htmlType="submit"
            type="primary"
            loading={promise.isPending}
            disabled={!promisedAt || reason.trim() === ''}
          >
            {say('promiseAgain')}
          </Button>
        </form>
      )}
      {mayWait && (
        <div>
          <Choice
            size="small"
            label={say('waitingFor')}
            value={order.waitingFor}
            options={waitingReasons.map((each) => [each, sayOf('wait', each)])}
            onChange={(waitingFor) => wait.mutate({ params, body: { waitingFor } })}
          />
          <ProblemNote problem={wait.error} onAgain={wait.again} />
        </div>
      )}
    </Card>
  );
}
