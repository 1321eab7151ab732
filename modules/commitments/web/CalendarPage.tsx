import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, addMonths, dateIn, weekdayOf } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { calendarRoutes } from '../contract.ts';
import { commitmentWords } from '../locales/words.ts';
import './calendar.css';
import { DaySheet } from './DaySheet.tsx';
import { MarkedDays } from './MarkedDays.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { WeekEditor } from './WeekEditor.tsx';

/** When the house works: the month with its holidays and make-up days, and the hours of the week. */
export default function CalendarPage() {
  const say = useWords(commitmentWords);
  const shell = useWords(shellWords);
  const session = useSession();
  const today = dateIn('Asia/Shanghai', useNow());
  const [address, setAddress] = useAddress();
  const [chosen, setChosen] = useState<string | null>(null);
  const month = address.month ?? today.slice(0, 7);
  const first = `${month}-01`;
  const from = addDays(first, 1 - weekdayOf(first));
  const to = addDays(from, 41);
  const { data, error } = useQuery(reading(calendarRoutes.calendar, { query: { from, to } }));
  const mayChange = mayUse(session, ['calendar.manage']);
  const go = (months: number) => setAddress({ month: addMonths(first, months).slice(0, 7) });
  return (
    <Page
      title={say('calendar')}
      note={mayChange ? say('calendarLead') : `${say('calendarLead')} · ${say('calendarReadOnly')}`}
    >
      <ProblemNote problem={error} />
      {!data && !error && <p className="soft">{shell('loading')}</p>}
      {data && (
        <div className="calendar-page">
          <Card>
            <MonthGrid
              calendar={data}
              month={month}
              from={from}
              today={today}
              onMonth={(months) => (months === 0 ? setAddress({ month: undefined }) : go(months))}
              onDay={mayChange ? setChosen : undefined}
            />
          </Card>
          <div className="calendar-side">
            <Card title={say('daysMarked')}>
              <MarkedDays days={data.days.filter(({ date }) => date.startsWith(month))} />
            </Card>
            <WeekEditor key={JSON.stringify(data.weekly)} calendar={data} mayChange={mayChange} />
          </div>
        </div>
      )}
      {data && chosen && <DaySheet date={chosen} calendar={data} onClose={() => setChosen(null)} />}
    </Page>
  );
}
