import {
  calendarOf,
  cancelPromise,
  defineRule,
  handOver,
  keep,
  promise,
} from '#modules/commitments/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addWorkingDays } from '#shared/business-calendar.ts';
import type { CaseRow, ChainUnit } from './queries.ts';
import { termAt } from './terms.ts';

/** Each level has a clock of its own, in working days of its place; its supervisor hears when it is over (CMP-16). */
export const levelRule = defineRule({
  key: 'complaintLevels.level',
  source: '店、代理商、工厂三级投诉处理：每级有自己的时限（可按店设置）',
  term: { kind: 'until' },
  warnBeforeMinutes: 240,
  ladder: [{ afterMinutes: 0, permission: 'complaints.supervise' }],
});
export const subject = (complaintId: string) => ({ type: 'complaintLevel', id: complaintId });

/** When a level has to have acted, counted from a moment by the calendar of its place, and how that came about. */
export async function reckoned(work: Work, unit: ChainUnit, from: Date) {
  const { days } = await termAt(work, unit);
  const { dueAt, spans } = addWorkingDays(await calendarOf(work, unit.path), from, days);
  return { dueAt, sum: spans };
}

export async function startClock(
  work: Work,
  row: Pick<CaseRow, 'complaintId' | 'number'>,
  unit: ChainUnit,
  clock: { from: Date; dueAt: Date; sum: readonly object[]; ownerId: string | null },
): Promise<void> {
  await promise(work, {
    rule: levelRule,
    about: subject(row.complaintId),
    orgUnitId: unit.id,
    orgPath: unit.path,
    // Nobody's name: who reads it above knows the complaint by its number.
    subject: row.number,
    ...clock,
  });
}

/** Answered at this level in time: kept. */
export const keepClock = (work: Work, complaintId: string) =>
  keep(work, levelRule, subject(complaintId));
/** It goes to another level: this one owes nothing more, and has not kept it either. What was late stays late. */
export const dropClock = (work: Work, complaintId: string) =>
  cancelPromise(work, levelRule, subject(complaintId));
export const handClockOver = (work: Work, complaintId: string, ownerId: string | null) =>
  handOver(work, levelRule, subject(complaintId), ownerId);
