import { Button, Form, Input } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useWords } from '#web/useWords.ts';
import type { genuineRoutes } from '../contract.ts';
import { genuineWords } from '../locales/words.ts';

type Withdrawing = typeof genuineRoutes.withdrawBatch | typeof genuineRoutes.withdrawCode;

/** Cannot be taken back: it says what follows and asks why. */
export function WithdrawSheet(props: {
  route: Withdrawing;
  params: { genuineBatchId: string } | { genuineCodeId: string };
  of: string;
  lead: string;
  onClose: () => void;
}) {
  const { route, params, of, lead, onClose } = props;
  const say = useWords(genuineWords);
  const [form] = Form.useForm<{ reason: string }>();
  const withdraw = useWriting(route, { touches: ['genuine-batches', 'genuine-codes'] });
  const submit = (body: { reason: string }) =>
    withdraw.mutate({ params, body } as never, { onSuccess: onClose });
  return (
    <Sheet title={`${say('withdraw')} · ${of}`} onClose={onClose}>
      <div className="genuine-desk-sheet">
        <p>{lead}</p>
        <Form form={form} layout="vertical" onFinish={submit}>
          <ProblemNote problem={withdraw.error} form={form} onAgain={withdraw.again} />
          <Form.Item
            name="reason"
            label={say('reason')}
            rules={[{ required: true, whitespace: true, message: say('needReason') }]}
          >
            <Input maxLength={200} autoComplete="off" placeholder={say('reasonHint')} />
          </Form.Item>
          <div className="form-end">
            <Button onClick={onClose}>{say('cancel')}</Button>
            <Button danger htmlType="submit" loading={withdraw.isPending}>
              {say('withdraw')}
            </Button>
          </div>
        </Form>
      </div>
    </Sheet>
  );
}
