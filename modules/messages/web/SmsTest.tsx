import { Button, Form, Input } from 'antd';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { smsRoutes } from '../contract.ts';
import { smsWords } from '../locales/words-sms.ts';

interface Typed {
  phone: string;
  providerTemplate: string;
  lines?: string;
}

/** Whether it works is seen at once, in the provider's own words when it does not. */
export function SmsTest({ isSetUp }: { isSetUp: boolean }) {
  const say = useWords(smsWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const test = useWriting(smsRoutes.testSms);
  const send = ({ lines = '', ...typed }: Typed) => {
    const values = lines.split('\n').filter((line) => line.trim() !== '');
    test.mutate(
      { body: { ...typed, values } },
      { onSuccess: () => tell(say('testSent', { phone: typed.phone })) },
    );
  };
  const needed = [{ required: true, whitespace: true, message: say('needed') }];
  return (
    <Card title={say('test')}>
      <p className="soft">{say('testLead')}</p>
      <Form form={form} layout="vertical" requiredMark={false} disabled={!isSetUp} onFinish={send}>
        <ProblemNote problem={test.error} form={form} onAgain={test.again} />
        <div className="form-pair">
          <Form.Item name="phone" label={say('testPhone')} rules={needed}>
            <Input maxLength={40} inputMode="tel" autoComplete="off" />
          </Form.Item>
          <Form.Item name="providerTemplate" label={say('testTemplate')} rules={needed}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="lines" label={say('testValues')}>
          <Input.TextArea rows={2} maxLength={700} />
        </Form.Item>
        <Button htmlType="submit" loading={test.isPending}>
          {say('testSend')}
        </Button>
      </Form>
    </Card>
  );
}
