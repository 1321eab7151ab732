import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { entranceRoutes, type Factor, type Session } from '#modules/people/contract.ts';
import type { ApiProblem } from '#shared/call.ts';
import { call, isProblem, useWriting } from '../api.ts';
import { ProblemNote } from '../ProblemNote.tsx';
import { answerOf, hasPasskeys } from '../passkeys.ts';
import { useWords } from '../useWords.ts';
import { gateWords } from '../words-gate.ts';

interface Typed {
  code: string;
  rememberDevice?: boolean;
}
const leads = { totp: 'totpLead', passkey: 'passkeyLead', recovery: 'recoveryLead' } as const;
const others = { totp: 'useTotp', passkey: 'usePasskey', recovery: 'useRecovery' } as const;

/** The second step at the door: the app's code, a passkey, or a recovery code. */
export function FactorStep(props: {
  session: Session;
  onOpen: (session: Session) => void;
  onBack: (isOver: boolean) => void;
}) {
  const { session, onOpen, onBack } = props;
  const say = useWords(gateWords);
  const [form] = Form.useForm<Typed>();
  const ways = session.factors.filter((way) => way !== 'passkey' || hasPasskeys());
  const [way, setWay] = useState<Factor>(ways[0] ?? 'recovery');
  const [cancelled, setCancelled] = useState<ApiProblem | null>(null);
  const give = useWriting(entranceRoutes.giveFactor);
  const finish = {
    onSuccess: onOpen,
    onError: (problem: ApiProblem) => {
      form.resetFields(['code']);
      if (problem.code === 'unauthenticated') onBack(true);
    },
  };
  const byCode = ({ code, rememberDevice }: Typed) =>
    give.mutate({ body: { code, ...(rememberDevice && { rememberDevice }) } }, finish);
  const byPasskey = async () => {
    setCancelled(null);
    try {
      const words = { title: say('passkeyFailed'), detail: say('passkeyFailedNext') };
      const passkey = await answerOf(await call(entranceRoutes.askForFactor, {}), words);
      const rememberDevice = form.getFieldValue('rememberDevice') === true;
      give.mutate({ body: { passkey, ...(rememberDevice && { rememberDevice }) } }, finish);
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      setCancelled(thrown);
    }
  };
  const turnTo = (next: Factor) => {
    give.reset();
    setCancelled(null);
    form.resetFields(['code']);
    setWay(next);
  };
  return (
    <>
      <p>{say(leads[way])}</p>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={byCode}
      >
        <ProblemNote problem={cancelled ?? give.error} onAgain={give.again} />
        {way !== 'passkey' && (
          <Form.Item
            key={way}
            name="code"
            label={say(way === 'totp' ? 'totpCode' : 'recoveryCode')}
            rules={[{ required: true, message: say('needCode') }]}
          >
            <Input
              autoFocus
              autoComplete={way === 'totp' ? 'one-time-code' : 'off'}
              inputMode={way === 'totp' ? 'numeric' : 'text'}
              maxLength={way === 'totp' ? 7 : 40}
              autoCapitalize="characters"
              spellCheck={false}
              className={way === 'totp' ? 'gate-code' : undefined}
            />
          </Form.Item>
        )}
        {session.remembersDevices && (
          <Form.Item name="rememberDevice" valuePropName="checked">
            <Checkbox>{say('rememberDevice')}</Checkbox>
          </Form.Item>
        )}
        {way === 'passkey' ? (
          <Button type="primary" block autoFocus loading={give.isPending} onClick={byPasskey}>
            {say('usePasskey')}
          </Button>
        ) : (
          <Button type="primary" htmlType="submit" block loading={give.isPending}>
            {say('next')}
          </Button>
        )}
      </Form>
      <div className="gate-ways">
        {ways
          .filter((other) => other !== way)
          .map((other) => (
            <Button key={other} type="link" onClick={() => turnTo(other)}>
              {say(others[other])}
            </Button>
          ))}
        <Button type="link" onClick={() => onBack(false)}>
          {say('otherPerson')}
        </Button>
      </div>
    </>
  );
}
