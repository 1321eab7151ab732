import { keep, promise } from '#modules/commitments/server/index.ts';
import { customerEvents } from '#modules/customers/events.ts';
import { completenessOf } from '#modules/customers/server/index.ts';
import type { Work } from '#platform/work.ts';
import { archiveRule } from './deadlines.ts';
import { type JudgedRow, judgedOf } from './queries.ts';

/**
 * Judges a customer's file. Nothing missing: the promise is kept. Something missing and `owes` (somebody was put on
 * file or came in): it is promised to who took him in. Judged again it changes nothing.
 */
export async function judge(work: Work, customerId: string, { owes }: { owes: boolean }) {
  const row = await judgedOf(work, customerId);
  if (!row) return;
  const about = { type: 'customer', id: customerId };
  const { missing } = completenessOf({ ...row, customer: row, vehicles: row.facts });
  const place = { ...about, orgPath: row.orgPath };
  if (missing.length === 0) {
    const settled = await keep(work, archiveRule, about);
    if (settled) await work.emit(customerEvents.archiveComplete, { customerId }, place);
    return;
  }
  if (!owes) return;
  const made = await promise(work, { ...promised(row), rule: archiveRule, about });
  if (made.createdAt.getTime() !== work.now.getTime()) return;
  const fields = [...new Set(missing.map(({ field }) => field))];
  await work.emit(customerEvents.archiveOwed, { customerId, missing: fields }, place);
}

const promised = ({ orgUnitId, orgPath, name, carCreatedBy, createdBy }: JudgedRow) => ({
  orgUnitId,
  orgPath,
  ownerId: carCreatedBy ?? createdBy,
  subject: name,
});
