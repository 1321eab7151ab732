import { Button, Form, Input, InputNumber } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { memberRuleRoutes as routes } from '../contract.ts';
import type { RuleCardProps } from './RulesPage.tsx';
import { useMemberWords } from './useMemberWords.ts';

type Typed = Required<Pick<BodyOf<typeof routes.saveRules>, 'tiers'>>;

/** From which sum of twelve months a tier is given, and what it brings. */
export function TiersCard({ rules, mayChange }: RuleCardProps) {
  const { say } = useMemberWords();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const save = useWriting(routes.saveRules, { touches: ['memberships'] });
  const keep = ({ tiers: typed }: Typed) => {
    const tiers = typed.map((tier, at) => ({ ...rules.tiers[at], ...tier }));
    save.mutate({ body: { tiers } }, { onSuccess: () => tell(say('saved')) });
  };
  return (
    <Card title={say('tiersRule')}>
      <Form
        form={form}
        layout="vertical"
        disabled={!mayChange}
        initialValues={{ tiers: rules.tiers }}
        onFinish={keep}
      >
        <ProblemNote problem={save.error} form={form} onAgain={save.again} />
        {rules.tiers.map((tier, at) => (
          <div key={tier.key} className="member-rule-row">
            <Form.Item name={['tiers', at, 'name']} label={say('tier')}>
              <Input maxLength={20} />
            </Form.Item>
            <Form.Item name={['tiers', at, 'fromFen']} label={say('fromFen')}>
              <YuanField prefix="¥" disabled={!mayChange || at === 0} />
            </Form.Item>
            <Form.Item name={['tiers', at, 'pointsPercent']} label={say('pointsPercent')}>
              <InputNumber min={0} max={1000} precision={0} />
            </Form.Item>
            <Form.Item name={['tiers', at, 'benefits']} label={say('benefits')}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name={['tiers', at, 'source']} label={say('source')}>
              <Input maxLength={300} />
            </Form.Item>
          </div>
        ))}
        {mayChange && (
          <div className="form-end member-rule-end">
            <Button htmlType="submit" loading={save.isPending}>
              {say('save')}
            </Button>
          </div>
        )}
      </Form>
    </Card>
  );
}
