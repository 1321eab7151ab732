import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { newKey, useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { SettingsForm } from '#web/SettingsForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { fullTime } from '#web/times.ts';
import { type CallCheckForm, type Criterion, callCheckRuleRoutes as routes } from '../contract.ts';
import { useSay } from './useCheckWords.ts';

/** The criteria line by line; saved as a new edition. */
export function FormEditor({ given }: { given: CallCheckForm }) {
  const say = useSay();
  const tell = useTell();
  const save = useWriting(routes.saveForm, { touches: ['call-checks'] });
  const [criteria, setCriteria] = useState<readonly Criterion[]>(given.criteria);
  const [passPercent, setPassPercent] = useState(given.passPercent);
  const [source, setSource] = useState(given.source);
  const [passId, sourceId] = [useId(), useId()];
  const change = (key: string, part: Partial<Criterion>) =>
    setCriteria(criteria.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () =>
    setCriteria([...criteria, { key: newKey(), name: '', hint: '', most: 5, isCritical: false }]);
  const keep = () =>
    save.mutate(
      { body: { criteria: [...criteria], passPercent, source, basedOn: given.ownEdition } },
      { onSuccess: () => tell(say('savedForm')) },
    );
  return (
    <SettingsForm className="callcheck-rule" writing={save} word={say('save')} onKeep={keep}>
      <h2>{say('criteria')}</h2>
      <p className="soft">
        {given.edition === 0
          ? say('formShipped')
          : `${say('formEdition', { edition: given.edition })} · ${say('atUnit', { unit: given.setAt })}`}
        {' · '}
        {say('criteriaNote')}
      </p>
      <ol className="callcheck-editor">
        {criteria.map((one) => (
          <li key={one.key}>
            <Input
              aria-label={say('name')}
              placeholder={say('name')}
              maxLength={60}
              required
              value={one.name}
              onChange={({ target }) => change(one.key, { name: target.value })}
            />
            <Input
              aria-label={say('hint')}
              placeholder={say('hint')}
              maxLength={200}
              value={one.hint}
              onChange={({ target }) => change(one.key, { hint: target.value })}
            />
            <InputNumber
              aria-label={say('most')}
              min={1}
              max={9}
              precision={0}
              value={one.most}
              onChange={(most) => change(one.key, { most: most ?? 1 })}
            />
            <Checkbox
              checked={one.isCritical}
              onChange={({ target }) => change(one.key, { isCritical: target.checked })}
            >
              {say('isCritical')}
            </Checkbox>
            <Button
              type="text"
              aria-label={`${say('remove')} ${one.name}`}
              disabled={criteria.length === 1}
              icon={<Icon name="close" />}
              onClick={() => setCriteria(criteria.filter(({ key }) => key !== one.key))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button disabled={criteria.length >= 20} icon={<Icon name="plus" />} onClick={add}>
          {say('addCriterion')}
        </Button>
      </div>
      <div className="callcheck-fields">
        <div>
          <label htmlFor={passId}>{say('passPercent')}</label>
          <InputNumber
            id={passId}
            min={1}
            max={100}
            precision={0}
            value={passPercent}
            onChange={(next) => setPassPercent(next ?? 80)}
          />
        </div>
      </div>
      <label htmlFor={sourceId}>{say('source')}</label>
      <Input
        id={sourceId}
        maxLength={300}
        value={source}
        onChange={({ target }) => setSource(target.value)}
      />
      {given.editions.length > 0 && (
        <details>
          <summary>{say('editions')}</summary>
          <ul>
            {given.editions.map(({ edition, byName, createdAt, criteria: count }) => (
              <li key={edition}>
                {say('editionLine', { edition, count, name: byName, at: fullTime(createdAt) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </SettingsForm>
  );
}
