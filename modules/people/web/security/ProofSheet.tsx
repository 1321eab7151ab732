import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { call, isProblem, newKey, reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { answerOf, hasPasskeys } from '#web/passkeys.ts';
import { Sheet } from '#web/Sheet.tsx';
import { useWords } from '#web/useWords.ts';
import { gateWords } from '#web/words-gate.ts';
import { factorRoutes, peopleRoutes } from '../../contract.ts';
import { securityWords } from '../../locales/security.ts';
import '../people.css';

interface Typed {
  password?: string;
  code?: string;
}

/** Before a step that matters: the password again, or a factor. What was typed waits behind it. */
export default function ProofSheet({ onDone }: { onDone: (isProved: boolean) => void }) {
  const say = useWords(securityWords);
  const gate = useWords(gateWords);
  const [form] = Form.useForm<Typed>();
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [cancelled, setCancelled] = useState<ApiProblem | null>(null);
  const { data: factors } = useQuery(reading(factorRoutes.read, {}));
  const prove = useWriting(peopleRoutes.prove);
  const told = {
    onSuccess: () => onDone(true),
    onError: () => form.resetFields(),
  };
  const byPasskey = async () => {
    setCancelled(null);
    try {
      const question = await call(peopleRoutes.askForProof, {}, { idempotencyKey: newKey() });
      const words = { title: gate('passkeyFailed'), detail: gate('passkeyFailedNext') };
      prove.mutate({ body: { passkey: await answerOf(question, words) } }, told);
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      setCancelled(thrown);
    }
  };
  const canPasskey = hasPasskeys() && (factors?.passkeys.length ?? 0) > 0;
  return (
    <Sheet title={say('proofTitle')} onClose={() => onDone(false)}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="person-key-sheet"
        onFinish={(body) => prove.mutate({ body }, told)}
      >
        <p>{say('proofLead')}</p>
        <ProblemNote problem={cancelled ?? prove.error} onAgain={prove.again} />
        {way === 'password' ? (
          <Form.Item
            key="password"
            name="password"
            label={say('password')}
            rules={[{ required: true, message: say('needPassword') }]}
          >
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
        ) : (
          <Form.Item
            key="code"
            name="code"
            label={say('code')}
            rules={[{ required: true, message: say('needCode') }]}
          >
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={40} />
          </Form.Item>
        )}
        <div className="form-end">
          {factors?.totp && (
            <Button type="link" onClick={() => setWay(way === 'code' ? 'password' : 'code')}>
              {say(way === 'code' ? 'usePassword' : 'useCode')}
            </Button>
          )}
          {canPasskey && <Button onClick={byPasskey}>{say('usePasskey')}</Button>}
          <Button type="primary" htmlType="submit" loading={prove.isPending}>
            {gate('next')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
