import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { SecretField } from '#web/SecretField.tsx';
import '#web/form.css';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { type Mailbox, mailboxRoutes } from '../contract.ts';
import { usualDecideMinutes } from '../lifecycle.ts';
import './mail.css';
import { MailboxState } from './MailboxState.tsx';
import { useSay } from './said.ts';

type Typed = BodyOf<typeof mailboxRoutes.setUp>;
const mailAddress = /^[^@\s<>]+@[^@\s<>]+$/;
const usual: Partial<Typed> = {
  ...{ port: 993, isSecure: true, folder: 'INBOX', everyMinutes: 5 },
  ...{ decideMinutes: usualDecideMinutes, isActive: true, isAnswered: false },
};

/** From which mailbox mail is fetched; its password goes in and never comes out. */
export default function MailboxPage() {
  const say = useSay();
  const { data, error } = useQuery(
    reading(mailboxRoutes.read, {}, { follows: ['incoming-mails'] }),
  );
  return (
    <Page title={say('mailbox')} note={say('mailboxLead')}>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="mail-settings">
          {data.mailbox && <MailboxState mailbox={data.mailbox} />}
          <SettingsForm known={data.mailbox} />
        </div>
      )}
    </Page>
  );
}

function SettingsForm({ known }: { known: Mailbox | null }) {
  const say = useSay();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const [host, username] = [Form.useWatch('host', form), Form.useWatch('username', form)];
  const setUp = useWriting(mailboxRoutes.setUp, { touches: ['mailbox'] });
  const keepsPassword = known?.hasPassword && host === known.host && username === known.username;
  const save = ({ password, doneFolder = '', trustedServer = '', ...typed }: Typed) =>
    setUp.mutate(
      { body: { ...typed, doneFolder, trustedServer, ...(password && { password }) } },
      {
        onSuccess: () => {
          form.resetFields(['password']);
          tell(say('saved'));
        },
      },
    );
  const needed = [{ required: true, whitespace: true, message: say('needField') }];
  const neededNumber = [{ required: true, message: say('needField') }];
  return (
    <Card>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={known ?? usual}
        onFinish={save}
      >
        <ProblemNote problem={setUp.error} form={form} onAgain={setUp.again} />
        <Form.Item
          name="address"
          label={say('address')}
          rules={[{ required: true, pattern: mailAddress, message: say('addressWrong') }]}
        >
          <Input
            maxLength={200}
            inputMode="email"
            autoComplete="off"
            placeholder={say('addressHint')}
          />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="host" label={say('host')} rules={needed}>
            <Input maxLength={200} autoComplete="off" placeholder={say('hostHint')} />
          </Form.Item>
          <Form.Item name="port" label={say('port')} rules={neededNumber}>
            <InputNumber min={1} max={65_535} precision={0} />
          </Form.Item>
        </div>
        <Form.Item name="isSecure" valuePropName="checked">
          <Checkbox>{say('isSecure')}</Checkbox>
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="username" label={say('username')} rules={needed}>
            <Input maxLength={200} autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <Form.Item name="password" label={say('password')} extra={say('passwordHelp')}>
            <SecretField isKept={keepsPassword} />
          </Form.Item>
        </div>
        <div className="form-pair">
          <Form.Item name="folder" label={say('folder')} rules={needed}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="doneFolder" label={say('doneFolder')} extra={say('doneFolderHelp')}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </div>
        <div className="form-pair">
          <Form.Item name="everyMinutes" label={say('everyMinutes')} rules={neededNumber}>
            <InputNumber min={1} max={1440} precision={0} />
          </Form.Item>
          <Form.Item name="decideMinutes" label={say('decideMinutes')} rules={neededNumber}>
            <InputNumber min={15} max={1440} precision={0} />
          </Form.Item>
        </div>
        <Form.Item
          name="trustedServer"
          label={say('trustedServer')}
          extra={say('trustedServerHelp')}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="isAnswered" valuePropName="checked" extra={say('isAnsweredHelp')}>
          <Checkbox>{say('isAnswered')}</Checkbox>
        </Form.Item>
        <Form.Item name="isActive" valuePropName="checked">
          <Checkbox>{say('isActive')}</Checkbox>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={setUp.isPending}>
          {say('save')}
        </Button>
      </Form>
    </Card>
  );
}
