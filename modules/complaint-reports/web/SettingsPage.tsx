import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, InputNumber, Radio } from 'antd';
import { useId, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { SettingsPage as Settings, SettingsForm } from '#web/SettingsForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type ReportRule, reportRuleRoutes as routes } from '../contract.ts';
import { reportGrains } from '../lifecycle.ts';
import { useSay } from './said.ts';
import './upward.css';

/** How often complaints are reported upward, and in what time: one rule for the whole tree. */
export default function SettingsPage() {
  const say = useSay();
  const rule = useQuery(reading(routes.read, {}));
  return (
    <Settings title={say('settings')} note={say('ruleNote')} read={rule}>
      {({ mayChange, ...given }) =>
        mayChange ? <RuleForm given={given} /> : <RuleShown given={given} />
      }
    </Settings>
  );
}

function RuleShown({ given }: { given: ReportRule }) {
  const say = useSay();
  return (
    <Card>
      <p className="soft">{say('topOnly')}</p>
      <ul className="upward-list">
        <li>{`${say('grain')}：${say(`every_${given.grain}`)}`}</li>
        <li>{`${say('wordDays')}：${given.wordDays}`}</li>
        <li>{`${say('dueDays')}：${given.dueDays}`}</li>
        <li>{`${say('source')}：${given.source}`}</li>
      </ul>
    </Card>
  );
}

function RuleForm({ given }: { given: ReportRule }) {
  const say = useSay();
  const tell = useTell();
  const save = useWriting(routes.save, { touches: ['complaint-report-rule'] });
  const [rule, setRule] = useState(given);
  const set = (change: Partial<ReportRule>) => setRule({ ...rule, ...change });
  const [wordsId, dueId, sourceId] = [useId(), useId(), useId()];
  const keep = () => save.mutate({ body: rule }, { onSuccess: () => tell(say('savedSettings')) });
  const days = (id: string, name: 'wordDays' | 'dueDays', max: number) => (
    <div className="upward-field">
      <label htmlFor={id}>{say(name)}</label>
      <InputNumber
        id={id}
        min={1}
        max={max}
        precision={0}
        value={rule[name]}
        onChange={(value) => set({ [name]: value ?? 1 })}
      />
    </div>
  );
  return (
    <SettingsForm className="upward-rule" writing={save} word={say('save')} onKeep={keep}>
      <Checkbox checked={rule.isOn} onChange={({ target }) => set({ isOn: target.checked })}>
        {say('isOn')}
      </Checkbox>
      <Radio.Group
        aria-label={say('grain')}
        value={rule.grain}
        onChange={({ target }) => set({ grain: target.value })}
        options={reportGrains.map((value) => ({ value, label: say(`every_${value}`) }))}
      />
      {days(wordsId, 'wordDays', 10)}
      {days(dueId, 'dueDays', 30)}
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
