import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { call, isProblem, newKey, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { madeFor } from '#web/passkeys.ts';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { factorRoutes } from '../../contract.ts';
import { securityWords } from '../../locales/security.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import './security.css';

/** Name it, confirm at the device, keep the recovery codes. */
export function PasskeySetUp({ onDone }: { onDone: () => void }) {
  const say = useWords(securityWords);
  const tell = useTell();
  const [isAsking, setIsAsking] = useState(false);
  const [cancelled, setCancelled] = useState<ApiProblem | null>(null);
  const add = useWriting(factorRoutes.addPasskey, { touches: ['sessions'] });
  if (add.data && add.data.recoveryCodes.length > 0)
    return <RecoveryCodes codes={add.data.recoveryCodes} onDone={onDone} />;
  const make = async ({ name }: { name: string }) => {
    setCancelled(null);
    setIsAsking(true);
    try {
      const question = await call(factorRoutes.beginPasskey, {}, { idempotencyKey: newKey() });
      const words = { title: say('passkeyFailed'), detail: say('passkeyFailedNext') };
      const made = await madeFor(question, words);
      add.mutate(
        { body: { ...made, name } },
        {
          onSuccess: ({ recoveryCodes }) => {
            tell(say('passkeyAdded'));
            if (recoveryCodes.length === 0) onDone();
          },
        },
      );
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      setCancelled(thrown);
    } finally {
      setIsAsking(false);
    }
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="person-passkey"
      onFinish={(typed: { name: string }) => void make(typed)}
    >
      <ProblemNote problem={cancelled ?? add.error} onAgain={add.again} />
      <p>{say('passkeyLead')}</p>
      <Form.Item
        name="name"
        label={say('passkeyName')}
        rules={[{ required: true, whitespace: true, message: say('needName') }]}
      >
        <Input maxLength={60} placeholder={say('passkeyNameHint')} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isAsking || add.isPending}>
        {say('makePasskey')}
      </Button>
    </Form>
  );
}
