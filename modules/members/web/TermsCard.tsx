import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { memberRuleRoutes as routes } from '../contract.ts';
import type { RuleCardProps } from './RulesPage.tsx';
import { useMemberWords } from './useMemberWords.ts';

const parts = ['content', 'price', 'refund', 'breach'] as const;

/** The written terms of prepayment, as customers sign them now. */
export function TermsCard({ rules: { terms }, mayChange }: RuleCardProps) {
  const { say } = useMemberWords();
  const [isWriting, setWriting] = useState(false);
  const edition = terms ? say('termsEdition', { edition: terms.edition }) : '';
  return (
    <Card
      title={`${say('terms')} ${edition}`}
      actions={mayChange && <Button onClick={() => setWriting(true)}>{say('newEdition')}</Button>}
    >
      {!terms && <p className="member-stopped">{say('termsNone')}</p>}
      {terms && (
        <dl className="member-terms-read">
          {parts.map((part) => (
            <div key={part}>
              <dt>{say(part === 'refund' ? 'refundWay' : part)}</dt>
              <dd>{terms[part]}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="soft">{say('termsKept')}</p>
      {isWriting && (
        <SheetForm title={say('newEdition')} onClose={() => setWriting(false)}>
          <TermsForm terms={terms} onDone={() => setWriting(false)} />
        </SheetForm>
      )}
    </Card>
  );
}

type Typed = BodyOf<typeof routes.writeTerms>;

function TermsForm(props: { terms: RuleCardProps['rules']['terms']; onDone: () => void }) {
  const { terms, onDone } = props;
  const { say } = useMemberWords();
  const [form] = Form.useForm<Typed>();
  const write = useWriting(routes.writeTerms, { touches: ['memberships'] });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={terms ?? {}}
      onFinish={(body) => write.mutate({ body }, { onSuccess: onDone })}
    >
      <ProblemNote problem={write.error} form={form} onAgain={write.again} />
      {parts.map((part) => (
        <Form.Item
          key={part}
          name={part}
          label={say(part === 'refund' ? 'refundWay' : part)}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input.TextArea className="grows" maxLength={part === 'content' ? 4000 : 2000} />
        </Form.Item>
      ))}
      <FormEnd isBusy={write.isPending} onCancel={onDone} />
    </Form>
  );
}
