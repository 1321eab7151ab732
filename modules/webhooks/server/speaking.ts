import type { Seal } from '#platform/seal.ts';
import type { Work } from '#platform/work.ts';
import { nearestEndpoint } from './queries-inbound.ts';
import { activeSecrets, signatureOf } from './secrets.ts';

/**
 * The sealed secrets of the program that hands in such things for a place: what is said to it is signed with the same,
 * so that there is one secret to keep and one to change. None where nothing may come in.
 */
export async function signersAt(
  work: Work,
  source: string,
  orgPath: string,
): Promise<readonly string[]> {
  const endpoint = await nearestEndpoint(work, source, orgPath);
  return endpoint ? activeSecrets(endpoint, work.now) : [];
}

/** The heads of a request as Standard Webhooks sign one; `id` is what the other side tells doubles by. */
export function signedFor(
  seal: Seal,
  sealed: readonly string[],
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const secrets = sealed.map((one) => seal.unseal(one));
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatureOf(secrets, id, at, body),
  };
}
