import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { mayUse, useSession } from '#web/session.ts';
import { useCashierWords } from './useCashierWords.ts';

const OrderMoneySheet = lazy(() => import('./OrderMoneySheet.tsx'));

/** Beside an order's name: what was paid for it, and giving money back. */
export default function OrderMoney({ orderId }: { orderId: string }) {
  const { say } = useCashierWords();
  const [isOpen, setOpen] = useState(false);
  const mayTake = mayUse(useSession(), ['cashier.take']);
  if (!mayTake) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('money')}</Button>
      {isOpen && (
        <Suspense>
          <OrderMoneySheet orderId={orderId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
