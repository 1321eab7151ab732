import { Form, Input } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import { type Proposal, proposalRoutes } from '../contract.ts';
import { reminderWords } from '../locales/words.ts';

/** Why nobody is to be reminded of it any more. */
export function DismissSheet({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const say = useWords(reminderWords);
  const [form] = Form.useForm<{ reason: string }>();
  const dismiss = useWriting(proposalRoutes.dismiss);
  const save = ({ reason }: { reason: string }) =>
    dismiss.mutate(
      { params: { proposalId: proposal.id }, body: { reason: reason.trim() } },
      { onSuccess: onClose },
    );
  return (
    <SheetForm title={`${say('dismiss')}：${say(proposal.kind)}`} onClose={onClose}>
      <Form form={form} layout="vertical" onFinish={save}>
        <ProblemNote problem={dismiss.error} form={form} onAgain={dismiss.again} />
        <Form.Item
          name="reason"
          label={say('dismissReason')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input maxLength={200} placeholder={say('dismissHint')} autoComplete="off" />
        </Form.Item>
        <FormEnd isBusy={dismiss.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
