import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { formatFen } from '#shared/money.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Money } from '#web/Money.tsx';
import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { cashierRoutes as routes, type ToSettle } from '../contract.ts';
import { useCashierWords } from './useCashierWords.ts';

const DepositSheet = lazy(() => import('./DepositSheet.tsx'));

/** Cars that wait to be paid, then those that are paid and still here; each leads to the settlement of its order. */
export function OrdersToSettle({ orders }: { orders: readonly ToSettle[] }) {
  const { say } = useCashierWords();
  const [deposit, setDeposit] = useState<ToSettle | null>(null);
  useWalk();
  const ready = orders.filter(({ state }) => state === 'ready');
  const paid = orders.filter(({ state }) => state === 'settled');
  return (
    <div className="cashier-orders">
      <Card title={`${say('toSettle')}${ready.length > 0 ? ` ${ready.length}` : ''}`}>
        {ready.length === 0 ? (
          <EmptyState icon="money" title={say('toSettleNone')} next={say('toSettleNext')} />
        ) : (
          <ul>
            {ready.map((order) => (
              <OrderLine key={order.id} order={order} onDeposit={() => setDeposit(order)} />
            ))}
          </ul>
        )}
      </Card>
      {paid.length > 0 && (
        <Card title={say('paidHere')}>
          <ul>
            {paid.map((order) => (
              <OrderLine key={order.id} order={order} />
            ))}
          </ul>
        </Card>
      )}
      {deposit && (
        <Suspense>
          <DepositSheet order={deposit} onClose={() => setDeposit(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** j and k walk the lines; Enter opens the one that has the focus, p and a print its list on the roll or on A4. */
function useWalk(): void {
  const { say } = useCashierWords();
  const go = (by: number) => {
    const lines = [...document.querySelectorAll<HTMLElement>('.cashier-order')];
    const at = lines.indexOf(document.activeElement as HTMLElement);
    lines[Math.max(at + by, 0)]?.focus();
  };
  useHotkey({ keys: 'j', label: say('nextOrder'), group: 'list', run: () => go(1) });
  useHotkey({ keys: 'k', label: say('previousOrder'), group: 'list', run: () => go(-1) });
  const print = (paper: 'a4' | 'roll') => {
    const line = document.activeElement?.closest('li');
    line?.querySelector<HTMLElement>(`[data-paper="${paper}"]`)?.click();
  };
  useHotkey({ keys: 'p', label: say('receiptRoll'), group: 'list', run: () => print('roll') });
  useHotkey({ keys: 'a', label: say('settlementList'), group: 'list', run: () => print('a4') });
}

function OrderLine({ order, onDeposit }: { order: ToSettle; onDeposit?: () => void }) {
  const { say } = useCashierWords();
  const { id, number, plate, plateColour, customerName, model, depositFen } = order;
  return (
    <li>
      <Link
        to={`/service-orders/${id}`}
        hash="settle"
        className="cashier-order"
        aria-label={`${say('settle')} ${plate || number}`}
      >
        <PlateTag plate={plate} colour={plateColour} />
        <span className="cashier-who">
          <span>{[customerName, model].filter(Boolean).join(' · ')}</span>
          <span className="soft figures">{number}</span>
        </span>
        <span className="cashier-amount">
          <Money fen={order.settledFen ?? order.dueFen} />
          {depositFen > 0 && (
            <span className="soft">{say('depositOf', { amount: formatFen(depositFen) })}</span>
          )}
        </span>
      </Link>
      <Paper order={order} paper="a4" label={say('settlementList')} />
      <Paper order={order} paper="roll" label={say('receiptRoll')} />
      {onDeposit && (
        <Button size="small" onClick={onDeposit}>
          {say('takeDeposit')}
        </Button>
      )}
    </li>
  );
}

function Paper(props: { order: ToSettle; paper: 'a4' | 'roll'; label: string }) {
  const address = pathOf(routes.settlementList, { orderId: props.order.id });
  return (
    <a
      href={`${address}?paper=${props.paper}`}
      data-paper={props.paper}
      target="_blank"
      rel="noopener"
    >
      {props.label}
    </a>
  );
}
