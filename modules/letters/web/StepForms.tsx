import { Button, Form, Input } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { letterRoutes } from '../contract.ts';
import { touches, useSay } from './useSay.ts';

export type ReasonStep = 'refuse' | 'takeBack' | 'withdraw';
const asks = { refuse: 'whyRefuse', takeBack: 'whyTakeBack', withdraw: 'whyWithdraw' } as const;

/** A step that needs a reason. */
export function WhyForm(props: { letterId: string; step: ReasonStep; onDone: () => void }) {
  const { letterId, step, onDone } = props;
  const say = useSay();
  const [form] = Form.useForm<{ reason: string }>();
  const writing = {
    refuse: useWriting(letterRoutes.refuse, touches),
    takeBack: useWriting(letterRoutes.takeBack, touches),
    withdraw: useWriting(letterRoutes.withdraw, touches),
  }[step];
  const submit = (body: { reason: string }) =>
    writing.mutate({ params: { letterId }, body }, { onSuccess: onDone });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
      <Form.Item
        name="reason"
        label={say(asks[step])}
        rules={[{ required: true, whitespace: true, message: say('needed') }]}
      >
        <Input maxLength={200} placeholder={say('whyHint')} autoComplete="off" autoFocus />
      </Form.Item>
      <End label={say(step)} isBusy={writing.isPending} onCancel={onDone} />
    </Form>
  );
}

/** Mail addresses are on no file: it is typed when the letter leaves. */
export function EmailForm({ letterId, onDone }: { letterId: string; onDone: () => void }) {
  const say = useSay();
  const [form] = Form.useForm<{ email: string }>();
  const send = useWriting(letterRoutes.send, touches);
  const submit = (body: { email: string }) =>
    send.mutate({ params: { letterId }, body }, { onSuccess: onDone });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <ProblemNote problem={send.error} form={form} onAgain={send.again} />
      <Form.Item
        name="email"
        label={say('emailTo')}
        rules={[{ required: true, whitespace: true, message: say('emailNeeded') }]}
      >
        <Input type="email" maxLength={200} autoComplete="off" autoFocus />
      </Form.Item>
      <End label={say('send')} isBusy={send.isPending} onCancel={onDone} />
    </Form>
  );
}

export function End(props: { label: string; isBusy: boolean; onCancel: () => void }) {
  const say = useSay();
  return (
    <div className="form-end">
      <Button onClick={props.onCancel}>{say('cancel')}</Button>
      <Button type="primary" htmlType="submit" loading={props.isBusy}>
        {props.label}
      </Button>
    </div>
  );
}
