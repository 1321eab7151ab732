import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SecretField } from '#web/SecretField.tsx';
import { useTell } from '#web/Toasts.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { messageForms, type Platform, healthRecordRoutes as routes } from '../contract.ts';
import './health.css';
import { useHealthWords } from './useHealthWords.ts';

/** Where the house tells what was done to a car, and as whom; nothing leaves until it is turned on. */
export default function PlatformPage() {
  const { say } = useHealthWords();
  const { data, error } = useQuery(reading(routes.platform, {}));
  return (
    <Page
      title={say('platform')}
      actions={<Link to={'/health-records' as never}>{say('records')}</Link>}
    >
      <p className="soft">{say('platformLead')}</p>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="health-settings">
          <PlatformForm known={data.platform} />
          {data.platform && <SignInTest />}
        </div>
      )}
    </Page>
  );
}

type Typed = BodyOf<typeof routes.setUp>;

function PlatformForm({ known }: { known: Platform | null }) {
  const { say, sayOf } = useHealthWords();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const setUp = useWriting(routes.setUp, { touches: ['health-record-platform'] });
  const required = [{ required: true, whitespace: true, message: say('required') }];
  const { hasSecret = false, ...start } = known ?? {};
  const save = ({ secret, duplicateCode = '', ...typed }: Typed) =>
    setUp.mutate(
      { body: { ...typed, duplicateCode, ...(secret && { secret }) } },
      {
        onSuccess: () => {
          form.resetFields(['secret']);
          tell(say('saved'));
        },
      },
    );
  return (
    <Card>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ isOn: true, form: 'flat', successCode: '1', duplicateCode: '', ...start }}
        onFinish={save}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={setUp.error} form={form} onAgain={setUp.again} />
        <Form.Item name="form" label={say('form')}>
          <Radio.Group
            optionType="button"
            options={messageForms.map((value) => ({ value, label: sayOf('form', value) }))}
          />
        </Form.Item>
        <Form.Item name="tokenUrl" label={say('tokenUrl')} rules={required}>
          <Input maxLength={400} inputMode="url" autoComplete="off" />
        </Form.Item>
        <Form.Item name="recordUrl" label={say('recordUrl')} rules={required}>
          <Input maxLength={400} inputMode="url" autoComplete="off" />
        </Form.Item>
        <Form.Item name="companyName" label={say('companyName')} rules={required}>
          <Input maxLength={120} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="companyCode" label={say('companyCode')} rules={required}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="secret" label={say('secret')}>
            <SecretField isKept={hasSecret} />
          </Form.Item>
        </div>
        <div className="form-pair">
          <Form.Item name="successCode" label={say('successCode')} rules={required}>
            <Input maxLength={20} autoComplete="off" />
          </Form.Item>
          <Form.Item name="duplicateCode" label={say('duplicateCode')}>
            <Input maxLength={20} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="isOn" valuePropName="checked">
          <Checkbox>{say('isOn')}</Checkbox>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={setUp.isPending}>
          {say('save')}
        </Button>
      </Form>
    </Card>
  );
}

function SignInTest() {
  const { say } = useHealthWords();
  const tell = useTell();
  const test = useWriting(routes.test);
  return (
    <Card title={say('test')}>
      <p className="soft">{say('testLead')}</p>
      <ProblemNote problem={test.error} onAgain={test.again} />
      <Button
        loading={test.isPending}
        onClick={() => test.mutate({}, { onSuccess: () => tell(say('heard')) })}
      >
        {say('test')}
      </Button>
    </Card>
  );
}
