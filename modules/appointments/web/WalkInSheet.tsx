import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { appointmentRoutes as routes } from '../contract.ts';
import { workKinds } from '../lifecycle.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';
import { type KnownCar, WhoField } from './WhoField.tsx';

type Body = BodyOf<typeof routes.walkIn>;

/** Somebody without an appointment stands there: he gets his place in the queue. */
export function WalkInSheet({ onClose }: { onClose: () => void }) {
  const { say, sayOf } = useAppointmentWords();
  const [form] = Form.useForm<Body>();
  const [car, setCar] = useState<KnownCar | null>(null);
  const add = useWriting(routes.walkIn, { touches: ['service-orders'] });
  const submit = (typed: Body) => {
    const given = Object.entries(typed).filter(([, value]) => value !== undefined && value !== '');
    const body = { ...Object.fromEntries(given), ...(car && { vehicleId: car.id }) } as Body;
    add.mutate({ body }, { onSuccess: onClose });
  };
  return (
    <SheetForm title={say('walkIn')} onClose={onClose}>
      <Form<Body>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'repair' }}
        onFinish={submit}
      >
        <ProblemNote problem={add.error} form={form} onAgain={add.again} />
        <WhoField car={car} onCar={setCar} />
        <Form.Item
          name="wish"
          label={say('wish')}
          rules={[{ required: true, whitespace: true, message: say('required') }]}
        >
          <Input maxLength={1000} />
        </Form.Item>
        <Form.Item name="kind" label={say('kind')}>
          <Select options={workKinds.map((one) => ({ value: one, label: sayOf('kind', one) }))} />
        </Form.Item>
        <FormEnd isBusy={add.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
