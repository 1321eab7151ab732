import { timingSafeEqual } from 'node:crypto';
import { notFound } from '#platform/problem.ts';
import type { Seal } from '#platform/seal.ts';

type Channel = 'sms' | 'wecom';

export const bytesOfId = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
export const idOfBytes = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const markOf = (secrets: Seal, channel: Channel, ids: Buffer) =>
  secrets.mark(`${channel}-callback ${ids.toString('hex')}`).subarray(0, 16);

/** The address that a provider is told: house and unit, and our mark on both, which nobody else can make. */
export function callbackToken(
  secrets: Seal,
  channel: Channel,
  tenantId: string,
  unitId: string,
): string {
  const ids = Buffer.concat([bytesOfId(tenantId), bytesOfId(unitId)]);
  return Buffer.concat([ids, markOf(secrets, channel, ids)]).toString('base64url');
}

/** Whose address it is. @throws Problem 404 for one that we did not make */
export function readPlace(secrets: Seal, channel: Channel, token: string) {
  const bytes = Buffer.from(token, 'base64url');
  const ids = bytes.subarray(0, 32);
  const isOurs =
    bytes.length === 48 && timingSafeEqual(markOf(secrets, channel, ids), bytes.subarray(32));
  if (!isOurs) throw notFound();
  return { tenantId: idOfBytes(ids.subarray(0, 16)), unitId: idOfBytes(ids.subarray(16)) };
}
