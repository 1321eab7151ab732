import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { PasswordStrength } from '#web/pages/PasswordStrength.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import { peopleRoutes } from '../contract.ts';
import { peopleWords } from '../locales/words.ts';
import './people.css';
import { usePasswordRule } from './usePasswordRule.ts';

type Body = BodyOf<typeof peopleRoutes.addEmployee>;
type Typed = Body & { hasLogin?: boolean };

/** The way in of a new colleague. A password is never kept as a draft. */
function LoginFields({ username }: { username: string }) {
  const say = useWords(peopleWords);
  const password = Form.useWatch('password') ?? '';
  const passwordRule = usePasswordRule([username]);
  return (
    <>
      <Form.Item
        name="username"
        label={say('username')}
        extra={say('usernameHelp')}
        rules={[{ required: true, pattern: /^[^\s@/]{2,60}$/, message: say('usernameWrong') }]}
      >
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={say('firstPassword')}
        extra={<PasswordStrength password={password} ownNames={[username]} />}
        rules={[passwordRule]}
        validateTrigger="onBlur"
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}

/** Puts a person on file, usually with a login: the same minute they can begin. */
export default function AddPersonPage() {
  const say = useWords(peopleWords);
  const navigate = useNavigate();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const draft = useDraft<Partial<Typed>>('people.add', { hasLogin: true, roleKeys: [] });
  const hasLogin = Form.useWatch('hasLogin', form) ?? draft.initial.hasLogin;
  const username = Form.useWatch('username', form) ?? '';
  const roles = useQuery(reading(peopleRoutes.listRoles, { query: { limit: 200 } }));
  const add = useWriting(peopleRoutes.addEmployee);
  const keep = (_: Partial<Typed>, { password: _secret, ...typed }: Typed) => draft.keep(typed);
  const save = ({ hasLogin: _asked, ...body }: Typed) =>
    add.mutate(
      { body },
      {
        onSuccess: ({ name, username: given }) => {
          draft.clear();
          tell(given ? say('addedNext', { name }) : say('added', { name }));
          void navigate({ to: '/people' });
        },
      },
    );
  return (
    <Page title={say('addTitle')}>
      <Card>
        <Form<Typed>
          form={form}
          layout="vertical"
          requiredMark={false}
          className="person-form"
          initialValues={draft.initial}
          onValuesChange={keep}
          onFinish={save}
        >
          <ProblemNote problem={add.error} form={form} onAgain={add.again} />
          <Form.Item
            name="name"
            label={say('name')}
            rules={[{ required: true, whitespace: true, message: say('needName') }]}
          >
            <Input autoFocus maxLength={80} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="roleKeys"
            label={say('roles')}
            extra={say('rolesHelp')}
            rules={[{ required: true, type: 'array', min: 1, message: say('needRole') }]}
          >
            <Select
              mode="multiple"
              loading={roles.isPending}
              optionFilterProp="label"
              options={roles.data?.items.map(({ key, name }) => ({ value: key, label: name }))}
            />
          </Form.Item>
          <Form.Item name="post" label={say('post')}>
            <Input maxLength={40} placeholder={say('postHint')} />
          </Form.Item>
          <Form.Item name="phone" label={say('phone')}>
            <Input maxLength={40} inputMode="tel" autoComplete="off" />
          </Form.Item>
          <Form.Item name="hasLogin" valuePropName="checked">
            <Checkbox>{say('hasLogin')}</Checkbox>
          </Form.Item>
          {hasLogin && <LoginFields username={username} />}
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={add.isPending}>
              {say('add')}
            </Button>
            <Button onClick={() => void navigate({ to: '/people' })}>{say('cancel')}</Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
