import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import type { BodyOf, ReplyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SecretField } from '#web/SecretField.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { messageRoutes } from '../contract.ts';
import { messageWords } from '../locales/words.ts';
import './messages.css';

type Typed = BodyOf<typeof messageRoutes.setUpEmail>;
type Known = ReplyOf<typeof messageRoutes.channels>['email'];

const mailAddress = /^[^@\s<>]+@[^@\s<>]+$/;
const usual = { port: 465, isSecure: true, username: '', fromName: '' };

/** By which mail server this house writes to its customers; its password goes in and never comes out. */
export default function EmailPage() {
  const say = useWords(messageWords);
  const shell = useWords(shellWords);
  const { data, error } = useQuery(reading(messageRoutes.channels, {}));
  return (
    <Page title={say('emailSettings')} note={say('emailLead')}>
      <ProblemNote problem={error} />
      {!data && !error && <p className="soft">{shell('loading')}</p>}
      {data && (
        <div className="message-settings">
          <ServerForm known={data.email} />
          <TestForm isSetUp={data.email !== null} />
        </div>
      )}
    </Page>
  );
}

function ServerForm({ known }: { known: Known }) {
  const say = useWords(messageWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const host = Form.useWatch('host', form);
  const setUp = useWriting(messageRoutes.setUpEmail);
  const keepsPassword = known?.hasPassword && host === known.host;
  const save = ({ password, ...typed }: Typed) =>
    setUp.mutate(
      { body: { ...typed, ...(password && { password }) } },
      {
        onSuccess: () => {
          form.resetFields(['password']);
          tell(say('saved'));
        },
      },
    );
  const needed = [{ required: true, whitespace: true, message: say('needField') }];
  const { hasPassword: _kept, ...start } = known ?? { ...usual, hasPassword: false };
  return (
    <Card>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={start}
        onFinish={save}
      >
        <ProblemNote problem={setUp.error} form={form} onAgain={setUp.again} />
        <div className="message-pair">
          <Form.Item name="host" label={say('host')} rules={needed}>
            <Input maxLength={200} placeholder={say('hostHint')} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="port"
            label={say('port')}
            rules={[{ required: true, message: say('needField') }]}
          >
            <InputNumber min={1} max={65_535} precision={0} />
          </Form.Item>
        </div>
        <Form.Item name="isSecure" valuePropName="checked">
          <Checkbox>{say('isSecure')}</Checkbox>
        </Form.Item>
        <Form.Item name="username" label={say('username')} extra={say('usernameHint')}>
          <Input maxLength={200} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={say('password')} extra={say('passwordHelp')}>
          <SecretField isKept={keepsPassword} />
        </Form.Item>
        <Form.Item
          name="from"
          label={say('from')}
          rules={[{ required: true, pattern: mailAddress, message: say('fromWrong') }]}
        >
          <Input maxLength={200} inputMode="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name="fromName" label={say('fromName')}>
          <Input maxLength={80} placeholder={say('fromNameHint')} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={setUp.isPending}>
          {say('save')}
        </Button>
      </Form>
    </Card>
  );
}

/** Whether it works is seen at once, in the mail server's own words when it does not. */
function TestForm({ isSetUp }: { isSetUp: boolean }) {
  const say = useWords(messageWords);
  const tell = useTell();
  const [form] = Form.useForm<{ address: string }>();
  const test = useWriting(messageRoutes.testEmail);
  const send = (body: { address: string }) =>
    test.mutate({ body }, { onSuccess: ({ address }) => tell(say('testSent', { address })) });
  return (
    <Card title={say('test')}>
      <p className="soft">{say('testLead')}</p>
      <Form form={form} layout="vertical" requiredMark={false} disabled={!isSetUp} onFinish={send}>
        <ProblemNote problem={test.error} form={form} onAgain={test.again} />
        <Form.Item
          name="address"
          label={say('testTo')}
          rules={[{ required: true, pattern: mailAddress, message: say('fromWrong') }]}
        >
          <Input maxLength={200} inputMode="email" autoComplete="email" />
        </Form.Item>
        <Button htmlType="submit" loading={test.isPending}>
          {say('testSend')}
        </Button>
      </Form>
    </Card>
  );
}
