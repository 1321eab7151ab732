import { Form, Select } from 'antd';
import { orderKinds, payers } from '#modules/service-orders/contract.ts';
import { useWords } from '#web/useWords.ts';
import { YuanField } from '#web/YuanField.tsx';
import { type conditionKeys, customerKinds } from '../locales/vocabulary.ts';
import { ruleWords } from '../locales/words-rules.ts';

/** Whom the rule takes in: only what the occasion can ask for. */
export function ConditionFields({ keys }: { keys: readonly (typeof conditionKeys)[number][] }) {
  const say = useWords(ruleWords);
  const several = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" allowClear placeholder={say('allOfThem')} options={options} />
  );
  if (keys.length === 0) return null;
  return (
    <div className="form-pair">
      {keys.includes('orderKinds') && (
        <Form.Item name={['conditions', 'orderKinds']} label={say('orderKinds')}>
          {several(orderKinds.map((value) => ({ value, label: say(`order_${value}`) })))}
        </Form.Item>
      )}
      {keys.includes('payers') && (
        <Form.Item name={['conditions', 'payers']} label={say('payers')}>
          {several(payers.map((value) => ({ value, label: say(`payer_${value}`) })))}
        </Form.Item>
      )}
      {keys.includes('leastFen') && (
        <Form.Item name={['conditions', 'leastFen']} label={say('leastFen')}>
          <YuanField prefix="¥" placeholder={say('allOfThem')} />
        </Form.Item>
      )}
      {keys.includes('customerKinds') && (
        <Form.Item name={['conditions', 'customerKinds']} label={say('customerKinds')}>
          {several(customerKinds.map((value) => ({ value, label: say(value) })))}
        </Form.Item>
      )}
    </div>
  );
}
