import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { messageRoutes } from '#modules/messages/contract.ts';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import type { LateOrder } from '../contract.ts';
import { useClockWords } from './useClockWords.ts';

/** Orders that will be late if nothing changes, each with what the customer may be told (WSH-11). */
export function LateList({ late }: { late: readonly LateOrder[] }) {
  const { say } = useClockWords();
  if (late.length === 0) return null;
  return (
    <section className="dispatch-lates" aria-label={say('lateAhead')}>
      <h2>
        {say('lateAhead')} <span className="soft">{say('lateAheadNext')}</span>
      </h2>
      {late.map((order) => (
        <Late key={order.orderId} order={order} />
      ))}
    </section>
  );
}

function Late({ order }: { order: LateOrder }) {
  const { say, spoken, language } = useClockWords();
  const tell = useTell();
  const now = useNow();
  const [isOpen, setIsOpen] = useState(false);
  const maySend = mayUse(useSession(), ['messages.send']);
  const send = useWriting(messageRoutes.send);
  const time = (instant: string) => shortTime(instant, now, language);
  const times = { promised: time(order.promisedAt), expected: time(order.expectedAt) };
  const message = say('messageFor', { plate: order.plate, ...times });
  const body = { channel: 'sms' as const, purpose: 'service' as const, body: message };
  const post = () =>
    send.mutate(
      { params: { customerId: order.customerId }, body },
      { onSuccess: () => tell(say('sent')) },
    );
  return (
    <div className="dispatch-late-row">
      <Link to={`/service-orders/${order.orderId}` as never}>
        <PlateTag plate={order.plate} />
      </Link>
      <span>{say('expected', { time: times.expected, promised: times.promised })}</span>
      <span className="soft">
        {say('remaining', { time: spoken(order.remainingMinutes) })} · {order.advisorName}
      </span>
      <Button size="small" onClick={() => setIsOpen(!isOpen)}>
        {say('tellCustomer')}
      </Button>
      {isOpen && maySend && (
        <Button size="small" type="primary" loading={send.isPending} onClick={post}>
          {say('sendMessage')}
        </Button>
      )}
      <ProblemNote problem={send.error} onAgain={send.again} />
      {isOpen && <Input.TextArea readOnly rows={2} value={message} className="dispatch-message" />}
    </div>
  );
}
