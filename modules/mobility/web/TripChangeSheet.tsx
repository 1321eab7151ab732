import { Form, Input } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { tripRoutes as routes, type Trip } from '../contract.ts';
import { useMobilityWords } from './useMobilityWords.ts';

const fields = ['address', 'contactName', 'contactPhone', 'wish'] as const;
type Typed = Pick<Trip, (typeof fields)[number]>;

/** Where, whom and what for, until he sets out. Only what was typed anew is sent: what is shown masked stays as it is. */
export function TripChangeSheet({ of, onClose }: { of: Trip; onClose: () => void }) {
  const { say } = useMobilityWords();
  const change = useWriting(routes.change, { touches: ['trips'] });
  const submit = (typed: Typed) => {
    const anew = fields.filter((name) => (typed[name] ?? '') !== of[name]);
    if (anew.length === 0) return onClose();
    const body = Object.fromEntries(anew.map((name) => [name, typed[name] ?? '']));
    const { id: tripId, version } = of;
    return change.mutate({ params: { tripId }, body, version }, { onSuccess: onClose });
  };
  return (
    <SheetForm title={say('changeTrip')} onClose={onClose}>
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={Object.fromEntries(fields.map((name) => [name, of[name]]))}
        onFinish={submit}
      >
        <ProblemNote problem={change.error} onAgain={change.again} />
        <Form.Item
          name="address"
          label={say('address')}
          rules={[{ required: true, whitespace: true, message: say('required') }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="contactName" label={say('contactName')}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="contactPhone" label={say('contactPhone')}>
            <Input maxLength={40} inputMode="tel" />
          </Form.Item>
        </div>
        <Form.Item name="wish" label={say('wish')}>
          <Input.TextArea className="grows" rows={2} maxLength={1000} />
        </Form.Item>
        <FormEnd isBusy={change.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
