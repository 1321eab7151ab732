import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { FormerHolder } from '#modules/people/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { reading } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { useModules } from '#web/modules.ts';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { serviceOrderRoutes as routes } from '../contract.ts';
import { JobLines } from './JobLines.tsx';
import { OrderFacts } from './OrderFacts.tsx';
import './orders.css';
import './record.css';
import './steps.css';
import './track.css';
import { Waiting } from '#web/Waiting.tsx';
import { StateTag } from './StateTag.tsx';
import { StepTrack } from './StepTrack.tsx';
import { NowToDo } from './steps/NowToDo.tsx';
import { useOrderWords } from './useOrderWords.ts';

/** What modules below show of an order. */
function OrderCards({ orderId }: { orderId: string }) {
  const cards = useModules().flatMap(({ OrderCard }) => OrderCard ?? []);
  return cards.map((OrderCard, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the modules stand in one order for good
    <Suspense key={at} fallback={null}>
      <OrderCard orderId={orderId} />
    </Suspense>
  ));
}

function OrderActions({ orderId }: { orderId: string }) {
  const actions = useModules().flatMap(({ OrderAction }) => OrderAction ?? []);
  return actions.map((OrderAction, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Suspense key={at} fallback={null}>
      <OrderAction orderId={orderId} />
    </Suspense>
  ));
}

const OrderRecord = lazy(async () => ({
  default: (await import('./OrderRecord.tsx')).OrderRecord,
}));
const OrderLinks = lazy(async () => ({ default: (await import('./OrderLinks.tsx')).OrderLinks }));

/** One visit: at the left how far it is, in the middle what is to do now, at the right car, customer and money. */
export default function OrderPage() {
  const { orderId = '' } = useParams({ strict: false }) as { orderId?: string };
  const { say } = useOrderWords();
  const { data: order, error, isPending } = useQuery(reading(routes.read, { params: { orderId } }));
  const OrderMoney = useModules().find((module) => module.OrderMoney)?.OrderMoney;
  const print = () => window.open(pathOf(routes.sheet, { orderId }), '_blank', 'noopener');
  useHotkey({ keys: 'p', label: say('print'), group: 'page', run: print });
  if (isPending) {
    return (
      <Page title={say('order')}>
        <Waiting />
      </Page>
    );
  }
  if (error && !order) {
    return (
      <Page title={say('order')}>
        <ProblemNote problem={error} />
      </Page>
    );
  }
  return (
    <Page
      title={
        <span className="order-title">
          <PlateTag plate={order.plate} colour={order.plateColour} size="large" />
          {order.customerName}
        </span>
      }
      note={
        <span className="order-note">
          <StateTag order={order} /> <span className="figures">{order.number}</span>
        </span>
      }
      actions={
        <>
          {OrderMoney && <OrderMoney orderId={orderId} />}
          <Suspense fallback={null}>
            <OrderLinks orderId={orderId} />
          </Suspense>
          <Button icon={<Icon name="print" />} onClick={print}>
            {say('print')}
          </Button>
          <OrderActions orderId={orderId} />
        </>
      }
    >
      <div className="order">
        <StepTrack order={order} />
        <div className="order-middle">
          <NowToDo key={order.state} order={order} />
          <JobLines order={order} />
          <OrderCards orderId={order.id} />
          <Suspense fallback={null}>
            <OrderRecord order={order} />
          </Suspense>
          <FormerHolder aboutId={order.id} />
        </div>
        <OrderFacts order={order} />
      </div>
    </Page>
  );
}
