import { refuseNotShared } from '#platform/privacy.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { levelRoutes } from '../contract.ts';
import { levelEvents } from '../events.ts';
import { record } from './passing.ts';
import { lockCase } from './queries.ts';
import { placedCase } from './standing.ts';

/**
 * Name and phone of who complained, in full; who asked and what for is on record beside the steps, where the shop sees it.
 * @throws Problem 422 `reveal_reason_needed`, 403 `not_shared` where no basis lets them go up the tree
 */
export async function reveal(
  work: Work,
  complaintId: string,
  { reason, note }: BodyOf<typeof levelRoutes.reveal>,
) {
  const row = await lockCase(work, complaintId);
  if (!row) throw notFound();
  const words = note?.trim() ?? '';
  if (reason === 'other' && words === '') throw ruleBroken('/note', 'reveal_reason_needed');
  refuseNotShared(work.actor, row.orgPath);
  const at = await placedCase(work, row);
  await record(work, at, { step: 'reveal', to: at.level, words, facts: { reason } });
  const { customerId, orgPath, complainantName, complainantPhone } = row;
  await work.emit(
    levelEvents.revealed,
    { complaintId, customerId, reason },
    { type: 'complaint', id: complaintId, orgPath },
  );
  return { complainantName, complainantPhone };
}
