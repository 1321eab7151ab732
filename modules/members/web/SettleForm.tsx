import { Button, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { formatFen } from '#shared/money.ts';
import { useWriting } from '#web/api.ts';
import { Money } from '#web/Money.tsx';
import type { OrderToSettle } from '#web/module.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { type Membership, memberRoutes as routes } from '../contract.ts';
import { moneyMethods } from '../lifecycle.ts';
import { useMemberWords } from './useMemberWords.ts';

const oldParts = ['return', 'waive', 'none'] as const;

/** From the balance as much as there is, the rest in money: the sum always comes out to the fen. */
export function SettleForm(props: {
  order: OrderToSettle;
  membership: Membership;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { order, membership, onDone, onCancel } = props;
  const { say, sayOf } = useMemberWords();
  const settle = useWriting(routes.settle, { touches: ['service-orders', 'membership-liability'] });
  const totalFen = order.dueFen;
  const balance = membership.principalFen + membership.giftFen;
  const [prepaidFen, setPrepaid] = useState<number | undefined>(Math.min(balance, totalFen));
  const [points, setPoints] = useState<number | null>(null);
  const [itemId, setItem] = useState<string | null>(null);
  const [method, setMethod] = useState<(typeof moneyMethods)[number]>('wechat');
  const [parts, setParts] = useState<(typeof oldParts)[number]>();
  const items = membership.packages
    .filter(({ isRefunded }) => !isRefunded)
    .flatMap((each) => each.items)
    .filter(({ left }) => left > 0);
  const item = items.find(({ id }) => id === itemId);
  const perPoint = membership.points === 0 ? 0 : membership.pointsFen / membership.points;
  const packageFen = item ? Math.min(item.unitFen, totalFen) : 0;
  const pointsFen = Math.round((points ?? 0) * perPoint);
  const restFen = totalFen - (prepaidFen ?? 0) - packageFen - pointsFen;
  const send = () =>
    settle.mutate(
      {
        params: { membershipId: membership.id },
        body: {
          orderId: order.id,
          totalFen,
          oldParts: parts!,
          ...(prepaidFen && { prepaidFen }),
          ...(points && { points }),
          ...(item &&
            packageFen > 0 && {
              packages: [{ packageItemId: item.id, amountFen: packageFen }],
            }),
          payments: restFen > 0 ? [{ method, amountFen: restFen }] : [],
        },
      },
      { onSuccess: onDone },
    );
  return (
    <div className="member-settling">
      <ProblemNote problem={settle.error} onAgain={settle.again} />
      <p className="member-settle-total">
        {say('total')} <Money fen={totalFen} />
      </p>
      <Field label={`${say('useBalance')}（¥${formatFen(balance)}）`}>
        <YuanField
          value={prepaidFen}
          prefix="¥"
          aria-label={say('useBalance')}
          onChange={setPrepaid}
        />
      </Field>
      {membership.points > 0 && (
        <Field label={`${say('usePoints')}（${membership.points}）`}>
          <InputNumber
            value={points}
            min={1}
            max={membership.points}
            precision={0}
            aria-label={say('usePoints')}
            onChange={setPoints}
          />
        </Field>
      )}
      {items.length > 0 && (
        <Field label={say('usePackage')}>
          <Select
            allowClear
            value={itemId}
            aria-label={say('usePackage')}
            onChange={(value) => setItem(value ?? null)}
            options={items.map(({ id, name, left, unitFen }) => ({
              value: id,
              label: `${name}（${left}）¥${formatFen(unitFen)}`,
            }))}
          />
        </Field>
      )}
      <Field label={say('rest')}>
        <Money fen={restFen} />
        {restFen > 0 && (
          <Select
            value={method}
            aria-label={say('method')}
            onChange={setMethod}
            options={moneyMethods.map((value) => ({ value, label: sayOf('pay', value) }))}
          />
        )}
      </Field>
      <Field label={say('oldParts')}>
        <Radio.Group
          optionType="button"
          value={parts}
          aria-label={say('oldParts')}
          onChange={({ target }) => setParts(target.value)}
          options={oldParts.map((value) => ({ value, label: sayOf('old', value) }))}
        />
      </Field>
      <div className="form-end">
        <Button onClick={onCancel}>{say('cancel')}</Button>
        <Button
          type="primary"
          loading={settle.isPending}
          disabled={restFen < 0 || parts === undefined || restFen === totalFen}
          onClick={send}
        >
          {say('settleOrder')}
        </Button>
      </div>
    </div>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="member-field">
      <span>{label}</span>
      {children}
    </div>
  );
}
