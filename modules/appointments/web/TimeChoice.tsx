import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { type FreeTime, appointmentRoutes as routes } from '../contract.ts';
import type { WorkKind } from '../lifecycle.ts';
import { inHours } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

/** Free times for a wanted length, the soonest first: one press takes one. */
export function TimeChoice(props: {
  kind: WorkKind;
  minutes: number;
  from: string;
  chosen: string | undefined;
  onChoose: (time: FreeTime) => void;
}) {
  const { kind, minutes, from, chosen, onChoose } = props;
  const { say } = useAppointmentWords();
  const language = useLanguage();
  const now = useNow();
  const isAsked = Number.isInteger(minutes) && minutes >= 5 && minutes <= 9600;
  const { data, error } = useQuery({
    ...reading(routes.freeTimes, { query: { kind, minutes, from } }),
    enabled: isAsked,
  });
  return (
    <section className="appointment-free" aria-label={say('freeTimes')}>
      <h3>{say('freeTimes')}</h3>
      <ProblemNote problem={error} />
      {data?.items.length === 0 && <p className="soft">{say('noFreeTimes')}</p>}
      <div className="appointment-free-times">
        {data?.items.map((time) => (
          <Button
            key={time.startsAt}
            size="small"
            type={time.startsAt === chosen ? 'primary' : 'default'}
            title={say('leftThatDay', { hours: inHours(time.left) })}
            onClick={() => onChoose(time)}
          >
            {[shortTime(time.startsAt, now, language), time.bayName].filter(Boolean).join(' · ')}
          </Button>
        ))}
      </div>
    </section>
  );
}
