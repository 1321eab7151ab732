import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { now as present } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { Money } from '#web/Money.tsx';
import type { PlateCard } from '../contract.ts';
import { dayOf } from './days.ts';
import { linkTo } from './links.ts';
import { useReceptionWords } from './useReceptionWords.ts';

/** What the next sentence at the desk is about: each line only where there is something to say. */
export function CarNotes({ card }: { card: PlateCard }) {
  const notes = [Guarantees, Complaint, Refused, Promises, Matters, Due, FollowUps, Missing];
  return (
    <dl className="car-notes">
      {notes.map((Note) => (
        <Note key={Note.name} card={card} />
      ))}
    </dl>
  );
}

function Note(props: { title: string; tone?: 'warn' | 'late' | 'good'; children: ReactNode }) {
  const { title, tone = '', children } = props;
  return (
    <div className={`car-note ${tone && `car-note-${tone}`}`}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Guarantees({ card }: { card: PlateCard }) {
  const { say } = useReceptionWords();
  if (card.guarantees.length === 0) return null;
  return (
    <Note title={say('guarantees')} tone="good">
      {card.guarantees.map((guarantee) => (
        <p key={guarantee.orderId}>
          <Link to={linkTo.order(guarantee.orderId)}>
            {say('guaranteeRuns', {
              order: guarantee.orderNumber,
              date: guarantee.untilOn,
              km: guarantee.untilKm.toLocaleString('en-US'),
            })}
          </Link>{' '}
          <span className="soft">
            {say('guaranteeWork', { days: guarantee.days, work: guarantee.work.join('、') })}
          </span>
        </p>
      ))}
    </Note>
  );
}

function Complaint({ card }: { card: PlateCard }) {
  const { say, sayOf } = useReceptionWords();
  const last = card.lastComplaint;
  if (!last) return null;
  return (
    <Note title={say('lastComplaint')} tone={last.state === 'closed' ? undefined : 'late'}>
      <Link to={linkTo.complaint(last.id)}>
        {dayOf(last.receivedAt)} {sayOf('complaint', last.kind)} ·{' '}
        {sayOf('complaintState', last.state)}
      </Link>
    </Note>
  );
}

function Refused({ card }: { card: PlateCard }) {
  const { say } = useReceptionWords();
  if (card.refused.length === 0) return null;
  return (
    <Note title={say('refused')} tone="warn">
      {card.refused.map((job) => (
        <p key={`${job.orderId}${job.description}`}>
          {job.description} <Money fen={job.amountFen} />
          {job.reason && <span className="soft"> {say('refusedWhy', { reason: job.reason })}</span>}
        </p>
      ))}
    </Note>
  );
}

function Promises({ card }: { card: PlateCard }) {
  const { say, sayOf } = useReceptionWords();
  if (card.promises.length === 0) return null;
  return (
    <Note title={say('promises')}>
      {card.promises.map((promise) => (
        <p key={promise.id} className="car-promise">
          <Deadline dueAt={promise.dueAt} warnAt={promise.warnAt} spans={promise.sum} />
          {sayOf('rule', promise.rule, 'about', promise.aboutType)}
          {promise.ownerName && (
            <span className="soft">{say('promiseOwner', { name: promise.ownerName })}</span>
          )}
        </p>
      ))}
    </Note>
  );
}

function Matters({ card }: { card: PlateCard }) {
  const { say, sayOf } = useReceptionWords();
  if (card.matters.length === 0) return null;
  return (
    <Note title={say('matters')} tone="warn">
      {card.matters.map((matter) => (
        <p key={matter.id}>
          <span className="soft">{sayOf('matter', matter.kind)}</span> {matter.content}
        </p>
      ))}
    </Note>
  );
}

function Due({ card }: { card: PlateCard }) {
  const { say } = useReceptionWords();
  const { nextDueOn, nextDueKm, mileageKm } = card.vehicle;
  if (nextDueOn === null && nextDueKm === null) return null;
  const isOver =
    (nextDueOn !== null && nextDueOn < dayOf(present().toISOString())) ||
    (nextDueKm !== null && mileageKm !== null && nextDueKm < mileageKm);
  const parts = [
    nextDueOn && say('dueOn', { date: nextDueOn }),
    nextDueKm && say('dueKm', { km: nextDueKm.toLocaleString('en-US') }),
    isOver && say('dueOver'),
  ];
  return (
    <Note title={say('due')} tone={isOver ? 'warn' : undefined}>
      {parts.filter(Boolean).join(' · ')}
    </Note>
  );
}

function FollowUps({ card }: { card: PlateCard }) {
  const { say } = useReceptionWords();
  const [next] = card.followUps;
  if (!next) return null;
  return (
    <Note title={say('followUps')}>
      {say('followUpBetween', { from: next.earliestOn, until: next.latestOn })}
    </Note>
  );
}

function Missing({ card }: { card: PlateCard }) {
  const { say, sayOf } = useReceptionWords();
  if (card.missing.length === 0) return null;
  return (
    <Note title={say('archiveMissing')}>
      {card.missing.map((field) => sayOf('missing', field)).join(say('between'))}
    </Note>
  );
}
