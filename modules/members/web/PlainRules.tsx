import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { memberRuleRoutes as routes } from '../contract.ts';
import { fourEyes, spendOrders } from '../lifecycle.ts';
import type { RuleCardProps } from './RulesPage.tsx';
import { useMemberWords } from './useMemberWords.ts';

type Rules = BodyOf<typeof routes.saveRules>;

function RuleForm<Name extends 'points' | 'prepaid' | 'refunds'>(props: {
  name: Name;
  title: string;
  value: NonNullable<Rules[Name]>;
  mayChange: boolean;
  children: ReactNode;
}) {
  const { name, title, value, mayChange, children } = props;
  const { say } = useMemberWords();
  const tell = useTell();
  const [form] = Form.useForm();
  const save = useWriting(routes.saveRules, { touches: ['memberships'] });
  const keep = (typed: object) =>
    save.mutate(
      { body: { [name]: { ...value, ...typed } } as Rules },
      { onSuccess: () => tell(say('saved')) },
    );
  return (
    <Card title={title}>
      <Form
        form={form}
        name={name}
        layout="vertical"
        disabled={!mayChange}
        initialValues={value}
        onFinish={keep}
      >
        <ProblemNote problem={save.error} form={form} onAgain={save.again} />
        <div className="member-rule-row">{children}</div>
        <Form.Item name="source" label={say('source')}>
          <Input maxLength={300} />
        </Form.Item>
        {mayChange && (
          <div className="form-end">
            <Button htmlType="submit" loading={save.isPending}>
              {say('save')}
            </Button>
          </div>
        )}
      </Form>
    </Card>
  );
}

const whole = (max: number, min = 0) => <InputNumber min={min} max={max} precision={0} />;

export function PointsCard({ rules, mayChange }: RuleCardProps) {
  const { say } = useMemberWords();
  return (
    <RuleForm name="points" title={say('pointsRule')} value={rules.points} mayChange={mayChange}>
      <Form.Item name="perYuan" label={say('perYuan')}>
        {whole(1000)}
      </Form.Item>
      <Form.Item name="fenPerPoint" label={say('fenPerPoint')}>
        {whole(10_000)}
      </Form.Item>
      <Form.Item name="validMonths" label={say('validMonths')}>
        {whole(120, 1)}
      </Form.Item>
    </RuleForm>
  );
}

export function PrepaidCard({ rules, mayChange }: RuleCardProps) {
  const { say, sayOf } = useMemberWords();
  return (
    <RuleForm name="prepaid" title={say('prepaidRule')} value={rules.prepaid} mayChange={mayChange}>
      <Form.Item name="spending" label={say('spending')}>
        <Select
          options={spendOrders.map((value) => ({ value, label: sayOf('spending', value) }))}
        />
      </Form.Item>
      <Form.Item name="giftMonths" label={say('giftMonths')}>
        <InputNumber min={1} max={120} precision={0} placeholder={say('forever')} />
      </Form.Item>
    </RuleForm>
  );
}

export function RefundCard({ rules, mayChange }: RuleCardProps) {
  const { say, sayOf } = useMemberWords();
  return (
    <RuleForm name="refunds" title={say('refundRule')} value={rules.refunds} mayChange={mayChange}>
      <Form.Item name="fourEyes" label={say('fourEyes')}>
        <Select options={fourEyes.map((value) => ({ value, label: sayOf('fourEyes', value) }))} />
      </Form.Item>
    </RuleForm>
  );
}
