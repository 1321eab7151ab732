import { Button, Form, Input } from 'antd';
import { formatFen } from '#shared/money.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { type PaidIn, cashierRoutes as routes } from '../contract.ts';
import { useCashierWords } from './useCashierWords.ts';

interface Typed {
  amountFen: number;
  reason: string;
}

/** How much of one payment goes back, and why; the way is that of the payment. */
export function RefundForm(props: { paid: PaidIn; aloneUpToFen: number; onDone: () => void }) {
  const { paid, aloneUpToFen, onDone } = props;
  const { say } = useCashierWords();
  const [form] = Form.useForm<Typed>();
  const touches = ['service-orders'];
  const ofPayment = useWriting(routes.refundPayment, { touches });
  const ofReceipt = useWriting(routes.refundReceipt, { touches });
  const send = (body: Typed) =>
    paid.kind === 'payment'
      ? ofPayment.mutate({ params: { paymentId: paid.id }, body }, { onSuccess: onDone })
      : ofReceipt.mutate({ params: { receiptId: paid.id }, body }, { onSuccess: onDone });
  const needed = [{ required: true, message: say('needed') }];
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ amountFen: paid.refundableFen }}
      onFinish={send}
    >
      <ProblemNote problem={ofPayment.error ?? ofReceipt.error} form={form} />
      <p className="soft">
        {say('refundNote', { way: say(`way_${paid.method}`), limit: formatFen(aloneUpToFen) })}
      </p>
      <div className="form-pair">
        <Form.Item name="amountFen" label={say('refundAmount')} rules={needed}>
          <YuanField prefix="¥" autoFocus />
        </Form.Item>
        <Form.Item
          name="reason"
          label={say('refundReason')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
      </div>
      <div className="form-end">
        <Button onClick={onDone}>{say('cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={ofPayment.isPending || ofReceipt.isPending}
        >
          {say('refund')}
        </Button>
      </div>
    </Form>
  );
}
