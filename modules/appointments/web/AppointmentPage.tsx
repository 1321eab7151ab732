import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { useModules } from '#web/modules.ts';
import { Card, Facts, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { shortTime, spokenMinutes } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Appointment, appointmentRoutes as routes } from '../contract.ts';
import { appointmentWords } from '../locales/words.ts';
import './appointments.css';
import { dayOf } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

const MoveSheet = lazy(async () => ({ default: (await import('./MoveSheet.tsx')).MoveSheet }));
const ArrivalSheet = lazy(async () => ({
  default: (await import('./ArrivalSheet.tsx')).ArrivalSheet,
}));
const ChangeSheet = lazy(async () => ({
  default: (await import('./ChangeSheet.tsx')).ChangeSheet,
}));
const WordsSheet = lazy(async () => ({ default: (await import('./WordsSheet.tsx')).WordsSheet }));

/** One appointment: what was agreed, what is to be done next, what happened. */
export default function AppointmentPage() {
  const { say, sayOf } = useAppointmentWords();
  const { appointmentId } = useParams({ strict: false }) as { appointmentId: string };
  const asked = reading(routes.one, { params: { appointmentId } });
  const { data, error, refetch } = useQuery(asked);
  if (!data) {
    return (
      <Page title={say('book')}>
        <ProblemNote problem={error} />
        {error ? <Button onClick={() => void refetch()}>{say('readAgain')}</Button> : <Waiting />}
      </Page>
    );
  }
  return (
    <Page
      title={data.plate ? <PlateTag plate={data.plate} size="large" /> : data.name}
      note={[data.plate && data.name, sayOf('state', data.state)].filter(Boolean).join(' · ')}
      actions={<Link to={`/appointments?on=${dayOf(data.startsAt)}` as never}>{say('book')}</Link>}
    >
      <Steps of={data} />
      <div className="appointment-record">
        <Card>
          <Agreed of={data} />
        </Card>
        <Card title={say('history')}>
          <History of={data} />
        </Card>
      </div>
    </Page>
  );
}

type Opened = 'move' | 'cancel' | 'call' | 'change' | 'arrival';

function Steps({ of }: { of: Appointment }) {
  const { say } = useAppointmentWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Opened | null>(null);
  const params = { appointmentId: of.id };
  const actions = useModules().flatMap(({ AppointmentAction }) => AppointmentAction ?? []);
  const touches = { touches: ['reception-desk', 'service-orders'] };
  const confirm = useWriting(routes.confirm, touches);
  const arrive = useWriting(routes.arrive, touches);
  const take = useWriting(routes.take, touches);
  const cancel = useWriting(routes.cancel, touches);
  const call = useWriting(routes.call, touches);
  const plain = { confirm, arrive, take } as const;
  const close = () => setOpen(null);
  const step = (name: string) => {
    if (name in plain) plain[name as keyof typeof plain].mutate({ params, version: of.version });
    else setOpen(name as typeof open);
  };
  const mayStep = (name: string) => of.steps.some((one) => one.step === name && one.allowed);
  useHotkey(
    mayStep('move')
      ? { keys: 'm', label: say('move'), group: 'page', run: () => setOpen('move') }
      : null,
  );
  const toForm = (vehicleId: string) =>
    void navigate({ to: '/service-orders/new', search: { vehicleId } as never });
  /** An unknown car is put on file first, with what was said on the telephone. */
  const toReception = () => (of.vehicleId ? toForm(of.vehicleId) : setOpen('arrival'));
  const canReceive = mayStep('cancel') && of.state !== 'cancelled';
  useHotkey(
    canReceive ? { keys: 'o', label: say('receive'), group: 'page', run: toReception } : null,
  );
  return (
    <>
      <ProblemNote problem={confirm.error} onAgain={confirm.again} />
      <ProblemNote problem={arrive.error} onAgain={arrive.again} />
      <ProblemNote problem={take.error} onAgain={take.again} />
      <div className="appointment-steps">
        {of.orderId && <Link to={`/service-orders/${of.orderId}` as never}>{say('toOrder')}</Link>}
        {canReceive && (
          <Button type="primary" onClick={toReception}>
            {say('receive')}
            <kbd className="for-keyboard">o</kbd>
          </Button>
        )}
        <StepButtons steps={of.steps} words={appointmentWords} main="none" onStep={step} />
        {canReceive && <Button onClick={() => setOpen('change')}>{say('change')}</Button>}
        <Suspense fallback={null}>
          {actions.map((AppointmentAction, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: modules stand in a fixed order
            <AppointmentAction key={at} appointmentId={of.id} />
          ))}
        </Suspense>
      </div>
      <Suspense fallback={null}>
        {open === 'move' && <MoveSheet of={of} onClose={close} />}
        {open === 'arrival' && <ArrivalSheet of={of} onKnown={toForm} onClose={close} />}
        {open === 'change' && <ChangeSheet of={of} onClose={close} />}
        {open === 'cancel' && (
          <WordsSheet
            title={say('cancel')}
            label={say('cancelReason')}
            problem={cancel.error}
            isBusy={cancel.isPending}
            onWords={(reason) =>
              cancel.mutate({ params, body: { reason }, version: of.version }, { onSuccess: close })
            }
            onClose={close}
          />
        )}
        {open === 'call' && (
          <WordsSheet
            title={say('call')}
            label={say('callNote')}
            problem={call.error}
            isBusy={call.isPending}
            onWords={(note) =>
              call.mutate({ params, body: { note }, version: of.version }, { onSuccess: close })
            }
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}

function Agreed({ of }: { of: Appointment }) {
  const { say, sayOf } = useAppointmentWords();
  const language = useLanguage();
  const now = useNow();
  const time = (instant: string) => shortTime(instant, now, language);
  const who = of.customerId ? (
    <Link to={`/customers/${of.customerId}` as never}>{of.name}</Link>
  ) : (
    `${of.name} · ${say('notKnown')}`
  );
  const facts: [string, React.ReactNode][] = [
    [say('startsAt'), <strong key="at">{time(of.startsAt)}</strong>],
    [
      say('kind'),
      of.plannedMinutes > 0
        ? `${sayOf('kind', of.kind)} · ${say('planned', {
            minutes: spokenMinutes(of.plannedMinutes, language),
            time: time(of.endsAt),
          })}`
        : sayOf('kind', of.kind),
    ],
    [say('bay'), of.bayName || say('noBay')],
    [say('name'), who],
    [say('phone'), of.phone || '—'],
    [say('advisor'), of.advisorName || '—'],
    [say('way'), sayOf('way', of.way)],
    [say('fetching'), [sayOf('fetching', of.fetching), of.place].filter(Boolean).join(' · ')],
    [say('parts'), [sayOf('parts', of.parts), of.partsNote].filter(Boolean).join(' · ')],
  ];
  return (
    <>
      <blockquote className="appointment-wish">{of.wish}</blockquote>
      <Facts facts={facts} />
      {of.cancelReason && (
        <p className="soft">
          {say('cancelReason')}：{of.cancelReason}
        </p>
      )}
    </>
  );
}

function History({ of }: { of: Appointment }) {
  const { say, sayOf } = useAppointmentWords();
  const language = useLanguage();
  const now = useNow();
  const time = (instant: string) => shortTime(instant, now, language);
  return (
    <ol className="appointment-history">
      {of.entries.map((entry) => (
        <li key={entry.id}>
          <strong>{sayOf('step', entry.step)}</strong>{' '}
          <span className="soft">{[time(entry.at), entry.byName].filter(Boolean).join(' · ')}</span>
          {entry.formerAt && (
            <div>
              {say('movedFromTo', { from: time(entry.formerAt), to: time(entry.startsAt) })}
            </div>
          )}
          {entry.note && <q>{entry.note}</q>}
        </li>
      ))}
    </ol>
  );
}
