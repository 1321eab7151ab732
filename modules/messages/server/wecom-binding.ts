import { timingSafeEqual } from 'node:crypto';
import { customerById } from '#modules/customers/server/index.ts';
import type { Host } from '#platform/host.ts';
import { notFound } from '#platform/problem.ts';
import type { Seal } from '#platform/seal.ts';
import type { Work } from '#platform/work.ts';
import { wecomEvents } from '../events.ts';
import { bytesOfId, idOfBytes } from './callback-address.ts';
import { contactOf, insertContact, isLinkUsed, lockContact, moveContact } from './queries-wecom.ts';
import { askWecom } from './wecom.ts';
import { asked, wayAt } from './wecom-setting.ts';

const daysOfALink = 7;
const dayMs = 86_400_000;

/** 36 bytes and our mark on them and the house: below the 128 that WeCom hands back. */
export function linkToken(
  secrets: Seal,
  tenantId: string,
  { customerId, expiresAt }: { customerId: string; expiresAt: Date },
): string {
  const until = Buffer.alloc(4);
  until.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000));
  const named = Buffer.concat([bytesOfId(customerId), until]);
  return Buffer.concat([named, markOf(secrets, tenantId, named)]).toString('base64url');
}
const markOf = (secrets: Seal, tenantId: string, named: Buffer) =>
  secrets.mark(`wecom-link ${tenantId} ${named.toString('hex')}`).subarray(0, 16);

export interface OpenedLink {
  customerId: string;
  linkMark: string;
}
/** Whom a link names; nothing where it is not ours or its time is over. */
export function readLink(
  secrets: Seal,
  { tenantId, at }: { tenantId: string; at: Date },
  token: string,
): OpenedLink | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 36) return undefined;
  const named = bytes.subarray(0, 20);
  if (!timingSafeEqual(markOf(secrets, tenantId, named), bytes.subarray(20))) return undefined;
  if (named.readUInt32BE(16) * 1000 < at.getTime()) return undefined;
  return { customerId: idOfBytes(named.subarray(0, 16)), linkMark: bytes.toString('base64url') };
}

/** @throws Problem 404 */
export async function bindingShown(work: Work, customerId: string) {
  if (!(await customerById(work, customerId))) throw notFound();
  return { boundAt: (await contactOf(work, customerId))?.boundAt.toISOString() ?? null };
}

/**
 * A link to the customer service account that says who opens it: WeCom hands our parameter back when he enters.
 * @throws Problem 404, 422 `wecom_not_set_up`, `wecom_refused`, `wecom_not_allowed`
 */
export async function linkFor(work: Work, host: Host, customerId: string) {
  const customer = await customerById(work, customerId);
  if (!customer) throw notFound();
  const way = await wayAt(work, host, customer.orgPath);
  const body = { open_kfid: way.settings.openKfid, scene: 'jingming' };
  const { url: told } = await asked(() => askWecom(way, 'kf/add_contact_way', body));
  const expiresAt = new Date(work.now.getTime() + daysOfALink * dayMs);
  const url = new URL(String(told));
  const token = linkToken(host.secrets, work.actor.tenantId, { customerId, expiresAt });
  url.searchParams.set('scene_param', token);
  return { url: url.href, expiresAt: expiresAt.toISOString() };
}

/** He came by a link of ours: from now on he is this customer there. A link that was used binds nobody else. */
export async function bind(
  work: Work,
  entered: { link: OpenedLink; openKfid: string; externalUserid: string },
): Promise<void> {
  const { link, openKfid, externalUserid } = entered;
  if (await isLinkUsed(work, link.linkMark)) return;
  const named = await customerById(work, link.customerId);
  const customer = named?.mergedIntoId ? await customerById(work, named.mergedIntoId) : named;
  if (!customer) return;
  const { id: customerId, orgUnitId, orgPath } = customer;
  const change = { customerId, openKfid, linkMark: link.linkMark, boundAt: work.now };
  const known = await lockContact(work, externalUserid);
  if (known) await moveContact(work, known.id, change);
  else await insertContact(work, { ...change, orgUnitId, orgPath, externalUserid });
  await work.emit(wecomEvents.bound, { customerId }, { type: 'customer', id: customerId, orgPath });
}
