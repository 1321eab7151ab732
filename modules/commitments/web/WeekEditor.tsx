import { Button } from 'antd';
import { useState } from 'react';
import type { Span } from '#shared/business-calendar.ts';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type CalendarShown, calendarRoutes, weekdays } from '../contract.ts';
import { commitmentWords } from '../locales/words.ts';
import { weekdayName } from './MonthGrid.tsx';
import { SpansEditor } from './SpansEditor.tsx';

const originWords = { shipped: 'weekShipped', inherited: 'weekInherited', own: 'weekOwn' } as const;

/** The hours of each weekday; nothing is sent before "save". */
export function WeekEditor({
  calendar,
  mayChange,
}: {
  calendar: CalendarShown;
  mayChange: boolean;
}) {
  const say = useWords(commitmentWords);
  const language = useLanguage();
  const tell = useTell();
  const [weekly, setWeekly] = useState(calendar.weekly);
  const change = useWriting(calendarRoutes.changeCalendar);
  const isChanged = weekly !== calendar.weekly;
  const set = (days: readonly (typeof weekdays)[number][], spans: readonly Span[]) =>
    setWeekly({ ...weekly, ...Object.fromEntries(days.map((day) => [day, [...spans]])) });
  const save = () => change.mutate({ body: { weekly } }, { onSuccess: () => tell(say('saved')) });
  return (
    <Card
      title={say('week')}
      actions={<span className="soft">{say(originWords[calendar.weekOrigin])}</span>}
    >
      <ProblemNote problem={change.error} onAgain={change.again} />
      <ul className="calendar-week">
        {weekdays.map((day) => (
          <li key={day}>
            <span>{weekdayName(language, Number(day))}</span>
            <SpansEditor
              label={weekdayName(language, Number(day))}
              spans={weekly[day]}
              onChange={mayChange ? (spans) => set([day], spans) : undefined}
            />
          </li>
        ))}
      </ul>
      {isChanged && (
        <div className="calendar-week-actions">
          <Button type="primary" loading={change.isPending} onClick={save}>
            {say('save')}
          </Button>
          <Button onClick={() => setWeekly(calendar.weekly)}>{say('cancel')}</Button>
          <Button type="text" onClick={() => set(['2', '3', '4', '5'], weekly[1])}>
            {say('copyToWeek')}
          </Button>
        </div>
      )}
    </Card>
  );
}
