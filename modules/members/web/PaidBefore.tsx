import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { formatFen } from '#shared/money.ts';
import { reading } from '#web/api.ts';
import type { OrderToSettle } from '#web/module.ts';
import { SheetForm } from '#web/SheetForm.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { memberRoutes as routes } from '../contract.ts';
import './members.css';
import { SettleForm } from './SettleForm.tsx';
import { useMemberWords } from './useMemberWords.ts';

/** At the settlement of an order: what its customer has as a member, and one press to pay from it. */
export default function PaidBefore(props: { order: OrderToSettle; onDone: () => void }) {
  const { order, onDone } = props;
  const { say } = useMemberWords();
  const [isOpen, setOpen] = useState(false);
  const mayTake = mayUse(useSession(), ['members.take']);
  const { data } = useQuery({
    ...reading(routes.ofCustomer, { params: { customerId: order.customerId } }),
    enabled: mayTake,
  });
  const membership = data?.membership;
  if (!membership) return null;
  const { principalFen, giftFen, points, packages, tier } = membership;
  const hasPackage = packages.some(({ items }) => items.some(({ left }) => left > 0));
  const balance = principalFen + giftFen;
  if (balance === 0 && points === 0 && !hasPackage) return null;
  return (
    <div className="member-paying">
      <span>
        <span className="member-tier">{tier.name}</span> {say('balance')} ¥{formatFen(balance)} ·{' '}
        {say('points')} {points}
      </span>
      <Button onClick={() => setOpen(true)}>{say('settle')}</Button>
      {isOpen && (
        <SheetForm
          title={`${say('settle')} · ${membership.customerName}`}
          onClose={() => setOpen(false)}
        >
          <SettleForm
            order={order}
            membership={membership}
            onCancel={() => setOpen(false)}
            onDone={onDone}
          />
        </SheetForm>
      )}
    </div>
  );
}
