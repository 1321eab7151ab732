import { Form, Input, Radio, Select } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import { reminderChoiceRoutes, reminderKinds } from '../contract.ts';
import { customersWords } from '../locales/words.ts';

type Typed = BodyOf<typeof reminderChoiceRoutes.choose>;

/** What the customer told us he wants to be reminded of no more, or again; a line of the ledger. */
export function ReminderForm(props: { customerId: string; onDone: () => void }) {
  const { customerId, onDone } = props;
  const say = useWords(customersWords);
  const [form] = Form.useForm<Typed>();
  const choose = useWriting(reminderChoiceRoutes.choose, { touches: ['archives', 'customers'] });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ kind: 'maintenance', isOn: false }}
      onFinish={(body) => choose.mutate({ params: { customerId }, body }, { onSuccess: onDone })}
    >
      <ProblemNote problem={choose.error} form={form} onAgain={choose.again} />
      <Form.Item name="kind" label={say('reminderKind')}>
        <Select
          options={reminderKinds.map((value) => ({ value, label: say(`reminder_${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="isOn">
        <Radio.Group
          options={[
            { value: false, label: say('turnOff') },
            { value: true, label: say('turnOn') },
          ]}
        />
      </Form.Item>
      <Form.Item name="evidence" label={say('evidence')} extra={say('evidenceHint')}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <FormEnd isBusy={choose.isPending} onCancel={onDone} />
    </Form>
  );
}
