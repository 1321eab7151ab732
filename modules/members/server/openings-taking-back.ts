import type { KeptList, TakenBack } from '#modules/imports/server/index.ts';
import { newId } from '#platform/ids.ts';
import { reverseAll } from '#platform/ledger.ts';
import type { Work } from '#platform/work.ts';
import { memberEvents } from '../events.ts';
import { aboutMember, placeOf, sourceOf, today } from './membership.ts';
import { openingWords } from './openings-members.ts';
import type { MemberRow } from './queries.ts';
import {
  insertMovements,
  insertTierChanges,
  lockMembersOfList,
  type StandingOpening,
  setTiers,
  standingOpenings,
  withdraw,
} from './queries-openings.ts';
import { tiersOf } from './rules.ts';

type Reason = TakenBack['stayed'][number]['code'];
const reasons: readonly [keyof StandingOpening, Reason][] = [
  ['isMerged', 'balance_merged'],
  ['isRefunded', 'balance_refunded'],
  ['isSpent', 'balance_spent'],
  ['isPackageUsed', 'balance_package_used'],
  ['arePointsUsed', 'balance_points_used'],
];
const reasonOf = (opening: StandingOpening): Reason | undefined =>
  reasons.find(([is]) => opening[is] === true)?.[1];

/**
 * Takes the openings of a list back by movements of their own, person by person: of whom anything was used, everything
 * stays, with the reason. Nothing is deleted; a membership that the list made stays, empty.
 */
export async function takeOpeningsBack(work: Work, list: KeptList): Promise<TakenBack> {
  const members = await lockMembersOfList(work, list.id);
  const openings = await standingOpenings(work, list.id);
  const gone: StandingOpening[] = [];
  const stayed: TakenBack['stayed'][number][] = [];
  for (const [, own] of Map.groupBy(openings, ({ membershipId }) => membershipId)) {
    const first = own.map(reasonOf).find((reason) => reason !== undefined);
    if (first === undefined) gone.push(...own);
    else
      stayed.push(...own.map((each) => ({ rowNo: each.importRow, code: reasonOf(each) ?? first })));
  }
  if (gone.length > 0) await turnBack(work, list, gone, members);
  return { gone: gone.map(({ importRow }) => importRow), stayed };
}

async function turnBack(
  work: Work,
  list: KeptList,
  gone: readonly StandingOpening[],
  members: readonly MemberRow[],
): Promise<void> {
  const back = gone.map((opening) => ({ opening, id: newId(work.now) }));
  await insertMovements(
    work,
    back.map(({ opening, id }) => reversalOf(work, list, opening, id)),
  );
  await reverseAll(
    work,
    back.map(({ opening, id }) => ({ source: sourceOf(opening), by: sourceOf({ id }) })),
  );
  await withdraw(work, {
    topUpIds: gone.flatMap(({ topUpId }) => topUpId ?? []),
    purchaseIds: gone.flatMap(({ packagePurchaseId }) => packagePurchaseId ?? []),
  });
  const empty = new Set(gone.map(({ membershipId }) => membershipId));
  await takeTiersBack(
    work,
    list,
    members.filter(({ id }) => empty.has(id)),
  );
  for (const { opening } of back) {
    const { id: movementId, membershipId, customerId, orgPath } = opening;
    const { principalFen, giftFen, points, uses } = opening;
    const sums = { principalFen, giftFen, points, uses };
    const told = { membershipId, customerId, movementId, importBatchId: list.id, ...sums };
    await work.emit(
      memberEvents.openingTakenBack,
      told,
      aboutMember({ id: membershipId, orgPath }),
    );
  }
}

const reversalOf = (work: Work, list: KeptList, opening: StandingOpening, id: string) => ({
  ...placeOf(opening),
  id,
  membershipId: opening.membershipId,
  kind: 'reverse' as const,
  reversesId: opening.id,
  topUpId: opening.topUpId,
  principalFen: 0 - opening.principalFen,
  giftFen: 0 - opening.giftFen,
  points: 0 - opening.points,
  uses: 0 - opening.uses,
  paidFen: 0 - opening.principalFen,
  words: openingWords,
  byId: work.actor.kind === 'user' ? work.actor.id : list.createdBy,
  at: work.now,
});

/** The tier that a list gave goes with it, unless somebody decided anew since. */
async function takeTiersBack(
  work: Work,
  { createdBy }: KeptList,
  members: readonly MemberRow[],
): Promise<void> {
  const given = members.filter(
    ({ tierRule, tierReason }) => tierRule === 'hand' && tierReason === openingWords,
  );
  for (const [orgPath, ofPlace] of Map.groupBy(given, (member) => member.orgPath)) {
    const tier = (await tiersOf(work, orgPath))[0]!.key;
    const lower = ofPlace.map(({ id }) => ({ id, tier }));
    await setTiers(work, lower, { rule: 'joining', reason: '', today: today(work) });
    await insertTierChanges(
      work,
      ofPlace.map((member) => ({
        membershipId: member.id,
        fromTier: member.tier,
        toTier: tier,
        rule: 'joining' as const,
        reason: openingWords,
        byId: createdBy,
        at: work.now,
      })),
    );
  }
}
