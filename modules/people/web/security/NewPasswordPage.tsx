import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Gate } from '#web/pages/Gate.tsx';
import { PasswordStrength } from '#web/pages/PasswordStrength.tsx';
import { useSignOut } from '#web/useSignOut.ts';
import { useWords } from '#web/useWords.ts';
import { peopleRoutes } from '../../contract.ts';
import { securityWords } from '../../locales/security.ts';
import { peopleWords } from '../../locales/words.ts';
import { usePasswordRule } from '../usePasswordRule.ts';
import './security.css';

type Typed = BodyOf<typeof peopleRoutes.changePassword>;

/** Who came in with a password that others know changes it here; nothing else is open to him. */
export default function NewPasswordPage() {
  const security = useWords(securityWords);
  const say = useWords(peopleWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const [form] = Form.useForm<Typed>();
  const next = Form.useWatch('next', form) ?? '';
  const nextRule = usePasswordRule([]);
  const change = useWriting(peopleRoutes.changePassword);
  const done = () => {
    client.clear();
    void navigate({ to: '/', replace: true });
  };
  const leave = () => void signOut().then(() => navigate({ to: '/login', replace: true }));
  return (
    <Gate title={security('newPasswordTitle')} lead={security('newPasswordLead')}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={(body) => change.mutate({ body }, { onSuccess: done })}
      >
        <ProblemNote problem={change.error} form={form} onAgain={change.again} />
        <Form.Item
          name="current"
          label={security('oneTimePassword')}
          rules={[{ required: true, message: say('needPassword') }]}
        >
          <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="next"
          label={say('nextPassword')}
          extra={<PasswordStrength password={next} ownNames={[]} />}
          rules={[nextRule]}
          validateTrigger="onBlur"
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={change.isPending}>
          {say('changePassword')}
        </Button>
      </Form>
      <Button type="link" className="person-leave" onClick={leave}>
        {security('signOut')}
      </Button>
    </Gate>
  );
}
