import { Button, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { planOf, type Span } from '#shared/business-calendar.ts';
import { weekdayOf } from '#shared/dates.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type CalendarShown, calendarRoutes, dayKinds } from '../contract.ts';
import { commitmentWords } from '../locales/words.ts';
import { engineCalendar, weekdayName } from './MonthGrid.tsx';
import { SpansEditor } from './SpansEditor.tsx';

type Kind = (typeof dayKinds)[number];

/** What holds on one day: a holiday, a working day, closed, or hours of its own. */
export function DaySheet(props: { date: string; calendar: CalendarShown; onClose: () => void }) {
  const { date, calendar, onClose } = props;
  const say = useWords(commitmentWords);
  const language = useLanguage();
  const tell = useTell();
  const known = calendar.days.find((day) => day.date === date);
  const [kind, setKind] = useState<Kind>(known?.kind ?? 'closed');
  const [name, setName] = useState(known?.name ?? '');
  const [spans, setSpans] = useState<readonly Span[]>(
    () => known?.spans ?? planOf(engineCalendar(calendar), date).spans,
  );
  const choose = (next: Kind) => {
    setKind(next);
    // A day that was closed begins with the hours of a Monday; nobody types them anew.
    if (spans.length === 0) setSpans(calendar.weekly[1]);
  };
  const [isTried, setIsTried] = useState(false);
  const change = useWriting(calendarRoutes.changeCalendar);
  const done = {
    onSuccess: () => {
      tell(say('saved'));
      onClose();
    },
  };
  const hasHours = kind === 'special' || kind === 'workday';
  const save = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() === '') return;
    const day = { date, kind, name: name.trim(), ...(hasHours && { spans: [...spans] }) };
    change.mutate({ body: { set: [day] } }, done);
  };
  return (
    <Sheet title={`${date} ${weekdayName(language, weekdayOf(date))}`} onClose={onClose}>
      <form className="calendar-day-sheet" onSubmit={save}>
        {known && (
          <p className={known.origin === 'provisional' ? 'calendar-provisional' : 'soft'}>
            {known.name} · {known.origin === 'own' ? say('own') : known.source}
            {known.origin === 'provisional' && ` · ${say('provisional')}`}
          </p>
        )}
        <ProblemNote problem={change.error} onAgain={change.again} />
        <Radio.Group
          aria-label={say('dayKind')}
          optionType="button"
          value={kind}
          options={dayKinds.map((each) => ({
            value: each,
            label: say(each === 'special' ? 'specialHours' : each),
          }))}
          onChange={({ target }) => choose(target.value as Kind)}
        />
        <label htmlFor="day-name">{say('dayName')}</label>
        <Input
          id="day-name"
          value={name}
          maxLength={60}
          placeholder={say('dayNameHint')}
          status={isTried && name.trim() === '' ? 'error' : undefined}
          onChange={({ target }) => setName(target.value)}
        />
        {isTried && name.trim() === '' && <p className="calendar-fault">{say('needName')}</p>}
        {hasHours && (
          <>
            <span>{say('hours')}</span>
            <SpansEditor label={say('hours')} spans={spans} onChange={setSpans} />
          </>
        )}
        <div className="calendar-week-actions">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say('save')}
          </Button>
          {known?.origin === 'own' && (
            <Button onClick={() => change.mutate({ body: { remove: [date] } }, done)}>
              {say('giveBack')}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
