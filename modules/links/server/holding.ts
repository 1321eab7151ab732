import { timingSafeEqual } from 'node:crypto';
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  hashSecret,
  isSecret,
  newSecret,
  readToken,
  writeToken,
} from '#modules/people/server/index.ts';
import { type Actor, systemActor } from '#platform/actor.ts';
import { WrongSecret } from '#platform/guesses.ts';
import type { Host } from '#platform/host.ts';
import type { Call } from '#platform/http.ts';
import { Problem } from '#platform/problem.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import { readingWork, type Work, writingWork } from '#platform/work.ts';
import type { Route } from '#shared/route.ts';
import type { LinkPurpose, Visit } from '../contract.ts';
import { linkEvents } from '../events.ts';
import { digitsOf } from './purposes.ts';
import {
  changeVisit,
  insertVisit,
  type LinkRow,
  lockLink,
  updateLink,
  type VisitRow,
  visitById,
} from './queries.ts';
import { aboutOf, stateOf, withdrawLink } from './service.ts';
import { waysAt } from './ways.ts';

const visitHours = 12;
const comingsAMinute = 60;
const mostWrongCodes = 10;

/** So many records one browser holds side by side; beyond, it lets go of what it came for first. */
const mostHeld = 6;
const anyCookie = /^(?:__Host-)?jm_link_/;
/** A cookie for each record: a complaint that is followed leaves the order open that it came from (D-40). */
const cookieName = (isSecure: boolean, purpose: string, aboutId: string) =>
  `${isSecure ? '__Host-' : ''}jm_link_${purpose}_${aboutId}`;
export const linkOver = (state: string) => new Problem(410, 'link_over', { state });

/** Exchanges a token for a visit: the only thing that counts as a use. Throws 404 for no link of ours, 410 for one that is over. */
export async function come(
  host: Host,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  text: string,
): Promise<Visit> {
  const limits = [{ key: `link-visit:${request.ip}`, most: comingsAMinute, windowMinutes: 1 }];
  await countOrRefuse(host.database, host.clock.now(), limits);
  const token = readToken(text);
  if (!token) throw new Problem(404, 'link_unknown');
  const { tenantId } = token;
  const now = host.clock.now(tenantId);
  const { secrets } = host;
  const setting = {
    actor: systemActor(tenantId, 'links'),
    now,
    requestId: request.id,
    via: 'links.come',
    secrets,
  };
  const { visit, row, ways } = await writingWork(
    host.database,
    setting,
    (work) => visitOf(work, token, String(request.headers['user-agent'] ?? '')),
    host.live.tell,
  );
  const isSecure = host.publicUrl.startsWith('https:');
  const cookie = writeToken({ tenantId, id: visit.id, secret: visit.secret });
  const bounds = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'strict' } as const;
  const { purpose, aboutId } = row;
  const name = cookieName(isSecure, purpose, aboutId);
  reply.setCookie(name, cookie, { ...bounds, expires: visit.expiresAt });
  const others = heldIn(request).filter((one) => one.name !== name);
  for (const one of others.slice(mostHeld - 1)) reply.clearCookie(one.name, bounds);
  const expiresAt = visit.expiresAt.toISOString();
  return { purpose: purpose as LinkPurpose, aboutId, isProved: false, expiresAt, ways };
}

async function visitOf(work: Work, { id, secret }: { id: string; secret: string }, agent: string) {
  const row = await lockLink(work, id);
  if (!row || !timingSafeEqual(row.tokenHash, hashSecret(secret))) {
    throw new Problem(404, 'link_unknown');
  }
  const state = stateOf(row, work.now);
  if (state !== 'open') throw linkOver(state);
  const { uses, openedAt, aboutType, aboutId } = row;
  const change = { uses: uses + 1, openedAt: openedAt ?? work.now, lastUsedAt: work.now };
  await updateLink(work, row.id, change);
  const cookie = newSecret();
  const hours = new Date(work.now.getTime() + visitHours * 3_600_000);
  const expiresAt = hours < row.expiresAt ? hours : row.expiresAt;
  const secretHash = hashSecret(cookie);
  const visit = await insertVisit(work, { linkId: row.id, secretHash, expiresAt });
  const userAgent = agent.slice(0, 200);
  await work.emit(
    linkEvents.opened,
    { linkId: row.id, aboutType, aboutId, userAgent },
    aboutOf(row),
  );
  const ways = await waysAt(work, row.orgUnitId);
  return { row, ways, visit: { id: visit.id, secret: cookie, expiresAt } };
}

/** What a browser holds, the latest first. */
const heldIn = ({ cookies }: FastifyRequest) =>
  Object.entries(cookies)
    .flatMap(([name, text]) => {
      const token = anyCookie.test(name) && text !== undefined ? readToken(text) : undefined;
      return token ? [{ name, token }] : [];
    })
    // The ids of visits are in the order of time.
    .toSorted((one, other) => (one.token.id < other.token.id ? 1 : -1));

/**
 * Who holds the link that a route is for: an actor with one record and one purpose. Of several links in one browser it
 * is the one for this record; with none for it he is who came last, to whom no other record exists. Nothing is kept: a
 * withdrawal holds at once.
 */
export async function whoHolds(
  host: Pick<Host, 'database' | 'clock'>,
  request: FastifyRequest,
  { access, path }: Pick<Route, 'access' | 'path'>,
): Promise<Actor> {
  const [, first = ''] = /:(\w+)/.exec(path) ?? [];
  const aboutId = String((request.params as Record<string, string>)[first] ?? '').toLowerCase();
  const ending = cookieName(false, access.replace(/^link:/, ''), aboutId);
  const held = heldIn(request);
  const { token } = held.find(({ name }) => name.endsWith(ending)) ?? held[0] ?? {};
  if (!token) throw new Problem(401, 'unauthenticated');
  const now = host.clock.now(token.tenantId);
  const setting = { actor: systemActor(token.tenantId, 'links'), now };
  const row = await visitById(readingWork(host.database, setting), token.id);
  if (!row || !isSecret(row.secretHash, token.secret) || row.visitUntil <= now) {
    throw new Problem(401, 'unauthenticated');
  }
  // One that was used up when it opened stays good for who opened it.
  if (row.revokedAt !== null) throw linkOver('withdrawn');
  return holderOf(token.tenantId, row);
}

const holderOf = (tenantId: string, row: VisitRow): Actor => ({
  kind: 'link',
  tenantId,
  id: row.id,
  name: '客户链接',
  permissions: new Set([`link:${row.purpose}`]),
  scopes: [row.orgPath],
  unitId: row.orgUnitId,
  unitPath: row.orgPath,
  holds: {
    type: row.aboutType,
    id: row.aboutId,
    purpose: row.purpose,
    visitId: row.visitId,
    isProved: row.provedAt !== null,
    isConfirmed: row.confirmedAt !== null,
  },
});

/** Throws 403 `link_code_needed` before who came has shown what the customer knows. */
export function mustBeProved(actor: Actor): void {
  if (!actor.holds?.isProved) throw new Problem(403, 'link_code_needed');
}

/**
 * The last digits of the customer's telephone. Guesses wait longer and longer (`rate: 'secret'`), and the tenth wrong
 * one ends the link. For routes that `writesItself`: a wrong code is counted though it is refused.
 */
export async function proveByCode(reading: Work, code: string, call: Call): Promise<void> {
  const { actor } = reading;
  const isRight = await call.writing(async (work) => {
    const row = await lockLink(work, actor.id);
    if (!row || row.revokedAt !== null) throw linkOver('withdrawn');
    const known = await digitsOf(work, row.purpose, row.aboutId);
    const isIt = known !== undefined && isSecret(hashSecret(known), code);
    await (isIt ? proved(work, row) : wrong(work, row));
    return isIt;
  });
  if (!isRight)
    throw new WrongSecret(422, 'link_code_wrong', {}, [
      { pointer: '/code', code: 'link_code_wrong' },
    ]);
}

async function proved(work: Work, row: LinkRow): Promise<void> {
  await changeVisit(work, work.actor.holds!.visitId, { provedAt: work.now });
  await work.emit(linkEvents.proved, whichOf(row), aboutOf(row));
}

export async function wrong(work: Work, row: LinkRow): Promise<void> {
  const wrongCodes = row.wrongCodes + 1;
  await updateLink(work, row.id, { wrongCodes });
  await work.emit(linkEvents.codeWrong, whichOf(row), aboutOf(row));
  if (wrongCodes >= mostWrongCodes) await withdrawLink(work, row.id, 'wrong_codes');
}

export const whichOf = ({ id, aboutType, aboutId }: LinkRow) => ({
  linkId: id,
  aboutType,
  aboutId,
});
