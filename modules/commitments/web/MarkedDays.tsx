import { useWords } from '#web/useWords.ts';
import type { CalendarDayShown } from '../contract.ts';
import { commitmentWords } from '../locales/words.ts';

const originWords = { shipped: 'shippedSource', provisional: 'provisional', own: 'own' } as const;

interface Run extends CalendarDayShown {
  until: string;
}

/** Days of one name and kind that follow each other are one line, as people speak of them. */
function inRuns(days: readonly CalendarDayShown[]): Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    const follows = last?.name === day.name && last.kind === day.kind && last.origin === day.origin;
    if (follows) last.until = day.date;
    else runs.push({ ...day, until: day.date });
  }
  return runs;
}

const shortDate = (date: string) => date.slice(5).replace('-', '/');

/** What differs this month, and whose word it is. */
export function MarkedDays({ days }: { days: readonly CalendarDayShown[] }) {
  const say = useWords(commitmentWords);
  if (days.length === 0) return <p className="soft">{say('noneMarked')}</p>;
  return (
    <ul className="calendar-marked-days">
      {inRuns(days).map(({ date, until, name, kind, source, origin }) => (
        <li key={date}>
          <span className="figures">
            {shortDate(date)}
            {until !== date && ` – ${shortDate(until)}`}
          </span>
          <span>
            {name} {say(kind === 'special' ? 'specialHours' : kind)}
          </span>
          <small
            className={origin === 'provisional' ? 'calendar-provisional' : 'soft'}
            title={source}
          >
            {say(originWords[origin])}
          </small>
        </li>
      ))}
    </ul>
  );
}
