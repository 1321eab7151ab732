import { Form, Input, Select } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { type Appointment, appointmentRoutes as routes } from '../contract.ts';
import { fetchings, partsStates } from '../lifecycle.ts';
import { AdvisorField } from './AdvisorField.tsx';
import { useAppointmentWords } from './useAppointmentWords.ts';

type Body = BodyOf<typeof routes.change>;

/** What he wishes, whether the parts are there, whom he wants. */
export function ChangeSheet({ of, onClose }: { of: Appointment; onClose: () => void }) {
  const { say, sayOf } = useAppointmentWords();
  const [form] = Form.useForm<Body>();
  const change = useWriting(routes.change, { touches: ['service-orders'] });
  const { wish, parts, partsNote, fetching, place, advisorId } = of;
  const oneOf = (group: string, codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: sayOf(group, code) }));
  return (
    <SheetForm title={say('change')} onClose={onClose}>
      <Form<Body>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ wish, parts, partsNote, fetching, place, advisorId }}
        onFinish={(body) =>
          change.mutate(
            { params: { appointmentId: of.id }, body, version: of.version },
            { onSuccess: onClose },
          )
        }
      >
        <ProblemNote problem={change.error} form={form} onAgain={change.again} />
        <Form.Item
          name="wish"
          label={say('wish')}
          rules={[{ required: true, whitespace: true, message: say('required') }]}
        >
          <Input.TextArea className="grows" rows={2} maxLength={1000} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="parts" label={say('parts')}>
            <Select options={oneOf('parts', partsStates)} />
          </Form.Item>
          <Form.Item name="partsNote" label={say('partsNote')}>
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="fetching" label={say('fetching')}>
            <Select options={oneOf('fetching', fetchings)} />
          </Form.Item>
          <Form.Item name="place" label={say('place')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Form.Item name="advisorId" label={say('advisor')}>
          <AdvisorField />
        </Form.Item>
        <FormEnd isBusy={change.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
