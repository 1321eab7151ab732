import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, InputNumber, Radio } from 'antd';
import { useId, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { SettingsPage as Settings, SettingsForm } from '#web/SettingsForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type CallCheckRule, callCheckRuleRoutes as routes } from '../contract.ts';
import { drawWays } from '../lifecycle.ts';
import './checks.css';
import { FormEditor } from './FormEditor.tsx';
import { useSay } from './useCheckWords.ts';

/** How many talks are drawn, and by what they are judged: data of the house. */
export default function SettingsPage() {
  const say = useSay();
  const rule = useQuery(reading(routes.read, {}));
  const form = useQuery(reading(routes.form, {}));
  return (
    <Settings title={say('settings')} note={say('ruleNote')} read={rule}>
      {(given) => (
        <>
          <RuleForm given={given} />
          {form.data && <FormEditor key={form.data.ownEdition} given={form.data} />}
        </>
      )}
    </Settings>
  );
}

function RuleForm({ given }: { given: CallCheckRule }) {
  const say = useSay();
  const tell = useTell();
  const save = useWriting(routes.save, { touches: ['call-checks'] });
  const [rule, setRule] = useState(given);
  const set = (change: Partial<CallCheckRule>) => setRule({ ...rule, ...change });
  const [amountId, daysId, sourceId] = [useId(), useId(), useId()];
  const keep = () => save.mutate({ body: rule }, { onSuccess: () => tell(say('savedSettings')) });
  return (
    <SettingsForm className="callcheck-rule" writing={save} word={say('save')} onKeep={keep}>
      <Checkbox checked={rule.isOn} onChange={({ target }) => set({ isOn: target.checked })}>
        {say('isOn')}
      </Checkbox>
      <div className="callcheck-fields">
        <div>
          <span>{say('way')}</span>
          <Radio.Group
            aria-label={say('way')}
            value={rule.way}
            onChange={({ target }) => set({ way: target.value })}
            options={drawWays.map((value) => ({ value, label: say(`way_${value}`) }))}
          />
        </div>
        <div>
          <label htmlFor={amountId}>{say(rule.way === 'share' ? 'amountShare' : 'amount')}</label>
          <InputNumber
            id={amountId}
            min={1}
            max={rule.way === 'share' ? 100 : 20}
            precision={0}
            value={rule.amount}
            onChange={(amount) => set({ amount: amount ?? 1 })}
          />
        </div>
        <div>
          <label htmlFor={daysId}>{say('termDays')}</label>
          <InputNumber
            id={daysId}
            min={1}
            max={30}
            precision={0}
            value={rule.termDays}
            onChange={(termDays) => set({ termDays: termDays ?? 5 })}
          />
        </div>
      </div>
      <label htmlFor={sourceId}>{say('source')}</label>
      <Input
        id={sourceId}
        maxLength={300}
        value={rule.source}
        onChange={({ target }) => set({ source: target.value })}
      />
    </SettingsForm>
  );
}
