import { Form, Input, Select } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { contactRoles, customerRoutes } from '../contract.ts';
import { customersWords } from '../locales/words.ts';
import { FormEnd } from './CustomerForm.tsx';

type Typed = BodyOf<typeof customerRoutes.addContact>;

/** Another person to talk to: the driver, who pays, the family. */
export function ContactForm(props: { customerId: string; onDone: () => void }) {
  const { customerId, onDone } = props;
  const say = useWords(customersWords);
  const [form] = Form.useForm<Typed>();
  const add = useWriting(customerRoutes.addContact, { touches: ['archives'] });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ role: 'driver' }}
      onFinish={(body) => add.mutate({ params: { customerId }, body }, { onSuccess: onDone })}
    >
      <ProblemNote problem={add.error} form={form} onAgain={add.again} />
      <div className="form-pair">
        <Form.Item name="role" label={say('role')}>
          <Select options={contactRoles.map((value) => ({ value, label: say(`role${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="name"
          label={say('name')}
          rules={[{ required: true, whitespace: true, message: say('nameNeeded') }]}
        >
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={say('phone')}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="note" label={say('note')}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <FormEnd isBusy={add.isPending} onCancel={onDone} />
    </Form>
  );
}
