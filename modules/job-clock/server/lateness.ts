import { notify } from '#modules/commitments/server/index.ts';
import type { Work } from '#platform/work.ts';
import { type OutlookRow, outlookOf } from './queries-lateness.ts';
import { foreseenTask } from './tasks.ts';

const minute = 60_000;

/** When the open jobs will be done: the standard minutes left, divided among the clocks that run (one, if none does). */
export const expectedAt = (now: Date, { remainingMinutes, runningClocks }: OutlookRow): Date =>
  new Date(now.getTime() + (remainingMinutes / Math.max(1, runningClocks)) * minute);

/**
 * Looks whether an order will be late, before it is (WSH-11): its advisor is told once for each promised time. Where it
 * will not be, it is looked at again at the moment at which it would be: when nobody works, once the minutes left no longer
 * fit in before the promise; when somebody does, once his standard minutes are over.
 */
export async function foresee(work: Work, orderId: string): Promise<void> {
  const row = await outlookOf(work, orderId);
  if (!row) return work.cancelLater(foreseenTask, orderId);
  const expected = expectedAt(work.now, row);
  if (expected.getTime() - row.promisedAt.getTime() >= minute) {
    await work.cancelLater(foreseenTask, orderId);
    return tellAdvisor(work, row, expected);
  }
  const left = row.promisedAt.getTime() - expected.getTime();
  const again =
    row.runningClocks > 0 && row.remainingMinutes > 0
      ? expected.getTime()
      : work.now.getTime() + left;
  await work.later(
    foreseenTask,
    { orderId },
    new Date(Math.max(again, work.now.getTime()) + minute),
    orderId,
  );
}

async function tellAdvisor(work: Work, row: OutlookRow, expected: Date): Promise<void> {
  const about = { type: 'serviceOrder', id: row.orderId, orgPath: row.orgPath };
  const kind = 'jobClock.lateForeseen';
  const facts = {
    plate: row.plate,
    number: row.number,
    dueAt: row.promisedAt.toISOString(),
    minutes: Math.ceil((expected.getTime() - row.promisedAt.getTime()) / minute),
  };
  const key = `${kind} ${row.orderId} ${row.promisedAt.toISOString()}`;
  await notify(work, [row.advisorId], { kind, about, facts, key });
}
