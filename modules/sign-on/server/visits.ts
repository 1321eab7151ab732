import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecret } from '#modules/people/server/index.ts';
import { type Actor, systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { readingWork, type Work, writingWork } from '#platform/work.ts';

const house = (host: Host, tenantId: string, actor?: Actor) => ({
  actor: actor ?? systemActor(tenantId, 'signOn'),
  now: host.clock.now(tenantId),
  secrets: host.secrets,
  via: 'signOn.callback',
});
export const readingIn = (host: Host, tenantId: string): Work =>
  readingWork(host.database, house(host, tenantId));
/** In the name of the house, or of the person who is signed in. */
export const writingIn = <Result>(
  host: Host,
  tenantId: string,
  body: (work: Work) => Promise<Result>,
  actor?: Actor,
): Promise<Result> =>
  writingWork(host.database, house(host, tenantId, actor), body, host.live.tell);

export const attemptMinutes = 10;

const cookieName = (isSecure: boolean) => (isSecure ? '__Host-jm_sign_on' : 'jm_sign_on');
const isSecureAt = ({ publicUrl }: Host) => publicUrl.startsWith('https:');

/** The mark of the browser that set out; several of its tabs may be on their way at once. */
export function browserOf(host: Host, request: FastifyRequest): string | undefined {
  const mark = request.cookies[cookieName(isSecureAt(host))];
  return mark !== undefined && /^[\w-]{43}$/.test(mark) ? mark : undefined;
}

/** `lax`: it has to come along when the provider sends the person back. */
export function markBrowser(host: Host, reply: FastifyReply, mark: string): void {
  const secure = isSecureAt(host);
  const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  reply.setCookie(cookieName(secure), mark, { ...kept, maxAge: attemptMinutes * 60 });
}

/** Nobody is signed in by an address that somebody else sent him: the browser must be the one that set out. */
export const isBrowser = (hash: Buffer, mark: string | undefined): boolean =>
  mark !== undefined && isSecret(hash, mark);
