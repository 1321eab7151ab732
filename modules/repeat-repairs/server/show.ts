import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { StepState } from '#shared/fields.ts';
import type { CountedOrder, ListedRepeat, RepeatFigure, RepeatRepair } from '../contract.ts';
import { repeatLife } from '../lifecycle.ts';
import { jobsOf, type ListedRow, quotedOn, shownRowOf } from './queries.ts';
import type { Counted, CountedOrderRow } from './queries-figures.ts';
import { repeatRuleOn } from './rules.ts';

/** One of the list, as it goes out. */
export function presentRepeat(row: ListedRow): ListedRepeat {
  const { orgPath, ...shown } = row;
  const { recognisedAt, proofDueAt, judgedAt } = wire(row);
  return placed({ ...shown, recognisedAt, proofDueAt, judgedAt }, orgPath);
}

/** The repeat repair that an order is, with what this person may do; `null` where it repeats nothing. */
export async function shownRepeat(work: Work, orderId: string): Promise<RepeatRepair | null> {
  const row = await shownRowOf(work, orderId);
  if (!row) return null;
  const rule = repeatRuleOn(dateIn(zoneOfTenant, row.recognisedAt));
  const isElsewhere = row.attempt >= rule.failedRepairs && row.state !== 'declined';
  const jobs = await jobsOf(work, row.earlierOrderId);
  return placed(
    {
      ...presentRepeat(row),
      elsewhereSource: isElsewhere && row.state !== 'otherCause' ? rule.source : '',
      proofSource: rule.source,
      proofDays: rule.proofDays,
      jobs: jobs.map(({ lineId, description, technicianName, partnerName }) => ({
        lineId,
        description,
        technicianName,
        partnerName,
      })),
      lines: await quotedOn(work, orderId),
      steps: stepsFor(work, row),
    },
    row.orgPath,
  );
}

export async function shownOr404(work: Work, orderId: string): Promise<RepeatRepair> {
  const shown = await shownRepeat(work, orderId);
  if (!shown) throw notFound();
  return shown;
}

function stepsFor({ actor, now }: Work, row: ListedRow): StepState[] {
  const atDesk = can(actor, 'serviceOrders.receive', row.orgPath);
  const mayJudge = atDesk || can(actor, 'serviceOrders.inspect', row.orgPath);
  const allowed = repeatLife.allowed(row.state);
  const isLate = now > row.proofDueAt;
  return allowed
    .filter((step) => (step === 'confirm' || step === 'decline' ? atDesk : mayJudge))
    .map((step) =>
      step === 'proveOther' && isLate
        ? { step, allowed: false, reason: 'repeat_proof_late' }
        : { step, allowed: true },
    );
}

const permille = (part: number, of: number) => (of === 0 ? null : Math.round((part * 1000) / of));

/** A figure with its rates: repeats ÷ orders, and the share of the orders that did not come back. */
export const presentFigure = (row: Counted): RepeatFigure => ({
  ...row,
  repeatRate: permille(row.repeats, row.orders),
  firstTimeRate: permille(Math.max(0, row.orders - row.cameBack), row.orders),
});

export function presentOrder(row: CountedOrderRow): CountedOrder {
  const { orgPath, ...shown } = row;
  return placed({ ...shown, deliveredAt: row.deliveredAt.toISOString() }, orgPath);
}
