import { nextNumber } from '#modules/organisation/server/index.ts';
import { orderLifecycle } from '#modules/service-orders/lifecycle.ts';
import { lockOrder } from '#modules/service-orders/server/index.ts';
import { can } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { forbidden, notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { partIssueRoutes } from '../contract.ts';
import { quantityText } from '../contract-quantity.ts';
import { partIssueEvents } from '../events.ts';
import {
  insertIssue,
  insertWaiver,
  issueBalance,
  isTagUsed,
  type PartRow,
  partsOf,
  returnBalance,
} from './queries.ts';
import { barcodeNamed } from './queries-barcodes.ts';
import { codeOf, needsOldPart, rulesAt } from './rules.ts';
import { isOurs, issuedIn, returnedIn } from './show.ts';

type Body<Name extends 'issue' | 'takeBack' | 'waive'> = BodyOf<(typeof partIssueRoutes)[Name]>;
interface OldPart {
  oldPart: 'notAsked' | 'handedIn' | 'excepted';
  oldPartTag: string;
  reason: string;
}
type Held = NonNullable<Awaited<ReturnType<typeof lockOrder>>>;

export const me = ({ actor }: Work) => (actor.kind === 'user' ? actor.id : null);
export const aboutOrder = ({ id, orgPath }: Pick<Held, 'id' | 'orgPath'>) => ({
  type: 'serviceOrder',
  id,
  orgPath,
});

/**
 * One of a part, or what is left below one, to the technician of its job (WSH-06). The order is held meanwhile: two
 * counters come one after the other, and the balance refuses more than was agreed to whatever comes.
 * @throws Problem 409 `step_not_allowed`, `part_all_issued`, `part_old_needed`; 422 `part_not_on_order`, `part_too_many`, `part_tag_twice`; 403
 */
export async function issue(work: Work, orderId: string, body: Body<'issue'>): Promise<string> {
  const order = await hold(work, orderId, 'issue', issuedIn);
  const fitting = await partsFor(work, orderId, body.code);
  const part = fitting.find((one) => leftOf(one) > 0);
  if (!part) {
    const approved = fitting.map((one) => quantityText(one.approvedThousandths, one.unit));
    throw new Problem(409, 'part_all_issued', {
      part: wordsOf(fitting[0]!),
      approved: approved.join('、'),
    });
  }
  const left = leftOf(part);
  const by = body.quantityThousandths ?? Math.min(1000, left);
  if (by > left) {
    const facts = { part: wordsOf(part), left: quantityText(left, part.unit) };
    throw ruleBroken('/quantityThousandths', 'part_too_many', facts);
  }
  const old = await oldPartFor(work, order, part, body.oldPart);
  return move(work, order, part, { kind: 'issued', by, ...old });
}

/** Unused, it comes back; while the order is not yet paid. @throws Problem 409, 422 `part_not_out`, `part_too_many` */
export async function takeBack(
  work: Work,
  orderId: string,
  body: Body<'takeBack'>,
): Promise<string> {
  const order = await hold(work, orderId, 'takeBack', returnedIn);
  const fitting = await partsFor(work, orderId, body.code);
  const part = fitting.findLast(({ issuedThousandths }) => issuedThousandths > 0);
  if (!part) throw ruleBroken('/code', 'part_not_out', { part: wordsOf(fitting[0]!) });
  const out = part.issuedThousandths;
  const by = body.quantityThousandths ?? Math.min(1000, out);
  if (by > out) {
    const facts = { part: wordsOf(part), left: quantityText(out, part.unit) };
    throw ruleBroken('/quantityThousandths', 'part_too_many', facts);
  }
  const reason = (body.reason ?? '').trim();
  const none = { oldPart: 'notAsked', oldPartTag: '', reason } as const;
  return move(work, order, part, { kind: 'returned', by, ...none });
}

/** Settled though not issued: brought from elsewhere, used from the bench; with the reason (WSH-15). */
export async function waive(work: Work, orderId: string, body: Body<'waive'>): Promise<void> {
  const order = await lockOrder(work, orderId);
  if (!order) throw notFound();
  if (!can(work.actor, 'parts.decide', order.orgPath)) throw forbidden('parts.decide');
  const part = (await partsOf(work, orderId)).find(
    ({ lineId, place }) => lineId === body.lineId && place === body.place,
  );
  if (!part) throw ruleBroken('/lineId', 'part_not_on_order', { expected: '' });
  if (part.waivedReason !== '') throw new Problem(409, 'part_waived');
  const { lineId, place } = part;
  const reason = body.reason.trim();
  await insertWaiver(work, { orderId, lineId, place, reason, waivedBy: me(work), at: work.now });
  await work.emit(partIssueEvents.waived, { orderId, lineId }, aboutOrder(order));
}

async function hold(
  work: Work,
  orderId: string,
  step: string,
  states: readonly Held['state'][],
): Promise<Held> {
  const order = await lockOrder(work, orderId);
  if (!order) throw notFound();
  if (!can(work.actor, 'parts.issue', order.orgPath)) throw forbidden('parts.issue');
  const { state } = order;
  if (states.includes(state)) return order;
  const allowedSteps = orderLifecycle.allowed(state);
  throw new Problem(409, 'step_not_allowed', { step, state, allowedSteps });
}

const leftOf = ({ approvedThousandths, issuedThousandths }: PartRow) =>
  approvedThousandths - issuedThousandths;
const wordsOf = ({ number, name }: Pick<PartRow, 'number' | 'name'>) =>
  [number, name].filter(Boolean).join(' ');

/** 不般配的零配件不允许安装 (S2): what is not on the order is refused with what is. */
async function partsFor(work: Work, orderId: string, typed: string): Promise<PartRow[]> {
  const code = codeOf(typed);
  const ours = (await partsOf(work, orderId)).filter(isOurs);
  const named = (wanted: string) =>
    ours.filter(({ number, name }) => codeOf(number) === wanted || codeOf(name) === wanted);
  const direct = named(code);
  if (direct.length > 0) return direct;
  const bound = await barcodeNamed(work, code);
  const behind = bound ? named(bound.number) : [];
  if (behind.length > 0) return behind;
  const waiting = ours.filter((part) => leftOf(part) > 0);
  const expected = (waiting.length > 0 ? waiting : ours).slice(0, 5).map(wordsOf).join('、');
  throw ruleBroken('/code', 'part_not_on_order', { expected: expected || '—' });
}

/** The old part first, with its tag; without it only for a reason, by who may. */
async function oldPartFor(
  work: Work,
  order: Held,
  part: PartRow,
  given: Body<'issue'>['oldPart'],
): Promise<OldPart> {
  const isNeeded = needsOldPart(await rulesAt(work, order.orgPath), part);
  if (given?.is === 'excepted') {
    if (!can(work.actor, 'parts.decide', order.orgPath)) throw forbidden('parts.decide');
    return { oldPart: 'excepted', oldPartTag: '', reason: given.reason.trim() };
  }
  if (!given) {
    if (isNeeded) throw new Problem(409, 'part_old_needed', { part: wordsOf(part) });
    return { oldPart: 'notAsked', oldPartTag: '', reason: '' };
  }
  const { orgUnitId } = order;
  const typed = codeOf(given.tag ?? '');
  if (typed !== '' && (await isTagUsed(work, orgUnitId, typed))) {
    throw ruleBroken('/oldPart/tag', 'part_tag_twice');
  }
  const oldPartTag = typed || (await nextNumber(work, orgUnitId, 'oldPart', 'JJ'));
  return { oldPart: 'handedIn', oldPartTag, reason: '' };
}

async function move(
  work: Work,
  order: Held,
  part: PartRow,
  { kind, by, ...more }: OldPart & { kind: 'issued' | 'returned'; by: number },
): Promise<string> {
  const { orgUnitId, orgPath, id: orderId } = order;
  const { lineId, place, number, name, unit, technicianId } = part;
  const where = { orgUnitId, orgPath, orderId, lineId, place };
  if (kind === 'issued') {
    const approved = part.approvedThousandths;
    await issueBalance(work, { ...where, id: newId(work.now), approved, by });
  } else await returnBalance(work, { lineId, place, by });
  const row = await insertIssue(work, {
    ...where,
    ...{ kind, number, name, unit, technicianId, ...more },
    quantityThousandths: by,
    issuedBy: me(work),
    at: work.now,
  });
  await work.emit(partIssueEvents[kind], { orderId, partIssueId: row.id }, aboutOrder(order));
  return row.id;
}
