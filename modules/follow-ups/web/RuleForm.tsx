import { Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import type { ApiProblem } from '#shared/call.ts';
import { dateIn } from '#shared/dates.ts';
import { useNow } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import type { FollowUpRuleShown, RuleDraft } from '../contract.ts';
import { conditionsOf, ruleChannels, waysToBeDone } from '../locales/vocabulary.ts';
import { ruleWords } from '../locales/words-rules.ts';
import { ConditionFields } from './RuleConditions.tsx';

export interface People {
  callers: readonly { id: string; name: string }[];
  posts: readonly { key: string; name: string }[];
}
interface Typed extends Omit<RuleDraft, 'spacingMinutes'> {
  by: 'anyone' | 'post' | 'person';
  spacingHours: number;
}

interface FormProps {
  rule: FollowUpRuleShown;
  people: People;
  problem: ApiProblem | null;
  isSaving: boolean;
  isTrying: boolean;
  onChange: () => void;
  onSave: (draft: RuleDraft) => void;
  onTry: (draft: RuleDraft) => void;
}

/** The terms of a rule: when, whom and by whom, how. */
export function RuleForm({ rule, people, problem, isSaving, isTrying, ...on }: FormProps) {
  const say = useWords(ruleWords);
  const [form] = Form.useForm<Typed>();
  const today = dateIn('Asia/Shanghai', useNow());
  const by = Form.useWatch('by', form) ?? byOf(rule);
  const isOn = Form.useWatch('isOn', form) ?? rule.isOn;
  const tryIt = () => void form.validateFields().then((typed) => on.onTry(draftOf(typed)));
  const whole = (min: number, max: number) => <InputNumber min={min} max={max} precision={0} />;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={typedOf(rule, today)}
      onValuesChange={on.onChange}
      onFinish={(typed) => on.onSave(draftOf(typed))}
    >
      <ProblemNote problem={problem} form={form} />
      <div className="rule-on">
        <Form.Item name="isOn" valuePropName="checked" noStyle>
          <Switch aria-label={say('ruleOn')} disabled={rule.occasion === 'segment'} />
        </Form.Item>
        <span>{say(isOn ? 'ruleOn' : 'ruleOff')}</span>
      </div>
      <h3 className="rule-part">{say('ruleWhen')}</h3>
      <div className="form-pair">
        <Form.Item name="earliestDays" label={say('earliestDays')} required>
          {whole(0, 400)}
        </Form.Item>
        <Form.Item name="latestDays" label={say('latestDays')} required>
          {whole(0, 400)}
        </Form.Item>
        <Form.Item name="startsOn" label={say('startsOn')} extra={say('startsOnHint')} required>
          <DayField />
        </Form.Item>
        <Form.Item name="expiresDays" label={say('expiresDays')} required>
          {whole(0, 180)}
        </Form.Item>
      </div>
      <h3 className="rule-part">{say('ruleWho')}</h3>
      <ConditionFields keys={conditionsOf[rule.occasion]} />
      <div className="form-pair">
        <Form.Item name="by" label={say('byWhom')} extra={say('ruleNeverAdvisor')}>
          <Select options={ways.map((value) => ({ value, label: say(`by_${value}`) }))} />
        </Form.Item>
        {by === 'post' && (
          <Form.Item name="postKey" label={say('rulePost')} rules={[{ required: true }]}>
            <Select options={people.posts.map(({ key, name }) => ({ value: key, label: name }))} />
          </Form.Item>
        )}
        {by === 'person' && (
          <Form.Item name="agentId" label={say('rulePerson')} rules={[{ required: true }]}>
            <Select options={people.callers.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        )}
      </div>
      <h3 className="rule-part">{say('ruleHow')}</h3>
      <div className="form-pair">
        <Form.Item name="channel" label={say('channel')}>
          <Select
            options={ruleChannels.map((value) => ({ value, label: say(`channel_${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="countsAsDone" label={say('countsAsDone')}>
          <Select options={waysToBeDone.map((value) => ({ value, label: say(`done_${value}`) }))} />
        </Form.Item>
        <Form.Item name="mostTries" label={say('mostTries')} required>
          {whole(1, 10)}
        </Form.Item>
        <Form.Item name="spacingHours" label={say('spacing')} extra={say('spacingHint')} required>
          <InputNumber min={0.5} max={80} step={0.5} precision={1} />
        </Form.Item>
      </div>
      <Form.Item name="script" label={say('ruleScript')} extra={say('ruleScriptHint', names)}>
        <Input.TextArea className="grows" rows={2} maxLength={600} />
      </Form.Item>
      <div className="form-end">
        <Button loading={isTrying} onClick={tryIt}>
          {say('rulePreview')}
        </Button>
        <Button type="primary" htmlType="submit" loading={isSaving}>
          {say('ruleSave')}
        </Button>
      </div>
    </Form>
  );
}

const ways = ['anyone', 'post', 'person'] as const;
/** The hint shows the names of the places themselves. */
const names = { me: '{me}', shop: '{shop}', on: '{on}' };

const byOf = ({ agentId, postKey }: FollowUpRuleShown): Typed['by'] =>
  agentId ? 'person' : postKey ? 'post' : 'anyone';

function typedOf(rule: FollowUpRuleShown, today: string): Partial<Typed> {
  const { spacingMinutes, postKey, agentId, startsOn } = rule;
  return {
    ...rule,
    by: byOf(rule),
    postKey: postKey ?? undefined,
    agentId: agentId ?? undefined,
    startsOn: startsOn ?? today,
    spacingHours: spacingMinutes / 60,
  };
}

const filled = <Value,>(list: Value[] | undefined) => (list?.length ? list : undefined);

/** What is left empty asks for nothing. */
function draftOf(typed: Typed): RuleDraft {
  const { by, spacingHours, postKey, agentId, conditions = {}, script = '', ...rest } = typed;
  const { orderKinds, payers, customerKinds, leastFen } = conditions;
  return {
    isOn: rest.isOn,
    earliestDays: rest.earliestDays,
    latestDays: rest.latestDays,
    startsOn: rest.startsOn,
    expiresDays: rest.expiresDays,
    channel: rest.channel,
    countsAsDone: rest.countsAsDone,
    mostTries: rest.mostTries,
    spacingMinutes: Math.round(spacingHours * 60),
    script: script.trim(),
    conditions: {
      ...(filled(orderKinds) && { orderKinds }),
      ...(filled(payers) && { payers }),
      ...(filled(customerKinds) && { customerKinds }),
      ...(leastFen && { leastFen }),
    },
    ...(by === 'post' && { postKey }),
    ...(by === 'person' && { agentId }),
  };
}
