import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { messageRuleRoutes } from '../contract.ts';
import { smsWords } from '../locales/words-sms.ts';

type Rules = BodyOf<typeof messageRuleRoutes.setRules>;

/** How many advertisements a customer gets at most, over all channels together. */
export function MessageRules() {
  const say = useWords(smsWords);
  const tell = useTell();
  const { data, error } = useQuery(reading(messageRuleRoutes.rules, {}));
  const set = useWriting(messageRuleRoutes.setRules);
  const save = (body: Rules) => set.mutate({ body }, { onSuccess: () => tell(say('rulesSaved')) });
  const needed = [{ required: true, message: say('needed') }];
  return (
    <Card title={say('rules')}>
      <p className="soft">{say('rulesLead')}</p>
      <ProblemNote problem={error ?? set.error} />
      {data && (
        <Form<Rules> layout="vertical" requiredMark={false} initialValues={data} onFinish={save}>
          <div className="form-pair">
            <Form.Item name="most" label={say('most')} rules={needed}>
              <InputNumber min={0} max={100} precision={0} />
            </Form.Item>
            <Form.Item name="days" label={say('days')} rules={needed}>
              <InputNumber min={1} max={365} precision={0} />
            </Form.Item>
          </div>
          <Button htmlType="submit" loading={set.isPending}>
            {say('save')}
          </Button>
        </Form>
      )}
    </Card>
  );
}
