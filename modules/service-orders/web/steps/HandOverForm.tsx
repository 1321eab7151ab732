import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { peopleRoutes } from '#modules/people/contract.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { serviceOrderRoutes as routes } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';
import type { StepFormProps } from './NowToDo.tsx';
import { useStep } from './useStep.ts';

type Body = BodyOf<typeof routes.handOver>;

/** To a technician and a bay; left open, it is whoever takes it up. */
export function HandOverForm(props: StepFormProps) {
  const { say } = useOrderWords();
  const [form] = Form.useForm<Body>();
  const { take, problem, isPending, again } = useStep(routes.handOver, props);
  const query = { permission: 'serviceOrders.work', state: 'active', limit: 200 } as const;
  const able = useQuery(reading(peopleRoutes.listEmployees, { query }));
  const { technicianId, bay } = props.order;
  return (
    <Form<Body>
      form={form}
      layout="vertical"
      initialValues={{ technicianId: technicianId ?? undefined, bay }}
      onFinish={(body) => take(body)}
    >
      <ProblemNote problem={problem} form={form} onAgain={again} />
      <div className="order-field-row">
        <Form.Item name="technicianId" label={say('technician')}>
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            className="order-person-field"
            loading={able.isPending}
            options={able.data?.items.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="bay" label={say('bay')}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <Button type="primary" size="large" htmlType="submit" loading={isPending}>
        {say('handOver')}
      </Button>
    </Form>
  );
}
