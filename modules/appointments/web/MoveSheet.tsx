import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { type Appointment, appointmentRoutes as routes } from '../contract.ts';
import { TimeChoice } from './TimeChoice.tsx';
import { clockOf, dayOf, instantOf } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

interface Typed {
  day: string;
  time: string;
  plannedMinutes: number;
  reason?: string;
}

/** Another time: the free ones, or one's own. */
export function MoveSheet({ of, onClose }: { of: Appointment; onClose: () => void }) {
  const { say } = useAppointmentWords();
  const [form] = Form.useForm<Typed>();
  const [bayId, setBayId] = useState(of.bayId);
  const move = useWriting(routes.move);
  const day = Form.useWatch('day', form) ?? dayOf(of.startsAt);
  const time = Form.useWatch('time', form);
  const minutes = Form.useWatch('plannedMinutes', form) ?? of.plannedMinutes;
  const submit = ({ day: on, time: at, plannedMinutes, reason }: Typed) =>
    move.mutate(
      {
        params: { appointmentId: of.id },
        body: { startsAt: instantOf(on, at), bayId, plannedMinutes, ...(reason && { reason }) },
        version: of.version,
      },
      { onSuccess: onClose },
    );
  return (
    <SheetForm title={say('move')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          day: dayOf(of.startsAt),
          time: clockOf(of.startsAt),
          plannedMinutes: of.plannedMinutes,
        }}
        onFinish={submit}
      >
        <ProblemNote problem={move.error} form={form} onAgain={move.again} />
        <div className="form-three">
          <Form.Item name="day" label={say('day')}>
            <DayField />
          </Form.Item>
          <Form.Item name="time" label={say('time')}>
            <Input type="time" step={900} />
          </Form.Item>
          <Form.Item name="plannedMinutes" label={say('minutes')}>
            <InputNumber min={5} max={9600} precision={0} step={30} />
          </Form.Item>
        </div>
        <p className="soft">
          {of.bayName && bayId === of.bayId ? say('withBay', { bay: of.bayName }) : null}
          {bayId !== null && (
            <Button type="link" size="small" onClick={() => setBayId(null)}>
              {say('noBay')}
            </Button>
          )}
        </p>
        <TimeChoice
          kind={of.kind}
          minutes={minutes}
          from={day}
          chosen={time ? instantOf(day, time) : undefined}
          onChoose={(free) => {
            form.setFieldsValue({ day: dayOf(free.startsAt), time: clockOf(free.startsAt) });
            setBayId(free.bayId);
          }}
        />
        <Form.Item name="reason" label={say('reason')}>
          <Input maxLength={300} />
        </Form.Item>
        <FormEnd isBusy={move.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
