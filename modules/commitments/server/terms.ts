import {
  addCalendarHours,
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  type Due,
  type Pause,
  type Paused,
  type SumSpan,
} from '#shared/business-calendar.ts';
import type { Term } from './rules.ts';

export type CountedTerm = Exclude<Term, { kind: 'until' }>;

/** When a term is over, with the whole sum; while a pause lasts there is no such time. */
export function reckon(
  term: CountedTerm,
  calendar: Calendar,
  from: Date,
  pauses: readonly Pause[],
): Due | Paused {
  switch (term.kind) {
    case 'hours':
      return addCalendarHours(from, term.hours, pauses);
    case 'workingMinutes':
      return addWorkingMinutes(calendar, from, term.minutes, pauses);
    case 'workingDays':
      return workingDaysWithPauses(calendar, from, term.days, pauses);
  }
}

/** A working day counts unless the clock stood still when its hours of business ended. */
function workingDaysWithPauses(
  calendar: Calendar,
  from: Date,
  days: number,
  pauses: readonly Pause[],
): Due | Paused {
  const running = pauses.find(({ to }) => to === null);
  for (let looked = days; ; looked++) {
    const due = addWorkingDays(calendar, from, looked);
    const spans = due.spans.map((span) => markedPaused(span, pauses));
    const counted = spans.filter(({ kind }) => kind === 'counted').length;
    if (counted === days) return { kind: 'due', dueAt: due.dueAt, spans };
    if (running && due.dueAt > running.from) {
      const { from: since, reason } = running;
      const before = spans.filter(({ to }) => to <= since);
      return { kind: 'paused', since, reason, minutesLeft: 0, spans: before };
    }
  }
}

function markedPaused(span: SumSpan, pauses: readonly Pause[]): SumSpan {
  const pause = pauses.find(({ from, to }) => from < span.to && (to === null || span.to <= to));
  return span.kind === 'counted' && pause
    ? { ...span, kind: 'paused', minutes: 0, note: pause.reason }
    : span;
}
