import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { formatPhone } from '#shared/phones.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type PhoneCall, phoneCallRoutes } from '../contract.ts';
import { CallerColumn } from './CallerColumn.tsx';
import { CallSteps } from './CallSteps.tsx';
import './phone-calls.css';
import { RecordForm } from './RecordForm.tsx';
import { useSay } from './usePhoneWords.ts';

/** It brings the way to attach a file, after the call stands there. */
const RecordingCard = lazy(async () => ({
  default: (await import('./RecordingCard.tsx')).RecordingCard,
}));

/** A call: who it is and what is open with him on one side, what came of it on the other. */
export default function PhoneCallPage() {
  const say = useSay();
  const { phoneCallId } = useParams({ strict: false }) as { phoneCallId: string };
  const { data: call, error } = useQuery(
    reading(
      phoneCallRoutes.read,
      { params: { phoneCallId } },
      { follows: ['customers', 'appointments', 'service-orders', 'matters', 'complaints'] },
    ),
  );
  if (!call) {
    return (
      <Page title={say('call')}>
        <ProblemNote problem={error} />
        {!error && <Waiting label={say('call')} />}
      </Page>
    );
  }
  return (
    <Page
      title={call.customerName ?? (call.callerName || formatPhone(call.number) || say('withheld'))}
      note={<CallNote call={call} />}
      actions={<CallSteps call={call} />}
    >
      <div className="phone-call">
        <CallerColumn key={call.customerId ?? 'nobody'} call={call} />
        <div className="phone-call-side">
          {call.state === 'recorded' || call.state === 'settled' ? (
            <Outcome call={call} />
          ) : (
            call.steps.some(({ step, allowed }) => step === 'record' && allowed) && (
              <RecordForm key={call.id} call={call} />
            )
          )}
          <Suspense fallback={null}>
            <RecordingCard call={call} />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}

function CallNote({ call }: { call: PhoneCall }) {
  const say = useSay();
  const now = useNow();
  const language = useLanguage();
  const isOwed = call.state === 'missed' || call.state === 'taken';
  const words = [
    say(call.direction),
    say(`state_${call.state}`),
    call.direction !== 'visit' && (formatPhone(call.number) || say('withheld')),
    shortTime(call.startedAt, now, language),
    call.ownerName,
    call.askedByCustomer && say('askedByCustomer'),
    call.tries > 0 && say('tries', { count: call.tries }),
  ].filter(Boolean);
  return (
    <>
      {words.join(' · ')} {isOwed && call.callBackBy && <Deadline dueAt={call.callBackBy} />}
    </>
  );
}

function Outcome({ call }: { call: PhoneCall }) {
  const say = useSay();
  return (
    <section className="card phone-outcome">
      <h3>{call.result ? say(`result_${call.result}`) : say(`state_${call.state}`)}</h3>
      {call.note && <p className="phone-words">{call.note}</p>}
      <p className="phone-links">
        {call.complaintId && (
          <Link to={`/complaints/${call.complaintId}`}>{say('toComplaint')}</Link>
        )}
        {call.firstId && <Link to={`/phone-calls/${call.firstId}`}>{say('toFirst')}</Link>}
      </p>
    </section>
  );
}
