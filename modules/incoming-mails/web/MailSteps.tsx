import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { type IncomingMail, type IncomingMailMatch, incomingMailRoutes } from '../contract.ts';
import { stepWords, touches, useSay } from './said.ts';

const OpenSheet = lazy(() => import('./OpenSheet.tsx'));
const AddSheet = lazy(() => import('./AddSheet.tsx'));
const FileSheet = lazy(() => import('./FileSheet.tsx'));
const ConfirmSheet = lazy(() => import('./ConfirmSheet.tsx'));

const sheets = ['open', 'add', 'file', 'confirmSender'] as const;
type SheetName = (typeof sheets)[number];
const keysOf = { open: 'o', add: 'a', file: 'x', confirmSender: 'c' } as const;

/** What is done with a letter, each by one key: a complaint of its own, a word to one, or none. */
export function MailSteps(props: { mail: IncomingMail; match: IncomingMailMatch | undefined }) {
  const { mail, match } = props;
  const say = useSay();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const close = () => setSheet(null);
  const putBack = useWriting(incomingMailRoutes.putBack, touches);
  const canPutBack = mail.steps.some(({ step, allowed }) => step === 'putBack' && allowed);
  return (
    <>
      {sheets.map((name) => (
        <StepOf key={name} name={name} mail={mail} onPress={() => setSheet(name)} />
      ))}
      {canPutBack && (
        <Button
          loading={putBack.isPending}
          onClick={() =>
            putBack.mutate({ params: { incomingMailId: mail.id }, version: mail.version })
          }
        >
          {say('putBack')}
        </Button>
      )}
      <ProblemNote problem={putBack.error} onAgain={putBack.again} />
      <Suspense fallback={null}>
        {sheet === 'open' && <OpenSheet mail={mail} match={match} onClose={close} />}
        {sheet === 'add' && <AddSheet mail={mail} onClose={close} />}
        {sheet === 'file' && <FileSheet mail={mail} onClose={close} />}
        {sheet === 'confirmSender' && <ConfirmSheet mail={mail} onClose={close} />}
      </Suspense>
    </>
  );
}

function StepOf(props: { name: SheetName; mail: IncomingMail; onPress: () => void }) {
  const { name, mail, onPress } = props;
  const say = useSay();
  const step = mail.steps.find((one) => one.step === name);
  const isMain = name === (mail.isHeldBack ? 'confirmSender' : 'open');
  useHotkey(
    step?.allowed
      ? { keys: keysOf[name], label: say(name), group: 'page', run: () => flushSync(onPress) }
      : null,
  );
  if (!step) return null;
  if (!step.allowed)
    return <StepButtons steps={[step]} words={stepWords} onStep={onPress} main="" />;
  return (
    <Button type={isMain ? 'primary' : 'default'} onClick={onPress}>
      {say(name)} <kbd className="for-keyboard">{keysOf[name].toUpperCase()}</kbd>
    </Button>
  );
}
