import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { peopleRoutes } from '#modules/people/contract.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import type { Address } from '#web/useAddress.ts';
import { reviewRoutes } from '../contract.ts';
import { type Grain, grains } from '../lifecycle.ts';
import { useSay } from './said.ts';

/** Colleagues to choose from, by name. */
export function People(props: {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}) {
  const say = useSay();
  const query = { state: 'active', limit: 200 } as const;
  const { data } = useQuery(reading(peopleRoutes.listEmployees, { query }));
  return (
    <Select
      {...props}
      mode="multiple"
      optionFilterProp="label"
      maxCount={50}
      placeholder={say('choosePeople')}
      options={data?.items.map(({ id, name, post }) => ({
        value: id,
        label: [name, post].filter(Boolean).join(' · '),
      }))}
    />
  );
}

/** Which period the pack is of, and who is invited. */
export default function MakeSheet(props: {
  asked: Address;
  onClose: () => void;
  onMade: (reviewId: string) => void;
}) {
  const { asked, onClose, onMade } = props;
  const say = useSay();
  const tell = useTell();
  const [form] = Form.useForm<BodyOf<typeof reviewRoutes.make>>();
  const make = useWriting(reviewRoutes.make);
  const today = dateIn('Asia/Shanghai', now());
  const begin = { grain: (asked.grain ?? 'month') as Grain, on: asked.on ?? today };
  return (
    <SheetForm title={say('makePack')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={begin}
        onFinish={({ grain, on, employeeIds = [] }) => {
          const { orgUnitId } = asked;
          const body = {
            ...{ grain, on },
            ...(orgUnitId && { orgUnitId }),
            ...(employeeIds.length > 0 && { employeeIds }),
          };
          make.mutate(
            { body },
            {
              onSuccess: ({ id }) => {
                tell(say('made'));
                onMade(id);
              },
            },
          );
        }}
      >
        <ProblemNote problem={make.error} form={form} onAgain={make.again} />
        <div className="form-pair">
          <Form.Item name="grain" label={say('grain')}>
            <Select
              options={grains.map((grain) => ({ value: grain, label: say(`grain_${grain}`) }))}
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
        <Form.Item name="employeeIds" label={say('invited')}>
          <People />
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={make.isPending}>
            {say('make')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
    </SheetForm>
  );
}
