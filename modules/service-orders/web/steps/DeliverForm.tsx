import { Button, Form, Input, InputNumber } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { serviceOrderRoutes as routes } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';
import type { StepFormProps } from './NowToDo.tsx';
import { useStep } from './useStep.ts';

type Body = BodyOf<typeof routes.deliver>;

/** Walked round the vehicle, explained, handed over; the follow-ups begin from here. */
export function DeliverForm(props: StepFormProps) {
  const { order } = props;
  const { say } = useOrderWords();
  const [form] = Form.useForm<Body>();
  const { take, problem, isPending, again } = useStep(routes.deliver, props);
  const final = order.inspections.findLast(({ gate, passed }) => gate === 'final' && passed);
  return (
    <Form<Body>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        acceptedBy: order.senderName || order.customerName,
        mileageKm: order.mileageKm,
      }}
      onFinish={(body) => take(body)}
    >
      <ProblemNote problem={problem} form={form} onAgain={again} />
      {final?.note && (
        <p className="order-notice-line">
          {say('precautions')}：{final.note}
        </p>
      )}
      {order.valuables && (
        <p className="order-notice-line">
          {say('valuables')}：{order.valuables}
        </p>
      )}
      <div className="order-field-row">
        <Form.Item
          name="acceptedBy"
          label={say('acceptedBy')}
          rules={[{ required: true, whitespace: true, message: say('required') }]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="mileageKm" label={say('mileageOut')}>
          <InputNumber min={0} max={9_999_999} precision={0} controls={false} suffix={say('km')} />
        </Form.Item>
      </div>
      <Button type="primary" size="large" htmlType="submit" loading={isPending}>
        {say('deliverNow')}
      </Button>
    </Form>
  );
}
