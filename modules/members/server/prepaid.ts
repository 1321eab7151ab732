import { readyFileOf } from '#modules/files/server/index.ts';
import { nextNumber, refuseClosed, unitById } from '#modules/organisation/server/index.ts';
import { openAccount, type Posting, postAll } from '#platform/ledger.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addMonths } from '#shared/dates.ts';
import { formatFen, splitFen, sumFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { PrepaidRule } from '../contract-rules.ts';
import type { memberStepRoutes } from '../contract-steps.ts';
import { memberEvents } from '../events.ts';
import {
  aboutMember,
  counted,
  lockMember,
  owedAccounts,
  placeOf,
  recordMovement,
  sourceOf,
  today,
  whoIs,
} from './membership.ts';
import {
  insertTopUp,
  type LotRow,
  lotsWithMoney,
  type MemberRow,
  type MovementRow,
} from './queries.ts';
import { termsAt } from './queries-packages.ts';
import { prepaidRuleOf, stopRuleOf } from './rules.ts';

type Body<Name extends keyof typeof memberStepRoutes> = BodyOf<(typeof memberStepRoutes)[Name]>;

/**
 * Whether the shop may take money before it works for it (实施条例 22): not where it is closed, not while it is stopped,
 * and only under the edition of the written terms that holds now.
 * @throws Problem 409 `prepayment_stopped`, `terms_outdated`; 422 `unit_closed`, `file_unknown`
 */
export async function refuseUnagreed(
  work: Work,
  { orgUnitId, orgPath }: Pick<MemberRow, 'orgUnitId' | 'orgPath'>,
  { termsId, fileId }: { termsId: string; fileId?: string },
): Promise<void> {
  refuseClosed((await unitById(work, orgUnitId))!, '/membershipId');
  const stop = await stopRuleOf(work, orgPath);
  if (stop.isStopped) throw new Problem(409, 'prepayment_stopped');
  const terms = await termsAt(work, orgPath);
  if (terms?.id !== termsId) throw new Problem(409, 'terms_outdated');
  if (fileId && !(await readyFileOf(work, fileId))) throw ruleBroken('/fileId', 'file_unknown');
}

/** A prepayment: a contract of its own, its principal and its gift in two accounts. */
export async function topUp(work: Work, membershipId: string, body: Body<'topUp'>): Promise<void> {
  const member = await lockMember(work, membershipId);
  await refuseUnagreed(work, member, body);
  const { paidFen, giftFen = 0, method, termsId, signedBy, fileId } = body;
  const { giftMonths } = await prepaidRuleOf(work, member.orgPath);
  const place = placeOf(member);
  const paidOn = today(work);
  const row = await insertTopUp(work, {
    ...place,
    membershipId,
    number: await nextNumber(work, member.orgUnitId, 'topUp', 'CZ'),
    paidFen,
    giftFen,
    giftExpiresOn: giftFen > 0 && giftMonths !== null ? addMonths(paidOn, giftMonths) : null,
    method,
    termsId,
    signedBy: signedBy.trim(),
    fileId: fileId ?? null,
    paidOn,
  });
  const owner = { type: 'topUp', id: row.id };
  const open = (kind: string) => openAccount(work, { kind, owner, unit: '分钱', place });
  const [principal, gift] = [await open(counted.principal), await open(counted.gift)];
  const owed = await owedAccounts(work, place);
  const moved = { principalFen: paidFen, giftFen, paidFen };
  const source = sourceOf(
    await recordMovement(work, member, { kind: 'topUp', topUpId: row.id, ...moved }),
  );
  await postAll(work, [
    ...pair(source, 'principal', owed.principal, principal.id, paidFen),
    ...pair(source, 'gift', owed.gift, gift.id, giftFen),
  ]);
  const told = { ...whoIs(member), topUpId: row.id, paidFen, giftFen };
  await work.emit(memberEvents.toppedUp, told, aboutMember(member));
}

/** Both sides of a movement of money; nothing where there is none. */
export const pair = (
  source: Posting['source'],
  leg: string,
  from: string,
  to: string,
  amount: number,
): Posting[] =>
  amount === 0
    ? []
    : [
        { source, accountId: from, amount: -amount, leg: `${leg}.from` },
        { source, accountId: to, amount, leg: `${leg}.to` },
      ];

export interface Share {
  lot: LotRow;
  principalFen: number;
  giftFen: number;
}

/** Which part of one prepayment is principal and which gift: by the rule, never more than is left of either. */
function shareOf(lot: LotRow, amountFen: number, spending: PrepaidRule['spending']): Share {
  const { principalLeft, giftLeft } = lot;
  if (spending === 'proRata') {
    const [principalFen, giftFen] = splitFen(amountFen, [principalLeft, giftLeft]) as [
      number,
      number,
    ];
    return { lot, principalFen, giftFen };
  }
  const first = Math.min(amountFen, spending === 'principalFirst' ? principalLeft : giftLeft);
  return spending === 'principalFirst'
    ? { lot, principalFen: first, giftFen: amountFen - first }
    : { lot, principalFen: amountFen - first, giftFen: first };
}

/** Takes an amount out of the prepayments, the oldest first. @throws Problem 422 `balance_short` */
export function sharesOf(
  lots: readonly LotRow[],
  amountFen: number,
  spending: PrepaidRule['spending'],
  pointer: string,
): Share[] {
  const shares: Share[] = [];
  let rest = amountFen;
  for (const lot of lots) {
    if (rest === 0) break;
    const taken = Math.min(rest, lot.principalLeft + lot.giftLeft);
    shares.push(shareOf(lot, taken, spending));
    rest -= taken;
  }
  if (rest > 0) {
    const balance = formatFen(sumFen(lots.map((lot) => lot.principalLeft + lot.giftLeft)));
    throw ruleBroken(pointer, 'balance_short', { balance, needed: formatFen(amountFen) });
  }
  return shares;
}

export interface Spending {
  amountFen: number;
  /** The price before any discount; the amount itself unless given. */
  listFen?: number;
  words?: string;
  orderId?: string;
  pointer?: string;
}

/** Pays from the balance of a member who is locked. */
export async function spend(
  work: Work,
  member: MemberRow,
  spending: Spending,
): Promise<MovementRow> {
  const { amountFen, listFen = amountFen, words = '', orderId, pointer = '/amountFen' } = spending;
  if (listFen < amountFen) throw ruleBroken('/listFen', 'list_below_price');
  const rule = await prepaidRuleOf(work, member.orgPath);
  const lots = await lotsWithMoney(work, member.id);
  const shares = sharesOf(lots, amountFen, rule.spending, pointer);
  const principalFen = sumFen(shares.map((share) => share.principalFen));
  const giftFen = sumFen(shares.map((share) => share.giftFen));
  const movement = await recordMovement(work, member, {
    kind: 'spend',
    principalFen: -principalFen,
    giftFen: -giftFen,
    paidFen: amountFen,
    listFen,
    words: words.trim(),
    orderId: orderId ?? null,
  });
  await moveBack(work, sourceOf(movement), shares);
  const told = { ...whoIs(member), principalFen, giftFen, orderId: orderId ?? null };
  await work.emit(memberEvents.spent, told, aboutMember(member));
  return movement;
}

/** What leaves a member's prepayments the shop owes no longer. */
export async function moveBack(
  work: Work,
  source: Posting['source'],
  shares: readonly Share[],
): Promise<void> {
  const postings: Posting[] = [];
  for (const [, ofShop] of Map.groupBy(shares, ({ lot }) => lot.orgUnitId)) {
    const owed = await owedAccounts(work, ofShop[0]!.lot);
    for (const { lot, principalFen, giftFen } of ofShop) {
      postings.push(
        ...pair(source, `${lot.id}.p`, lot.principalAccountId, owed.principal, principalFen),
        ...pair(source, `${lot.id}.g`, lot.giftAccountId, owed.gift, giftFen),
      );
    }
  }
  await postAll(work, postings);
}
