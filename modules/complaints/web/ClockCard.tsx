import type { ReactNode } from 'react';
import { Deadline } from '#web/Deadline.tsx';
import { Icon } from '#web/Icon.tsx';
import { useWords } from '#web/useWords.ts';
import type { Complaint } from '../contract.ts';
import { clockWords, runningClocks } from '../locales/labels.ts';
import { complaintWords } from '../locales/words.ts';

/** On top: what is promised now and how long there is; what was promised before, kept or not. */
export function ClockCard({ complaint, actions }: { complaint: Complaint; actions?: ReactNode }) {
  const say = useWords(complaintWords);
  const running = runningClocks(complaint);
  const settled = complaint.commitments
    .filter(({ settledAt, state }) => settledAt !== null && state !== 'cancelled')
    .sort((one, other) => one.startedAt.localeCompare(other.startedAt));
  const nameOf = (rule: string) => (clockWords[rule] ? say(clockWords[rule]) : rule);
  return (
    <section className="card complaint-clock-card" aria-label={say('clock')}>
      {running.map((clock) => (
        <p key={clock.id} className="complaint-clock-now">
          <strong>{nameOf(clock.rule)}</strong>
          <Deadline dueAt={clock.dueAt} warnAt={clock.warnAt} spans={clock.sum} />
          <span className="soft">{clock.source}</span>
        </p>
      ))}
      {actions}
      {settled.length > 0 && (
        <ul className="complaint-clocks-before">
          {settled.map((clock) => (
            <li key={clock.id}>
              <span className="soft">{nameOf(clock.rule)}</span>
              <Deadline dueAt={clock.dueAt} doneAt={clock.settledAt} spans={clock.sum} />
            </li>
          ))}
        </ul>
      )}
      {complaint.repeatOfId !== null && (
        <p className="complaint-again-note">
          <Icon name="alert" size={16} />
          {say('repeatOf')}
        </p>
      )}
      {complaint.timesReopened > 0 && (
        <p className="complaint-again-note">
          <Icon name="alert" size={16} />
          {say('reopened', { count: complaint.timesReopened })}
        </p>
      )}
    </section>
  );
}
