import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { SettingsForm, SettingsPage } from '#web/SettingsForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type PartRules, partRuleRoutes as routes, settlingRules } from '../contract.ts';
import './parts.css';
import { usePartWords } from './usePartWords.ts';

/** What is issued only against the old part, and what settling asks for: data of the house. */
export default function RulesPage() {
  const { say } = usePartWords();
  const read = useQuery(reading(routes.read, {}));
  return (
    <SettingsPage title={say('rules')} note={say('rulesNote')} read={read}>
      {(given) => <RulesForm given={given} />}
    </SettingsPage>
  );
}

function RulesForm({ given }: { given: PartRules }) {
  const { say, sayOf } = usePartWords();
  const tell = useTell();
  const save = useWriting(routes.save);
  const [rules, setRules] = useState(given);
  const [words, setWords] = useState(given.oldForNewWords.join('\n'));
  const [wordsId, sourceId] = [useId(), useId()];
  const set = (change: Partial<PartRules>) => setRules({ ...rules, ...change });
  const keep = () => {
    const oldForNewWords = words
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean);
    const done = { onSuccess: () => tell(say('savedRules')) };
    save.mutate({ body: { ...rules, oldForNewWords } }, done);
  };
  return (
    <SettingsForm className="part-rules" writing={save} word={say('save')} onKeep={keep}>
      <div className="part-rule">
        <strong>{say('oldForNew')}</strong>
        <Radio.Group
          aria-label={say('oldForNew')}
          value={rules.oldForNew}
          onChange={({ target }) => set({ oldForNew: target.value })}
          options={(['none', 'named', 'all'] as const).map((value) => ({
            value,
            label: sayOf('oldForNew', value),
          }))}
        />
        <Checkbox
          checked={rules.oldForNewWarranty}
          onChange={({ target }) => set({ oldForNewWarranty: target.checked })}
        >
          {say('oldForNewWarranty')}
        </Checkbox>
      </div>
      {rules.oldForNew === 'named' && (
        <div className="part-rule">
          <label htmlFor={wordsId}>{say('oldForNewWords')}</label>
          <Input.TextArea
            id={wordsId}
            className="grows"
            rows={6}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </div>
      )}
      <div className="part-rule">
        <strong>{say('settling')}</strong>
        <Radio.Group
          aria-label={say('settling')}
          value={rules.settling}
          onChange={({ target }) => set({ settling: target.value })}
          options={settlingRules.map((value) => ({ value, label: sayOf('settling', value) }))}
        />
      </div>
      <div className="part-rule">
        <label htmlFor={sourceId}>{say('source')}</label>
        <Input
          id={sourceId}
          maxLength={300}
          value={rules.source}
          onChange={({ target }) => set({ source: target.value })}
        />
      </div>
    </SettingsForm>
  );
}
