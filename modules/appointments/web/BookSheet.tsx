import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { appointmentRoutes as routes } from '../contract.ts';
import { fetchings, partsStates, type WorkKind, ways, workKinds } from '../lifecycle.ts';
import { AdvisorField } from './AdvisorField.tsx';
import { TimeChoice } from './TimeChoice.tsx';
import { clockOf, dayOf, instantOf } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';
import { type KnownCar, WhoField } from './WhoField.tsx';

type Body = BodyOf<typeof routes.book>;
interface Typed extends Omit<Body, 'startsAt'> {
  day: string;
  time: string;
}

/** How long work usually takes, until the person on the telephone says otherwise. */
const usualMinutes = {
  maintenance: 90,
  repair: 120,
  body: 480,
  paint: 480,
  inspection: 60,
  wash: 30,
} as const satisfies Record<WorkKind, number>;

/** Books a time: who, what, how long, and when there is room. */
export function BookSheet(props: {
  on: string;
  startsAt?: string;
  bayId?: string;
  /** The car that it is about, where that is known. */
  known?: KnownCar;
  /** Closes; with the day that was booked. */
  onClose: (bookedOn?: string) => void;
}) {
  const { on, startsAt, bayId, known, onClose } = props;
  const { say, sayOf } = useAppointmentWords();
  const [form] = Form.useForm<Typed>();
  const [car, setCar] = useState<KnownCar | null>(known ?? null);
  const book = useWriting(routes.book);
  const kind = Form.useWatch('kind', form) ?? 'repair';
  const minutes = Form.useWatch('plannedMinutes', form) ?? usualMinutes.repair;
  const day = Form.useWatch('day', form) ?? on;
  const time = Form.useWatch('time', form);
  const fetching = Form.useWatch('fetching', form) ?? 'sendIn';
  const parts = Form.useWatch('parts', form) ?? 'notNeeded';
  const oneOf = (group: string, codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: sayOf(group, code) }));
  const submit = ({ day: chosenDay, time: chosenTime, ...typed }: Typed) => {
    const given = Object.entries(typed).filter(([, value]) => value !== undefined && value !== '');
    const body = { ...Object.fromEntries(given), startsAt: instantOf(chosenDay, chosenTime) };
    book.mutate(
      { body: { ...body, ...(car && { vehicleId: car.id }) } as Body },
      { onSuccess: (made) => onClose(dayOf(made.startsAt)) },
    );
  };
  const required = [{ required: true, message: say('required') }];
  return (
    <SheetForm title={say('newAppointment')} onClose={() => onClose()}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: 'repair',
          plannedMinutes: usualMinutes.repair,
          way: 'phone',
          fetching: 'sendIn',
          parts: 'notNeeded',
          day: startsAt ? dayOf(startsAt) : on,
          time: startsAt ? clockOf(startsAt) : undefined,
          bayId,
        }}
        onValuesChange={(changed: Partial<Typed>) =>
          changed.kind && form.setFieldsValue({ plannedMinutes: usualMinutes[changed.kind] })
        }
        onFinish={submit}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={book.error} form={form} onAgain={book.again} />
        <WhoField car={car} onCar={setCar} />
        <Form.Item name="wish" label={say('wish')} rules={[{ ...required[0]!, whitespace: true }]}>
          <Input.TextArea className="grows" rows={2} maxLength={1000} />
        </Form.Item>
        <div className="form-three">
          <Form.Item name="kind" label={say('kind')}>
            <Select options={oneOf('kind', workKinds)} />
          </Form.Item>
          <Form.Item name="plannedMinutes" label={say('minutes')} rules={required}>
            <InputNumber min={5} max={9600} precision={0} step={30} />
          </Form.Item>
          <Form.Item name="way" label={say('way')}>
            <Select options={oneOf('way', ways)} />
          </Form.Item>
        </div>
        <div className="form-pair">
          <Form.Item name="day" label={say('day')} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="time" label={say('time')} rules={required}>
            <Input type="time" step={900} />
          </Form.Item>
        </div>
        <Form.Item name="bayId" hidden>
          <Input />
        </Form.Item>
        <TimeChoice
          kind={kind}
          minutes={minutes}
          from={day}
          chosen={time ? instantOf(day, time) : undefined}
          onChoose={(free) =>
            form.setFieldsValue({
              day: dayOf(free.startsAt),
              time: clockOf(free.startsAt),
              bayId: free.bayId ?? undefined,
            })
          }
        />
        <div className="form-pair">
          <Form.Item name="fetching" label={say('fetching')}>
            <Select options={oneOf('fetching', fetchings)} />
          </Form.Item>
          <Form.Item name="parts" label={say('parts')}>
            <Select options={oneOf('parts', partsStates)} />
          </Form.Item>
        </div>
        <Form.Item name="advisorId" label={say('advisor')}>
          <AdvisorField />
        </Form.Item>
        {fetching !== 'sendIn' && (
          <Form.Item name="place" label={say('place')}>
            <Input maxLength={200} />
          </Form.Item>
        )}
        {parts !== 'notNeeded' && (
          <Form.Item name="partsNote" label={say('partsNote')}>
            <Input maxLength={300} />
          </Form.Item>
        )}
        <FormEnd isBusy={book.isPending} onCancel={() => onClose()} />
      </Form>
    </SheetForm>
  );
}
