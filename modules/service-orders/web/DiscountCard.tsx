import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { Money } from '#web/Money.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { type Discount, serviceOrderRoutes as routes, type ServiceOrder } from '../contract.ts';
import './discounts.css';
import { YuanField } from './fields.tsx';
import { useStep } from './steps/useStep.ts';
import { useOrderWords } from './useOrderWords.ts';

const whileItMay = ['estimated', 'approved', 'inWork', 'selfChecked', 'teamChecked', 'ready'];

/** What the customer is let off: who asked, who decided and why; within one's own limit at once, above it by another. */
export default function DiscountCard({ order }: { order: ServiceOrder }) {
  const { say } = useOrderWords();
  const session = useSession();
  const [isAsking, setAsking] = useState(false);
  const shown = order.discounts.filter(({ state }) => state !== 'withdrawn');
  const mayAsk =
    whileItMay.includes(order.state) &&
    mayUse(session, ['serviceOrders.receive', 'serviceOrders.settle']);
  if (shown.length === 0 && !mayAsk) return null;
  return (
    <Card
      title={say('discount')}
      actions={
        mayAsk && (
          <Button size="small" type="text" onClick={() => setAsking(!isAsking)}>
            {say('discountAsk')}
          </Button>
        )
      }
    >
      {isAsking && <AskForm order={order} onDone={() => setAsking(false)} />}
      {shown.length === 0 && !isAsking && <p className="soft">{say('none')}</p>}
      <ul className="order-discounts">
        {shown.map((discount) => (
          <li key={discount.id}>
            <DiscountLine discount={discount} />
            {discount.mayDecide && <Decision order={order} discountId={discount.id} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const tones = {
  asked: 'order-mini-warn',
  granted: 'order-mini-good',
  refused: 'order-mini-late',
  withdrawn: '',
} as const;

function DiscountLine({ discount }: { discount: Discount }) {
  const { sayOf } = useOrderWords();
  const { amountFen, baseFen, state, reason, askedByName, decidedByName, decision } = discount;
  const people = askedByName === decidedByName ? [askedByName] : [askedByName, decidedByName];
  return (
    <>
      <p>
        <Money fen={amountFen} />
        <span className="soft figures"> {((amountFen * 100) / baseFen).toFixed(1)}%</span>
        <span className={`order-mini-tag ${tones[state]}`}>{sayOf('discount', state)}</span>
      </p>
      <p className="soft">
        {[reason, people.filter(Boolean).join(' → '), decision].filter(Boolean).join(' · ')}
      </p>
    </>
  );
}

function AskForm({ order, onDone }: { order: ServiceOrder; onDone: () => void }) {
  const { say } = useOrderWords();
  const [amountFen, setAmountFen] = useState<number>();
  const [reason, setReason] = useState('');
  const { take, problem, isPending, again } = useStep(routes.askDiscount, { order, onDone });
  const isAbove = amountFen !== undefined && amountFen > order.mayLetOffFen;
  const isComplete = amountFen !== undefined && amountFen > 0 && reason.trim() !== '';
  return (
    <form
      className="order-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (amountFen !== undefined && isComplete) take({ amountFen, reason });
      }}
    >
      <ProblemNote problem={problem} onAgain={again} />
      <YuanField
        autoFocus
        value={amountFen}
        prefix="¥"
        aria-label={say('discountAmount')}
        placeholder={say('discountAmount')}
        onChange={setAmountFen}
      />
      <Input
        value={reason}
        maxLength={300}
        aria-label={say('reason')}
        placeholder={say('discountReason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="soft">
        {say('discountOwn')} <Money fen={order.mayLetOffFen} />
      </p>
      <Button htmlType="submit" type="primary" loading={isPending} disabled={!isComplete}>
        {say(isAbove ? 'discountToAnother' : 'discountGive')}
      </Button>
    </form>
  );
}

function Decision({ order, discountId }: { order: ServiceOrder; discountId: string }) {
  const { say } = useOrderWords();
  const [note, setNote] = useState('');
  const decide = useWriting(routes.decideDiscount, { touches: ['commitments'] });
  const send = (granted: boolean) =>
    decide.mutate({
      params: { orderId: order.id, discountId },
      body: { granted, note },
      version: order.version,
    });
  return (
    <div className="order-stack">
      <ProblemNote problem={decide.error} onAgain={decide.again} />
      <Input
        value={note}
        maxLength={300}
        aria-label={say('note')}
        placeholder={say('discountNote')}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="order-form-end">
        <Button
          loading={decide.isPending}
          disabled={note.trim() === ''}
          onClick={() => send(false)}
        >
          {say('discountRefuse')}
        </Button>
        <Button type="primary" loading={decide.isPending} onClick={() => send(true)}>
          {say('discountGrant')}
        </Button>
      </div>
    </div>
  );
}
