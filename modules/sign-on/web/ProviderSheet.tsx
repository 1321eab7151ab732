import { Button, Form, Input, Switch } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SecretField } from '#web/SecretField.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type Provider, signOnRoutes as routes } from '../contract.ts';
import { signOnWords } from '../locales/words.ts';
import { FirstTimeFields } from './FirstTimeFields.tsx';
import { GroupFields } from './GroupFields.tsx';

type Body = BodyOf<typeof routes.add>;
type Typed = Omit<Body, 'emailDomains' | 'factorValues'> & { domains: string; factors: string };

const fresh: Typed = {
  ...{ label: '', issuer: '', clientId: '', clientSecret: '', scopes: 'openid profile email' },
  ...{ usernameClaim: 'preferred_username', matchesUsername: false, domains: '', factors: '' },
  ...{ newRoleKey: null, newUnitId: null, groupClaim: '', groupRoles: [] },
  ...{ endsThere: false, isEnabled: true },
};

function typedOf({ id, version, hasSecret, emailDomains, factorValues, ...rest }: Provider): Typed {
  const texts = { domains: emailDomains.join(' '), factors: factorValues.join(' ') };
  return { ...rest, ...texts, clientSecret: '' };
}
const listOf = (text: string) => text.split(/[\s,，;；]+/).filter((word) => word !== '');
const bodyOf = ({ domains, factors, ...rest }: Typed): Body => ({
  ...rest,
  emailDomains: listOf(domains),
  factorValues: listOf(factors),
});
/** Adds a provider, or changes one; its secret is typed anew or stays. */
export function ProviderSheet(props: { provider: Provider | undefined; onClose: () => void }) {
  const { provider, onClose } = props;
  const say = useWords(signOnWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const add = useWriting(routes.add);
  const change = useWriting(routes.change);
  const writing = provider ? change : add;
  const done = {
    onSuccess: () => {
      tell(say('saved'));
      onClose();
    },
  };
  const save = (typed: Typed) => {
    // What is not on the form now (a unit without a role) keeps its place in the values.
    const body = bodyOf({ ...fresh, ...form.getFieldsValue(true), ...typed });
    if (!provider) return add.mutate({ body }, done);
    const { clientSecret, ...rest } = body;
    const { id: providerId, version } = provider;
    const sent = { ...rest, ...(clientSecret !== '' && { clientSecret }) };
    change.mutate({ params: { providerId }, body: sent, version }, done);
  };
  return (
    <Sheet title={provider?.label ?? say('add')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="sign-on-sheet sign-on-form"
        initialValues={provider ? typedOf(provider) : fresh}
        onFinish={save}
      >
        <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
        <ClientFields hasSecret={provider?.hasSecret ?? false} />
        <FirstTimeFields />
        <GroupFields />
        <MoreFields />
        <div className="form-end">
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={writing.isPending}>
            {say('save')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

const code = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;

function ClientFields({ hasSecret }: { hasSecret: boolean }) {
  const say = useWords(signOnWords);
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item name="label" label={say('label')} rules={needed(say('needLabel'))}>
        <Input maxLength={40} placeholder={say('labelHint')} />
      </Form.Item>
      <Form.Item
        name="issuer"
        label={say('issuer')}
        extra={say('issuerHelp')}
        rules={needed(say('needIssuer'))}
      >
        <Input maxLength={500} placeholder="https://…" inputMode="url" {...code} />
      </Form.Item>
      <Form.Item name="clientId" label={say('clientId')} rules={needed(say('needClientId'))}>
        <Input maxLength={200} {...code} />
      </Form.Item>
      <Form.Item name="clientSecret" label={say('secret')} extra={say('secretHelp')}>
        <SecretField maxLength={500} isKept={hasSecret} />
      </Form.Item>
    </>
  );
}

function MoreFields() {
  const say = useWords(signOnWords);
  return (
    <>
      <h3>{say('more')}</h3>
      <Form.Item name="scopes" label={say('scopes')}>
        <Input maxLength={200} {...code} />
      </Form.Item>
      <Form.Item name="factors" label={say('factors')} extra={say('factorsHelp')}>
        <Input maxLength={400} {...code} />
      </Form.Item>
      <SwitchLine name="endsThere" label={say('endsThere')} />
      <SwitchLine name="isEnabled" label={say('enabled')} />
    </>
  );
}

/** A switch with its sentence. */
export function SwitchLine({ name, label, help }: { name: string; label: string; help?: string }) {
  return (
    <div className="sign-on-switch">
      <div>
        <div>{label}</div>
        {help && <div className="soft">{help}</div>}
      </div>
      <Form.Item name={name} valuePropName="checked" noStyle>
        <Switch aria-label={label} />
      </Form.Item>
    </div>
  );
}
