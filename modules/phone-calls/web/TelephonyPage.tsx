import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { lazy, Suspense } from 'react';
import { InboundEndpoints } from '#modules/webhooks/web/index.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import '#web/form.css';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useTell } from '#web/Toasts.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { type Telephony, telephonyRoutes } from '../contract.ts';
import './phone-calls.css';
import { useSay } from './usePhoneWords.ts';

/** Whose telephone it is: brought once the settings stand there. */
const ExtensionsCard = lazy(async () => ({
  default: (await import('./ExtensionsCard.tsx')).ExtensionsCard,
}));

type Typed = BodyOf<typeof telephonyRoutes.setUp>;

/** How the shop's telephone system and this one speak: where to dial, where its events come in, whose telephone it is. */
export default function TelephonyPage() {
  const say = useSay();
  const { data, error } = useQuery(reading(telephonyRoutes.read, {}));
  const mayLetIn = mayUse(useSession(), ['apiKeys.manage']);
  return (
    <Page title={say('telephony')} note={say('telephonyLead')}>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="phone-settings">
          <SettingsForm known={data} />
          {mayLetIn && (
            <Card title={say('incoming')}>
              <div className="phone-sheet">
                <p className="soft">
                  {say('incomingHelp')} {say('protocol')}
                </p>
                <Suspense fallback={<Waiting />}>
                  <InboundEndpoints only="phoneCalls" />
                </Suspense>
              </div>
            </Card>
          )}
          <TestCard canTest={data.dialUrl !== ''} />
          <Suspense fallback={<Waiting />}>
            <ExtensionsCard />
          </Suspense>
        </div>
      )}
    </Page>
  );
}

function SettingsForm({ known }: { known: Telephony }) {
  const say = useSay();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const setUp = useWriting(telephonyRoutes.setUp);
  const save = ({ dialUrl = '', callBackMinutes }: Typed) =>
    setUp.mutate(
      { body: { dialUrl: dialUrl.trim(), callBackMinutes } },
      { onSuccess: () => tell(say('kept')) },
    );
  const { dialUrl, callBackMinutes } = known;
  return (
    <Card>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ dialUrl, callBackMinutes }}
        onFinish={save}
      >
        <ProblemNote problem={setUp.error} form={form} onAgain={setUp.again} />
        <Form.Item name="dialUrl" label={say('dialUrl')} extra={say('dialUrlHelp')}>
          <Input maxLength={400} autoComplete="off" inputMode="url" placeholder="https://…" />
        </Form.Item>
        <Form.Item
          name="callBackMinutes"
          label={say('callBackMinutes')}
          rules={[{ required: true, message: say('needed') }]}
        >
          <InputNumber min={5} max={2880} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={setUp.isPending}>
          {say('keep')}
        </Button>
      </Form>
    </Card>
  );
}

function TestCard({ canTest }: { canTest: boolean }) {
  const say = useSay();
  const tell = useTell();
  const test = useWriting(telephonyRoutes.test);
  return (
    <Card title={say('test')}>
      <div className="phone-sheet phone-test">
        <ProblemNote problem={test.error} onAgain={test.again} />
        <p className="soft">{say(canTest ? 'testLead' : 'testNeedsAddress')}</p>
        <Button
          disabled={!canTest}
          loading={test.isPending}
          onClick={() => test.mutate({}, { onSuccess: () => tell(say('testGood')) })}
        >
          {say('testGo')}
        </Button>
      </div>
    </Card>
  );
}
