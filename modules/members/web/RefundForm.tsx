import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { formatFen } from '#shared/money.ts';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { memberRoutes as routes } from '../contract.ts';
import { type RefundGround, refundGrounds } from '../lifecycle.ts';
import { groundWord } from '../locales/words-refund.ts';
import type { ActFormProps } from './ActSheet.tsx';
import { SumList } from './SumList.tsx';
import { useMemberWords } from './useMemberWords.ts';

/** What can go back: each prepayment, each package; `t:` and `p:` tell them apart. */
function choicesOf({ membership }: Pick<ActFormProps, 'membership'>) {
  const money = membership.topUps.filter(({ isRefunded }) => !isRefunded);
  const packages = membership.packages.filter(({ isRefunded }) => !isRefunded);
  return [
    ...money.map(({ id, number, paidOn, paidFen }) => ({
      value: `t:${id}`,
      label: `${number} ${paidOn} ¥${formatFen(paidFen)}`,
    })),
    ...packages.map(({ id, name, number, paidFen }) => ({
      value: `p:${id}`,
      label: `${name} ${number} ¥${formatFen(paidFen)}`,
    })),
  ];
}

/** The computation stands before the request: both see what it comes to and why. */
export function RefundForm({ membership, onDone }: ActFormProps) {
  const { say, language } = useMemberWords();
  const choices = choicesOf({ membership });
  const [of, setOf] = useState(choices[0]?.value ?? '');
  const [ground, setGround] = useState<RefundGround>('consumerReason');
  const [hadSameService, setHad] = useState(false);
  const ask = useWriting(routes.askRefund);
  const which = of.startsWith('t:') ? { topUpId: of.slice(2) } : { packagePurchaseId: of.slice(2) };
  const query = { ...which, ground, ...(hadSameService && { hadSameService }) };
  const params = { membershipId: membership.id };
  const { data: sum, error } = useQuery({
    ...reading(routes.refundSum, { params, query }),
    enabled: of !== '',
  });
  if (choices.length === 0) return <p className="soft">{say('noMovements')}</p>;
  return (
    <Form<{ reason: string }>
      layout="vertical"
      onFinish={({ reason }) =>
        ask.mutate({ params, body: { ...query, reason } }, { onSuccess: onDone })
      }
    >
      <ProblemNote problem={ask.error ?? error} onAgain={ask.again} />
      <Form.Item label={say('refund')}>
        <Select value={of} options={choices} onChange={setOf} aria-label={say('refund')} />
      </Form.Item>
      <Form.Item label={say('ground')}>
        <Radio.Group
          value={ground}
          onChange={({ target }) => setGround(target.value)}
          options={refundGrounds.map((value) => ({ value, label: groundWord(language, value) }))}
        />
      </Form.Item>
      {ground === 'withinSevenDays' && (
        <Form.Item>
          <Checkbox checked={hadSameService} onChange={({ target }) => setHad(target.checked)}>
            {say('hadSameService')}
          </Checkbox>
        </Form.Item>
      )}
      {sum && !error && (
        <>
          <SumList steps={sum.steps} />
          <p className="soft">{sum.source}</p>
        </>
      )}
      <Form.Item
        name="reason"
        label={say('reason')}
        rules={[{ required: true, whitespace: true, message: say('needed') }]}
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <div className="form-end">
        <span className="soft">{say('askNote')}</span>
        <Button onClick={onDone}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={ask.isPending} disabled={!sum || !!error}>
          {say('askRefund')}
        </Button>
      </div>
    </Form>
  );
}
