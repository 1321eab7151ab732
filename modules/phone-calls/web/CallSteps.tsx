import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { formatPhone } from '#shared/phones.ts';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type PhoneCall, phoneCallRoutes } from '../contract.ts';
import { touches, useSay, whyWord } from './usePhoneWords.ts';

const ReasonSheet = lazy(async () => ({
  default: (await import('#web/ReasonSheet.tsx')).ReasonSheet,
}));

/** What is done about a missed call: taken, called back (`d`), put back, or settled with a reason. */
export function CallSteps({ call }: { call: PhoneCall }) {
  const say = useSay();
  const [isSettling, setIsSettling] = useState(false);
  const take = useWriting(phoneCallRoutes.take, touches);
  const putBack = useWriting(phoneCallRoutes.putBack, touches);
  const input = { params: { phoneCallId: call.id }, version: call.version };
  const has = (step: string) => call.steps.some((one) => one.step === step && one.allowed);
  const refused = call.steps.find((one) => one.step === 'take' && !one.allowed);
  useHotkey(
    has('take')
      ? { keys: 't', label: say('take'), group: 'page', run: () => take.mutate(input) }
      : null,
  );
  const failed = [take, putBack].find(({ error }) => error);
  return (
    <>
      <CallBack call={call} />
      {has('take') && (
        <Button loading={take.isPending} onClick={() => take.mutate(input)}>
          {say('take')} <kbd className="for-keyboard">T</kbd>
        </Button>
      )}
      {refused && whyWord(refused) && <span className="soft">{say(whyWord(refused)!)}</span>}
      {has('putBack') && (
        <Button loading={putBack.isPending} onClick={() => putBack.mutate(input)}>
          {say('putBack')}
        </Button>
      )}
      {has('settle') && <Button onClick={() => setIsSettling(true)}>{say('settle')}</Button>}
      <ProblemNote problem={failed?.error ?? null} onAgain={failed?.again} />
      {isSettling && <SettleSheet call={call} onClose={() => setIsSettling(false)} />}
    </>
  );
}

/** With a telephone system one's own telephone rings first; without one the device dials. */
function CallBack({ call }: { call: PhoneCall }) {
  const say = useSay();
  const tell = useTell();
  const navigate = useNavigate();
  const callBack = useWriting(phoneCallRoutes.callBack, touches);
  const offered = call.steps.find(({ step }) => step === 'callBack');
  const isOwed = call.state === 'missed' || call.state === 'taken';
  const isOver = call.state === 'recorded' || call.state === 'settled';
  const isUseful = offered?.allowed === true && (isOwed || isOver);
  const dial = () => {
    if (callBack.isPending) return;
    const number = formatPhone(call.number);
    callBack.mutate(
      { params: { phoneCallId: call.id } },
      {
        onSuccess: ({ id }) => {
          tell(call.canDial ? say('dialling') : say('dialYourself', { number }));
          void navigate({ to: `/phone-calls/${id}` });
        },
      },
    );
  };
  useHotkey(isUseful ? { keys: 'd', label: say('callBack'), group: 'page', run: dial } : null);
  if (!isUseful) return null;
  return (
    <>
      <Button
        type={isOwed ? 'primary' : 'default'}
        icon={<Icon name="phone" />}
        loading={callBack.isPending}
        {...(!call.canDial && { href: `tel:${call.number}` })}
        onClick={dial}
      >
        {say('callBack')} <kbd className="for-keyboard">D</kbd>
      </Button>
      <ProblemNote problem={callBack.error} onAgain={callBack.again} />
    </>
  );
}

function SettleSheet({ call, onClose }: { call: PhoneCall; onClose: () => void }) {
  const say = useSay();
  const settle = useWriting(phoneCallRoutes.settle, touches);
  const about = { params: { phoneCallId: call.id }, version: call.version };
  return (
    <Suspense fallback={null}>
      <ReasonSheet
        title={say('settle')}
        label={say('settleWhy')}
        word={say('settleGo')}
        writing={settle}
        onReason={(reason) => settle.mutate({ ...about, body: { reason } }, { onSuccess: onClose })}
        onClose={onClose}
      />
    </Suspense>
  );
}
