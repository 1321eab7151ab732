import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading } from '#web/api.ts';
import { Deadline } from '#web/Deadline.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type RepeatRepair, repeatRepairRoutes as routes } from '../contract.ts';
import { causes } from '../lifecycle.ts';
import { RepeatState } from './RepeatState.tsx';
import './repeats.css';
import { useRepeatWords } from './useRepeatWords.ts';

const ConfirmSheet = lazy(async () => ({
  default: (await import('./ConfirmSheet.tsx')).ConfirmSheet,
}));
const DeclineSheet = lazy(async () => ({
  default: (await import('./DeclineSheet.tsx')).DeclineSheet,
}));
const JudgeSheet = lazy(async () => ({ default: (await import('./JudgeSheet.tsx')).JudgeSheet }));
type Step = 'confirm' | 'decline' | 'judge';

/** What this visit repeats: decided, judged and kept free of charge from here (WSH-10, WSH-14). */
export default function OrderRepeat({ orderId }: { orderId: string }) {
  const { say } = useRepeatWords();
  const [open, setOpen] = useState<Step | null>(null);
  const follows = ['repeat-repairs', 'service-orders'];
  const { data, error } = useQuery(reading(routes.ofOrder, { params: { orderId } }, { follows }));
  const repeat = data?.repeatRepair;
  if (error) return <ProblemNote problem={error} />;
  if (!repeat) return null;
  const close = () => setOpen(null);
  return (
    <Card title={say('repeat')} actions={<RepeatState state={repeat.state} />}>
      <Facts repeat={repeat} />
      <Steps repeat={repeat} onOpen={setOpen} />
      <Suspense fallback={null}>
        {open === 'confirm' && <ConfirmSheet repeat={repeat} onClose={close} />}
        {open === 'decline' && <DeclineSheet repeat={repeat} onClose={close} />}
        {open === 'judge' && <JudgeSheet repeat={repeat} onClose={close} />}
      </Suspense>
    </Card>
  );
}

function Facts({ repeat }: { repeat: RepeatRepair }) {
  const { say, sayOf } = useRepeatWords();
  const { days, untilOn, untilKm, state, causeKind } = repeat;
  const km = repeat.km.toLocaleString('en-US');
  const isFree = state === 'confirmed';
  return (
    <div className="repeat-facts">
      <p>
        <Icon name="shield" size={16} /> <strong>{say('since', { days, km })}</strong>{' '}
        <Link to={`/service-orders/${repeat.earlierOrderId}` as never}>{repeat.earlierNumber}</Link>
      </p>
      <p className="soft">
        {untilOn === null
          ? say('noGuarantee')
          : say('runsUntil', { on: untilOn, km: (untilKm ?? 0).toLocaleString('en-US') })}
      </p>
      {state === 'proposed' && (
        <>
          <p>
            {say('doneThen')}：{repeat.jobs.map(({ description }) => description).join('、')}
          </p>
          <p className="repeat-question">{say('isIt')}</p>
        </>
      )}
      {repeat.elsewhereSource && (
        <p className="repeat-elsewhere" role="alert">
          <Icon name="alert" size={16} />{' '}
          {say('elsewhere', { count: repeat.attempt, source: repeat.elsewhereSource })}
        </p>
      )}
      {state !== 'proposed' && state !== 'declined' && (
        <dl className="repeat-list">
          <Fact title={say('job')}>
            {repeat.job || <span className="repeat-lacks">{say('jobNone')}</span>}
          </Fact>
          <Fact title={say('technician')}>{repeat.technicianName}</Fact>
          <Fact title={say('partner')}>{repeat.partnerName}</Fact>
          <Fact title={say('symptom')}>{repeat.symptom}</Fact>
          <Fact title={say('cause')}>
            {causeKind && [sayOf('cause', causeKind), repeat.cause].filter(Boolean).join('：')}
          </Fact>
        </dl>
      )}
      {state === 'declined' && (
        <p>
          {repeat.reason}{' '}
          <span className="soft">{say('decidedBy', { name: repeat.decidedByName })}</span>
        </p>
      )}
      {isFree && (
        <p className="repeat-free">
          <strong>{say('freeStands')}</strong> <Term repeat={repeat} />
        </p>
      )}
      {state === 'otherCause' && <p>{say('chargedAnew')}</p>}
    </div>
  );
}

/** Until when another cause may be proved; nothing more is said once a cause of the house is on record. */
function Term({ repeat }: { repeat: RepeatRepair }) {
  const { say } = useRepeatWords();
  const { causeKind, proofDays: days, proofSource: source, proofDueAt, steps } = repeat;
  if (causeKind && causes[causeKind].isOurs) return null;
  const isOver = steps.some(({ step, allowed }) => step === 'proveOther' && !allowed);
  if (isOver) return <span className="soft">{say('proofOver', { source })}</span>;
  return (
    <>
      <span className="soft">{say('proofRule', { days, source })}</span>{' '}
      <Deadline dueAt={proofDueAt} />
    </>
  );
}

function Fact({ title, children }: { title: string; children: React.ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Steps({ repeat, onOpen }: { repeat: RepeatRepair; onOpen: (step: Step) => void }) {
  const { say } = useRepeatWords();
  const may = (name: string) => repeat.steps.some(({ step }) => step === name);
  const isNew = repeat.state === 'proposed';
  const next = isNew ? 'confirm' : 'judge';
  const isOn = may(isNew ? 'confirm' : 'recordCause');
  useHotkey(isOn ? { keys: 'r', label: say(next), group: 'page', run: () => onOpen(next) } : null);
  useHotkey(
    may('decline')
      ? { keys: 'n', label: say('decline'), group: 'page', run: () => onOpen('decline') }
      : null,
  );
  const key = (name: string, shown: boolean) => shown && <kbd className="for-keyboard">{name}</kbd>;
  return (
    <div className="repeat-steps">
      {may('confirm') && (
        <Button type={isNew ? 'primary' : 'default'} onClick={() => onOpen('confirm')}>
          {say(isNew ? 'confirm' : 'confirmAgain')}
          {key('r', isNew)}
        </Button>
      )}
      {may('decline') && (
        <Button onClick={() => onOpen('decline')}>
          {say('decline')}
          {key('n', true)}
        </Button>
      )}
      {may('recordCause') && (
        <Button type={repeat.causeKind ? 'default' : 'primary'} onClick={() => onOpen('judge')}>
          {say(repeat.causeKind ? 'judgeAgain' : 'judge')}
          {key('r', true)}
        </Button>
      )}
    </div>
  );
}
