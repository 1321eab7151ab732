import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { mayUse, useSession } from '#web/session.ts';
import { useCashierWords } from './useCashierWords.ts';

const InvoiceSheet = lazy(() => import('./InvoiceSheet.tsx'));
const OrderMoneySheet = lazy(() => import('./OrderMoneySheet.tsx'));

/** Beside an order's name: what was paid for it, giving money back, and its invoice. */
export default function OrderMoney({ orderId }: { orderId: string }) {
  const { say } = useCashierWords();
  const [open, setOpen] = useState<'money' | 'invoice'>();
  const close = () => setOpen(undefined);
  const mayTake = mayUse(useSession(), ['cashier.take']);
  if (!mayTake) return null;
  return (
    <>
      <Button onClick={() => setOpen('money')}>{say('money')}</Button>
      <Button onClick={() => setOpen('invoice')}>{say('invoice')}</Button>
      <Suspense>
        {open === 'money' && <OrderMoneySheet orderId={orderId} onClose={close} />}
        {open === 'invoice' && <InvoiceSheet orderId={orderId} onClose={close} />}
      </Suspense>
    </>
  );
}
