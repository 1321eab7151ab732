import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { templateRoutes } from '../contract.ts';
import { templateWords } from '../locales/words.ts';
import { Filled } from './Preview.tsx';
import './template-desk.css';

interface Typed {
  templateId: string;
  address?: string;
}

/** Writing to one customer from an approved template: chosen, read as he will read it, sent. */
export default function TemplateMessage(props: {
  customer: { id: string; phone: string };
  onDone: () => void;
}) {
  const { customer, onDone } = props;
  const params = { customerId: customer.id };
  const say = useWords(templateWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const chosenId = Form.useWatch('templateId', form);
  const list = useQuery(reading(templateRoutes.usable, { params }));
  const send = useWriting(templateRoutes.send, { touches: ['archives', 'customers'] });
  if (list.error) return <ProblemNote problem={list.error} />;
  if (!list.data) return <p className="soft">{say('loading')}</p>;
  const { items } = list.data;
  if (items.length === 0) return <p className="soft">{say('noUsable')}</p>;
  const chosen = items.find(({ id }) => id === chosenId);
  const isBySms = chosen?.channel === 'sms';
  const isReady = chosen?.gaps.length === 0 && !(isBySms && customer.phone === '');
  const submit = (body: Typed) =>
    send.mutate(
      { params, body },
      {
        onSuccess: ({ state }) => {
          tell(say(state === 'held' ? 'sentHeld' : 'sentOff'));
          onDone();
        },
      },
    );
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <ProblemNote problem={send.error} form={form} onAgain={send.again} />
      <Form.Item name="templateId" label={say('choose')}>
        <Select
          placeholder={say('chooseHint')}
          options={items.map(({ id, name, channel, gaps }) => ({
            value: id,
            label: `${name} · ${say(channel)}${gaps.length > 0 ? ' ⚠' : ''}`,
          }))}
        />
      </Form.Item>
      {chosen && <Filled filled={chosen} />}
      {isBySms && (
        <p className={customer.phone ? 'soft' : 'template-desk-refused'}>
          {customer.phone ? say('phoneUsed', { phone: customer.phone }) : say('noPhone')}
        </p>
      )}
      {chosen && !isBySms && (
        <Form.Item
          name="address"
          label={say('address')}
          rules={[{ required: true, whitespace: true, message: say('needAddress') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
      <div className="form-end">
        <Button onClick={onDone}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={send.isPending}>
          {say('send')}
        </Button>
      </div>
    </Form>
  );
}
