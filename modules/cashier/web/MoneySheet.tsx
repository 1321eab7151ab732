import { Form, Input, Select } from 'antd';
import type { ApiProblem } from '#shared/call.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { YuanField } from '#web/YuanField.tsx';
import type { MoneyMethod } from '../contract-vocabulary.ts';
import { useCashierWords } from './useCashierWords.ts';

export interface TypedMoney {
  amountFen: number;
  method: MoneyMethod;
  note?: string;
}

/** Money that comes in: how much, in which way. Enter takes it. */
export function MoneySheet(props: {
  title: string;
  hint: string;
  amountFen?: number;
  isBusy: boolean;
  problem: ApiProblem | null;
  onMoney: (typed: TypedMoney) => void;
  onClose: () => void;
}) {
  const { title, hint, amountFen, isBusy, problem, onMoney, onClose } = props;
  const { say, methods } = useCashierWords();
  const [form] = Form.useForm<TypedMoney>();
  return (
    <SheetForm title={title} onClose={onClose}>
      <Form<TypedMoney>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ amountFen, method: 'cash' }}
        onFinish={onMoney}
      >
        <ProblemNote problem={problem} form={form} />
        <p className="soft">{hint}</p>
        <div className="form-pair">
          <Form.Item
            name="amountFen"
            label={say('amount')}
            rules={[{ required: true, message: say('needed') }]}
          >
            <YuanField prefix="¥" />
          </Form.Item>
          <Form.Item name="method" label={say('method')}>
            <Select options={methods} />
          </Form.Item>
        </div>
        <Form.Item name="note" label={say('note')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <FormEnd isBusy={isBusy} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
