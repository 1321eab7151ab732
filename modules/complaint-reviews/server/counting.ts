import type { Tables } from '#database/types.generated.ts';
import { type Written, watchRows } from '#platform/row-watching.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { reviewEvents } from '../events.ts';
import {
  countMarked,
  markComplaints,
  markDiffering,
  markOrders,
  markVehicles,
  monthToProve,
} from './queries-marks.ts';

/** What changes within this time is counted once. */
const soonMs = 20_000;
const marksAtOnce = 40;

const counting = defineTask<object>('complaintReviews.count', async (work) => {
  if ((await countMarked(work, marksAtOnce)) > 0) await work.later(counting, {}, work.now);
});

/** Counts all that is marked. */
export async function countAllMarked(work: Work): Promise<void> {
  while ((await countMarked(work, marksAtOnce)) > 0);
}

/** Who was marked already in a transaction needs no second mark: the first one speaks of all of it. */
const markedIn = new WeakMap<Work, Set<string>>();

type Marking = (work: Work, ids: readonly string[]) => Promise<number>;
async function mark(work: Work, how: Marking, ids: readonly string[]): Promise<void> {
  const known = markedIn.get(work) ?? new Set();
  markedIn.set(work, known);
  const fresh = ids.filter((id) => !known.has(id));
  if (fresh.length === 0) return;
  for (const id of fresh) known.add(id);
  if ((await how(work, fresh)) === 0) return;
  if (!known.has('counting')) {
    known.add('counting');
    await work.later(counting, {}, new Date(work.now.getTime() + soonMs));
  }
}

const idsOf = <T extends keyof Tables>(rows: readonly Written<T>[], column: keyof Written<T>) =>
  rows.flatMap((row) => (row[column] ? [row[column] as string] : []));

/** Whatever the figures, the bars and the trend count: a complaint, its points, its clocks, its visit, its car. */
watchRows('complaints', {
  columns: [
    'kind',
    'causeKind',
    'orderId',
    'vehicleId',
    'receivedAt',
    'receiptToldAt',
    'receiptDueAt',
    'closedAt',
    'exceptionReason',
    'timesReopened',
    'repeatOfId',
    'satisfaction',
    'costFen',
  ],
  isNewTold: true,
  written: (work, rows) => mark(work, markComplaints, idsOf<'complaints'>(rows, 'id')),
});
watchRows('complaintPoints', {
  columns: ['kind', 'causeKind'],
  isNewTold: true,
  written: (work, rows) =>
    mark(work, markComplaints, idsOf<'complaintPoints'>(rows, 'complaintId')),
});
watchRows('commitments', {
  columns: ['state'],
  written: (work, rows) => {
    const ofComplaints = rows.filter(({ aboutType }) => aboutType === 'complaint');
    return mark(work, markComplaints, idsOf<'commitments'>(ofComplaints, 'aboutId'));
  },
});
watchRows('serviceOrders', {
  columns: ['advisorId', 'technicianId'],
  written: (work, rows) => mark(work, markOrders, idsOf<'serviceOrders'>(rows, 'id')),
});
watchRows('vehicles', {
  columns: ['model', 'orgPath'],
  written: (work, rows) => mark(work, markVehicles, idsOf<'vehicles'>(rows, 'id')),
});

const proof = defineTask<{ after: string }>(
  'complaintReviews.prove',
  async (work, { after }, host) => {
    const month = await monthToProve(work, after);
    if (month === undefined) return;
    const units = await markDiffering(work, month);
    if (units > 0) {
      const about = { type: 'tenant', id: work.actor.tenantId, orgPath: '' };
      await work.emit(reviewEvents.unproved, { month, units }, about);
      host.warn(
        `what complaints of ${month} come to does not add up`,
        new Error('complaintCounts.unproved'),
      );
      await work.later(counting, {}, work.now);
    }
    await work.later(proof, { after: month }, work.now);
  },
);
/**
 * Each night, a month at a time: what is kept of complaints is counted beside the records. What differs is told, and read
 * from the records until it is counted anew. What is still marked (after an upgrade, or where a task got stuck) is counted
 * as well.
 */
export async function proveCounts(work: Work): Promise<void> {
  await work.later(counting, {}, work.now, 'nightly');
  await work.later(proof, { after: '0001-01-01' }, work.now, 'nightly');
}
