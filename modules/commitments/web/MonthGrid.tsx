import { Button } from 'antd';
import { type Calendar, type DayPlan, planOf } from '#shared/business-calendar.ts';
import { addDays } from '#shared/dates.ts';
import { Icon } from '#web/Icon.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import type { CalendarShown } from '../contract.ts';
import { commitmentWords } from '../locales/words.ts';

/** The shown calendar as the engine takes it. */
export const engineCalendar = ({ zone, weekly, days }: CalendarShown): Calendar => ({
  zone,
  weekly,
  days: days.map(({ spans, ...day }) => (spans === null ? day : { ...day, spans })),
});

const weekdayNames = {
  'zh-CN': ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
export const weekdayName = (language: 'zh-CN' | 'en', weekday: number) =>
  `${language === 'zh-CN' ? '周' : ''}${weekdayNames[language][weekday - 1]}`;

const marks = { holiday: 'rest', closed: 'rest', workday: 'work', special: 'special' } as const;
const hoursOf = ({ spans }: Pick<DayPlan, 'spans'>) =>
  spans.map(({ from, to }) => `${from}–${to}`).join(' ');

interface DayProps {
  plan: DayPlan;
  name: string | undefined;
  isOutside: boolean;
  isToday: boolean;
  onOpen?: () => void;
}

function Day({ plan, name, isOutside, isToday, onOpen }: DayProps) {
  const say = useWords(commitmentWords);
  const mark = plan.kind === 'weekly' ? undefined : marks[plan.kind];
  const isClosed = plan.spans.length === 0;
  const told = isClosed ? say('closedDay') : say('dayOpen', { hours: hoursOf(plan) });
  return (
    <button
      type="button"
      disabled={!onOpen}
      className={`calendar-day ${isClosed ? 'calendar-day-closed' : ''} ${isOutside ? 'calendar-day-outside' : ''} ${isToday ? 'calendar-day-today' : ''}`}
      aria-label={`${plan.date} ${name ?? ''} ${told}`}
      aria-current={isToday ? 'date' : undefined}
      title={told}
      onClick={onOpen}
    >
      <span className="calendar-day-number figures">{Number(plan.date.slice(8))}</span>
      {mark && <span className={`calendar-day-mark calendar-day-${mark}`}>{say(mark)}</span>}
      {name && <span className="calendar-day-name">{name}</span>}
    </button>
  );
}

/** Six weeks from a Monday on; 休 and 班 as on every printed calendar. */
export function MonthGrid(props: {
  calendar: CalendarShown;
  month: string;
  from: string;
  today: string;
  /** How many months on; 0 is the present one. */
  onMonth: (months: number) => void;
  onDay?: (date: string) => void;
}) {
  const { calendar, month, from, today, onMonth, onDay } = props;
  const say = useWords(commitmentWords);
  const language = useLanguage();
  const engine = engineCalendar(calendar);
  const names = new Map(calendar.days.map(({ date, name }) => [date, name]));
  const dates = Array.from({ length: 42 }, (_, at) => addDays(from, at));
  const [year, monthNumber] = month.split('-').map(Number);
  return (
    <>
      <header className="calendar-month-head">
        <h2>{language === 'zh-CN' ? `${year} 年 ${monthNumber} 月` : month}</h2>
        <Button
          aria-label={say('monthBefore')}
          icon={<Icon name="right" />}
          className="calendar-month-before"
          onClick={() => onMonth(-1)}
        />
        <Button onClick={() => onMonth(0)}>{say('thisMonth')}</Button>
        <Button
          aria-label={say('monthNext')}
          icon={<Icon name="right" />}
          onClick={() => onMonth(1)}
        />
      </header>
      <div className="calendar-month">
        {weekdayNames[language].map((name) => (
          <span key={name} className="calendar-month-weekday">
            {name}
          </span>
        ))}
        {dates.map((date) => (
          <Day
            key={date}
            plan={planOf(engine, date)}
            name={names.get(date)}
            isOutside={!date.startsWith(month)}
            isToday={date === today}
            onOpen={onDay && (() => onDay(date))}
          />
        ))}
      </div>
      <p className="soft calendar-month-legend">{say('legend')}</p>
    </>
  );
}
