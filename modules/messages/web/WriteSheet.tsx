import { Button, Form, Input, Radio, Segmented } from 'antd';
import { Suspense, useState } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { useModules } from '#web/modules.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { carriedChannels, messagePurposes, messageRoutes } from '../contract.ts';
import { messageWords } from '../locales/words.ts';
import './messages.css';
import { WecomBinding } from './WecomBinding.tsx';

type Typed = BodyOf<typeof messageRoutes.send>;
const empty: Partial<Typed> = { channel: 'sms', purpose: 'service' };

interface Writing {
  customer: { id: string; name: string; phone: string };
  onClose: () => void;
}

/** A few lines to one customer: from an approved template, or by hand. What was typed stays while one looks at the other. */
export function WriteSheet(props: Writing) {
  const { customer, onClose } = props;
  const say = useWords(messageWords);
  const modules = useModules();
  const TemplateMessage = modules.find((module) => module.TemplateMessage)?.TemplateMessage;
  const LetterMessage = modules.find((module) => module.LetterMessage)?.LetterMessage;
  const [way, setWay] = useState<'byTemplate' | 'byHand' | 'byLetter'>(
    TemplateMessage ? 'byTemplate' : 'byHand',
  );
  const ways = LetterMessage
    ? (['byTemplate', 'byHand', 'byLetter'] as const)
    : (['byTemplate', 'byHand'] as const);
  return (
    <SheetForm title={say('writeTitle', { name: customer.name })} onClose={onClose}>
      <div className="message-write">
        {TemplateMessage && (
          <Segmented
            className="message-way"
            value={way}
            options={ways.map((value) => ({ value, label: say(value) }))}
            onChange={setWay}
          />
        )}
        {LetterMessage && way === 'byLetter' ? (
          <Suspense fallback={<Waiting />}>
            <LetterMessage customer={customer} onDone={onClose} />
          </Suspense>
        ) : TemplateMessage && way === 'byTemplate' ? (
          <Suspense fallback={<Waiting />}>
            <TemplateMessage customer={customer} onDone={onClose} />
          </Suspense>
        ) : (
          <ByHand {...props} />
        )}
      </div>
    </SheetForm>
  );
}

/** Whether it goes out now or is held, and why, is told at once. */
function ByHand({ customer, onClose }: Writing) {
  const say = useWords(messageWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const draft = useDraft<Partial<Typed>>(`message.${customer.id}`, empty);
  const channel = Form.useWatch('channel', form) ?? draft.initial.channel;
  const send = useWriting(messageRoutes.send, { touches: ['archives'] });
  const save = (body: Typed) =>
    send.mutate(
      { params: { customerId: customer.id }, body },
      {
        onSuccess: ({ state, waitingFor }) => {
          draft.clear();
          const isHeld = state === 'held' && waitingFor !== '';
          tell(isHeld ? say('sentHeld', { reason: say(waitingFor) }) : say('sentOff'));
          onClose();
        },
      },
    );
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={draft.initial}
      onValuesChange={(_, typed) => draft.keep(typed)}
      onFinish={save}
    >
      <ProblemNote problem={send.error} form={form} onAgain={send.again} />
      <Form.Item name="channel" label={say('channel')}>
        <Radio.Group
          optionType="button"
          options={carriedChannels.map((value) => ({ value, label: say(value) }))}
        />
      </Form.Item>
      {channel === 'wecom' && <WecomBinding customerId={customer.id} />}
      {channel === 'wecom' ? null : channel === 'sms' ? (
        <p className={customer.phone ? 'soft' : 'message-held'}>
          {customer.phone ? say('phoneUsed', { phone: customer.phone }) : say('noPhone')}
        </p>
      ) : (
        <Form.Item
          name="address"
          label={say('address')}
          rules={[{ required: true, whitespace: true, message: say('needAddress') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
      {channel === 'email' && (
        <Form.Item name="subject" label={say('subject')}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Form.Item
        name="body"
        label={say('body')}
        rules={[{ required: true, whitespace: true, message: say('needBody') }]}
      >
        <Input.TextArea rows={4} maxLength={5000} />
      </Form.Item>
      <Form.Item name="purpose" label={say('purpose')} extra={say('purposeHelp')}>
        <Radio.Group
          optionType="button"
          options={messagePurposes.map((value) => ({ value, label: say(value) }))}
        />
      </Form.Item>
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {say('send')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}
