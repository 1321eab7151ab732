import type { ReminderKind } from '#modules/customers/contract.ts';
import type { Work } from '#platform/work.ts';
import type { WhyWindow } from '../contract.ts';
import { plannedFor, plannedUnasked, updateFollowUp } from './queries.ts';
import { cancelAll } from './supervision.ts';

const isReturnAsked = (rule: string) => rule === 'firstService' || rule === 'longUnseen';

/**
 * He wants to be reminded of something no more (CAR-04): what was planned for it alone is called off, of other calls that
 * reason is taken away. Calls after a visit are no reminders and stay.
 */
export async function dropReminders(
  work: Work,
  customerId: string,
  kind: ReminderKind,
): Promise<void> {
  for (const row of await plannedFor(work, customerId)) {
    const why = row.sum as WhyWindow;
    const { reasons = [] } = why;
    const left = reasons.filter(({ remindedOf }) => remindedOf !== kind);
    const isOver = reasons.length > 0 ? left.length === 0 : kind === 'maintenance';
    const isMeant = left.length < reasons.length || isReturnAsked(row.rule);
    if (!isMeant) continue;
    if (isOver) await cancelAll(work, [row], 'reminderOff');
    else if (left.length < reasons.length)
      await updateFollowUp(work, row.id, { sum: { ...why, reasons: left } });
  }
}

/** He wishes no contact any more: calls that nobody but us wanted are not made (CAR-04). */
export async function dropUnasked(work: Work, customerId: string): Promise<void> {
  await cancelAll(work, await plannedUnasked(work, customerId), 'wishesNone');
}
