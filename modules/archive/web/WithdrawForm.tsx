import { Form, Input } from 'antd';
import { paperRoutes } from '#modules/customers/contract.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import { timelineWords } from '../locales/words-timeline.ts';

/** Why a paper leaves the bag. */
export default function WithdrawForm({
  paperId,
  onClose,
}: {
  paperId: string;
  onClose: () => void;
}) {
  const say = useWords(timelineWords);
  const [form] = Form.useForm<{ reason: string }>();
  const withdraw = useWriting(paperRoutes.withdraw);
  return (
    <SheetForm title={say('withdraw')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        onFinish={(body) => withdraw.mutate({ params: { paperId }, body }, { onSuccess: onClose })}
      >
        <ProblemNote problem={withdraw.error} form={form} onAgain={withdraw.again} />
        <Form.Item
          name="reason"
          label={say('withdrawReason')}
          extra={say('withdrawHint')}
          rules={[{ required: true, whitespace: true, message: say('withdrawReason') }]}
        >
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
        <FormEnd isBusy={withdraw.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
