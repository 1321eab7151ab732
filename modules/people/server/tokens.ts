import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isUuid } from '#platform/ids.ts';

/** A bearer's secret and where to look it up: the tenant and the row are in it, so that no scan is needed. */
export interface Token {
  tenantId: string;
  id: string;
  secret: string;
}

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
export const isSecret = (stored: Buffer, secret: string): boolean =>
  timingSafeEqual(stored, hashSecret(secret));

const bare = (uuid: string) => uuid.replaceAll('-', '');
const dashed = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

export const writeToken = ({ tenantId, id, secret }: Token): string =>
  `${bare(tenantId)}.${bare(id)}.${secret}`;

export function readToken(text: string): Token | undefined {
  const [, tenant, row, secret] = /^([0-9a-f]{32})\.([0-9a-f]{32})\.([\w-]{43})$/.exec(text) ?? [];
  if (!tenant || !row || !secret) return undefined;
  const token = { tenantId: dashed(tenant), id: dashed(row), secret };
  return isUuid(token.tenantId) && isUuid(token.id) ? token : undefined;
}
