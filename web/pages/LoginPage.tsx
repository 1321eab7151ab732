import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { type KeyboardEvent, Suspense, useState } from 'react';
import { entranceRoutes, type Session } from '#modules/people/contract.ts';
import { TurnedAwayNote } from '#modules/sign-on/web/index.ts';
import type { ApiProblem } from '#shared/call.ts';
import type { BodyOf } from '#shared/route.ts';
import { call, isProblem, reading, useWriting } from '../api.ts';
import { useModules } from '../modules.ts';
import { ProblemNote } from '../ProblemNote.tsx';
import { answerOf, hasPasskeys } from '../passkeys.ts';
import { sessionReading } from '../session.ts';
import { useAddress } from '../useAddress.ts';
import { useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import { gateWords } from '../words-gate.ts';
import { FactorStep } from './FactorStep.tsx';
import { Gate } from './Gate.tsx';
import { useSignedIn } from './useSignedIn.ts';

type Entry = BodyOf<typeof entranceRoutes.signIn>;

/** Without a name: the passkey says whose it is. Not offered where browsers hand out none. */
function PasskeyEntrance({ onEntered }: { onEntered: (session: Session) => void }) {
  const say = useWords(gateWords);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const signIn = useWriting(entranceRoutes.signInByPasskey);
  if (!hasPasskeys()) return null;
  const enter = async () => {
    setProblem(null);
    try {
      const words = { title: say('passkeyFailed'), detail: say('passkeyFailedNext') };
      const passkey = await answerOf(await call(entranceRoutes.askForPasskey, {}), words);
      signIn.mutate({ body: { passkey } }, { onSuccess: onEntered });
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      setProblem(thrown);
    }
  };
  return (
    <>
      <p className="gate-or">{say('or')}</p>
      <ProblemNote problem={problem ?? signIn.error} />
      <Button size="large" block loading={signIn.isPending} onClick={enter}>
        {say('passkeySignIn')}
      </Button>
    </>
  );
}

/** Name and password, or a passkey; then the second step where the person has one. */
export default function LoginPage() {
  const say = useWords(shellWords);
  const gate = useWords(gateWords);
  const [{ next }] = useAddress();
  const client = useQueryClient();
  const signedIn = useSignedIn();
  const [half, setHalf] = useState(() => halfOpen(client.getQueryData(sessionReading.queryKey)));
  const [note, setNote] = useState<string>();
  const entered = (session: Session) => {
    setNote(undefined);
    if (session.owes === 'factor') setHalf(session);
    else void signedIn(session, next);
  };
  const back = (isOver: boolean) => {
    client.removeQueries({ queryKey: sessionReading.queryKey });
    setNote(isOver ? gate('halfOver') : undefined);
    setHalf(undefined);
  };
  if (half) {
    return (
      <Gate title={gate('secondStep')} lead={half.name}>
        <FactorStep session={half} onOpen={entered} onBack={back} />
      </Gate>
    );
  }
  return (
    <Gate title={say('signInTitle')} lead={note}>
      <TurnedAwayNote />
      <PasswordEntrance onEntered={entered} />
      <PasskeyEntrance onEntered={entered} />
      <OtherEntrances />
      <p className="soft">{say('forgotPassword')}</p>
    </Gate>
  );
}

/** Of modules that know further ways in; until they are there, the password is. */
function OtherEntrances() {
  const entrances = useModules().flatMap(({ Entrance }) => Entrance ?? []);
  return (
    <Suspense fallback={null}>
      {entrances.map((Entrance, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the modules never change their order
        <Entrance key={at} />
      ))}
    </Suspense>
  );
}

const halfOpen = (session: Session | undefined) =>
  session?.owes === 'factor' ? session : undefined;

/** The company code is asked for only where the server holds several companies. */
function PasswordEntrance({ onEntered }: { onEntered: (session: Session) => void }) {
  const say = useWords(shellWords);
  const [form] = Form.useForm<Entry>();
  const [hasCapsLock, setHasCapsLock] = useState(false);
  const setup = useQuery(reading(entranceRoutes.setupState, {}));
  const signIn = useWriting(entranceRoutes.signIn);
  const asksTenant = setup.data?.asksTenant || signIn.error?.code === 'tenant_needed';
  const onKey = (event: KeyboardEvent) => setHasCapsLock(event.getModifierState('CapsLock'));
  const enter = (body: Entry) => signIn.mutate({ body }, { onSuccess: onEntered });
  return (
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
  );
}
