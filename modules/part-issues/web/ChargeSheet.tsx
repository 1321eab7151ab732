import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { peopleRoutes } from '#modules/people/contract.ts';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { chargeCauses, partChargeRoutes } from '../contract.ts';
import { usePartWords } from './usePartWords.ts';

interface Typed {
  employeeId: string;
  name: string;
  cause: (typeof chargeCauses)[number];
  amountFen: number;
  reason: string;
}

/** Who lost or deliberately damaged which part, and what it costs. */
export function ChargeSheet(props: {
  orderId: string;
  names: readonly string[];
  onClose: () => void;
}) {
  const { orderId, names, onClose } = props;
  const { say, sayOf } = usePartWords();
  const [form] = Form.useForm<Typed>();
  const query = { permission: 'serviceOrders.see', state: 'active', limit: 200 } as const;
  const people = useQuery(reading(peopleRoutes.listEmployees, { query }));
  const writing = useWriting(partChargeRoutes.charge, { touches: ['part-charges'] });
  const required = [{ required: true, message: say('required') }];
  return (
    <SheetForm title={say('charge')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ cause: 'lost' }}
        onFinish={(body) => writing.mutate({ params: { orderId }, body }, { onSuccess: onClose })}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
        <p className="soft">{say('chargeNote')}</p>
        <Form.Item name="name" label={say('chargeWhat')} rules={required}>
          <Select
            showSearch
            options={[...new Set(names)].map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        <Form.Item name="employeeId" label={say('chargeWho')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="cause" label={say('cause')} rules={required}>
          <Radio.Group
            optionType="button"
            options={chargeCauses.map((value) => ({ value, label: sayOf('cause', value) }))}
          />
        </Form.Item>
        <Form.Item name="amountFen" label={say('amount')} rules={required}>
          <YuanField />
        </Form.Item>
        <Form.Item name="reason" label={say('why')} rules={required}>
          <Input.TextArea className="grows" rows={2} maxLength={300} />
        </Form.Item>
        <FormEnd isBusy={writing.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
