import { Form, Input } from 'antd';
import { FormEnd, SheetForm } from '#modules/customers/web/index.ts';
import type { ApiProblem } from '#shared/call.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useMemberWords } from './useMemberWords.ts';

/** Asks why, and then does it. */
export function ReasonSheet(props: {
  title: string;
  isBusy: boolean;
  problem: ApiProblem | null;
  onReason: (reason: string) => void;
  onClose: () => void;
}) {
  const { say } = useMemberWords();
  return (
    <SheetForm title={props.title} onClose={props.onClose}>
      <Form<{ reason: string }> layout="vertical" onFinish={({ reason }) => props.onReason(reason)}>
        <ProblemNote problem={props.problem} />
        <Form.Item
          name="reason"
          label={say('reason')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
        <FormEnd isBusy={props.isBusy} onCancel={props.onClose} />
      </Form>
    </SheetForm>
  );
}
