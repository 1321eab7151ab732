import { useWriting } from '#web/api.ts';
import { cashierRoutes as routes, type ToSettle } from '../contract.ts';
import { MoneySheet } from './MoneySheet.tsx';
import { TakenReceipt } from './TakenReceipt.tsx';
import { useCashierWords } from './useCashierWords.ts';

/** Money in advance for one order. */
export default function DepositSheet(props: { order: ToSettle; onClose: () => void }) {
  const { order, onClose } = props;
  const { say } = useCashierWords();
  const take = useWriting(routes.takeDeposit, { touches: ['receivables'] });
  if (take.data) {
    return <TakenReceipt title={say('takeDeposit')} taken={take.data} onClose={onClose} />;
  }
  return (
    <MoneySheet
      title={`${say('takeDeposit')} · ${order.customerName}`}
      hint={say('depositHint')}
      isBusy={take.isPending}
      problem={take.error}
      onMoney={(body) => take.mutate({ params: { orderId: order.id }, body })}
      onClose={onClose}
    />
  );
}
