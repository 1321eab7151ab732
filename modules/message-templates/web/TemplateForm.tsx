import { Button, Form, Input, type InputRef, Radio, Select } from 'antd';
import { useRef } from 'react';
import { reminderKinds } from '#modules/customers/contract.ts';
import { customersWords } from '#modules/customers/web/index.ts';
import { carriedChannels, messagePurposes } from '#modules/messages/contract.ts';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import {
  type MessageTemplate,
  templateLanguages,
  templateOccasions,
  templateRoutes,
} from '../contract.ts';
import { samples } from '../judge/samples.ts';
import { variableKeys, variables } from '../judge/variables.ts';
import { templateWords } from '../locales/words.ts';
import './template-desk.css';

type Typed = BodyOf<typeof templateRoutes.add>;
const empty: Partial<Typed> = {
  channel: 'sms',
  purpose: 'service',
  language: 'zh-CN',
  occasion: '',
  remindsOf: '',
};
const touches = { touches: ['message-templates'] };

/** A new template, or one that may still be changed. What is typed is kept until it is saved. */
export function TemplateForm(props: {
  template?: MessageTemplate;
  onClose: () => void;
  onSaved: (saved: { id: string }) => void;
}) {
  const { template, onClose, onSaved } = props;
  const say = useWords(templateWords);
  const sayKind = useWords(customersWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const draft = useDraft<Partial<Typed>>(`template.${template?.id ?? 'new'}`, template ?? empty);
  const channel = Form.useWatch('channel', form) ?? draft.initial.channel;
  const add = useWriting(templateRoutes.add, touches);
  const change = useWriting(templateRoutes.change, touches);
  const busy = template ? change : add;
  const done = {
    onSuccess: (saved: { id: string }) => {
      draft.clear();
      tell(say('saved'));
      onSaved(saved);
    },
  };
  const save = (body: Typed) => {
    if (!template) return add.mutate({ body }, done);
    const { id, version } = template;
    change.mutate({ params: { templateId: id }, body, version }, done);
  };
  const needed = [{ required: true, whitespace: true, message: say('needed') }];
  return (
    <SheetForm title={template ? template.name : say('add')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.initial}
        onValuesChange={(_, typed) => draft.keep(typed)}
        onFinish={save}
      >
        <ProblemNote problem={busy.error} form={form} onAgain={busy.again} />
        {!template && (
          <Samples
            onChoose={(sample) => {
              form.setFieldsValue(sample);
              draft.keep(form.getFieldsValue());
            }}
          />
        )}
        <Form.Item name="name" label={say('name')} rules={needed}>
          <Input maxLength={60} placeholder={say('nameHint')} autoComplete="off" />
        </Form.Item>
        <Choice name="channel" label={say('channel')} of={carriedChannels} />
        <Choice name="purpose" label={say('purpose')} of={messagePurposes} />
        <Choice name="language" label={say('language')} of={templateLanguages} />
        <Form.Item name="occasion" label={say('occasion')} extra={say('occasionHelp')}>
          <Radio.Group
            optionType="button"
            options={templateOccasions.map((value) => ({
              value,
              label: say(value === 'carReady' ? 'occasionCarReady' : 'occasionNone'),
            }))}
          />
        </Form.Item>
        <Form.Item name="remindsOf" label={say('remindsOf')} extra={say('remindsOfHint')}>
          <Select
            options={['' as const, ...reminderKinds].map((value) => ({
              value,
              label: value === '' ? say('remindsOfNone') : sayKind(`reminder_${value}`),
            }))}
          />
        </Form.Item>
        {channel === 'email' && (
          <Form.Item name="subject" label={say('subject')} rules={needed}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        )}
        <BodyField rules={needed} />
        {channel === 'sms' && (
          <div className="form-pair">
            <Form.Item
              name="providerTemplate"
              label={say('providerTemplate')}
              extra={say('providerTemplateHelp')}
            >
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="providerSignature"
              label={say('providerSignature')}
              extra={say('providerSignatureHelp')}
            >
              <Input maxLength={40} autoComplete="off" />
            </Form.Item>
          </div>
        )}
        <div className="form-end">
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy.isPending}>
            {say('save')}
          </Button>
        </div>
      </Form>
    </SheetForm>
  );
}

function Choice(props: {
  name: 'channel' | 'purpose' | 'language';
  label: string;
  of: readonly ('sms' | 'email' | 'wecom' | 'service' | 'marketing' | 'zh-CN' | 'en')[];
}) {
  const say = useWords(templateWords);
  return (
    <Form.Item name={props.name} label={props.label}>
      <Radio.Group
        optionType="button"
        options={props.of.map((value) => ({ value, label: say(value) }))}
      />
    </Form.Item>
  );
}

function Samples({ onChoose }: { onChoose: (sample: Partial<Typed>) => void }) {
  const say = useWords(templateWords);
  const choose = (key: string) => {
    const found = samples.find((sample) => sample.key === key);
    if (!found) return;
    const { key: _key, ...words } = found;
    const occasion = 'occasion' in words ? words.occasion : '';
    onChoose({ remindsOf: '', ...words, occasion, language: 'zh-CN' });
  };
  return (
    <Form.Item label={say('begin')}>
      <Select
        aria-label={say('begin')}
        placeholder={say('beginHint')}
        options={samples.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={choose}
      />
    </Form.Item>
  );
}

/** The text, with the variables to put in where the cursor stands. */
function BodyField({ rules }: { rules: object[] }) {
  const say = useWords(templateWords);
  const form = Form.useFormInstance<Typed>();
  const language = useLanguage();
  const box = useRef<InputRef & { resizableTextArea?: { textArea: HTMLTextAreaElement } }>(null);
  const put = (word: string) => {
    const area = box.current?.resizableTextArea?.textArea;
    const text: string = form.getFieldValue('body') ?? '';
    const at = area?.selectionStart ?? text.length;
    form.setFieldValue('body', `${text.slice(0, at)}{${word}}${text.slice(at)}`);
    area?.focus();
  };
  return (
    <>
      <Form.Item name="body" label={say('body')} rules={rules} extra={say('bodyHelp')}>
        <Input.TextArea ref={box as never} rows={5} maxLength={2000} showCount />
      </Form.Item>
      <div className="template-desk-variables">
        {variableKeys.map((key) => {
          const word = variables[key][language === 'en' ? 'en' : 'zh'];
          return (
            <Button key={key} size="small" onClick={() => put(word)}>
              {word}
            </Button>
          );
        })}
      </div>
    </>
  );
}
