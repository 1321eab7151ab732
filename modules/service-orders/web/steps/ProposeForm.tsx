import { Button, Form, Input } from 'antd';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { serviceOrderRoutes as routes } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';
import { useStep } from './useStep.ts';

interface Typed {
  description: string;
  finding: string;
}

/** What was seen, what to do: two lines, no price; the desk asks the customer (WSH-05). */
export function ProposeForm(props: { order: { id: string; version: number }; onDone: () => void }) {
  const { say } = useOrderWords();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const { take, problem, isPending, again } = useStep(routes.propose, props);
  const draft = useDraft<Partial<Typed>>(`service-order.propose.${props.order.id}`, {});
  const rules = [{ required: true, whitespace: true, message: say('required') }];
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      initialValues={draft.initial}
      onValuesChange={() => draft.keep(form.getFieldsValue())}
      onFinish={(body) =>
        take(body, () => {
          draft.clear();
          tell(say('toldFrontDesk'));
        })
      }
    >
      <ProblemNote problem={problem} form={form} onAgain={again} />
      <Form.Item name="finding" label={say('finding')} rules={rules}>
        <Input.TextArea
          autoFocus
          maxLength={500}
          className="grows"
          rows={2}
          placeholder={say('findingExample')}
        />
      </Form.Item>
      <Form.Item name="description" label={say('job')} rules={rules}>
        <Input maxLength={300} placeholder={say('itemExample')} />
      </Form.Item>
      <Button type="primary" htmlType="submit" className="order-wide-button" loading={isPending}>
        {say('toFrontDesk')}
      </Button>
    </Form>
  );
}
