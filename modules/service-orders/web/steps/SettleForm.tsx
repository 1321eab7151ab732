import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { sumFen } from '#shared/money.ts';
import { Icon } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { useModules } from '#web/modules.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { oldPartChoices, paymentMethods, serviceOrderRoutes as routes } from '../../contract.ts';
import { Choice, YuanField } from '../fields.tsx';
import { useOrderWords } from '../useOrderWords.ts';
import type { StepFormProps } from './NowToDo.tsx';
import { cameToSettle, useSettleKeys } from './useSettleKeys.ts';
import { useStep } from './useStep.ts';

interface Payment {
  method: (typeof paymentMethods)[number];
  amountFen?: number;
}

/** What was approved is the most that is charged; the payments must add up to the fen (WSH-12). */
export function SettleForm(props: StepFormProps) {
  const { approvedFen, discountFen, dueFen, oldParts: known } = props.order;
  const { say, sayOf } = useOrderWords();
  const { take, problem, isPending, again } = useStep(routes.settle, props);
  const [totalFen, setTotalFen] = useState<number | undefined>(dueFen);
  const [payments, setPayments] = useState<Payment[]>([{ method: 'wechat', amountFen: dueFen }]);
  const [oldParts, setOldParts] = useState(known === 'undecided' ? undefined : known);
  const paid = payments.filter(
    (each): each is Required<Payment> => each.amountFen !== undefined && each.amountFen > 0,
  );
  const restFen = (totalFen ?? 0) - sumFen(paid.map(({ amountFen }) => amountFen));
  const set = (at: number, change: Partial<Payment>) =>
    setPayments(payments.map((each, other) => (other === at ? { ...each, ...change } : each)));
  const changeTotal = (fen: number | undefined) => {
    setTotalFen(fen);
    if (payments.length === 1) setPayments([{ ...payments[0]!, amountFen: fen }]);
  };
  const modules = useModules();
  const PaidBefore = modules.find((module) => module.PaidBefore)?.PaidBefore;
  const notes = modules.flatMap(({ SettleNote }) => SettleNote ?? []);
  const { id, customer } = props.order;
  const isWhole = totalFen !== undefined && restFen === 0 && oldParts !== undefined;
  const settle = () => isWhole && take({ totalFen, payments: paid, oldParts });
  useSettleKeys({ onOldParts: setOldParts, onSettle: settle });
  return (
    <div className="order-stack">
      <ProblemNote problem={problem} onAgain={again} />
      {notes.map((SettleNote, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the modules stand in one order for good
        <Suspense key={at} fallback={null}>
          <SettleNote orderId={id} />
        </Suspense>
      ))}
      {PaidBefore && (
        <PaidBefore order={{ id, customerId: customer.id, dueFen }} onDone={props.onDone} />
      )}
      <div className="order-settle-total">
        <span>
          {say('approvedFen')} <Money fen={approvedFen} />
          {discountFen > 0 && (
            <>
              {' · '}
              {say('discountFen')} <Money fen={-discountFen} />
            </>
          )}
        </span>
        <YuanField
          size="large"
          prefix={say('settledFen')}
          value={totalFen}
          autoFocus={cameToSettle()}
          aria-label={say('settledFen')}
          onChange={changeTotal}
        />
      </div>
      {payments.map((payment, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name, and stay in their order
        <div key={at} className="order-payment-row">
          <Choice
            label={say('method')}
            value={payment.method}
            options={paymentMethods.map((each) => [each, sayOf('pay', each)])}
            onChange={(method) => set(at, { method })}
          />
          <YuanField
            value={payment.amountFen}
            aria-label={say('amount')}
            onChange={(amountFen) => set(at, { amountFen })}
          />
        </div>
      ))}
      <div className="order-form-end">
        <Button
          size="small"
          type="text"
          icon={<Icon name="plus" size={16} />}
          onClick={() =>
            setPayments([...payments, { method: 'cash', amountFen: Math.max(restFen, 0) }])
          }
        >
          {say('addPayment')}
        </Button>
        {restFen !== 0 && (
          <span className="order-rest-fen">
            {say('restFen')} <Money fen={restFen} />
          </span>
        )}
      </div>
      <div className="order-labelled">
        <span>{say('oldParts')}</span>
        <Choice
          label={say('oldParts')}
          value={oldParts}
          options={oldPartChoices.map((each) => [each, sayOf('old', each)])}
          onChange={setOldParts}
        />
      </div>
      <Button type="primary" size="large" loading={isPending} disabled={!isWhole} onClick={settle}>
        {say('settleNow')}
      </Button>
    </div>
  );
}
