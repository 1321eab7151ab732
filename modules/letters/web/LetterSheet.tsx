import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { reading, useWriting } from '#web/api.ts';
import { Facts } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { type Letter, letterRoutes } from '../contract.ts';
import { letterWords } from '../locales/words.ts';
import { ChangeForm } from './ChangeForm.tsx';
import './letters.css';
import { EmailForm, type ReasonStep, WhyForm } from './StepForms.tsx';
import { touches, useSay } from './useSay.ts';

/** One letter: its words, where it stands, and what may be done with it next. */
export default function LetterSheet(props: { letterId: string; onClose: () => void }) {
  const { letterId, onClose } = props;
  const say = useSay();
  const read = useQuery(reading(letterRoutes.one, { params: { letterId } }));
  const letter = read.data;
  const title = letter
    ? `${say(letter.kind)} · ${letter.number || say('noNumber')}`
    : say('letters');
  return (
    <SheetForm title={title} onClose={onClose}>
      <ProblemNote problem={read.error} />
      {read.isPending && <Waiting />}
      {letter && <Opened letter={letter} />}
    </SheetForm>
  );
}

const withReason = ['refuse', 'takeBack', 'withdraw'] as const;
const isReasonStep = (step: string): step is ReasonStep =>
  (withReason as readonly string[]).includes(step);

function Opened({ letter }: { letter: Letter }) {
  const [doing, setDoing] = useState<ReasonStep | 'change' | 'email'>();
  const params = { letterId: letter.id };
  const release = useWriting(letterRoutes.release, touches);
  const ask = useWriting(letterRoutes.ask, touches);
  const approve = useWriting(letterRoutes.approve, touches);
  const print = useWriting(letterRoutes.print, touches);
  const send = useWriting(letterRoutes.send, touches);
  const plain = { release, ask, approve, print };
  const writings = { ...plain, send };
  const busy = (Object.keys(writings) as (keyof typeof writings)[]).find(
    (step) => writings[step].isPending,
  );
  const problem = Object.values(writings).find(({ error }) => error)?.error ?? null;
  const stop = () => setDoing(undefined);
  const step = (name: string) => {
    if (isReasonStep(name) || name === 'change') return setDoing(name);
    if (name === 'send') {
      return letter.way === 'email' ? setDoing('email') : send.mutate({ params, body: {} });
    }
    // Opened at once: a window that comes after the answer would be held back by the browser.
    if (name === 'print') window.open(pathOf(letterRoutes.paper, params), '_blank', 'noopener');
    plain[name as keyof typeof plain].mutate({ params });
  };
  if (doing === 'change') return <ChangeForm letter={letter} onDone={stop} />;
  return (
    <div className="letter-sheet">
      <ProblemNote problem={problem} />
      <Words letter={letter} />
      <Story letter={letter} />
      {doing === 'email' && <EmailForm letterId={letter.id} onDone={stop} />}
      {doing !== undefined && doing !== 'email' && (
        <WhyForm key={doing} letterId={letter.id} step={doing} onDone={stop} />
      )}
      {doing === undefined && (
        <div className="form-end">
          <StepButtons
            steps={letter.steps}
            words={letterWords}
            busy={busy ?? null}
            main={mainStep(letter) ?? 'none'}
            onStep={step}
          />
        </div>
      )}
    </div>
  );
}

/** What comes next of itself, not what comes first in the list. */
const mainStep = ({ steps, state }: Letter): string | undefined => {
  const order =
    state === 'draft' ? ['release', 'ask'] : state === 'printed' ? ['send'] : ['approve', 'print'];
  return [...order, 'send'].find((name) =>
    steps.some(({ step, allowed }) => step === name && allowed),
  );
};

function Words({ letter }: { letter: Letter }) {
  const say = useSay();
  const params = { letterId: letter.id };
  return (
    <>
      <div className="letter-words">
        <h3>{letter.subject}</h3>
        <strong>{letter.recipient}：</strong>
        <p>{letter.body}</p>
      </div>
      <div className="letter-links">
        <a href={pathOf(letterRoutes.paper, params)} target="_blank" rel="noreferrer">
          {say('see')}
        </a>
        {letter.fileId && (
          <a href={`/api/v1/files/${letter.fileId}`} target="_blank" rel="noreferrer">
            {say('archived')}
          </a>
        )}
        <Link to={`/customers/${letter.customerId}` as string}>
          {say('toCustomer')}：{letter.customerName}
        </Link>
      </div>
    </>
  );
}

function Story({ letter }: { letter: Letter }) {
  const say = useSay();
  const { way, address, state, reason, sentOn, returnedOn, registeredOn } = letter;
  const lacksAddress = way === 'post' && address === '' && (state === 'draft' || !sentOn);
  const facts: [string, string][] = [
    [say('state'), say(state)],
    [say('reason'), reason],
    [say('way'), `${say(way)} · ${say(letter.purpose)}`],
    [say('address'), address],
    [say('words'), letter.templateName || say('ownWords')],
    [say('registeredOn'), registeredOn ?? ''],
    [say('sentOn'), [sentOn, letter.sentByName].filter(Boolean).join(' · ')],
    [say('returnedOn'), returnedOn ?? ''],
    [say('writtenBy'), letter.writtenByName ?? ''],
    [say('askedBy'), letter.askedByName ?? ''],
    [say('decidedBy'), letter.decidedByName ?? ''],
    [say('unit'), letter.orgUnitName],
  ];
  return (
    <>
      {lacksAddress && <p className="letter-warn">{say('noAddress')}</p>}
      <Facts facts={facts.filter(([, value]) => value !== '')} />
    </>
  );
}
