import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { memberRuleRoutes as routes } from '../contract.ts';
import { rateKinds } from '../lifecycle.ts';
import type { RuleCardProps } from './RulesPage.tsx';
import { useMemberWords } from './useMemberWords.ts';

interface Typed {
  kind: (typeof rateKinds)[number];
  fromOn: string;
  percent: number;
  source: string;
}

/** The rates that interest is worked out with, each from its day; a later one is added, none is overwritten. */
export function RatesCard({ rules: { rates }, mayChange }: RuleCardProps) {
  const { say, sayOf } = useMemberWords();
  const [form] = Form.useForm<Typed>();
  const save = useWriting(routes.saveRules);
  const needed = [{ required: true, message: say('needed') }];
  const add = ({ percent, ...rest }: Typed) => {
    const rate = { ...rest, basisPoints: Math.round(percent * 100) };
    save.mutate({ body: { rates: [...rates, rate] } }, { onSuccess: () => form.resetFields() });
  };
  const shown = [...rates].sort((one, other) => other.fromOn.localeCompare(one.fromOn));
  return (
    <Card title={say('rates')}>
      <ul className="member-lines">
        {shown.map(({ kind, fromOn, basisPoints, source }) => (
          <li key={`${kind} ${fromOn}`}>
            <span>{sayOf('rate', kind)}</span>
            <strong className="figures">{(basisPoints / 100).toFixed(2)}%</strong>
            <span className="figures">{fromOn}</span>
            <span className="member-line-name soft">{source}</span>
          </li>
        ))}
      </ul>
      {mayChange && (
        <Form
          form={form}
          name="rates"
          layout="vertical"
          initialValues={{ kind: 'lpr1y' }}
          onFinish={add}
        >
          <ProblemNote problem={save.error} onAgain={save.again} />
          <div className="member-rule-row">
            <Form.Item name="kind" label={say('rates')}>
              <Select
                options={rateKinds.map((value) => ({ value, label: sayOf('rate', value) }))}
              />
            </Form.Item>
            <Form.Item name="fromOn" label={say('from')} rules={needed}>
              <DayField />
            </Form.Item>
            <Form.Item name="percent" label={say('percent')} rules={needed}>
              <InputNumber min={0} max={50} precision={2} />
            </Form.Item>
            <Form.Item name="source" label={say('source')} rules={needed}>
              <Input maxLength={300} />
            </Form.Item>
          </div>
          <div className="form-end member-rule-end">
            <Button htmlType="submit" loading={save.isPending}>
              {say('addRate')}
            </Button>
          </div>
        </Form>
      )}
    </Card>
  );
}
