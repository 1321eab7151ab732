import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { StateTag } from '#web/StateTag.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type InboundEndpoint, inboundSources, inboundRoutes as routes } from '../contract.ts';
import { hookWords } from '../locales/screens.ts';
import { SecretShown } from './SecretShown.tsx';
import { hookTones } from './tones.ts';
import './webhooks.css';

type Source = InboundEndpoint['source'];

/** Where other programs hand something in: all of them, or those of one kind on the page that is about it. */
export function Inward({ only }: { only?: Source }) {
  const say = useWords(hookWords);
  const [isAdding, setIsAdding] = useState(false);
  const list = useQuery(reading(routes.list, { query: { limit: 200 } }));
  const shown = list.data?.items.filter(({ source }) => !only || source === only);
  return (
    <section className="hook-part">
      <header className="hook-head">
        {!only && <h2>{say('inward')}</h2>}
        {!only && <p className="soft">{say('inwardLead')}</p>}
        <Button onClick={() => setIsAdding(true)}>{say('addInward')}</Button>
      </header>
      <ProblemNote problem={list.error} />
      {shown?.length === 0 && (
        <EmptyState icon="download" title={say('inwardNone')} next={say('inwardNoneNext')} />
      )}
      {shown?.map((endpoint) => (
        <EndpointCard key={endpoint.id} endpoint={endpoint} />
      ))}
      {isAdding && <AddSheet only={only} onClose={() => setIsAdding(false)} />}
    </section>
  );
}

function EndpointCard({ endpoint }: { endpoint: InboundEndpoint }) {
  const say = useWords(hookWords);
  const language = useLanguage();
  const rotate = useWriting(routes.rotate);
  const turn = useWriting(endpoint.state === 'enabled' ? routes.disable : routes.enable);
  const { name, url, source, state, lastReceivedAt } = endpoint;
  const input = { params: { endpointId: endpoint.id } };
  const failed = [rotate, turn].find(({ error }) => error);
  return (
    <Card
      title={`${name} · ${say(source)}`}
      actions={
        <StateTag tone={hookTones[state]}>
          {say(state === 'enabled' ? 'inwardEnabled' : 'disabled')}
        </StateTag>
      }
    >
      <code className="hook-url">{url}</code>
      <p>
        {lastReceivedAt
          ? say('receivedLast', { at: shortTime(lastReceivedAt, now(), language) })
          : say('receivedNever')}
      </p>
      <ProblemNote problem={failed?.error ?? null} onAgain={failed?.again} />
      <div className="hook-actions">
        <Button loading={rotate.isPending} onClick={() => rotate.mutate(input)}>
          {say('rotate')}
        </Button>
        <Button loading={turn.isPending} onClick={() => turn.mutate(input)}>
          {say(state === 'enabled' ? 'disable' : 'enable')}
        </Button>
      </div>
      {rotate.data && (
        <Sheet title={say('secret')} onClose={rotate.reset}>
          <SecretShown secret={rotate.data.secret} isRotated onDone={rotate.reset} />
        </Sheet>
      )}
    </Card>
  );
}

function AddSheet({ only, onClose }: { only?: Source; onClose: () => void }) {
  const say = useWords(hookWords);
  const [form] = Form.useForm<{ name: string; source: Source }>();
  const add = useWriting(routes.add);
  return (
    <Sheet title={say('addInward')} onClose={onClose}>
      {add.data ? (
        <SecretShown secret={add.data.secret} url={add.data.endpoint.url} onDone={onClose} />
      ) : (
        <Form<{ name: string; source: Source }>
          form={form}
          layout="vertical"
          requiredMark={false}
          className="hook-sheet"
          initialValues={{ source: only ?? 'complaints' }}
          onFinish={({ name, source }) => add.mutate({ body: { name, source } })}
        >
          <ProblemNote problem={add.error} form={form} onAgain={add.again} />
          <Form.Item
            name="name"
            label={say('name')}
            rules={[{ required: true, whitespace: true, message: say('needName') }]}
          >
            <Input maxLength={60} placeholder={only === 'phoneCalls' ? 'PBX' : '12315 平台'} />
          </Form.Item>
          <Form.Item name="source" label={say('source')} hidden={only !== undefined}>
            <Radio.Group options={inboundSources.map((value) => ({ value, label: say(value) }))} />
          </Form.Item>
          <div className="form-end">
            <Button onClick={onClose}>{say('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={add.isPending}>
              {say('save')}
            </Button>
          </div>
        </Form>
      )}
    </Sheet>
  );
}
