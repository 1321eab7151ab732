import type { Host } from '#platform/host.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { sumFen } from '#shared/money.ts';
import type { QueryOf } from '#shared/route.ts';
import type { Liability, MemberItem, memberRoutes } from '../contract.ts';
import type { MemberRefund, Membership } from '../contract-record.ts';
import type { MemberRules, PointsRule, PrepaidTerms, ServicePackage } from '../contract-rules.ts';
import { ages } from '../lifecycle.ts';
import { today } from './membership.ts';
import { expiringOf } from './points.ts';
import type { MemberRow } from './queries.ts';
import { isProvedNow, type OwedRow, owedNow, shopsWithMembers } from './queries-liability.ts';
import { type PointsGiven, pointsGiven } from './queries-nightly.ts';
import { type OfferRow, offersAt, type TermsRow, termsAt } from './queries-packages.ts';
import {
  countMembers,
  type ListedRow,
  type LotShown,
  lotsShown,
  pageOfMembers,
  type RefundSeen,
  type RestOfMember,
  refundSeen,
  refundsShown,
  restOfMember,
} from './queries-record.ts';
import { mayDecideAlone } from './refunds.ts';
import { type Rules, rulesOf } from './rules.ts';

const utc = (instant: string) => new Date(instant).toISOString();

export async function shownRules(work: Work, orgPath: string): Promise<MemberRules> {
  const terms = await termsAt(work, orgPath);
  return presentRules(await rulesOf(work, orgPath), terms, await offersAt(work, orgPath));
}
export const presentRules = (
  { tiers, rates, ...rest }: Rules,
  terms: TermsRow | null | undefined,
  offers: readonly OfferRow[],
): MemberRules => ({
  ...rest,
  tiers: [...tiers],
  rates: [...rates],
  terms: terms ? shownTerms(terms) : null,
  packages: offers.map(shownOffer),
});
export function shownTerms(row: TermsRow): PrepaidTerms {
  const { id, edition, content, price, refund, breach } = row;
  return { id, edition, content, price, refund, breach, createdAt: row.createdAt.toISOString() };
}
export const shownOffer = (row: OfferRow): ServicePackage => {
  const { id, name, priceFen, items, validDays, isOffered } = row;
  return { id, name, priceFen, items, validDays, isOffered };
};

export async function recordOf(work: Work, row: MemberRow): Promise<Membership> {
  const rest = await restOfMember(work, row.id);
  const refunds = await refundsShown(work, row.id);
  const parts = {
    rest,
    lots: await lotsShown(work, row.id),
    refunds,
    given: await pointsGiven(work, rest.pointsAccountId, today(work)),
    needsAnother: await isForAnother(work, refunds),
  };
  return placed(presentMember(work, row, parts, await rulesOf(work, row.orgPath)), row.orgPath);
}

/** All that is told of a member besides his own row. */
export interface MemberParts {
  rest: RestOfMember;
  lots: readonly LotShown[];
  refunds: readonly RefundSeen[];
  given: readonly PointsGiven[];
  /** Whether the caller may decide none of what he asked for himself. */
  needsAnother: boolean;
}

export function presentMember(
  work: Work,
  row: MemberRow,
  { rest, lots, refunds, given, needsAnother }: MemberParts,
  rules: Rules,
): Membership {
  const { customerName, principalFen, giftFen, points, packages, ordersToSettle } = rest;
  const { id, customerId, number, joinedOn, version } = row;
  return {
    ...{ id, customerId, customerName, number, joinedOn, version },
    tier: shownTier(row, rules.tiers),
    tierChanges: rest.tierChanges.map((each) => ({ ...each, at: utc(each.at) })),
    ...{ principalFen, giftFen, points, packages, ordersToSettle },
    pointsFen: points * rules.points.fenPerPoint,
    pointsExpiring: expiringOf(points, given).slice(0, 12),
    topUps: lots.map((lot) => ({
      id: lot.id,
      number: lot.number,
      paidOn: lot.paidOn,
      paidFen: lot.paidFen,
      giftFen: lot.giftFen,
      giftExpiresOn: lot.giftExpiresOn,
      principalLeftFen: lot.principalLeft,
      giftLeftFen: lot.giftLeft,
      method: lot.method,
      edition: lot.edition,
      termsId: lot.termsId,
      signedBy: lot.signedBy,
      fileId: lot.fileId,
      isRefunded: lot.refundedAt !== null,
    })),
    movements: rest.movements.map((each) => ({ ...each, at: utc(each.at) })),
    refunds: refunds.map((each) => shownRefund(each, needsAnother && isOwn(work, each))),
  };
}

/** The tier with why: by which rule, from what sum, what is missing to the next. */
function shownTier(row: MemberRow, tiers: Rules['tiers']): Membership['tier'] {
  const rule = tiers.find(({ key }) => key === row.tier);
  const next = tiers.find(({ fromFen }) => fromFen > Math.max(row.spentFen, rule?.fromFen ?? 0));
  return {
    key: row.tier,
    name: rule?.name ?? row.tier,
    since: row.tierSince,
    rule: row.tierRule,
    spentFen: row.spentFen,
    reason: row.tierReason,
    until: row.tierUntil,
    benefits: rule?.benefits ?? '',
    source: rule?.source ?? '',
    next: next ? { name: next.name, missingFen: next.fromFen - row.spentFen } : null,
  };
}

/** @param needsAnother whether the caller may decide none of what he asked for himself */
function shownRefund(row: RefundSeen, needsAnother: boolean): MemberRefund {
  const { id, number, membershipId, topUpId, packagePurchaseId, ground, reason, steps } = row;
  const { refundFen, interestFen, state, askedByName, decidedByName, decisionNote, version } = row;
  const { askedAt, decidedAt } = wire(row);
  return {
    ...{ id, number, membershipId, topUpId, packagePurchaseId, ground, reason, steps },
    ...{ refundFen, interestFen, state, askedByName, decidedByName, decisionNote, version },
    askedById: row.askedBy,
    decidedAlone: row.decidedAlone,
    needsAnother,
    ...{ askedAt, decidedAt },
  };
}

const isOwn = ({ actor }: Work, { state, askedBy }: RefundSeen) =>
  state === 'asked' && askedBy === actor.id;

/** Whether the caller may decide none of what he asked for himself. */
async function isForAnother(work: Work, rows: readonly RefundSeen[]): Promise<boolean> {
  const own = rows.find((row) => isOwn(work, row));
  return own !== undefined && !(await mayDecideAlone(work, own.orgPath));
}

export async function oneRefund(work: Work, refundId: string): Promise<MemberRefund> {
  const row = await refundSeen(work, refundId);
  if (!row) throw notFound();
  return shownRefund(row, await isForAnother(work, [row]));
}

type ListQuery = QueryOf<typeof memberRoutes.list>;
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export async function listMembers(work: Work, query: ListQuery, { cursors }: Host) {
  const filter = {
    start: query.q?.trim() || null,
    tier: query.tier ?? null,
    holds: query.holds ?? null,
    expiresUntil: query.expiresUntil ?? null,
  };
  const after = cursors.open('members', query.cursor);
  const given = { ...filter, beforeId: String(after?.[0] ?? lastId), size: sizeOf(query) + 1 };
  const rows = await pageOfMembers(work, given);
  const { tiers } = await rulesOf(work, work.actor.unitPath);
  const names = new Map(tiers.map(({ key, name }) => [key, name]));
  const show = (row: ListedRow): MemberItem => {
    const { id, customerId, customerName, number, tier, joinedOn } = row;
    const { principalFen, giftFen, points, expiresNextOn } = row;
    return {
      ...{ id, customerId, customerName, number, tier, joinedOn },
      ...{ principalFen, giftFen, points, expiresNextOn },
      tierName: names.get(tier) ?? tier,
    };
  };
  const page = pageOf(cursors, 'members', query, rows, ({ id }) => [id], show);
  return query.count ? { ...page, total: await countMembers(work, filter) } : page;
}

const nothingOwed = { principalFen: 0, giftFen: 0, packagesFen: 0, openingFen: 0 };
type Owed = typeof nothingOwed;
const summed = (rows: readonly Owed[]): Owed => ({
  principalFen: sumFen(rows.map(({ principalFen }) => principalFen)),
  giftFen: sumFen(rows.map(({ giftFen }) => giftFen)),
  packagesFen: sumFen(rows.map(({ packagesFen }) => packagesFen)),
  openingFen: sumFen(rows.map(({ openingFen }) => openingFen)),
});
const agesOf = (rows: readonly OwedRow[]) =>
  ages.map((age) => ({ age, ...summed(rows.filter((row) => row.age === age)) }));

export async function liabilityNow(work: Work): Promise<Liability> {
  const asOf = today(work);
  const owed = await owedNow(work, asOf);
  const rows = await shopsWithMembers(work);
  const rule: PointsRule = (await rulesOf(work, work.actor.unitPath)).points;
  const shops = rows.map(({ path: _, points, ...shop }) => {
    const own = owed.filter(({ orgUnitId }) => orgUnitId === shop.orgUnitId);
    const pointsFen = points * rule.fenPerPoint;
    return { ...shop, ...summed(own), points, pointsFen, byAge: agesOf(own) };
  });
  const sums = summed(owed);
  const points = sumFen(shops.map((shop) => shop.points));
  const pointsFen = points * rule.fenPerPoint;
  const { principalFen, giftFen, packagesFen } = sums;
  const allFen = sumFen([principalFen, giftFen, packagesFen, pointsFen]);
  const isProved = await isProvedNow(work);
  return {
    asOf,
    isProved,
    totals: { ...sums, points, pointsFen, allFen },
    byAge: agesOf(owed),
    shops,
  };
}

/** The same line by line, shop by shop, what was paid last first. */
export async function liabilityLines(
  work: Work,
  query: QueryOf<typeof memberRoutes.listLiability>,
  { cursors }: Host,
) {
  const { shops } = await liabilityNow(work);
  const lines = shops.flatMap(({ orgUnitId, name, byAge }) =>
    byAge
      .filter(({ principalFen, giftFen, packagesFen }) => principalFen + giftFen + packagesFen > 0)
      .map((owed) => ({ orgUnitId, shop: name, ...owed })),
  );
  const from = Number(cursors.open('liability', query.cursor)?.[0] ?? 0);
  const rows = lines.slice(from, from + sizeOf(query) + 1);
  const next = from + sizeOf(query);
  return pageOf(
    cursors,
    'liability',
    query,
    rows,
    () => [next],
    (row) => row,
  );
}
