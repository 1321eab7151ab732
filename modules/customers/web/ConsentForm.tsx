import { Form, Input, Radio, Select } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import { consentChannels, consentPurposes, customerRoutes } from '../contract.ts';
import { customersWords } from '../locales/words.ts';

type Typed = BodyOf<typeof customerRoutes.recordConsent>;

/** What the customer allowed or withdrew; it is added to the ledger, nothing is overwritten. */
export function ConsentForm(props: { customerId: string; onDone: () => void }) {
  const { customerId, onDone } = props;
  const say = useWords(customersWords);
  const [form] = Form.useForm<Typed>();
  const record = useWriting(customerRoutes.recordConsent);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ purpose: 'marketing', channel: 'any', given: false }}
      onFinish={(body) => record.mutate({ params: { customerId }, body }, { onSuccess: onDone })}
    >
      <ProblemNote problem={record.error} form={form} onAgain={record.again} />
      <div className="form-pair">
        <Form.Item name="purpose" label={say('consents')}>
          <Select
            options={consentPurposes.map((value) => ({ value, label: say(`purpose${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="channel" label={say('preferredChannel')}>
          <Select
            options={consentChannels.map((value) => ({ value, label: say(`channel${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="given">
        <Radio.Group
          options={[
            { value: true, label: say('given') },
            { value: false, label: say('withdrawn') },
          ]}
        />
      </Form.Item>
      <Form.Item name="evidence" label={say('evidence')} extra={say('evidenceHint')}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <FormEnd isBusy={record.isPending} onCancel={onDone} />
    </Form>
  );
}
