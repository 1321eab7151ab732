import type { KeptList, RowToWrite } from '#modules/imports/server/index.ts';
import { nextNumbers } from '#modules/organisation/server/index.ts';
import { newId } from '#platform/ids.ts';
import { openAccounts, type Posting, postAll } from '#platform/ledger.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { addMonths } from '#shared/dates.ts';
import { memberEvents } from '../events.ts';
import {
  aboutMember,
  counted,
  owedAccounts,
  placeOf,
  sourceOf,
  today,
  whoIs,
} from './membership.ts';
import { type OpenedMember, openedMembers } from './openings-members.ts';
import type { StagedOpening } from './openings-placing.ts';
import { pair } from './prepaid.ts';
import type { MemberRow } from './queries.ts';
import {
  holdersChanged,
  insertItems,
  insertLots,
  insertMovements,
  insertPurchases,
  lockMembersOf,
} from './queries-openings.ts';
import { pointsRuleOf } from './rules.ts';

const customersOf = (rows: readonly RowToWrite[]) => [
  ...new Set(rows.map(({ customerId }) => customerId!)),
];

/** Whether a customer is gone or was taken over since. His membership stays locked until the list is written. */
export async function haveChanged(
  work: Work,
  { orgPath }: KeptList,
  rows: readonly RowToWrite[],
): Promise<boolean> {
  const customerIds = customersOf(rows);
  await lockMembersOf(work, customerIds);
  return (await holdersChanged(work, customerIds, orgPath)) > 0;
}

/** All that one row becomes: a movement, and what it moves. */
interface Opening {
  movement: Fresh<'memberMovements'> & { id: string };
  lot?: Fresh<'topUps'> & { id: string };
  purchase?: Fresh<'packagePurchases'> & { id: string };
  item?: Fresh<'packageItems'> & { id: string };
  of: OpenedMember;
  row: RowToWrite;
}

/** Writes the openings of a part of the list: one movement for each row, with the list and the row as its source. */
export async function writeOpenings(
  work: Work,
  list: KeptList,
  rows: readonly RowToWrite[],
): Promise<number> {
  const wanted = new Map<string, string | null>();
  for (const { customerId, staged } of rows) {
    const { tier } = staged as StagedOpening;
    wanted.set(customerId!, wanted.get(customerId!) ?? tier);
  }
  const members = await openedMembers(work, list, wanted);
  const openings = rows.map((row) => openingOf(work, list, row, members.get(row.customerId!)!));
  await number(work, openings);
  await store(work, openings);
  await postAll(work, await postingsOf(work, openings));
  for (const { movement, of } of openings) {
    await work.emit(memberEvents.openingCame, toldOf(movement, of.member), aboutMember(of.member));
  }
  return openings.length;
}

function toldOf(movement: Opening['movement'], member: MemberRow) {
  const {
    id: movementId,
    importBatchId,
    principalFen = 0,
    giftFen = 0,
    points = 0,
    uses = 0,
  } = movement;
  const sums = { principalFen, giftFen, points, uses };
  return { ...whoIs(member), movementId, importBatchId: importBatchId!, ...sums };
}

function openingOf(work: Work, list: KeptList, row: RowToWrite, of: OpenedMember): Opening {
  const { principalFen, giftFen, points, packageUses, listOn, memberNo } = row.values;
  const { member } = of;
  const place = placeOf(member);
  const agreed = {
    ...place,
    membershipId: member.id,
    number: '',
    method: 'opening' as const,
    termsId: null,
    signedBy: '',
    fileId: null,
    paidOn: listOn ?? today(work),
    createdBy: list.createdBy,
  };
  const [paidFen, gift, uses] = [principalFen ?? 0, giftFen ?? 0, packageUses ?? 0];
  const lot =
    paidFen + gift > 0 ? { ...agreed, id: newId(work.now), paidFen, giftFen: gift } : undefined;
  const bought = uses > 0 ? packageOf(work, row, agreed) : undefined;
  const movement = {
    ...place,
    id: newId(work.now),
    membershipId: member.id,
    kind: 'opening' as const,
    topUpId: lot?.id ?? null,
    packageItemId: bought?.item.id ?? null,
    ...{ principalFen: paidFen, giftFen: gift, points: points ?? 0, uses, paidFen },
    words: memberNo === null ? '' : `卡号 ${memberNo}`,
    importBatchId: list.id,
    importRow: row.rowNo,
    byId: list.createdBy,
    at: work.now,
  };
  return { movement, lot, ...bought, of, row };
}

/** A package whose price the list does not tell is worth nothing in money: its uses are uses. */
function packageOf(
  work: Work,
  { values }: RowToWrite,
  agreed: Omit<Fresh<'packagePurchases'>, 'name' | 'paidFen' | 'expiresOn' | 'servicePackageId'>,
) {
  const { packageName, packageUses, packageUntil, packageUnitFen } = values;
  const [name, uses, unitFen] = [packageName!, packageUses!, packageUnitFen ?? 0];
  const id = newId(work.now);
  const made = { id, name, paidFen: uses * unitFen, expiresOn: packageUntil! };
  return {
    purchase: { ...agreed, servicePackageId: null, ...made },
    item: { id: newId(work.now), packagePurchaseId: id, position: 0, name, uses, unitFen },
  };
}

/** Numbers come last, and for all of a shop at once. */
async function number(work: Work, openings: readonly Opening[]): Promise<void> {
  const agreed = openings.flatMap(({ lot, purchase }) =>
    [lot, purchase].filter((each) => each !== undefined),
  );
  for (const [unitId, ofUnit] of Map.groupBy(agreed, ({ orgUnitId }) => orgUnitId!)) {
    const count = { kind: 'opening', prefix: 'QC', count: ofUnit.length };
    const numbers = await nextNumbers(work, unitId, count);
    for (const [at, each] of ofUnit.entries()) each.number = numbers[at]!;
  }
}

const present = <Part>(parts: readonly (Part | undefined)[]): Part[] =>
  parts.filter((part) => part !== undefined);

async function store(work: Work, openings: readonly Opening[]): Promise<void> {
  await insertLots(work, present(openings.map(({ lot }) => lot)));
  await insertPurchases(work, present(openings.map(({ purchase }) => purchase)));
  await insertItems(work, present(openings.map(({ item }) => item)));
  await insertMovements(
    work,
    openings.map(({ movement }) => movement),
  );
}

/** Opens the accounts of what came and says what moves: what members have, the shop owes. */
async function postingsOf(work: Work, openings: readonly Opening[]): Promise<Posting[]> {
  const accounts: Parameters<typeof openAccounts>[1][number][] = [];
  const open = (
    member: MemberRow,
    kind: string,
    owner: { type: string; id: string },
    unit: string,
  ) => {
    const id = newId(work.now);
    accounts.push({ id, kind, owner, unit, place: placeOf(member) });
    return id;
  };
  const owed = new Map<string, { principal: string; gift: string }>();
  const validUntil = new Map<string, string>();
  const postings: Posting[] = [];
  for (const { movement, lot, purchase, item, of, row } of openings) {
    const { member, pointsAccountId } = of;
    const source = sourceOf(movement);
    if (lot) {
      if (!owed.has(member.orgUnitId)) {
        owed.set(member.orgUnitId, await owedAccounts(work, placeOf(member)));
      }
      const owner = { type: 'topUp', id: lot.id };
      const [principal, gift] = [
        open(member, counted.principal, owner, '分钱'),
        open(member, counted.gift, owner, '分钱'),
      ];
      const { principal: owedPrincipal, gift: owedGift } = owed.get(member.orgUnitId)!;
      postings.push(
        ...pair(source, 'principal', owedPrincipal, principal, lot.paidFen),
        ...pair(source, 'gift', owedGift, gift, lot.giftFen),
      );
    }
    if (item) {
      const accountId = open(member, counted.uses, { type: 'packageItem', id: item.id }, '次');
      const expiresOn = purchase!.expiresOn;
      postings.push({ source, accountId, amount: item.uses, leg: 'uses', expiresOn });
    }
    const { points, pointsUntil } = row.values;
    if (points) {
      if (pointsUntil === null && !validUntil.has(member.orgPath)) {
        const { validMonths } = await pointsRuleOf(work, member.orgPath);
        validUntil.set(member.orgPath, addMonths(today(work), validMonths));
      }
      const expiresOn = pointsUntil ?? validUntil.get(member.orgPath)!;
      postings.push({
        source,
        accountId: pointsAccountId,
        amount: points,
        leg: 'points',
        expiresOn,
      });
    }
  }
  await openAccounts(work, accounts);
  return postings;
}
