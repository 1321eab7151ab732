import { Form, Input, Switch } from 'antd';
import { FormEnd, SheetForm } from '#modules/customers/web/index.ts';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Partner, subletPartnerRoutes as routes } from '../contract.ts';
import { useSubletWords } from './useSubletWords.ts';

type Typed = Pick<
  Partner,
  | 'name'
  | 'contactName'
  | 'contactPhone'
  | 'address'
  | 'trades'
  | 'qualification'
  | 'note'
  | 'isActive'
> & { qualificationUntil?: string };

/** A firm as it is on file. */
export function PartnerSheet({ of, onClose }: { of?: Partner; onClose: () => void }) {
  const { say } = useSubletWords();
  const [form] = Form.useForm<Typed>();
  const touches = { touches: ['sublet-partners'] };
  const add = useWriting(routes.add, touches);
  const change = useWriting(routes.change, touches);
  const submit = ({ isActive, qualificationUntil, ...told }: Typed) => {
    const body = { ...told, qualificationUntil: qualificationUntil || null };
    if (!of) {
      add.mutate({ body }, { onSuccess: onClose });
      return;
    }
    const { version } = of;
    change.mutate(
      { params: { partnerId: of.id }, body: { ...body, isActive }, version },
      { onSuccess: onClose },
    );
  };
  return (
    <SheetForm title={say(of ? 'changePartner' : 'newPartner')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={of && { ...of, qualificationUntil: of.qualificationUntil ?? undefined }}
        onFinish={submit}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={add.error ?? change.error} form={form} />
        <Form.Item
          name="name"
          label={say('name')}
          rules={[{ required: true, whitespace: true, message: say('required') }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="trades" label={say('trades')}>
          <Input maxLength={200} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="contactName" label={say('contactName')}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="contactPhone" label={say('contactPhone')}>
            <Input maxLength={40} inputMode="tel" />
          </Form.Item>
        </div>
        <Form.Item name="address" label={say('address')}>
          <Input maxLength={200} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="qualification" label={say('qualification')}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="qualificationUntil" label={say('qualificationUntil')}>
            <DayField />
          </Form.Item>
        </div>
        <Form.Item name="note" label={say('note')}>
          <Input maxLength={300} />
        </Form.Item>
        {of && (
          <Form.Item name="isActive" label={say('isActive')} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
        <FormEnd isBusy={add.isPending || change.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
