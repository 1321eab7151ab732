import { nextNumber } from '#modules/organisation/server/index.ts';
import { openAccount, post } from '#platform/ledger.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays } from '#shared/dates.ts';
import { formatFen, sumFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { memberRuleRoutes } from '../contract-rules.ts';
import type { memberStepRoutes } from '../contract-steps.ts';
import { memberEvents, memberRuleEvents } from '../events.ts';
import {
  aboutMember,
  counted,
  lockMember,
  placeOf,
  recordMovement,
  sourceOf,
  today,
  whoIs,
} from './membership.ts';
import { refuseUnagreed } from './prepaid.ts';
import type { MemberRow, MovementRow } from './queries.ts';
import {
  insertItem,
  insertOffer,
  insertPurchase,
  itemOf,
  lockOffer,
  type OfferRow,
  offerById,
  updateOffer,
} from './queries-packages.ts';

const aboutOffer = ({ id, orgPath }: OfferRow) => ({ type: 'servicePackage', id, orgPath });

/** A package costs no more than its services one by one: otherwise it is a slip of the pen. */
export async function offerPackage(
  work: Work,
  body: BodyOf<typeof memberRuleRoutes.offerPackage>,
): Promise<OfferRow> {
  const worthFen = sumFen(body.items.map(({ uses, unitFen }) => uses * unitFen));
  if (worthFen < body.priceFen) {
    throw ruleBroken('/priceFen', 'package_dearer', { worth: formatFen(worthFen) });
  }
  const items = JSON.stringify(body.items);
  const row = { ...(await insertOffer(work, { ...body, items })), items: body.items };
  const told = { servicePackageId: row.id, isOffered: true };
  await work.emit(memberRuleEvents.packageOffered, told, aboutOffer(row));
  return row;
}

export async function changeOffer(
  work: Work,
  servicePackageId: string,
  isOffered: boolean,
): Promise<OfferRow> {
  const row = await lockOffer(work, servicePackageId);
  if (!row) throw notFound();
  await updateOffer(work, row.id, { isOffered });
  await work.emit(
    memberRuleEvents.packageOffered,
    { servicePackageId, isOffered },
    aboutOffer(row),
  );
  return { ...row, isOffered };
}

/** Sells a package as it is offered today; each kind of service in it is an account of uses. */
export async function buyPackage(
  work: Work,
  membershipId: string,
  body: BodyOf<typeof memberStepRoutes.buyPackage>,
): Promise<void> {
  const member = await lockMember(work, membershipId);
  await refuseUnagreed(work, member, body);
  const offer = await offerById(work, body.servicePackageId);
  if (!offer?.isOffered || !member.orgPath.startsWith(offer.orgPath)) {
    throw ruleBroken('/servicePackageId', 'package_unknown');
  }
  const { method, termsId, signedBy, fileId } = body;
  const place = placeOf(member);
  const paidOn = today(work);
  const purchase = await insertPurchase(work, {
    ...place,
    membershipId,
    servicePackageId: offer.id,
    number: await nextNumber(work, member.orgUnitId, 'packagePurchase', 'TC'),
    name: offer.name,
    paidFen: offer.priceFen,
    method,
    termsId,
    signedBy: signedBy.trim(),
    fileId: fileId ?? null,
    paidOn,
    expiresOn: addDays(paidOn, offer.validDays),
  });
  const uses = sumFen(offer.items.map((item) => item.uses));
  const moved = { uses, paidFen: offer.priceFen, words: offer.name };
  const movement = await recordMovement(work, member, { kind: 'buyPackage', ...moved });
  for (const [position, item] of offer.items.entries()) {
    const row = await insertItem(work, { packagePurchaseId: purchase.id, position, ...item });
    const owner = { type: 'packageItem', id: row.id };
    const account = await openAccount(work, { kind: counted.uses, owner, unit: '次', place });
    await post(work, {
      accountId: account.id,
      amount: item.uses,
      source: sourceOf(movement),
      leg: row.id,
      expiresOn: purchase.expiresOn,
    });
  }
  const told = { ...whoIs(member), packagePurchaseId: purchase.id, paidFen: purchase.paidFen };
  await work.emit(memberEvents.packageBought, told, aboutMember(member));
}

/** Uses one of a package of a member who is locked. @throws Problem 422 `package_over` */
export async function takeUse(
  work: Work,
  member: MemberRow,
  packageItemId: string,
  given: { orderId?: string; paidFen?: number; words?: string; pointer?: string },
): Promise<MovementRow> {
  const { orderId, paidFen = 0, words = '', pointer = '/packageItemId' } = given;
  const item = await itemOf(work, member.id, packageItemId);
  if (!item) throw ruleBroken(pointer, 'package_item_unknown');
  if (item.left < 1 || item.refundedAt || item.expiresOn < today(work)) {
    throw new Problem(422, 'package_over', { name: item.name }, [
      { pointer, code: 'package_over' },
    ]);
  }
  if (paidFen > item.unitFen) {
    throw ruleBroken(pointer, 'package_above_price', { most: formatFen(item.unitFen) });
  }
  const movement = await recordMovement(work, member, {
    kind: 'usePackage',
    packageItemId,
    uses: -1,
    paidFen,
    listFen: item.unitFen,
    words: words.trim(),
    orderId: orderId ?? null,
  });
  await post(work, { accountId: item.accountId, amount: -1, source: sourceOf(movement), pointer });
  await work.emit(
    memberEvents.packageUsed,
    { ...whoIs(member), packageItemId },
    aboutMember(member),
  );
  return movement;
}
