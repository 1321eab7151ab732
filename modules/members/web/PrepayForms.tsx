import { Form, Input, Select } from 'antd';
import { formatFen } from '#shared/money.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd } from '#web/SheetForm.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { type MemberRules, memberRoutes as routes } from '../contract.ts';
import { moneyMethods } from '../lifecycle.ts';
import type { ActFormProps } from './ActSheet.tsx';
import { useMemberWords } from './useMemberWords.ts';

interface Agreed {
  method: (typeof moneyMethods)[number];
  signedBy: string;
}

/** What the customer signs before money is taken, and by whom it was signed (实施条例 22). */
function Agreement({ rules }: { rules: MemberRules }) {
  const { say, sayOf } = useMemberWords();
  const { terms, stop } = rules;
  return (
    <>
      {stop.isStopped && (
        <p className="member-stopped">{say('stopped', { reason: stop.reason })}</p>
      )}
      {!terms && <p className="member-stopped">{say('termsNone')}</p>}
      {terms && (
        <details className="member-terms">
          <summary>
            {say('terms')} · {say('termsEdition', { edition: terms.edition })}
          </summary>
          <dl>
            {(['content', 'price', 'refund', 'breach'] as const).map((part) => (
              <div key={part}>
                <dt>{say(part === 'refund' ? 'refundWay' : part)}</dt>
                <dd>{terms[part]}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <div className="form-pair">
        <Form.Item name="method" label={say('method')}>
          <Select options={moneyMethods.map((value) => ({ value, label: sayOf('pay', value) }))} />
        </Form.Item>
        <Form.Item
          name="signedBy"
          label={say('signedBy')}
          extra={say('signedHint')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  );
}

interface TopUpTyped extends Agreed {
  paidFen: number;
  giftFen?: number;
}

export function TopUpForm({ membership, rules, onDone }: ActFormProps) {
  const { say } = useMemberWords();
  const [form] = Form.useForm<TopUpTyped>();
  const topUp = useWriting(routes.topUp, { touches: ['membership-liability'] });
  const params = { membershipId: membership.id };
  const save = (typed: TopUpTyped) =>
    topUp.mutate(
      { params, body: { ...typed, termsId: rules.terms?.id ?? membership.id } },
      { onSuccess: onDone },
    );
  return (
    <Form form={form} layout="vertical" initialValues={{ method: 'wechat' }} onFinish={save}>
      <ProblemNote problem={topUp.error} form={form} onAgain={topUp.again} />
      <div className="form-pair">
        <Form.Item
          name="paidFen"
          label={say('paid')}
          rules={[{ required: true, message: say('needed') }]}
        >
          <YuanField size="large" prefix="¥" />
        </Form.Item>
        <Form.Item name="giftFen" label={say('giftGiven')}>
          <YuanField size="large" prefix="¥" />
        </Form.Item>
      </div>
      <Agreement rules={rules} />
      <FormEnd isBusy={topUp.isPending} onCancel={onDone} />
    </Form>
  );
}

interface BuyTyped extends Agreed {
  servicePackageId: string;
}

export function BuyForm({ membership, rules, onDone }: ActFormProps) {
  const { say } = useMemberWords();
  const [form] = Form.useForm<BuyTyped>();
  const buy = useWriting(routes.buyPackage, { touches: ['membership-liability'] });
  const offers = rules.packages.filter(({ isOffered }) => isOffered);
  const params = { membershipId: membership.id };
  const save = (typed: BuyTyped) =>
    buy.mutate(
      { params, body: { ...typed, termsId: rules.terms?.id ?? membership.id } },
      { onSuccess: onDone },
    );
  if (offers.length === 0) return <p className="soft">{say('noPackages')}</p>;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ method: 'wechat', servicePackageId: offers[0]!.id }}
      onFinish={save}
    >
      <ProblemNote problem={buy.error} form={form} onAgain={buy.again} />
      <Form.Item name="servicePackageId" label={say('packages')}>
        <Select
          options={offers.map(({ id, name, priceFen, items }) => ({
            value: id,
            label: `${name} ¥${formatFen(priceFen)}（${items
              .map((item) => `${item.name}×${item.uses}`)
              .join('，')}）`,
          }))}
        />
      </Form.Item>
      <Agreement rules={rules} />
      <FormEnd isBusy={buy.isPending} onCancel={onDone} />
    </Form>
  );
}
