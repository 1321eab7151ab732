import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { customersWords } from '#modules/customers/web/index.ts';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Facts } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type MessageTemplate, templateRoutes } from '../contract.ts';
import { templateWords } from '../locales/words.ts';
import { Preview } from './Preview.tsx';
import './template-desk.css';
import { TemplateFormLater } from './TemplateFormLater.tsx';

const touches = { touches: ['message-templates'] };

/** One edition: its words, who wrote and approved it, how it reads to a customer, what may be done next. */
export function TemplateSheet(props: {
  template: MessageTemplate;
  onOther: (templateId: string) => void;
  onClose: () => void;
}) {
  const { template, onOther, onClose } = props;
  const say = useWords(templateWords);
  const [doing, setDoing] = useState<'change' | 'refuse'>();
  const params = { templateId: template.id };
  const ask = useWriting(templateRoutes.ask, touches);
  const approve = useWriting(templateRoutes.approve, touches);
  const retire = useWriting(templateRoutes.retire, touches);
  const revise = useWriting(templateRoutes.revise, touches);
  const plain = { ask, approve, retire };
  const writings = { ...plain, revise };
  const busy = (Object.keys(writings) as (keyof typeof writings)[]).find(
    (step) => writings[step].isPending,
  );
  const problem = Object.values(writings).find(({ error }) => error)?.error ?? null;
  const step = (name: string) => {
    if (name === 'change' || name === 'refuse') setDoing(name);
    else if (name === 'revise') revise.mutate({ params }, { onSuccess: ({ id }) => onOther(id) });
    else plain[name as keyof typeof plain].mutate({ params });
  };
  if (doing === 'change') {
    const stop = () => setDoing(undefined);
    return <TemplateFormLater template={template} onClose={stop} onSaved={stop} />;
  }
  return (
    <SheetForm
      title={`${template.name} · ${say('editionOf', { edition: template.edition })}`}
      onClose={onClose}
    >
      <div className="template-desk-sheet">
        <ProblemNote problem={problem} />
        {template.refusal && (
          <p className="template-desk-refused">{say('refusedFor', { reason: template.refusal })}</p>
        )}
        {template.subject && <strong>{template.subject}</strong>}
        <p className="template-desk-text">{template.body}</p>
        <Story template={template} />
        {doing === 'refuse' ? (
          <RefuseForm templateId={template.id} onDone={() => setDoing(undefined)} />
        ) : (
          <div className="form-end">
            <StepButtons
              steps={template.steps}
              words={templateWords}
              busy={busy ?? null}
              onStep={step}
            />
          </div>
        )}
        <Preview templateId={template.id} />
      </div>
    </SheetForm>
  );
}

function Story({ template }: { template: MessageTemplate }) {
  const say = useWords(templateWords);
  const sayKind = useWords(customersWords);
  const language = useLanguage();
  const now = useNow();
  const at = (name: string | null, when: string | null) =>
    [name, when && shortTime(when, now, language)].filter(Boolean).join(' · ');
  const { channel, purpose, remindsOf, providerTemplate, providerSignature } = template;
  const facts: [string, string][] = [
    [say('state'), say(template.state)],
    [say('channel'), `${say(channel)} · ${say(purpose)}`],
    [say('remindsOf'), remindsOf && sayKind(`reminder_${remindsOf}`)],
    [say('providerTemplate'), [providerTemplate, providerSignature].filter(Boolean).join(' · ')],
    [say('unit'), template.orgUnitName],
    [say('writtenBy'), template.writtenByName ?? ''],
    [say('askedBy'), at(template.askedByName, template.askedAt)],
    [say('decidedBy'), at(template.decidedByName, template.decidedAt)],
  ];
  return <Facts facts={facts.filter(([, value]) => value !== '')} />;
}

function RefuseForm({ templateId, onDone }: { templateId: string; onDone: () => void }) {
  const say = useWords(templateWords);
  const [form] = Form.useForm<{ reason: string }>();
  const refuse = useWriting(templateRoutes.refuse, touches);
  const submit = (body: { reason: string }) =>
    refuse.mutate({ params: { templateId }, body }, { onSuccess: onDone });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <ProblemNote problem={refuse.error} form={form} onAgain={refuse.again} />
      <Form.Item
        name="reason"
        label={say('refuseWhy')}
        rules={[{ required: true, whitespace: true, message: say('needed') }]}
      >
        <Input maxLength={200} placeholder={say('refuseHint')} autoComplete="off" autoFocus />
      </Form.Item>
      <div className="form-end">
        <Button onClick={onDone}>{say('cancel')}</Button>
        <Button danger htmlType="submit" loading={refuse.isPending}>
          {say('refuse')}
        </Button>
      </div>
    </Form>
  );
}
