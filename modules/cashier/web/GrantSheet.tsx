import { Form, InputNumber } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { type CustomerAccount, cashierRoutes as routes } from '../contract.ts';
import { useCashierWords } from './useCashierWords.ts';

interface Typed {
  limitFen: number;
  days: number;
}

/** How much a customer may have on account, and for how long. */
export default function GrantSheet(props: { account: CustomerAccount; onClose: () => void }) {
  const { account, onClose } = props;
  const { say } = useCashierWords();
  const [form] = Form.useForm<Typed>();
  const grant = useWriting(routes.grant);
  const params = { customerId: account.customerId };
  const { limitFen, days } = account.terms ?? { limitFen: undefined, days: 30 };
  const needed = [{ required: true, message: say('needed') }];
  return (
    <SheetForm title={`${say('grant')} · ${account.customerName}`} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ limitFen, days }}
        onFinish={(body) => grant.mutate({ params, body }, { onSuccess: onClose })}
      >
        <ProblemNote problem={grant.error} form={form} onAgain={grant.again} />
        <p className="soft">{say('grantNote')}</p>
        <div className="form-pair">
          <Form.Item name="limitFen" label={say('limitField')} rules={needed}>
            <YuanField prefix="¥" />
          </Form.Item>
          <Form.Item name="days" label={say('daysField')} rules={needed}>
            <InputNumber min={0} max={365} precision={0} />
          </Form.Item>
        </div>
        <FormEnd isBusy={grant.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
