import { useWriting } from '#web/api.ts';
import { type CustomerAccount, cashierRoutes as routes } from '../contract.ts';
import { MoneySheet } from './MoneySheet.tsx';
import { TakenReceipt } from './TakenReceipt.tsx';
import { useCashierWords } from './useCashierWords.ts';

/** A payment for what stands on account; all that is owed, unless less is typed. */
export default function ReceiveSheet(props: { account: CustomerAccount; onClose: () => void }) {
  const { account, onClose } = props;
  const { say } = useCashierWords();
  const receive = useWriting(routes.receive, { touches: ['service-orders'] });
  const params = { customerId: account.customerId };
  const [taken] = receive.data?.receipts ?? [];
  if (taken) return <TakenReceipt title={say('receive')} taken={taken} onClose={onClose} />;
  return (
    <MoneySheet
      title={`${say('receive')} · ${account.customerName}`}
      hint={say('receiveNote')}
      amountFen={account.owedFen}
      isBusy={receive.isPending}
      problem={receive.error}
      onMoney={(body) => receive.mutate({ params, body })}
      onClose={onClose}
    />
  );
}
