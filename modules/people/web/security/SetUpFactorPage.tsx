import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Gate } from '#web/pages/Gate.tsx';
import { hasPasskeys } from '#web/passkeys.ts';
import { useSignOut } from '#web/useSignOut.ts';
import { useWords } from '#web/useWords.ts';
import { securityWords } from '../../locales/security.ts';
import { PasskeySetUp } from './PasskeySetUp.tsx';
import './security.css';
import { TotpSetUp } from './TotpSetUp.tsx';

/** Who must have a second factor and has none comes here after the password; nothing else is open to him. */
export default function SetUpFactorPage() {
  const say = useWords(securityWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const [way, setWay] = useState<'totp' | 'passkey' | null>(null);
  const done = () => {
    client.clear();
    void navigate({ to: '/', replace: true });
  };
  const leave = () => void signOut().then(() => navigate({ to: '/login', replace: true }));
  return (
    <Gate title={say('setUpTitle')} lead={say('setUpLead')}>
      {way === null && (
        <>
          <p>{say('chooseWay')}</p>
          <Button type="primary" size="large" block onClick={() => setWay('totp')}>
            {say('totp')}
          </Button>
          <Button size="large" block disabled={!hasPasskeys()} onClick={() => setWay('passkey')}>
            {say('passkeys')}
          </Button>
          {!hasPasskeys() && <p className="soft">{say('passkeysNotHere')}</p>}
        </>
      )}
      {way === 'totp' && <TotpSetUp onDone={done} />}
      {way === 'passkey' && <PasskeySetUp onDone={done} />}
      <Button type="link" className="person-leave" onClick={leave}>
        {say('signOut')}
      </Button>
    </Gate>
  );
}
