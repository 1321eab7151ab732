import { Form, Input, InputNumber, Select } from 'antd';
import { proposalKinds } from '#modules/reminders/contract.ts';
import { useUnits } from '#modules/reminders/web/index.ts';
import { useWords } from '#web/useWords.ts';
import { standings, valueClasses } from '../locales/vocabulary.ts';
import { type SegmentWord, segmentWords } from '../locales/words.ts';
import type { TypedConditions } from './conditions.ts';

/** All conditions, each left empty where it is not to narrow. */
export function ConditionFields() {
  const say = useWords(segmentWords);
  const units = useUnits();
  type Name = keyof TypedConditions;
  const several = (name: Name, word: SegmentWord, keys: readonly SegmentWord[]) => (
    <Form.Item name={name} label={say(word)}>
      <Select
        mode="multiple"
        placeholder={say('any')}
        showSearch={false}
        options={keys.map((key) => ({ value: key, label: say(key) }))}
      />
    </Form.Item>
  );
  const number = (name: Name, word: SegmentWord, max: number, step = 1) => (
    <Form.Item name={name} label={say(word)}>
      <InputNumber min={0} max={max} step={step} precision={0} placeholder={say('any')} />
    </Form.Item>
  );
  const yesOrNo = (name: Name, word: SegmentWord) => (
    <Form.Item name={name} label={say(word)}>
      <Select
        allowClear
        placeholder={say('any')}
        options={(['yes', 'no'] as const).map((key) => ({ value: key, label: say(key) }))}
      />
    </Form.Item>
  );
  return (
    <div className="form-pair">
      {several('standings', 'standing', standings)}
      {several('valueClasses', 'value', valueClasses)}
      {number('notSeenForMonths', 'notSeen', 600)}
      {number('seenWithinMonths', 'seenWithin', 600)}
      {number('spendFrom', 'spendFrom', 100_000_000, 100)}
      {number('spendTo', 'spendTo', 100_000_000, 100)}
      {number('carAgeFromMonths', 'carAgeFrom', 600, 12)}
      {number('carAgeToMonths', 'carAgeTo', 600, 12)}
      {several('dueKinds', 'dueKinds', proposalKinds)}
      {number('dueWithinDays', 'dueWithin', 180)}
      {number('birthdayWithinDays', 'birthdayWithin', 60)}
      {number('birthdayInMonth', 'birthdayIn', 12)}
      {yesOrNo('agreesToOffers', 'agrees')}
      {yesOrNo('hasOpenComplaint', 'complains')}
      <Form.Item name="orgUnitId" label={say('unit')} hidden={units.length === 0}>
        <Select allowClear placeholder={say('any')} options={units} />
      </Form.Item>
      <Form.Item name="models" label={say('models')}>
        <Input.TextArea className="grows" rows={1} maxLength={800} placeholder={say('any')} />
      </Form.Item>
    </div>
  );
}
