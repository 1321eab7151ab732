import { complaintEvents } from '#modules/complaints/events.ts';
import { react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { holdLife } from '../lifecycle.ts';
import { endAt, tellOfHold } from './holds.ts';
import {
  type ClosedComplaint,
  complaintAt,
  complaintsWithout,
  insertHold,
  lockOwnHold,
  updateHold,
} from './queries.ts';
import { termAfter } from './terms.ts';

const isOpen = ({ state }: ClosedComplaint) => state !== 'closed' && state !== 'monitoring';
const atOnce = 500;

/**
 * Every open complaint holds its evidence until it is closed, and for the term of its rule afterwards. Run twice it
 * changes nothing: what stands is compared with how the complaint stands now.
 */
async function holdByRule(work: Work, complaintId: string): Promise<void> {
  const complaint = await complaintAt(work, complaintId);
  if (!complaint) return;
  const { closedAt } = complaint;
  const term =
    isOpen(complaint) || !closedAt ? undefined : await termAfter(work, { ...complaint, closedAt });
  const untilAt = term?.untilAt ?? null;
  const ruleSource = term?.source ?? '';
  const row = await lockOwnHold(work, complaintId);
  if (!row) {
    if (untilAt && untilAt <= work.now) return;
    const { orgUnitId, orgPath, number } = complaint;
    const placed = await insertHold(work, {
      ...{ orgUnitId, orgPath, complaintId, origin: 'complaint', untilAt, ruleSource },
      state: holdLife.initial,
      reason: `投诉 ${number}`,
      placedAt: work.now,
    });
    await tellOfHold(work, 'placed', placed);
    if (untilAt) await endAt(work, placed.id, untilAt);
    return;
  }
  if (row.state === 'lifted') {
    // Lifted by somebody after the closing it stays so; opened again it holds anew.
    if (term) return;
    const state = holdLife.next('renew', row.state);
    const none = { liftedAt: null, liftedBy: null, liftReason: '', untilAt: null, ruleSource };
    await tellOfHold(work, 'renewed', await updateHold(work, row.id, { ...none, state }));
    return;
  }
  if (row.untilAt?.getTime() === untilAt?.getTime()) return;
  const after = await updateHold(work, row.id, { untilAt, ruleSource });
  await tellOfHold(work, 'termSet', after);
  if (untilAt) await endAt(work, row.id, untilAt);
}

react(complaintEvents.received, 'documentHolds.begin', (work, { complaintId }) =>
  holdByRule(work, complaintId),
);
react(complaintEvents.closed, 'documentHolds.closed', (work, { complaintId }) =>
  holdByRule(work, complaintId),
);
react(complaintEvents.reopened, 'documentHolds.reopened', (work, { complaintId }) =>
  holdByRule(work, complaintId),
);

/** Each night: open complaints that have no hold, such as those from before the house held evidence by itself. */
export async function holdOvernight(work: Work): Promise<void> {
  for (const { id } of await complaintsWithout(work, atOnce)) await holdByRule(work, id);
}
