import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { formatFen } from '#shared/money.ts';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Money } from '#web/Money.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type MoneyOfOrder, type PaidIn, cashierRoutes as routes } from '../contract.ts';
import './cashier.css';
import { RefundForm } from './RefundForm.tsx';
import { receiptAddress } from './TakenReceipt.tsx';
import { useCashierWords } from './useCashierWords.ts';

/** All that was paid for an order, what went back, and its papers. */
export default function OrderMoneySheet(props: { orderId: string; onClose: () => void }) {
  const { orderId, onClose } = props;
  const { say } = useCashierWords();
  const { data, error } = useQuery(reading(routes.moneyOfOrder, { params: { orderId } }));
  const [refunded, setRefunded] = useState<PaidIn | null>(null);
  const list = pathOf(routes.settlementList, { orderId });
  return (
    <SheetForm title={say('money')} onClose={onClose}>
      <div className="cashier-form">
        <ProblemNote problem={error} />
        {!data && !error && <Waiting />}
        {data && <Paid money={data} onRefund={setRefunded} />}
        {data && refunded && (
          <RefundForm
            key={refunded.id}
            paid={refunded}
            aloneUpToFen={data.aloneUpToFen}
            onDone={() => setRefunded(null)}
          />
        )}
        {data && data.refunds.length > 0 && <Refunds money={data} />}
        <span className="cashier-acts">
          <a href={list} target="_blank" rel="noopener">
            {say('settlementList')}
          </a>
          <a href={`${list}?paper=roll`} target="_blank" rel="noopener">
            {say('receiptRoll')}
          </a>
          {data && <Link to={`/receivables/${data.customerId}`}>{say('accountOf')}</Link>}
        </span>
      </div>
    </SheetForm>
  );
}

function Paid(props: { money: MoneyOfOrder; onRefund: (paid: PaidIn) => void }) {
  const { money, onRefund } = props;
  const { say } = useCashierWords();
  const language = useLanguage();
  const now = useNow();
  if (money.paid.length === 0) return <p className="soft">{say('nothingPaid')}</p>;
  return (
    <ul className="cashier-lines">
      {money.paid.map((paid) => (
        <li key={paid.id}>
          <span className="cashier-who">
            <span>
              {paid.kind === 'deposit' && `${say('deposit')} · `}
              {say(`way_${paid.method}`)}
            </span>
            <span className="soft">
              {[paid.takenByName, shortTime(paid.at, now, language)].filter(Boolean).join(' · ')}
            </span>
          </span>
          <Money fen={paid.amountFen} />
          {paid.kind === 'deposit' && (
            <a href={receiptAddress(paid.id, 'roll')} target="_blank" rel="noopener">
              {say('receiptPaper')}
            </a>
          )}
          {paid.refundableFen > 0 && (
            <Button size="small" onClick={() => onRefund(paid)}>
              {say('refund')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Refunds({ money }: { money: MoneyOfOrder }) {
  const { say, sayMethod } = useCashierWords();
  const touches = ['service-orders'];
  const pay = useWriting(routes.payRefund, { touches });
  const decline = useWriting(routes.declineRefund, { touches });
  return (
    <section className="cashier-form" aria-label={say('refunds')}>
      <h3>{say('refunds')}</h3>
      <ProblemNote problem={pay.error ?? decline.error} />
      <ul className="cashier-lines">
        {money.refunds.map((refund) => {
          const params = { paymentRefundId: refund.id };
          const { askedByName, decidedByName } = refund;
          return (
            <li key={refund.id}>
              <span className="cashier-who">
                <span>
                  {sayMethod(refund.method)} · {say(`refund_${refund.state}`)}
                </span>
                <span className="soft">
                  {[askedByName, decidedByName, refund.reason].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className="figures">-¥{formatFen(refund.amountFen)}</span>
              {refund.mayDecide && (
                <span className="cashier-acts">
                  <Button
                    size="small"
                    type="primary"
                    loading={pay.isPending}
                    onClick={() => pay.mutate({ params })}
                  >
                    {say('payRefund')}
                  </Button>
                  <Button
                    size="small"
                    loading={decline.isPending}
                    onClick={() => decline.mutate({ params })}
                  >
                    {say('declineRefund')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
