import { Button, Form, Input } from 'antd';
import { entranceRoutes } from '#modules/people/contract.ts';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '../api.ts';
import { ProblemNote } from '../ProblemNote.tsx';
import { strengthOf } from '../passwordStrength.ts';
import { useDraft } from '../useDraft.ts';
import { useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import { Gate } from './Gate.tsx';
import { PasswordStrength } from './PasswordStrength.tsx';
import { useSignedIn } from './useSignedIn.ts';

type Beginning = BodyOf<typeof entranceRoutes.setup>;
type Typed = Partial<Beginning>;

/** First run: four lines, no default password anywhere. The password is never kept as a draft. */
export default function SetupPage() {
  const say = useWords(shellWords);
  const [form] = Form.useForm<Beginning>();
  const draft = useDraft<Typed>('setup', {});
  const password = Form.useWatch('password', form) ?? '';
  const username = Form.useWatch('username', form) ?? '';
  const signedIn = useSignedIn();
  const setUp = useWriting(entranceRoutes.setup);
  const keep = (_: Typed, { password: _secret, ...typed }: Typed) => draft.keep(typed);
  const create = (body: Beginning) =>
    setUp.mutate(
      { body },
      {
        onSuccess: (session) => {
          draft.clear();
          void signedIn(session);
        },
      },
    );
  const notWeak = async (_: unknown, typed: string | undefined) => {
    if (!typed) throw new Error(say('needPassword'));
    if ([...typed].length < 8) throw new Error(say('passwordShort'));
    if (strengthOf(typed, [username]) === 'weak') throw new Error(say('passwordTooWeak'));
  };
  return (
    <Gate title={say('setupTitle')} lead={say('setupLead')}>
      <Form<Beginning>
        form={form}
        layout="vertical"
        requiredMark={false}
        size="large"
        initialValues={draft.initial}
        onValuesChange={keep}
        onFinish={create}
      >
        <ProblemNote problem={setUp.error} form={form} onAgain={setUp.again} />
        <Form.Item
          name="tenantName"
          label={say('shopName')}
          rules={[{ required: true, whitespace: true, message: say('needShopName') }]}
        >
          <Input
            autoFocus
            autoComplete="organization"
            maxLength={80}
            placeholder={say('shopNameExample')}
          />
        </Form.Item>
        <Form.Item
          name="employeeName"
          label={say('yourName')}
          rules={[{ required: true, whitespace: true, message: say('needYourName') }]}
        >
          <Input autoComplete="name" maxLength={80} />
        </Form.Item>
        <Form.Item
          name="username"
          label={say('username')}
          extra={say('usernameHelp')}
          rules={[
            { required: true, message: say('needUsername') },
            { pattern: /^[^\s@/]{2,60}$/, message: say('usernameWrong') },
          ]}
        >
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={say('choosePassword')}
          extra={<PasswordStrength password={password} ownNames={[username]} />}
          rules={[{ validator: notWeak }]}
          validateTrigger="onBlur"
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={setUp.isPending}>
          {say('createShop')}
        </Button>
      </Form>
    </Gate>
  );
}
