import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { CallEntry, FollowUp } from '../contract.ts';
import { Person } from './Person.tsx';
import { Reasons } from './Reasons.tsx';
import { useCodeWords, useSay } from './useFollowUpWords.ts';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="bench-who-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Who is called, what must not be said, what was said last, and what the house still owes. */
export function WhoColumn({ followUp }: { followUp: FollowUp }) {
  const say = useSay();
  const { customer, customerMore, vehicle, order } = followUp;
  return (
    <aside className="bench-who card">
      <header className="bench-who-head">
        <Link to={`/customers/${customer.id}`} className="bench-who-name">
          <Person customer={customer} />
        </Link>
        <PlateTag plate={vehicle?.plate ?? null} colour={vehicle?.plateColour} size="large" />
        <p className="soft">
          {[
            vehicle?.model,
            vehicle?.mileageKm && say('km', { km: vehicle.mileageKm.toLocaleString('en') }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      {customerMore.isBirthday && (
        <p className="bench-who-birthday" role="note">
          {say('isBirthday')}
        </p>
      )}
      {customerMore.doNotMention && (
        <div className="bench-who-taboo" role="note">
          <strong>{say('doNotMention')}</strong>
          <p>{customerMore.doNotMention}</p>
        </div>
      )}
      {customerMore.preferredChannel === 'none' && (
        <p className="bench-late">{say('wishesNoCalls')}</p>
      )}
      {followUp.why.reasons && (
        <Part title={say('reasons')}>
          <Reasons reasons={followUp.why.reasons} />
        </Part>
      )}
      {order && (
        <Part title={say('visitOf', { on: order.endedOn ?? '—' })}>
          <p>“{order.customerWords}”</p>
          <p className="soft">
            <Link to={`/service-orders/${order.id}`} className="figures">
              {order.number}
            </Link>
            {order.advisorName && ` · ${say('advisor')} ${order.advisorName}`}
          </p>
        </Part>
      )}
      {customerMore.wishes && (
        <Part title={say('wishes')}>
          <p>{customerMore.wishes}</p>
        </Part>
      )}
      <LastCalls calls={followUp.calls} />
      <Owed followUp={followUp} />
    </aside>
  );
}

function LastCalls({ calls }: { calls: readonly CallEntry[] }) {
  const say = useSay();
  const word = useCodeWords();
  const now = useNow();
  const language = useLanguage();
  return (
    <Part title={say('lastCalls')}>
      {calls.length === 0 && <p className="soft">{say('noCalls')}</p>}
      <ul className="bench-who-list">
        {calls.map((call) => (
          <li key={call.id}>
            <p className="soft">
              <span className="figures">{shortTime(call.at, now, language)}</span>{' '}
              {word(call.reason)}
              {call.byName && ` · ${call.byName}`}
            </p>
            {call.mainPoints && <p>{call.mainPoints}</p>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Owed({ followUp }: { followUp: FollowUp }) {
  const say = useSay();
  const word = useCodeWords();
  const { matters, complaints, promises } = followUp;
  return (
    <>
      {matters.length > 0 && (
        <Part title={say('openMatters')}>
          <ul className="bench-who-list">
            {matters.map((matter) => (
              <li key={matter.id}>
                <Link to={`/matters/${matter.id}`}>{matter.content}</Link>
                <p className="soft">{word(matter.state)}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {complaints.length > 0 && (
        <Part title={say('complaints')}>
          <ul className="bench-who-list">
            {complaints.map((complaint) => (
              <li key={complaint.id}>
                <Link to={`/complaints/${complaint.id}`}>{complaint.content}</Link>
                <p className="soft figures">{complaint.number}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {promises.length > 0 && (
        <Part title={say('openPromises')}>
          <ul className="bench-who-list bench-who-promises">
            {promises.map((promise) => (
              <li key={promise.id}>
                <Deadline dueAt={promise.dueAt} />
                <span className="soft">{word(`about_${promise.aboutType}`)}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
