import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { dateIn, instantAt } from '#shared/dates.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type EmployeeDetail, peopleRoutes, staffRoutes } from '../contract.ts';
import { staffWords } from '../locales/staff.ts';
import { peopleWords } from '../locales/words.ts';
import './people.css';

interface Typed {
  standInId: string;
  fromOn: string;
  untilOn: string;
}
const zone = 'Asia/Shanghai';
/** Until the end of the day that is named: the first moment of the next one. */
const endOf = (day: string) => new Date(instantAt(zone, day, '00:00').getTime() + 86_400_000);

/** Whole days, as people speak of an absence: from Monday to Friday. */
export function NameStandInSheet(props: { absent: EmployeeDetail; onClose: () => void }) {
  const { absent, onClose } = props;
  const say = useWords(staffWords);
  const words = useWords(peopleWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const today = dateIn(zone, now());
  const others = useQuery(
    reading(peopleRoutes.listEmployees, { query: { state: 'active', limit: 200 } }),
  );
  const name = useWriting(staffRoutes.nameStandIn, { touches: ['stand-ins', 'follow-ups'] });
  const save = ({ standInId, fromOn, untilOn }: Typed) =>
    name.mutate(
      {
        params: { employeeId: absent.id },
        body: {
          standInId,
          fromAt: instantAt(zone, fromOn, '00:00').toISOString(),
          untilAt: endOf(untilOn).toISOString(),
        },
      },
      {
        onSuccess: ({ standInName, absentName }) => {
          tell(say('actsFor', { standIn: standInName, absent: absentName }));
          onClose();
        },
      },
    );
  const options = others.data?.items.filter(({ id }) => id !== absent.id);
  const needDay = [{ required: true, message: say('needDay') }];
  return (
    <Sheet title={say('nameStandInTitle', { name: absent.name })} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="person-key-sheet"
        initialValues={{ fromOn: today, untilOn: today }}
        onFinish={save}
      >
        <ProblemNote problem={name.error} form={form} onAgain={name.again} />
        <p className="soft">{say('nameStandInLead')}</p>
        <Form.Item
          name="standInId"
          label={say('standIn')}
          rules={[{ required: true, message: say('needStandIn') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={others.isPending}
            options={options?.map((one) => ({
              value: one.id,
              label: [one.name, one.post].filter(Boolean).join(' · '),
            }))}
          />
        </Form.Item>
        <div className="person-two-days">
          <Form.Item name="fromOn" label={say('fromOn')} rules={needDay}>
            <DayField />
          </Form.Item>
          <Form.Item name="untilOn" label={say('untilOn')} rules={needDay}>
            <DayField min={today} />
          </Form.Item>
        </div>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={name.isPending}>
            {say('nameStandIn')}
          </Button>
          <Button onClick={onClose}>{words('cancel')}</Button>
        </div>
      </Form>
    </Sheet>
  );
}
