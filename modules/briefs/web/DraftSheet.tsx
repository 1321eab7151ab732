import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { addDays, dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { briefRoutes, indicatorRoutes } from '../contract.ts';
import { periodGrains } from '../lifecycle.ts';
import { useSay } from './said.ts';

/** Of which period, and of which unit where there are several. */
export default function DraftSheet(props: {
  onClose: () => void;
  onMade: (briefId: string) => void;
}) {
  const { onClose, onMade } = props;
  const say = useSay();
  const tell = useTell();
  const [form] = Form.useForm<BodyOf<typeof briefRoutes.draft>>();
  const draft = useWriting(briefRoutes.draft);
  const { data } = useQuery(reading(indicatorRoutes.show, {}));
  const today = dateIn('Asia/Shanghai', now());
  // What is usually told of is the month that is over.
  const lastMonth = addDays(`${today.slice(0, 7)}-01`, -1);
  return (
    <SheetForm title={say('draftTitle')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ grain: 'month', on: lastMonth }}
        onFinish={({ grain, on, orgUnitId }) =>
          draft.mutate(
            { body: { grain, on, ...(orgUnitId && { orgUnitId }) } },
            {
              onSuccess: ({ id }) => {
                tell(say('drafted'));
                onMade(id);
              },
            },
          )
        }
      >
        <ProblemNote problem={draft.error} form={form} onAgain={draft.again} />
        <div className="form-pair">
          <Form.Item name="grain" label={say('kind')}>
            <Select
              options={periodGrains.map((grain) => ({
                value: grain,
                label: say(`brief_${grain}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="on"
            label={say('onDay')}
            rules={[{ required: true, message: say('need') }]}
          >
            <DayField max={today} />
          </Form.Item>
        </div>
        {data && data.units.length > 1 && (
          <Form.Item name="orgUnitId" label={say('unit')} initialValue={data.orgUnitId}>
            <Select
              options={data.units.map(({ id, name }) => ({ value: id, label: name }))}
              showSearch
              optionFilterProp="label"
            />
          </Form.Item>
        )}
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={draft.isPending}>
            {say('draftNow')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
    </SheetForm>
  );
}
