import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { ledgerEvents } from '#platform/ledger-proof.ts';
import { react } from '#platform/tasks.ts';
import { tellManagers } from './nightly.ts';
import { earnPoints } from './points.ts';
import { lockMemberOf } from './queries.ts';
import { customerOfOrder } from './queries-record.ts';
import { rateMember } from './tiers.ts';

/** A settled order earns points and may raise the tier. */
react(serviceOrderEvents.stateChanged, 'members.rewardSettlement', async (work, told) => {
  if (told.to !== 'settled') return;
  await earnPoints(work, told.orderId);
  const customerId = await customerOfOrder(work, told.orderId);
  const member = customerId && (await lockMemberOf(work, customerId));
  if (member) await rateMember(work, member);
});

react(ledgerEvents.unproved, 'members.tellUnproved', async (work, told) => {
  if (told.kind.startsWith('members.')) await tellManagers(work, told.kind, told.accountId);
});
