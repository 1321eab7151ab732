import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { entranceRoutes } from '#modules/people/contract.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '../api.ts';
import { ProblemNote } from '../ProblemNote.tsx';
import { useAddress } from '../useAddress.ts';
import { useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import { Gate } from './Gate.tsx';
import { useSignedIn } from './useSignedIn.ts';

type Entry = BodyOf<typeof entranceRoutes.signIn>;

/** The company code is asked for only where the server holds several companies. */
export default function LoginPage() {
  const say = useWords(shellWords);
  const [form] = Form.useForm<Entry>();
  const [{ next }] = useAddress();
  const [hasCapsLock, setHasCapsLock] = useState(false);
  const setup = useQuery(reading(entranceRoutes.setupState, {}));
  const signedIn = useSignedIn();
  const signIn = useWriting(entranceRoutes.signIn);
  const asksTenant = setup.data?.asksTenant || signIn.error?.code === 'tenant_needed';
  const onKey = (event: KeyboardEvent) => setHasCapsLock(event.getModifierState('CapsLock'));
  const enter = (body: Entry) =>
    signIn.mutate({ body }, { onSuccess: (session) => void signedIn(session, next) });
  return (
    <Gate title={say('signInTitle')}>
      <Form<Entry> form={form} layout="vertical" requiredMark={false} size="large" onFinish={enter}>
        <ProblemNote problem={signIn.error} form={form} onAgain={signIn.again} />
        {asksTenant && (
          <Form.Item
            name="tenant"
            label={say('tenantCode')}
            extra={say('tenantCodeHelp')}
            rules={[{ required: true, message: say('needTenantCode') }]}
          >
            <Input autoComplete="organization" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
        )}
        <Form.Item
          name="username"
          label={say('username')}
          rules={[{ required: true, message: say('needUsername') }]}
        >
          <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={say('password')}
          extra={hasCapsLock ? say('capsLock') : undefined}
          rules={[{ required: true, message: say('needPassword') }]}
        >
          <Input.Password autoComplete="current-password" onKeyUp={onKey} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {say('signIn')}
        </Button>
      </Form>
      <p className="soft">{say('forgotPassword')}</p>
    </Gate>
  );
}
