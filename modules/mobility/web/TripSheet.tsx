import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { instantOf, soon } from '#web/shopClock.ts';
import { tripRoutes as routes, type Trip } from '../contract.ts';
import { type TripKind, tripKinds } from '../lifecycle.ts';
import { CarField, type KnownCar } from './CarField.tsx';
import { DriverField } from './DriverField.tsx';
import { useMobilityWords } from './useMobilityWords.ts';
import './mobility.css';

type Body = BodyOf<typeof routes.ask>;
interface Typed extends Omit<Body, 'arriveBy'> {
  day: string;
  time: string;
}

/** Arranges a trip: what for, which car, where, by when, and who goes if that is known. */
export function TripSheet(props: {
  kind?: TripKind;
  /** What it is about, where that is known. */
  of?: { orderId: string } | { appointmentId: string };
  onClose: (made?: Trip) => void;
}) {
  const { kind = 'pickUp', of, onClose } = props;
  const { say, sayOf } = useMobilityWords();
  const [form] = Form.useForm<Typed>();
  const [car, setCar] = useState<KnownCar | null>(null);
  const ask = useWriting(routes.ask);
  const chosen = Form.useWatch('kind', form) ?? kind;
  const required = [{ required: true, whitespace: true, message: say('required') }];
  const submit = ({ day, time, ...typed }: Typed) => {
    const given = Object.entries(typed).filter(([, value]) => value !== undefined && value !== '');
    const body = {
      ...Object.fromEntries(given),
      arriveBy: instantOf(day, time),
      ...of,
      ...(car && { vehicleId: car.id }),
    } as Body;
    ask.mutate({ body }, { onSuccess: (made) => onClose(made) });
  };
  return (
    <SheetForm title={say('newTrip')} onClose={() => onClose()}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind, ...soon(now(), kind === 'rescue' ? 30 : 60) }}
        onFinish={submit}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={ask.error} form={form} onAgain={ask.again} />
        {!of && <CarField car={car} onCar={setCar} />}
        <Form.Item name="kind" label={say('kind')}>
          <Radio.Group
            optionType="button"
            options={tripKinds.map((one) => ({ value: one, label: sayOf('kind', one) }))}
          />
        </Form.Item>
        <Form.Item name="address" label={say('address')} rules={required}>
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
        <p className="trip-by">{say(chosen === 'rescue' ? 'promisedBy' : 'arriveBy')}</p>
        <div className="form-pair">
          <Form.Item name="day" label={say('day')} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="time" label={say('time')} rules={required}>
            <Input type="time" step={300} />
          </Form.Item>
        </div>
        <Form.Item name="driverId" label={say('driver')}>
          <DriverField />
        </Form.Item>
        <FormEnd isBusy={ask.isPending} onCancel={() => onClose()} />
      </Form>
    </SheetForm>
  );
}
