import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Seal } from '#platform/seal.ts';

const dayInMs = 24 * 3_600_000;

/** What one side signs with and the other checks by, as Standard Webhooks write it. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The sealed secrets of an endpoint: the present one, and for a day the one before it. */
export interface Secrets {
  secret: string;
  formerSecret: string | null;
  formerUntil: Date | null;
}

/** A new secret beside the present one, which is good for a day more. */
export function rotated(seal: Seal, present: Secrets, now: Date) {
  const secret = newSigningSecret();
  const sealed: Secrets = {
    secret: seal.seal(secret),
    formerSecret: present.secret,
    formerUntil: new Date(now.getTime() + dayInMs),
  };
  return { secret, sealed };
}

/** Those that are good now, the newest first. */
export function activeSecrets({ secret, formerSecret, formerUntil }: Secrets, now: Date): string[] {
  return formerSecret !== null && formerUntil !== null && formerUntil > now
    ? [secret, formerSecret]
    : [secret];
}

/** HMAC-SHA256 over id, timestamp and body, one signature a secret. */
export const signatureOf = (secrets: readonly string[], id: string, at: Date, body: string) =>
  secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' ');

/** Whether one of the given signatures is by one of the secrets; every comparison takes its full time. */
export function isSignedBy(
  secrets: readonly string[],
  { id, at, body, signature }: { id: string; at: Date; body: string; signature: string },
): boolean {
  const given = signature
    .split(' ')
    .slice(0, 8)
    .map((part) => Buffer.from(part));
  const good = secrets.map((secret) => Buffer.from(new Webhook(secret).sign(id, at, body)));
  let isGood = false;
  for (const each of good) {
    for (const one of given) {
      if (one.length === each.length && timingSafeEqual(one, each)) isGood = true;
    }
  }
  return isGood;
}
