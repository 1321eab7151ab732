import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { peopleRoutes } from '#modules/people/contract.ts';
import { readFen } from '#shared/money.ts';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import { type Complaint, complaintRoutes } from '../contract.ts';
import type { ComplaintStep } from '../lifecycle.ts';
import { complaintWords } from '../locales/words.ts';
import { Chips } from './Chips.tsx';
import { GateList } from './GateList.tsx';
import { type StepField, stepForms } from './stepFields.ts';

function Handlers(props: {
  id?: string;
  isNeeded?: boolean;
  value?: string;
  onChange?: (id?: string) => void;
}) {
  const { id, isNeeded, value = '', onChange } = props;
  const say = useWords(complaintWords);
  const query = { permission: 'complaints.handle', state: 'active', limit: 200 } as const;
  const { data } = useQuery(reading(peopleRoutes.listEmployees, { query }));
  return (
    <select
      id={id}
      className="plain-field"
      value={value}
      onChange={({ target }) => onChange?.(target.value || undefined)}
    >
      <option value="">{say(isNeeded ? 'needChoice' : 'chooseHandler')}</option>
      {data?.items.map(({ id: employeeId, name, post }) => (
        <option key={employeeId} value={employeeId}>
          {[name, post].filter(Boolean).join(' · ')}
        </option>
      ))}
    </select>
  );
}

const fenOf = (typed: unknown): number | undefined => {
  const read = readFen(String(typed));
  return read.kind === 'money' ? read.fen : undefined;
};

const isAmount = (message: string) => async (_: unknown, typed: string | undefined) => {
  if (typed && fenOf(typed) === undefined) throw new Error(message);
};

function Field({ field, isFirst }: { field: StepField; isFirst: boolean }) {
  const say = useWords(complaintWords);
  const { name, label, kind, isNeeded, hint, options = [] } = field;
  const needed = say(kind === 'choice' || kind === 'handler' ? 'needChoice' : 'needWords');
  const hinted = hint && say(hint);
  const inputs = {
    words: (
      <Input.TextArea
        autoFocus={isFirst}
        maxLength={1000}
        rows={isFirst ? 3 : 2}
        placeholder={hinted}
      />
    ),
    line: <Input maxLength={500} placeholder={hinted} />,
    choice: (
      <Chips label={say(label)} options={options.map(([value, word]) => [value, say(word)])} />
    ),
    handler: <Handlers isNeeded={isNeeded} />,
    yuan: <Input className="complaint-short-input" inputMode="decimal" maxLength={12} />,
    days: (
      <Input
        className="complaint-short-input"
        inputMode="numeric"
        maxLength={3}
        placeholder={hinted}
      />
    ),
  };
  return (
    <Form.Item
      name={name}
      label={say(label)}
      rules={[
        ...(isNeeded ? [{ required: true, whitespace: kind === 'words', message: needed }] : []),
        ...(kind === 'yuan' ? [{ validator: isAmount(say('notAmount')) }] : []),
      ]}
    >
      {inputs[kind]}
    </Form.Item>
  );
}

/** What was typed, as the contract wants it: yuan in fen, days as a number, empty fields left out. */
function bodyOf(fields: readonly StepField[], typed: Record<string, unknown>): object {
  const given = fields.flatMap(({ name, kind }) => {
    const value = typed[name];
    if (value === undefined || value === '' || value === null) return [];
    if (kind === 'yuan') return [[name, fenOf(value)]];
    return [[name, kind === 'days' ? Number(value) : value]];
  });
  return Object.fromEntries(given);
}

/** A step of the case: its few lines in a sheet over the record; what is typed is kept until it is on record. */
export function StepSheet(props: {
  complaint: Complaint;
  step: Exclude<ComplaintStep, 'investigate'>;
  onClose: () => void;
}) {
  const { complaint, step, onClose } = props;
  const say = useWords(complaintWords);
  const tell = useTell();
  const { fields, lead, begin } = stepForms[step];
  const [form] = Form.useForm<Record<string, unknown>>();
  const draft = useDraft<Record<string, unknown>>(
    `complaint.${complaint.id}.${step}`,
    begin?.(complaint) ?? {},
  );
  const take = useWriting(complaintRoutes[step as 'note'], {
    touches: ['commitments', 'figures', 'notices'],
  });
  const submit = (typed: Record<string, unknown>) =>
    take.mutate(
      {
        params: { complaintId: complaint.id },
        body: bodyOf(fields, typed) as { words: string },
        version: complaint.version,
      },
      {
        onSuccess: () => {
          draft.clear();
          tell(say('done', { step: say(step) }));
          onClose();
        },
      },
    );
  const showsGate = step === 'close' || step === 'closeByException';
  return (
    <Sheet title={say(step)} onClose={onClose}>
      <Form
        form={form}
        name={step}
        className="complaint-step-form"
        layout="vertical"
        requiredMark={false}
        initialValues={draft.initial}
        onValuesChange={(_, typed) => draft.keep(typed)}
        onFinish={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        <ProblemNote problem={take.error} form={form} onAgain={take.again} />
        {showsGate && <GateList complaint={complaint} />}
        {lead && <p className="soft complaint-step-lead">{say(lead)}</p>}
        {fields.map((field, index) => (
          <Field key={field.name} field={field} isFirst={index === 0} />
        ))}
        <div className="complaint-form-end">
          <Button type="primary" htmlType="submit" loading={take.isPending}>
            {say(step)}
          </Button>
          <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </div>
      </Form>
    </Sheet>
  );
}
