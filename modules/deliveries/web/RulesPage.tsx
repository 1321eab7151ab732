import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { Waiting } from '#web/Waiting.tsx';
import {
  type DeliveryRules,
  type PrecautionRule,
  deliveryRuleRoutes as routes,
} from '../contract.ts';
import './delivery.css';
import { useDeliveryWords } from './useDeliveryWords.ts';

/** What is compared, explained and reminded of when a car is delivered: the words of the house, for its own unit and below. */
export default function RulesPage() {
  const { say } = useDeliveryWords();
  const { data, error } = useQuery(reading(routes.read, {}));
  return (
    <Page title={say('delivery')} note={say('rulesNote')}>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && <RulesForm given={data} />}
    </Page>
  );
}

const linesOf = (words: string) =>
  words
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
const emptyRule: PrecautionRule = {
  ...{ name: '', words: '', forJobs: '', source: '' },
  ...{ days: null, km: null },
};

function RulesForm({ given }: { given: DeliveryRules }) {
  const { say } = useDeliveryWords();
  const tell = useTell();
  const save = useWriting(routes.save);
  const [isRequired, setRequired] = useState(given.isRequired);
  const [checks, setChecks] = useState(given.checks.join('\n'));
  const [walk, setWalk] = useState(given.walkThrough.join('\n'));
  const [rules, setRules] = useState<readonly PrecautionRule[]>(given.precautions);
  const keep = () => {
    const precautions = rules.filter(
      ({ name, words }) => name.trim() !== '' || words.trim() !== '',
    );
    const body = { isRequired, checks: linesOf(checks), walkThrough: linesOf(walk), precautions };
    save.mutate({ body }, { onSuccess: () => tell(say('rulesSaved')) });
  };
  return (
    <form
      className="delivery-rules"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Card>
        <Checkbox
          className="delivery-required"
          checked={isRequired}
          onChange={({ target }) => setRequired(target.checked)}
        >
          {say('isRequired')} <span className="soft">{say('isRequiredNote')}</span>
        </Checkbox>
      </Card>
      <Card>
        <Labelled label={say('checks')} hint={say('checksNote')}>
          {(id) => <Lines id={id} value={checks} onChange={setChecks} />}
        </Labelled>
        <Labelled label={say('walkThrough')} hint={say('walkThroughNote')}>
          {(id) => <Lines id={id} value={walk} onChange={setWalk} />}
        </Labelled>
      </Card>
      <Card title={say('precautions')}>
        <p className="soft">{say('forJobsNote')}</p>
        {rules.map((rule, at) => (
          <RuleLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is told by its place while it is written
            key={at}
            rule={rule}
            onChange={(next) => setRules(rules.with(at, next))}
            onRemove={() => setRules(rules.filter((_, place) => place !== at))}
          />
        ))}
        {rules.length < 60 && (
          <Button
            icon={<Icon name="plus" size={16} />}
            onClick={() => setRules([...rules, emptyRule])}
          >
            {say('addPrecaution')}
          </Button>
        )}
      </Card>
      <ProblemNote problem={save.error} onAgain={save.again} />
      <div className="form-end">
        <Button type="primary" size="large" htmlType="submit" loading={save.isPending}>
          {say('save')}
        </Button>
      </div>
    </form>
  );
}

function Labelled(props: { label: string; hint: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="delivery-field">
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
      <span className="soft">{props.hint}</span>
    </div>
  );
}

function Lines(props: { id: string; value: string; onChange: (next: string) => void }) {
  return (
    <Input.TextArea
      id={props.id}
      className="grows"
      rows={4}
      maxLength={1600}
      value={props.value}
      onChange={({ target }) => props.onChange(target.value)}
    />
  );
}

function RuleLine(props: {
  rule: PrecautionRule;
  onChange: (next: PrecautionRule) => void;
  onRemove: () => void;
}) {
  const { rule, onChange, onRemove } = props;
  const { say } = useDeliveryWords();
  const set = (more: Partial<PrecautionRule>) => onChange({ ...rule, ...more });
  const field = (name: 'name' | 'words' | 'forJobs' | 'source', label: string, most: number) => (
    <Input
      value={rule[name]}
      maxLength={most}
      aria-label={label}
      placeholder={label}
      onChange={({ target }) => set({ [name]: target.value })}
    />
  );
  const limit = (name: 'days' | 'km', suffix: string) => (
    <InputNumber
      min={1}
      max={name === 'days' ? 3650 : 999_999}
      precision={0}
      controls={false}
      value={rule[name]}
      suffix={suffix}
      aria-label={`${say('within')} ${suffix}`}
      placeholder={say('within')}
      onChange={(next) => set({ [name]: next })}
    />
  );
  return (
    <fieldset className="delivery-rule" aria-label={rule.name}>
      {field('name', say('precautionName'), 60)}
      {field('words', say('precautionWords'), 300)}
      <div className="delivery-rule-ends">
        {limit('days', say('days'))}
        {limit('km', 'km')}
        <Button
          type="text"
          icon={<Icon name="close" size={16} />}
          aria-label={`${say('removePrecaution')} ${rule.name}`}
          onClick={onRemove}
        />
      </div>
      <div className="form-pair">
        {field('forJobs', say('forJobs'), 200)}
        {field('source', say('source'), 200)}
      </div>
    </fieldset>
  );
}
