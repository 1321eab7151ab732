import { Button, Form, Input } from 'antd';
import { FormEnd, SheetForm } from '#modules/customers/web/index.ts';
import type { ApiProblem } from '#shared/call.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useMobilityWords } from './useMobilityWords.ts';

/** Why nothing came of it: a usual reason by one tap, or in words. */
export function ReasonSheet(props: {
  title: string;
  label: string;
  usual: readonly string[];
  problem: ApiProblem | null;
  isBusy: boolean;
  onReason: (reason: string) => void;
  onClose: () => void;
}) {
  const { title, label, usual, problem, isBusy, onReason, onClose } = props;
  const { say } = useMobilityWords();
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <SheetForm title={title} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => onReason(reason)}
      >
        <ProblemNote problem={problem} />
        <div className="trip-usual">
          {usual.map((words) => (
            <Button key={words} onClick={() => form.setFieldsValue({ reason: words })}>
              {words}
            </Button>
          ))}
        </div>
        <Form.Item
          name="reason"
          label={label}
          rules={[{ required: true, whitespace: true, message: say('required') }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <FormEnd isBusy={isBusy} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
