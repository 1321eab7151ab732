import { Button, Form, Input } from 'antd';
import { useEffect, useRef } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { QrCode } from '#web/QrCode.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useIsPhone } from '#web/useMedia.ts';
import { useWords } from '#web/useWords.ts';
import { factorRoutes } from '../../contract.ts';
import { securityWords } from '../../locales/security.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import './security.css';

/** Scan, type what the app shows, keep the recovery codes. */
export function TotpSetUp({ onDone }: { onDone: () => void }) {
  const say = useWords(securityWords);
  const tell = useTell();
  const isPhone = useIsPhone();
  const begin = useWriting(factorRoutes.beginTotp);
  const confirm = useWriting(factorRoutes.confirmTotp, { touches: ['sessions'] });
  const [form] = Form.useForm<{ code: string }>();
  const { mutate } = begin;
  const hasBegun = useRef(false);
  // One key a visit: a second one would not fit the code that was scanned.
  useEffect(() => {
    if (!hasBegun.current) mutate({});
    hasBegun.current = true;
  }, [mutate]);
  if (confirm.data && confirm.data.recoveryCodes.length > 0)
    return <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={onDone} />;
  const save = (body: { code: string }) =>
    confirm.mutate(
      { body },
      {
        onSuccess: ({ recoveryCodes }) => {
          tell(say('totpAdded'));
          if (recoveryCodes.length === 0) onDone();
        },
        onError: () => form.resetFields(),
      },
    );
  return (
    <div className="person-totp">
      <ProblemNote problem={begin.error} onAgain={begin.again} />
      <p>{say('totpScan')}</p>
      {begin.data ? (
        <QrCode text={begin.data.uri} label={say('totpScan')} />
      ) : (
        <div className="qr-code" />
      )}
      {begin.data && isPhone && <a href={begin.data.uri}>{say('totpHere')}</a>}
      <p className="soft">
        {say('totpKey')}{' '}
        <code className="person-totp-key">{begin.data?.key.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <ProblemNote problem={confirm.error} />
        <Form.Item
          name="code"
          label={say('totpConfirm')}
          rules={[{ required: true, pattern: /^\s*(\d\s*){6}$/, message: say('needCode') }]}
          validateTrigger="onBlur"
        >
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={7} />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={!begin.data} loading={confirm.isPending}>
          {say('confirm')}
        </Button>
      </Form>
    </div>
  );
}
