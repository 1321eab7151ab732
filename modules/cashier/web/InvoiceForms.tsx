import { Button, Form, Input, Radio } from 'antd';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { YuanField } from '#web/YuanField.tsx';
import {
  type Invoice,
  type InvoiceOfOrder,
  invoiceKinds,
  cashierRoutes as routes,
} from '../contract.ts';
import { useCashierWords } from './useCashierWords.ts';

type Title = BodyOf<typeof routes.askInvoice>;
const touches = { touches: ['invoices', 'service-orders'] };

/** What the customer says at the till goes onto the invoice. */
export function InvoiceForm({ of, onDone }: { of: InvoiceOfOrder; onDone: () => void }) {
  const { say } = useCashierWords();
  const [form] = Form.useForm<Title>();
  const before = of.invoice;
  const kind = Form.useWatch('kind', form) ?? before?.kind ?? 'person';
  const send = useWriting(routes.askInvoice, touches);
  const { orderId, customerName } = of;
  const needed = [{ required: true, whitespace: true, message: say('needed') }];
  const field = (name: keyof Title, label: string, maxLength: number) => (
    <Form.Item name={name} label={label}>
      <Input maxLength={maxLength} autoComplete="off" />
    </Form.Item>
  );
  const start = before ?? { kind: 'person', title: customerName };
  return (
    <Form<Title>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onFinish={(body) => send.mutate({ params: { orderId }, body }, { onSuccess: onDone })}
    >
      <ProblemNote problem={send.error} form={form} onAgain={send.again} />
      <Form.Item name="kind" label={say('invoiceKind')}>
        <Radio.Group
          optionType="button"
          options={invoiceKinds.map((value) => ({ value, label: say(`invoice_${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="title" label={say('invoiceTitle')} rules={needed}>
        <Input maxLength={120} autoComplete="off" autoFocus />
      </Form.Item>
      {kind === 'company' && (
        <Form.Item name="taxNumber" label={say('taxNumber')} rules={needed}>
          <Input maxLength={40} autoComplete="off" className="figures" />
        </Form.Item>
      )}
      {field('email', say('invoiceMail'), 120)}
      {kind === 'company' && (
        <>
          <div className="form-pair">
            {field('address', say('invoiceAddress'), 200)}
            {field('phone', say('invoicePhone'), 40)}
          </div>
          <div className="form-pair">
            {field('bank', say('invoiceBank'), 120)}
            {field('account', say('invoiceAccount'), 40)}
          </div>
        </>
      )}
      <div className="form-end">
        {before && <Button onClick={onDone}>{say('cancel')}</Button>}
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {say('invoiceSave')}
        </Button>
      </div>
    </Form>
  );
}

type Issued = BodyOf<typeof routes.issueInvoice>;

/** What the tax office's program gave: number, day, amount. */
export function IssueForm(props: { of: InvoiceOfOrder; invoice: Invoice; onDone: () => void }) {
  const { of, invoice, onDone } = props;
  const { say } = useCashierWords();
  const [form] = Form.useForm<Issued>();
  const send = useWriting(routes.issueInvoice, touches);
  const params = { invoiceId: invoice.id };
  const needed = [{ required: true, message: say('needed') }];
  const today = dateIn('Asia/Shanghai', now());
  return (
    <Form<Issued>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ amountFen: of.settledFen ?? undefined, issuedOn: today }}
      onFinish={(body) =>
        send.mutate(
          { params, body: { ...body, number: body.number.trim() } },
          { onSuccess: onDone },
        )
      }
    >
      <ProblemNote problem={send.error} form={form} onAgain={send.again} />
      <Form.Item
        name="number"
        label={say('invoiceNumber')}
        rules={[
          { pattern: /^\s*(\d{8}|\d{20})\s*$/, required: true, message: say('invoiceDigits') },
        ]}
      >
        <Input maxLength={24} autoComplete="off" autoFocus className="figures" />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="amountFen" label={say('invoiceAmount')} rules={needed}>
          <YuanField prefix="¥" />
        </Form.Item>
        <Form.Item name="issuedOn" label={say('invoiceOn')} rules={needed}>
          <DayField max={today} />
        </Form.Item>
      </div>
      <div className="form-end">
        <Button onClick={onDone}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {say('invoiceIssue')}
        </Button>
      </div>
    </Form>
  );
}
