import { Button, Checkbox, Form, Input } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useDraft } from '#web/useDraft.ts';
import { grades, inspectionMethods, serviceOrderRoutes as routes } from '../../contract.ts';
import { Choice } from '../fields.tsx';
import { useOrderWords } from '../useOrderWords.ts';
import { type Finding, FindingRows, usualFindings } from './FindingRows.tsx';
import type { StepFormProps } from './NowToDo.tsx';
import { useStep } from './useStep.ts';

type Body = BodyOf<typeof routes.inspect>;

/** Round the vehicle with the tablet: a light for each place, words only where there is something to say. */
export function InspectForm(props: StepFormProps) {
  const { say, sayOf } = useOrderWords();
  const [form] = Form.useForm<Body>();
  const { take, problem, isPending, again } = useStep(routes.inspect, props);
  const draft = useDraft<Partial<Body>>(`service-order.inspect.${props.order.id}`, {
    methods: ['questions', 'look'],
    findings: usualFindings(say),
    grade: props.order.kind === 'maintenance' ? 'secondary' : 'minor',
  });
  return (
    <Form<Body>
      form={form}
      layout="vertical"
      className="wide-form"
      requiredMark={false}
      initialValues={draft.initial}
      onValuesChange={() => draft.keep(form.getFieldsValue(true))}
      onFinish={({ findings, ...body }) => {
        const seen = (findings as Finding[]).filter(({ item }) => item.trim() !== '');
        take({ ...body, findings: seen }, draft.clear);
      }}
    >
      <ProblemNote problem={problem} form={form} onAgain={again} />
      <Form.Item
        name="methods"
        label={say('methods')}
        rules={[{ required: true, message: say('required') }]}
      >
        <Checkbox.Group
          options={inspectionMethods.map((value) => ({ value, label: sayOf('method', value) }))}
        />
      </Form.Item>
      <Form.Item name="findings" label={say('findings')}>
        <FindingRows />
      </Form.Item>
      <Form.Item name="grade" label={say('grade')}>
        <Choice options={grades.map((each) => [each, sayOf('grade', each)])} />
      </Form.Item>
      <Form.Item name="note" label={say('note')}>
        <Input.TextArea maxLength={2000} className="grows" rows={2} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" loading={isPending}>
        {say('inspect')}
      </Button>
    </Form>
  );
}
