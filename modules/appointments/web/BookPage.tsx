import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { addDays, dateIn } from '#shared/dates.ts';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { useIsPhone } from '#web/useMedia.ts';
import { Waiting } from '#web/Waiting.tsx';
import {
  type BookedDay,
  type ListedAppointment,
  appointmentRoutes as routes,
} from '../contract.ts';
import './appointments.css';
import { BayGrid } from './BayGrid.tsx';
import { DayList } from './DayList.tsx';
import { LoadBars } from './LoadBars.tsx';
import { zone } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

const BookSheet = lazy(async () => ({ default: (await import('./BookSheet.tsx')).BookSheet }));

/** The book of a day: hours booked of hours there, bays beside the clock; by hand a list by time. */
export default function BookPage() {
  const { say } = useAppointmentWords();
  const [address, setAddress] = useAddress();
  const today = dateIn(zone, useNow());
  const on = address.on ?? today;
  const mayBook = mayUse(useSession(), ['serviceOrders.receive']);
  const { data, error, refetch } = useQuery({
    ...reading(routes.day, { query: { on } }),
    placeholderData: keepPreviousData,
  });
  const [begun, setBegun] = useState<{ startsAt?: string; bayId?: string } | null>(
    address.new === '1' ? {} : null,
  );
  const goTo = (day: string) => setAddress({ on: day === today ? undefined : day });
  useDayKeys(on, today, goTo, mayBook ? () => setBegun({}) : null);
  return (
    <Page
      title={say('book')}
      note={data && say('countOfDay', { count: data.items.length })}
      actions={
        mayBook && (
          <Button type="primary" onClick={() => setBegun({})}>
            {say('newAppointment')}
            <kbd className="for-keyboard">n</kbd>
          </Button>
        )
      }
      filters={
        <DayStepper
          on={on}
          today={today}
          goTo={goTo}
          missed={data?.missed ?? 0}
          asked={data?.asked ?? 0}
        />
      }
    >
      {error && !data && (
        <div>
          <ProblemNote problem={error} />
          <Button onClick={() => void refetch()}>{say('readAgain')}</Button>
        </div>
      )}
      {!data && !error && <Waiting />}
      {data && <Day day={data} mayBook={mayBook} onBegin={setBegun} />}
      {begun && (
        <Suspense fallback={null}>
          <BookSheet
            on={on}
            {...begun}
            onClose={(bookedOn) => {
              setBegun(null);
              setAddress({ new: undefined, ...(bookedOn && { on: bookedOn }) });
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}

function useDayKeys(
  on: string,
  today: string,
  goTo: (day: string) => void,
  book: (() => void) | null,
): void {
  const { say } = useAppointmentWords();
  const to = (keys: string, label: string, day: string) =>
    ({ keys, label, group: 'page', run: () => goTo(day) }) as const;
  useHotkey(to('ArrowLeft', say('dayBefore'), addDays(on, -1)));
  useHotkey(to('ArrowRight', say('dayAfter'), addDays(on, 1)));
  useHotkey(to('t', say('today'), today));
  useHotkey(book && { keys: 'n', label: say('newAppointment'), group: 'page', run: book });
}

function DayStepper(props: {
  on: string;
  today: string;
  goTo: (day: string) => void;
  missed: number;
  asked: number;
}) {
  const { on, today, goTo, missed, asked } = props;
  const { say, sayOf } = useAppointmentWords();
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
  return (
    <div className="appointment-stepper">
      <Button aria-label={say('dayBefore')} onClick={() => goTo(addDays(on, -1))}>
        ←
      </Button>
      <DayField
        aria-label={say('day')}
        value={on}
        onChange={({ target }) => target.value && goTo(target.value)}
      />
      <Button aria-label={say('dayAfter')} onClick={() => goTo(addDays(on, 1))}>
        →
      </Button>
      <strong>{sayOf('weekday', String(weekday))}</strong>
      {on !== today && <Button onClick={() => goTo(today)}>{say('today')}</Button>}
      {asked > 0 && (
        <Link to={'/appointments/list?state=asked' as never} className="appointment-missed">
          {say('askedToConfirm', { count: asked })}
        </Link>
      )}
      {missed > 0 && (
        <Link to={'/appointments/list?state=noShow' as never} className="appointment-missed">
          {say('missedToCall', { count: missed })}
        </Link>
      )}
    </div>
  );
}

function Day(props: {
  day: BookedDay;
  mayBook: boolean;
  onBegin: (begun: { startsAt?: string; bayId?: string }) => void;
}) {
  const { day, mayBook, onBegin } = props;
  const { say } = useAppointmentWords();
  const isPhone = useIsPhone();
  const mayManage = mayUse(useSession(), ['calendar.manage']);
  const move = useWriting(routes.move, { touches: ['bays'] });
  if (!day.hasBays && day.teams.length === 0 && day.items.length === 0) {
    return (
      <EmptyState
        icon="calendar"
        title={say('noBaysTitle')}
        next={say('noBaysNext')}
        action={mayManage && <Link to="/bays">{say('toBays')}</Link>}
      />
    );
  }
  const moveTo = (one: ListedAppointment, startsAt: string, bayId: string | null) =>
    move.mutate({
      params: { appointmentId: one.id },
      body: { startsAt, bayId },
      version: one.version,
    });
  return (
    <>
      <LoadBars teams={day.teams} />
      <ProblemNote problem={move.error} onAgain={move.again} />
      {day.openings.length === 0 && (
        <p className="appointment-closed">
          {say('closedDay')} · {day.note}
        </p>
      )}
      {day.items.length === 0 && day.openings.length > 0 && (
        <p className="soft">
          {say('emptyDay')} {mayBook && !isPhone && say('emptyDayNext')}
        </p>
      )}
      {isPhone || day.openings.length === 0 ? (
        <DayList items={day.items} />
      ) : (
        <BayGrid day={day} mayBook={mayBook} onBegin={onBegin} onMove={moveTo} />
      )}
    </>
  );
}
