import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Radio } from 'antd';
import type { BodyOf, ReplyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SecretField } from '#web/SecretField.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { smsEndpoints, smsProviders, smsRoutes } from '../contract.ts';
import { smsWords } from '../locales/words-sms.ts';
import { MessageRules } from './MessageRules.tsx';
import './messages.css';
import { SmsTest } from './SmsTest.tsx';

type Known = ReplyOf<typeof smsRoutes.sms>['sms'];
type Body = BodyOf<typeof smsRoutes.setUpSms>;
type Typed = Omit<Body, 'priceLi'> & { yuan: number };

/** By whom text messages leave, what they cost, where reports come in; and how often customers are advertised to. */
export default function SmsPage() {
  const say = useWords(smsWords);
  const { data, error } = useQuery(reading(smsRoutes.sms, {}));
  return (
    <Page title={say('smsSettings')} note={say('smsLead')}>
      <ProblemNote problem={error} />
      {!data && !error && <p className="soft">{say('loading')}</p>}
      {data && (
        <div className="message-settings">
          <ProviderForm known={data.sms} />
          {data.sms && <Callback url={data.sms.callbackUrl} />}
          <SmsTest isSetUp={data.sms !== null} />
          <MessageRules />
        </div>
      )}
    </Page>
  );
}

function startOf(known: Known): Partial<Typed> {
  if (!known) {
    return {
      ...{ provider: 'aliyun', endpoint: smsEndpoints.aliyun, region: 'ap-guangzhou' },
      ...{ appId: '', yuan: 0.045 },
    };
  }
  const { hasSecret: _has, callbackUrl: _url, priceLi, ...fields } = known;
  return { ...fields, yuan: priceLi / 1000 };
}

function ProviderForm({ known }: { known: Known }) {
  const say = useWords(smsWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const start = startOf(known);
  const provider = Form.useWatch('provider', form) ?? start.provider ?? 'aliyun';
  const setUp = useWriting(smsRoutes.setUpSms);
  const save = ({ yuan, secret, ...typed }: Typed) => {
    const { appId = '', region = '' } = typed;
    const priceLi = Math.round(yuan * 1000);
    setUp.mutate(
      { body: { ...typed, appId, region, priceLi, ...(secret && { secret }) } },
      {
        onSuccess: () => {
          form.resetFields(['secret']);
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
        onValuesChange={({ provider: chosen }: Partial<Typed>) =>
          chosen && form.setFieldValue('endpoint', smsEndpoints[chosen])
        }
        onFinish={save}
      >
        <ProblemNote problem={setUp.error} form={form} onAgain={setUp.again} />
        <Form.Item name="provider" label={say('provider')}>
          <Radio.Group
            optionType="button"
            options={smsProviders.map((value) => ({ value, label: say(value) }))}
          />
        </Form.Item>
        <Form.Item name="endpoint" label={say('endpoint')} rules={needed}>
          <Input maxLength={200} autoComplete="off" inputMode="url" />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="keyId" label={say(`keyId_${provider}`)} rules={needed}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="secret" label={say(`secret_${provider}`)} extra={say('secretHelp')}>
            <SecretField isKept={known?.hasSecret} />
          </Form.Item>
        </div>
        {provider === 'tencent' && (
          <div className="form-pair">
            <Form.Item name="appId" label={say('appId')} rules={needed}>
              <Input maxLength={40} autoComplete="off" />
            </Form.Item>
            <Form.Item name="region" label={say('region')}>
              <Input maxLength={40} autoComplete="off" />
            </Form.Item>
          </div>
        )}
        <div className="form-pair">
          <Form.Item
            name="signature"
            label={say('signature')}
            extra={say('signatureHelp')}
            rules={needed}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="yuan"
            label={say('price')}
            extra={say('priceHelp')}
            rules={[{ required: true, message: say('needed') }]}
          >
            <InputNumber min={0} max={100} precision={3} step={0.005} />
          </Form.Item>
        </div>
        <Form.Item name="codeTemplate" label={say('codeTemplate')} extra={say('codeTemplateHelp')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={setUp.isPending}>
          {say('save')}
        </Button>
      </Form>
    </Card>
  );
}

function Callback({ url }: { url: string }) {
  const say = useWords(smsWords);
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
