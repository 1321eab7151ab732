import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { BodyOf, ReplyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SecretField } from '#web/SecretField.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { wecomEndpoint, wecomRoutes } from '../contract.ts';
import { wecomWords } from '../locales/words-wecom.ts';
import './messages.css';

type Known = ReplyOf<typeof wecomRoutes.wecom>['wecom'];
type Typed = BodyOf<typeof wecomRoutes.setUpWecom>;

/** By which account customers are written to in WeChat, where their replies come in, and whether it works. */
export default function WecomPage() {
  const say = useWords(wecomWords);
  const { data, error } = useQuery(reading(wecomRoutes.wecom, {}));
  return (
    <Page title={say('wecomSettings')} note={say('wecomLead')}>
      <ProblemNote problem={error} />
      {!data && !error && <p className="soft">{say('loading')}</p>}
      {data && (
        <div className="message-settings">
          <AccountForm known={data.wecom} />
          <Callback url={data.callbackUrl} />
          <Check isSetUp={data.wecom !== null} />
        </div>
      )}
    </Page>
  );
}

function AccountForm({ known }: { known: Known }) {
  const say = useWords(wecomWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const setUp = useWriting(wecomRoutes.setUpWecom);
  const start = { endpoint: wecomEndpoint, ...known };
  const save = ({ endpoint, corpId, openKfid, secret, callbackToken, aesKey }: Typed) => {
    const secrets = {
      ...(secret && { secret }),
      ...(callbackToken && { callbackToken }),
      ...(aesKey && { aesKey }),
    };
    setUp.mutate(
      { body: { endpoint, corpId, openKfid, ...secrets } },
      {
        onSuccess: () => {
          form.resetFields(['secret', 'callbackToken', 'aesKey']);
          tell(say('saved'));
        },
      },
    );
  };
  const needed = [{ required: true, whitespace: true, message: say('needed') }];
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
        <Form.Item name="endpoint" label={say('endpoint')} rules={needed}>
          <Input maxLength={200} autoComplete="off" inputMode="url" />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="corpId" label={say('corpId')} rules={needed}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="openKfid" label={say('openKfid')} rules={needed}>
            <Input maxLength={64} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="secret" label={say('secret')} extra={say('secretHelp')}>
          <SecretField isKept={known?.hasSecret} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item
            name="callbackToken"
            label={say('callbackToken')}
            rules={[{ pattern: /^[A-Za-z0-9]{0,32}$/, message: say('tokenWrong') }]}
          >
            <SecretField maxLength={32} isKept={known?.hasCallback} />
          </Form.Item>
          <Form.Item
            name="aesKey"
            label={say('aesKey')}
            rules={[{ pattern: /^([A-Za-z0-9]{43})?$/, message: say('aesKeyWrong') }]}
          >
            <SecretField maxLength={43} isKept={known?.hasCallback} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={setUp.isPending}>
          {say('save')}
        </Button>
      </Form>
    </Card>
  );
}

function Callback({ url }: { url: string }) {
  const say = useWords(wecomWords);
  const tell = useTell();
  const copy = () => navigator.clipboard.writeText(url).then(() => tell(say('copied')));
  return (
    <Card
      title={say('callback')}
      actions={
        <Button size="small" onClick={copy}>
          {say('copy')}
        </Button>
      }
    >
      <p className="message-body">{url}</p>
      <p className="soft">{say('callbackHelp')}</p>
    </Card>
  );
}

function Check({ isSetUp }: { isSetUp: boolean }) {
  const say = useWords(wecomWords);
  const tell = useTell();
  const test = useWriting(wecomRoutes.testWecom);
  const check = () => test.mutate({}, { onSuccess: ({ name }) => tell(say('testGood', { name })) });
  return (
    <Card title={say('test')}>
      <ProblemNote problem={test.error} onAgain={test.again} />
      <p className="soft">{say('testLead')}</p>
      <Button disabled={!isSetUp} loading={test.isPending} onClick={check}>
        {say('testGo')}
      </Button>
    </Card>
  );
}
