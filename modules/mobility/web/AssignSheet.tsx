import { Form, Input } from 'antd';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { clockOf, dayOf, instantOf, soon } from '#web/shopClock.ts';
import { tripRoutes as routes, type Trip } from '../contract.ts';
import { DriverField } from './DriverField.tsx';
import { useMobilityWords } from './useMobilityWords.ts';

interface Typed {
  driverId: string;
  day: string;
  time: string;
}

/** Who goes, and by when: for a trip that came to nothing a new time. */
export function AssignSheet({ of, onClose }: { of: Trip; onClose: () => void }) {
  const { say } = useMobilityWords();
  const assign = useWriting(routes.assign, { touches: ['trips'] });
  const required = [{ required: true, message: say('required') }];
  const isPast = new Date(of.arriveBy) <= now();
  const at = isPast ? soon(now()) : { day: dayOf(of.arriveBy), time: clockOf(of.arriveBy) };
  const submit = ({ driverId, day, time }: Typed) => {
    const arriveBy = instantOf(day, time);
    const isMoved = dayOf(of.arriveBy) !== day || clockOf(of.arriveBy) !== time;
    assign.mutate(
      {
        params: { tripId: of.id },
        body: { driverId, ...(isMoved && { arriveBy }) },
        version: of.version,
      },
      { onSuccess: onClose },
    );
  };
  return (
    <SheetForm title={say('assign')} onClose={onClose}>
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...at, driverId: of.driverId ?? undefined }}
        onFinish={submit}
      >
        <ProblemNote problem={assign.error} onAgain={assign.again} />
        <Form.Item name="driverId" label={say('driver')} rules={required}>
          <DriverField />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="day" label={say('day')} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="time" label={say('time')} rules={required}>
            <Input type="time" step={300} />
          </Form.Item>
        </div>
        <FormEnd isBusy={assign.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
