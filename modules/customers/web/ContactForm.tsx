import { Form, Input, Select } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import { type Contact, contactRoles, customerRoutes } from '../contract.ts';
import { customersWords } from '../locales/words.ts';

type Typed = BodyOf<typeof customerRoutes.addContact>;
const touches = { touches: ['archives', 'customers'] };

/** Another person to talk to: the driver, who pays, the family. One on file is changed; his telephone is kept unless typed anew. */
export function ContactForm(props: {
  customerId: string;
  contact?: Contact;
  /** The customer's cars: somebody drives one of them, or pays for it (ARC-05). */
  vehicles?: readonly { id: string; plate: string; model: string }[];
  onDone: () => void;
}) {
  const { customerId, contact, vehicles = [], onDone } = props;
  const say = useWords(customersWords);
  const [form] = Form.useForm<Typed>();
  const add = useWriting(customerRoutes.addContact, touches);
  const change = useWriting(customerRoutes.changeContact, touches);
  const writing = contact ? change : add;
  const save = ({ phone, vehicleId, ...rest }: Typed) => {
    const body = { ...rest, vehicleId: vehicleId ?? null, ...(phone && { phone }) };
    if (!contact) return add.mutate({ params: { customerId }, body }, { onSuccess: onDone });
    const { id: contactId, version } = contact;
    change.mutate({ params: { contactId }, body, version }, { onSuccess: onDone });
  };
  const { role, name, note, vehicleId } = contact ?? {};
  const start = contact && { role, name, note, vehicleId };
  return (
    <Form form={form} layout="vertical" initialValues={start ?? { role: 'driver' }} onFinish={save}>
      <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
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
          <Input
            maxLength={40}
            inputMode="tel"
            autoComplete="off"
            placeholder={contact?.phone ? say('phoneKept', { phone: contact.phone }) : undefined}
          />
        </Form.Item>
      </div>
      {vehicles.length > 0 && (
        <Form.Item name="vehicleId" label={say('ofVehicle')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={say('ofAllVehicles')}
            options={vehicles.map(({ id, plate, model }) => ({
              value: id,
              label: [plate, model].filter(Boolean).join(' '),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="note" label={say('note')}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <FormEnd isBusy={writing.isPending} onCancel={onDone} />
    </Form>
  );
}
