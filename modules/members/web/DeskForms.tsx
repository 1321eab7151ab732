import { Form, Input, InputNumber, Select } from 'antd';
import { formatFen } from '#shared/money.ts';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd } from '#web/SheetForm.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { memberRoutes as routes } from '../contract.ts';
import type { ActFormProps } from './ActSheet.tsx';
import { useMemberWords } from './useMemberWords.ts';

interface SpendTyped {
  amountFen: number;
  listFen?: number;
  words: string;
}

/** Something paid at the desk from the balance, without an order. */
export function SpendForm({ membership, onDone }: ActFormProps) {
  const { say } = useMemberWords();
  const [form] = Form.useForm<SpendTyped>();
  const spend = useWriting(routes.spend, { touches: ['membership-liability'] });
  const params = { membershipId: membership.id };
  const balance = formatFen(membership.principalFen + membership.giftFen);
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={(body) => spend.mutate({ params, body }, { onSuccess: onDone })}
    >
      <ProblemNote problem={spend.error} form={form} onAgain={spend.again} />
      <div className="form-pair">
        <Form.Item
          name="amountFen"
          label={say('amount')}
          extra={`${say('balance')} ¥${balance}`}
          rules={[{ required: true, message: say('needed') }]}
        >
          <YuanField size="large" prefix="¥" />
        </Form.Item>
        <Form.Item name="listFen" label={say('listPrice')} extra={say('listHint')}>
          <YuanField size="large" prefix="¥" />
        </Form.Item>
      </div>
      <Form.Item
        name="words"
        label={say('what')}
        rules={[{ required: true, whitespace: true, message: say('needed') }]}
      >
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <FormEnd isBusy={spend.isPending} onCancel={onDone} />
    </Form>
  );
}

interface PointsTyped {
  points: number;
  reason: string;
}

export function PointsForm({ membership, onDone }: ActFormProps) {
  const { say } = useMemberWords();
  const [form] = Form.useForm<PointsTyped>();
  const correct = useWriting(routes.correctPoints);
  const params = { membershipId: membership.id };
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={(body) => correct.mutate({ params, body }, { onSuccess: onDone })}
    >
      <ProblemNote problem={correct.error} form={form} onAgain={correct.again} />
      <Form.Item
        name="points"
        label={say('pointsBy')}
        extra={say('pointsHint')}
        rules={[{ required: true, message: say('needed') }]}
      >
        <InputNumber precision={0} min={-10_000_000} max={10_000_000} />
      </Form.Item>
      <Reason />
      <FormEnd isBusy={correct.isPending} onCancel={onDone} />
    </Form>
  );
}

function Reason() {
  const { say } = useMemberWords();
  return (
    <Form.Item
      name="reason"
      label={say('reason')}
      rules={[{ required: true, whitespace: true, message: say('needed') }]}
    >
      <Input maxLength={300} autoComplete="off" />
    </Form.Item>
  );
}

const byRule = '';
interface TierTyped {
  tier: string;
  until?: string;
  reason: string;
}

export function TierForm({ membership, rules, onDone }: ActFormProps) {
  const { say } = useMemberWords();
  const [form] = Form.useForm<TierTyped>();
  const set = useWriting(routes.setTier);
  const save = ({ tier, until, reason }: TierTyped) =>
    set.mutate(
      {
        params: { membershipId: membership.id },
        body: { tier: tier === byRule ? null : tier, reason, until: until || null },
      },
      { onSuccess: onDone },
    );
  const options = [
    { value: byRule, label: say('byRule') },
    ...rules.tiers.map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ tier: membership.tier.key }}
      onFinish={save}
    >
      <ProblemNote problem={set.error} form={form} onAgain={set.again} />
      <div className="form-pair">
        <Form.Item name="tier" label={say('tier')}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="until" label={say('until')} extra={say('untilHint')}>
          <DayField />
        </Form.Item>
      </div>
      <Reason />
      <FormEnd isBusy={set.isPending} onCancel={onDone} />
    </Form>
  );
}
