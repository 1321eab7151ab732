import { Form, Input } from 'antd';
import type { ApiProblem } from '#shared/call.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useAppointmentWords } from './useAppointmentWords.ts';

/** A step that wants a few words: why it is cancelled, what he said on the telephone. */
export function WordsSheet(props: {
  title: string;
  label: string;
  problem: ApiProblem | null;
  isBusy: boolean;
  onWords: (words: string) => void;
  onClose: () => void;
}) {
  const { title, label, problem, isBusy, onWords, onClose } = props;
  const { say } = useAppointmentWords();
  const [form] = Form.useForm<{ words: string }>();
  return (
    <SheetForm title={title} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ words }) => onWords(words)}
      >
        <ProblemNote problem={problem} />
        <Form.Item
          name="words"
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
