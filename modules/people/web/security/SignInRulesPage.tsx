import { useQuery } from '@tanstack/react-query';
import { Button, Form, Radio, Switch } from 'antd';
import type { ReactNode } from 'react';
import { dateIn } from '#shared/dates.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { type SignInRules, signInRuleRoutes } from '../../contract.ts';
import { securityWords } from '../../locales/security.ts';
import './security.css';

interface Rule {
  isRequired: boolean;
  from: string;
}
interface Typed {
  all: Rule;
  roles: Rule[];
  remembersDevices: boolean;
}
const graceDays = 14;
const dayInMs = 86_400_000;

/** Two weeks, unless a day was chosen: enough for everybody to be at work once. */
function ruleOf(from: string | null): Rule {
  const usual = dateIn('Asia/Shanghai', new Date(now().getTime() + graceDays * dayInMs));
  return { isRequired: from !== null, from: from ?? usual };
}
const fromOf = ({ isRequired, from }: Rule) => (isRequired ? from : null);

/** Who must have a second factor, and from when: for everybody, or by role. */
export default function SignInRulesPage() {
  const say = useWords(securityWords);
  const shell = useWords(shellWords);
  const { data, error } = useQuery(reading(signInRuleRoutes.read, {}));
  return (
    <Page title={say('rules')} note={say('rulesLead')}>
      <ProblemNote problem={error} />
      {!data && !error && <p className="soft">{shell('loading')}</p>}
      {data && <RulesForm rules={data} />}
    </Page>
  );
}

function RulesForm({ rules }: { rules: SignInRules }) {
  const say = useWords(securityWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const change = useWriting(signInRuleRoutes.change, { touches: ['session', 'employees'] });
  const save = ({ all, roles, remembersDevices }: Typed) => {
    const asked = rules.roles.map(({ key }, at) => ({ key, secondFactorFrom: fromOf(roles[at]!) }));
    const changed = asked.filter(
      ({ secondFactorFrom }, at) => secondFactorFrom !== rules.roles[at]!.secondFactorFrom,
    );
    const body = { secondFactorFrom: fromOf(all), remembersDevices, roles: changed };
    change.mutate({ body, version: rules.version }, { onSuccess: () => tell(say('saved')) });
  };
  return (
    <Form<Typed>
      form={form}
      className="person-rules wide-form"
      initialValues={{
        all: ruleOf(rules.secondFactorFrom),
        roles: rules.roles.map(({ secondFactorFrom }) => ruleOf(secondFactorFrom)),
        remembersDevices: rules.remembersDevices,
      }}
      onFinish={save}
    >
      <ProblemNote problem={change.error} form={form} onAgain={change.again} />
      <Card>
        <p className="soft">{say('fromHelp')}</p>
        <RuleLine name={['all']} title={say('rulesAll')} note={say('rulesAllHelp')} />
        <h3>{say('rulesRoles')}</h3>
        {rules.roles.map((role, at) => (
          <RuleLine
            key={role.key}
            name={['roles', at]}
            title={role.name}
            note={<Progress role={role} />}
          />
        ))}
      </Card>
      <Card>
        <div className="person-rule">
          <div>
            <div>{say('remember')}</div>
            <div className="soft">{say('rememberHelp')}</div>
          </div>
          <Form.Item name="remembersDevices" valuePropName="checked" noStyle>
            <Switch aria-label={say('remember')} />
          </Form.Item>
        </div>
      </Card>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {say('save')}
      </Button>
    </Form>
  );
}

function Progress({ role }: { role: SignInRules['roles'][number] }) {
  const say = useWords(securityWords);
  const { people, without, secondFactorFrom } = role;
  if (people === 0) return say('nobody');
  if (without === 0) return say('allSet', { people });
  const words = say('lacking', { without, people });
  return secondFactorFrom ? <span className="person-factor-warning">{words}</span> : words;
}

function RuleLine(props: { name: (string | number)[]; title: string; note: ReactNode }) {
  const { name, title, note } = props;
  const say = useWords(securityWords);
  const isRequired = Form.useWatch<boolean>([...name, 'isRequired']);
  return (
    <div className="person-rule">
      <div>
        <div>{title}</div>
        <div className="soft">{note}</div>
      </div>
      <div className="person-rule-choice">
        <Form.Item name={[...name, 'isRequired']} noStyle>
          <Radio.Group
            optionType="button"
            aria-label={title}
            options={[
              { value: false, label: say('off') },
              { value: true, label: say('required') },
            ]}
          />
        </Form.Item>
        <Form.Item name={[...name, 'from']} noStyle hidden={!isRequired}>
          <DayField aria-label={`${title}: ${say('from')}`} disabled={!isRequired} required />
        </Form.Item>
      </div>
    </div>
  );
}
