import { makeLink, withdrawLink } from '#modules/links/server/index.ts';
import { closedStates } from '#modules/service-orders/lifecycle.ts';
import { lockOrder } from '#modules/service-orders/server/index.ts';
import type { Host } from '#platform/host.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { KeyTag } from '../contract.ts';
import { keyTagEvents } from '../events.ts';
import { insertTag, lockTag, type OrderOfTag, orderWithTag, updateTag } from './queries.ts';

/** A car may stand here for as long; its leaving ends the code before. */
const validDays = 90;
/** As often as a key goes through hands. */
const mostUses = 200;

export const isHere = ({ state }: Pick<OrderOfTag, 'state'>) => !closedStates.includes(state);

export async function orderOr404(work: Work, orderId: string): Promise<OrderOfTag> {
  const row = await orderWithTag(work, orderId);
  if (!row) throw notFound();
  return row;
}

export async function tagOf(work: Work, orderId: string): Promise<KeyTag> {
  const row = await orderOr404(work, orderId);
  const { tagId, printedAt, printedByName } = row;
  return {
    ...{ orderId, isMade: tagId !== null, printedByName: printedByName ?? '' },
    printedAt: printedAt?.toISOString() ?? null,
    mayPrint: isHere(row),
  };
}

/**
 * The sticker of an order's key: one holds at a time. Asked for again it is the same, unless it is lost: then another
 * takes its place. @throws Problem 404, 409 `key_tag_not_now`, 422 `link_needs_phone`
 */
export async function makeTag(
  work: Work,
  orderId: string,
  { isLost, host }: { isLost: boolean; host: Pick<Host, 'publicUrl' | 'secrets'> },
): Promise<void> {
  const order = await lockOrder(work, orderId);
  if (!order) throw notFound();
  if (!isHere(order)) throw new Problem(409, 'key_tag_not_now');
  const before = await lockTag(work, orderId);
  if (before && !isLost) return;
  if (before) await endTag(work, orderId);
  const { orgUnitId, orgPath } = order;
  const bounds = { validDays, maxUses: mostUses };
  const made = await makeLink(work, host.publicUrl, {
    ...{ purpose: 'orderPapers', about: order, ...bounds },
  });
  const tag = await insertTag(work, {
    ...{ orgUnitId, orgPath, orderId, linkId: made.id },
    sealedUrl: host.secrets.seal(addressOf(made.url, orderId)),
  });
  const told = { orderId, keyTagId: tag.id };
  await work.emit(keyTagEvents.made, told, { type: 'serviceOrder', id: orderId, orgPath });
}

/** The order's id beside the token: a colleague who is signed in needs no more than it, and leaves the link unused. */
function addressOf(url: string, orderId: string): string {
  const [page, token] = url.split('#');
  return `${page}?o=${orderId.replaceAll('-', '')}#${token}`;
}

/** It opens nothing any more: the car has left, or it is lost. */
export async function endTag(work: Work, orderId: string): Promise<void> {
  const tag = await lockTag(work, orderId);
  if (!tag) return;
  await updateTag(work, tag.id, { endedAt: work.now, sealedUrl: '' });
  await withdrawLink(work, tag.linkId, 'key_tag');
  const told = { orderId, keyTagId: tag.id };
  const { orgPath } = tag;
  await work.emit(keyTagEvents.ended, told, { type: 'serviceOrder', id: orderId, orgPath });
}
