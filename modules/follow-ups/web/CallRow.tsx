import { Link } from '@tanstack/react-router';
import { useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { Icon } from '#web/Icon.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { DueFollowUp } from '../contract.ts';
import { Person } from './Person.tsx';
import { Reasons } from './Reasons.tsx';
import { useSay } from './useFollowUpWords.ts';

/** One customer of the day: enough to know the case before dialling. The whole row is the target. */
export function CallRow({ row, isCurrent }: { row: DueFollowUp; isCurrent: boolean }) {
  const say = useSay();
  return (
    <li data-row className="call-row" aria-current={isCurrent || undefined}>
      <Link
        to={`/calls/${row.id}`}
        className="call-row-link"
        aria-label={`${row.customer.name} ${row.vehicle?.plate ?? ''}`}
      />
      <span className="call-row-car">
        <PlateTag plate={row.vehicle?.plate ?? null} colour={row.vehicle?.plateColour} />
      </span>
      <span className="call-row-who">
        <span>
          <Person customer={row.customer} />
        </span>
        <span className="soft">{row.vehicle?.model}</span>
      </span>
      <span className="call-row-what">
        <span className="call-row-tags">
          <span className={`call-tag call-tag-${row.rule}`}>{say(row.rule)}</span>
          <Warnings row={row} />
          <span className="soft figures">
            {row.lastVisitOn ? say('lastVisit', { on: row.lastVisitOn }) : say('noVisit')}
          </span>
        </span>
        {row.reasons.length > 0 && <Reasons reasons={row.reasons} />}
        {row.lastWords && <span className="call-row-words soft">{row.lastWords}</span>}
      </span>
      <span className="call-row-side">
        <Deadline dueAt={row.dueAt} spans={row.spans} />
        <Tries row={row} />
      </span>
    </li>
  );
}

function Warnings({ row }: { row: DueFollowUp }) {
  const say = useSay();
  return (
    <>
      {row.lock && (
        <span className="call-tag call-tag-warn">
          <Icon name="phone" size={13} /> {say('lockedBy', { name: row.lock.byName })}
        </span>
      )}
      {row.hasComplaint && <span className="call-tag call-tag-late">{say('openComplaint')}</span>}
      {row.hasMatter && <span className="call-tag call-tag-warn">{say('openMatter')}</span>}
      {row.wishesNoCalls && <span className="call-tag call-tag-late">{say('wishesNoCalls')}</span>}
    </>
  );
}

function Tries({ row }: { row: DueFollowUp }) {
  const say = useSay();
  const now = useNow();
  const language = useLanguage();
  const again = row.nextTryAt && shortTime(row.nextTryAt, now, language);
  const parts = [
    row.tries > 0 && say('triesMade', { count: row.tries }),
    again && say('nextTry', { at: again }),
    row.agentName === null && say('unassigned'),
  ].filter(Boolean);
  return parts.length > 0 ? <span className="soft figures">{parts.join(' · ')}</span> : null;
}
