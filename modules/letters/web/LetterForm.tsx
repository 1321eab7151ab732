import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Radio, Select } from 'antd';
import { templateRoutes, type UsableTemplate } from '#modules/message-templates/contract.ts';
import { messagePurposes } from '#modules/messages/contract.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useDraft } from '#web/useDraft.ts';
import { letterKinds, letterRoutes, letterWays } from '../contract.ts';
import './letters.css';
import { touches, useSay } from './useSay.ts';

type ByHand = BodyOf<typeof letterRoutes.write>;
interface Typed extends Omit<ByHand, 'language'> {
  templateId: string;
}
const handwritten = 'byHand';
const empty: Partial<Typed> = {
  kind: 'notice',
  way: 'post',
  purpose: 'service',
  templateId: handwritten,
};

/** A letter to one customer: from an approved template, or by hand. It opens where its steps stand. */
export default function LetterForm(props: {
  customer: { id: string };
  onDone: (letterId?: string) => void;
}) {
  const { customer, onDone } = props;
  const params = { customerId: customer.id };
  const say = useSay();
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  const draft = useDraft<Partial<Typed>>(`letter.${customer.id}`, empty);
  const templateId = Form.useWatch('templateId', form) ?? draft.initial.templateId;
  const list = useQuery(reading(templateRoutes.usable, { params }));
  const write = useWriting(letterRoutes.write, touches);
  const compose = useWriting(letterRoutes.compose, touches);
  const chosen = list.data?.items.find(({ id }) => id === templateId);
  const busy = chosen ? compose : write;
  const done = {
    onSuccess: ({ id }: { id: string }) => {
      draft.clear();
      onDone(id);
      void navigate({ to: '/letters', search: { open: id } as never });
    },
  };
  const save = ({ templateId: _chosen, purpose, subject, body, ...letter }: Typed) => {
    if (chosen) compose.mutate({ params, body: { ...letter, templateId: chosen.id } }, done);
    else {
      const language = 'zh-CN' as const;
      write.mutate({ params, body: { ...letter, purpose, subject, body, language } }, done);
    }
  };
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={draft.initial}
      onValuesChange={(_, typed) => draft.keep(typed)}
      onFinish={save}
    >
      <ProblemNote problem={busy.error} form={form} onAgain={busy.again} />
      <Choice name="kind" of={letterKinds} />
      <Choice name="way" of={letterWays} />
      <Form.Item name="templateId" label={say('words')}>
        <Select
          loading={list.isPending}
          options={[
            { value: handwritten, label: say('byHand') },
            ...(list.data?.items ?? []).map(({ id, name, gaps }) => ({
              value: id,
              label: gaps.length > 0 ? `${name} ⚠` : name,
            })),
          ]}
        />
      </Form.Item>
      {chosen ? <Filled template={chosen} /> : <OwnWords />}
      <div className="form-pair">
        <Form.Item name="recipient" label={say('recipient')} extra={say('recipientHint')}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="address" label={say('address')} extra={say('addressHint')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </div>
      <div className="form-end">
        <Button onClick={() => onDone()}>{say('cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          disabled={chosen !== undefined && chosen.gaps.length > 0}
          loading={busy.isPending}
        >
          {say('save')}
        </Button>
      </div>
    </Form>
  );
}

export function Choice(props: {
  name: 'kind' | 'way' | 'purpose';
  of: readonly (typeof letterKinds | typeof letterWays | typeof messagePurposes)[number][];
}) {
  const say = useSay();
  return (
    <Form.Item name={props.name} label={say(props.name)}>
      <Radio.Group
        optionType="button"
        options={props.of.map((value) => ({ value, label: say(value) }))}
      />
    </Form.Item>
  );
}

/** Purpose, subject and text in the writer's own words. */
export function OwnWords() {
  const say = useSay();
  const needed = [{ required: true, whitespace: true, message: say('needed') }];
  return (
    <>
      <Choice name="purpose" of={messagePurposes} />
      <Form.Item name="subject" label={say('subject')} rules={needed}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="body" label={say('body')} rules={needed}>
        <Input.TextArea rows={8} maxLength={4000} showCount />
      </Form.Item>
    </>
  );
}

function Filled({ template }: { template: UsableTemplate }) {
  const { name, subject, body, gaps } = template;
  const say = useSay();
  return (
    <div className="letter-words" role="status">
      <h3>{subject || name}</h3>
      <p>{body}</p>
      {gaps.length > 0 ? (
        <p className="letter-warn">
          {say('gaps', { words: gaps.map(({ word }) => word).join('、') })}
        </p>
      ) : (
        <p className="soft">{say('fromTemplate')}</p>
      )}
    </div>
  );
}
