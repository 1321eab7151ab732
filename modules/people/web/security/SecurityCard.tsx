import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { hasPasskeys } from '#web/passkeys.ts';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { factorRoutes, type Passkey, type SecondFactors } from '../../contract.ts';
import { securityWords } from '../../locales/security.ts';
import { PasskeySetUp } from './PasskeySetUp.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import './security.css';
import { TotpSetUp } from './TotpSetUp.tsx';

type Doing = 'totp' | 'passkey' | null;
const fewCodes = 3;

/** One's own second factors on the account page. */
export function SecurityCard() {
  const say = useWords(securityWords);
  const [doing, setDoing] = useState<Doing>(null);
  const { data, error } = useQuery(reading(factorRoutes.read, {}));
  const done = () => setDoing(null);
  return (
    <Card title={say('security')}>
      <ProblemNote problem={error} />
      <p className="soft">{say('securityLead')}</p>
      {data && <Need factors={data} />}
      {data && (
        <ul className="person-factors">
          <TotpLine factors={data} onSetUp={() => setDoing('totp')} />
          <PasskeyLines factors={data} onAdd={() => setDoing('passkey')} />
          <CodesLine factors={data} />
        </ul>
      )}
      {doing === 'totp' && (
        <Sheet title={say('setUpTotp')} onClose={done}>
          <TotpSetUp onDone={done} />
        </Sheet>
      )}
      {doing === 'passkey' && (
        <Sheet title={say('addPasskey')} onClose={done}>
          <PasskeySetUp onDone={done} />
        </Sheet>
      )}
    </Card>
  );
}

function Need({ factors }: { factors: SecondFactors }) {
  const say = useWords(securityWords);
  const { neededFrom, isNeeded, totp, passkeys } = factors;
  if (neededFrom === null) return null;
  const words = isNeeded ? say('neededSince') : say('neededFrom', { date: neededFrom });
  const isMissing = totp === null && passkeys.length === 0;
  return <p className={isMissing ? 'person-factor-warning' : 'soft'}>{words}</p>;
}

function Line(props: { title: ReactNode; note: ReactNode; children?: ReactNode }) {
  const { title, note, children } = props;
  return (
    <li>
      <div>
        <div>{title}</div>
        <div className="soft">{note}</div>
      </div>
      <div className="person-factor-acts">{children}</div>
    </li>
  );
}

function RemoveButton(props: { ask: string; label: string; busy: boolean; onRemove: () => void }) {
  const { ask, label, busy, onRemove } = props;
  const say = useWords(securityWords);
  return (
    <Popconfirm title={ask} okText={say('remove')} cancelText={say('cancel')} onConfirm={onRemove}>
      <Button size="small" danger loading={busy} aria-label={label}>
        {say('remove')}
      </Button>
    </Popconfirm>
  );
}

function TotpLine({ factors, onSetUp }: { factors: SecondFactors; onSetUp: () => void }) {
  const say = useWords(securityWords);
  const language = useLanguage();
  const now = useNow();
  const tell = useTell();
  const remove = useWriting(factorRoutes.removeTotp, { touches: ['session', 'sessions'] });
  const { totp } = factors;
  const note = totp
    ? say('totpOn', { time: shortTime(totp.confirmedAt, now, language) })
    : say('totpOff');
  return (
    <>
      <Line title={say('totp')} note={note}>
        <Button size="small" type={totp ? 'default' : 'primary'} onClick={onSetUp}>
          {say(totp ? 'replaceTotp' : 'setUpTotp')}
        </Button>
        {totp && (
          <RemoveButton
            ask={say('removeTotpAsk')}
            label={`${say('remove')}: ${say('totp')}`}
            busy={remove.isPending}
            onRemove={() => remove.mutate({}, { onSuccess: () => tell(say('removed')) })}
          />
        )}
      </Line>
      <ProblemNote problem={remove.error} />
    </>
  );
}

function PasskeyLines({ factors, onAdd }: { factors: SecondFactors; onAdd: () => void }) {
  const say = useWords(securityWords);
  const { passkeys } = factors;
  const note = hasPasskeys() ? passkeys.length === 0 && say('passkeysOff') : say('passkeysNotHere');
  return (
    <>
      <Line title={say('passkeys')} note={note}>
        <Button size="small" disabled={!hasPasskeys()} onClick={onAdd}>
          {say('addPasskey')}
        </Button>
      </Line>
      {passkeys.map((passkey) => (
        <PasskeyLine key={passkey.id} passkey={passkey} />
      ))}
    </>
  );
}

function PasskeyLine({ passkey }: { passkey: Passkey }) {
  const say = useWords(securityWords);
  const language = useLanguage();
  const now = useNow();
  const tell = useTell();
  const remove = useWriting(factorRoutes.removePasskey, { touches: ['session', 'sessions'] });
  const { id: passkeyId, name, createdAt, lastUsedAt, isSynced, doubtedAt } = passkey;
  const at = (instant: string) => ({ time: shortTime(instant, now, language) });
  const note = [
    say('passkeyMade', at(createdAt)),
    lastUsedAt ? say('passkeyUsed', at(lastUsedAt)) : say('passkeyUnused'),
    ...(isSynced ? [say('passkeySynced')] : []),
  ].join(' · ');
  const end = () =>
    remove.mutate({ params: { passkeyId } }, { onSuccess: () => tell(say('removed')) });
  return (
    <li className="person-factor-part">
      <div>
        <div>{name}</div>
        <div className="soft">{note}</div>
        {doubtedAt && (
          <div className="person-factor-warning">{say('passkeyDoubted', at(doubtedAt))}</div>
        )}
        <ProblemNote problem={remove.error} />
      </div>
      <RemoveButton
        ask={say('removePasskeyAsk', { name })}
        label={`${say('remove')}: ${name}`}
        busy={remove.isPending}
        onRemove={end}
      />
    </li>
  );
}

function CodesLine({ factors }: { factors: SecondFactors }) {
  const say = useWords(securityWords);
  const renew = useWriting(factorRoutes.renewRecoveryCodes);
  const { totp, passkeys, recoveryCodesLeft: count } = factors;
  if (totp === null && passkeys.length === 0) return null;
  const isFew = count <= fewCodes;
  return (
    <>
      <Line
        title={say('recovery')}
        note={
          <span className={isFew ? 'person-factor-warning' : ''}>
            {say(isFew ? 'recoveryFew' : 'recoveryLeft', { count })}
          </span>
        }
      >
        <Popconfirm
          title={say('renewAsk')}
          okText={say('renewCodes')}
          cancelText={say('cancel')}
          onConfirm={() => renew.mutate({})}
        >
          <Button size="small" loading={renew.isPending}>
            {say('renewCodes')}
          </Button>
        </Popconfirm>
      </Line>
      <ProblemNote problem={renew.error} />
      {renew.data && (
        <Sheet title={say('codesTitle')} onClose={renew.reset}>
          <RecoveryCodes codes={renew.data.recoveryCodes} onDone={renew.reset} />
        </Sheet>
      )}
    </>
  );
}
