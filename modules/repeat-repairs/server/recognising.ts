import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { orderKinds } from '#modules/service-orders/contract.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { repeatRepairEvents } from '../events.ts';
import { aboutRepeat, promiseProof } from './deadlines.ts';
import {
  attemptOf,
  insertRepeat,
  jobsOf,
  type Recognised,
  recognisedFor,
  repeatOfOrder,
} from './queries.ts';
import { repeatRuleOn } from './rules.ts';

const dayMs = 86_400_000;
/** What comes by the calendar repeats nothing; of the rest a person decides. */
const proposed: Readonly<Record<(typeof orderKinds)[number], boolean>> = {
  maintenance: false,
  repair: true,
  bodyPaint: true,
  inspection: true,
  enquiry: true,
  repeatRepair: true,
};

/**
 * Sees whether a received car is back within the guarantee of an earlier order (WSH-14). Where reception said so itself
 * the repeat repair is confirmed with that; else it is proposed. A second time changes nothing.
 */
export async function recognise(work: Work, orderId: string): Promise<void> {
  const facts = await recognisedFor(work, orderId, zoneOfTenant);
  if (!facts || !proposed[facts.kind] || (await repeatOfOrder(work, orderId))) return;
  const { proofDays } = repeatRuleOn(dateIn(zoneOfTenant, facts.receivedAt));
  const { orgUnitId, orgPath, earlierOrderId, deliveredOn, days, km, untilOn, untilKm } = facts;
  const row = await insertRepeat(work, {
    ...{ orgUnitId, orgPath, orderId, earlierOrderId, deliveredOn, days, km, untilOn, untilKm },
    attempt: (await attemptOf(work, earlierOrderId)) + 1,
    technicianId: facts.technicianId,
    proofDueAt: new Date(facts.receivedAt.getTime() + proofDays * dayMs),
    ...(facts.kind === 'repeatRepair' && (await asReceptionSaid(work, facts))),
  });
  const told = { repeatRepairId: row.id, orderId, earlierOrderId };
  await work.emit(repeatRepairEvents.recognised, told, aboutRepeat(row));
  if (row.state === 'confirmed') await promiseProof(work, row, facts.plate);
}

/** The only job of the earlier order is the one; of several one is named later. */
async function asReceptionSaid(work: Work, facts: Recognised) {
  const [job, ...others] = await jobsOf(work, facts.earlierOrderId);
  const isPlain = job !== undefined && others.length === 0;
  return {
    state: 'confirmed' as const,
    decidedBy: facts.advisorId,
    decidedAt: facts.receivedAt,
    decidedOn: dateIn(zoneOfTenant, facts.receivedAt),
    ...(isPlain && {
      lineId: job.lineId,
      job: job.description,
      technicianId: job.technicianId ?? facts.technicianId,
    }),
  };
}
