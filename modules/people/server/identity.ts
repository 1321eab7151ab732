import type { FastifyRequest } from 'fastify';
import '@fastify/cookie';
import { type Actor, systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { Problem } from '#platform/problem.ts';
import { readingWork, type Setting, type Work, writingWork } from '#platform/work.ts';
import { sensitivePermissions } from './policy.ts';
import { apiKeyById, endApiKey, type KeyRow } from './queries.ts';
import { lapseSession, type SessionRow, sessionById, touchSession } from './queries-sessions.ts';
import { owedBy } from './sessions.ts';
import { isSecret, readToken, type Token } from './tokens.ts';

/** What a signed-in person is shown of himself, kept with the actor. */
export type Known = Actor & { session?: SessionRow };

const keptMs = 5000;
const idleHours = 3;

interface Entry {
  actor: Known;
  secret: string;
  readAt: number;
}

/**
 * Tells who asks. Rights are read from the database and kept for at most five seconds; an ended session is
 * forgotten at once (D-07, G-47). A token that fails is a 401, never a lesser right (D-02).
 */
export class Identity {
  private readonly kept = new Map<string, Entry>();
  /** How often something was forgotten so far. */
  private forgotten = 0;
  private readonly host: Pick<Host, 'database' | 'clock' | 'live'>;
  constructor(host: Pick<Host, 'database' | 'clock' | 'live'>) {
    this.host = host;
    host.live.listen(({ tenantId, changes }) => {
      for (const change of changes) {
        if (change.type === 'session') this.forget(change.id);
        if (change.type === 'employee') this.forgetWhere(({ actor }) => actor.id === change.id);
        // A unit that moved takes everybody's rights along with it.
        if (change.type === 'signInRules' || change.type === 'orgUnit')
          this.forgetWhere(({ actor }) => actor.tenantId === tenantId);
      }
    });
  }

  async whoAsks(request: FastifyRequest): Promise<Known> {
    const bearer = /^Bearer jm_(.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (request.headers.authorization !== undefined)
      return this.known(bearer, (token) => this.readKey(token));
    const cookie = request.cookies[cookieName(true)] ?? request.cookies[cookieName(false)];
    return this.known(cookie, (token) => this.readSession(token));
  }

  forget(id: string): void {
    this.forgotten++;
    this.kept.delete(id);
  }

  /** Rights may have changed: they are read anew. */
  private forgetWhere(isMeant: (entry: Entry) => boolean): void {
    this.forgotten++;
    for (const [id, entry] of this.kept) if (isMeant(entry)) this.kept.delete(id);
  }

  private async known(
    text: string | undefined,
    read: (token: Token) => Promise<{ actor: Known; secretHash: Buffer }>,
  ): Promise<Known> {
    const token = text === undefined ? undefined : readToken(text);
    if (!token) throw unauthenticated();
    const entry = this.kept.get(token.id);
    const nowMs = performance.now();
    if (
      entry &&
      entry.secret === token.secret &&
      nowMs - entry.readAt < keptMs &&
      !this.isOver(entry)
    )
      return entry.actor;
    const before = this.forgotten;
    const { actor, secretHash } = await read(token);
    if (!isSecret(secretHash, token.secret)) throw unauthenticated();
    if (this.kept.size > 5000) this.kept.clear();
    // What was read while something ended may be from before it: good for this request, not to be kept (G-47).
    if (before === this.forgotten)
      this.kept.set(token.id, { actor, secret: token.secret, readAt: nowMs });
    return actor;
  }

  /** An emergency access ends at its minute, not some seconds later. */
  private isOver({ actor: { tenantId, emergency } }: Entry): boolean {
    return emergency !== undefined && emergency.until <= this.host.clock.now(tenantId);
  }

  private async readSession(token: Token) {
    const { database, clock } = this.host;
    const now = clock.now(token.tenantId);
    const setting = { actor: systemActor(token.tenantId, 'people.identity'), now };
    const row = await readingWork(database, setting).first(sessionById, { sessionId: token.id });
    if (!row) throw unauthenticated();
    if (row.expiresAt <= now || hoursBetween(row.lastSeenAt, now) > idleHours) {
      await this.end(setting, (work) => lapseSession(work, row.id));
      throw unauthenticated();
    }
    if (now.getTime() - row.lastSeenAt.getTime() > 60_000) {
      await writingWork(
        database,
        setting,
        (work) => work.run(touchSession, { sessionId: row.id }),
        () => {},
      );
    }
    return { actor: actorOf(token.tenantId, row, now), secretHash: row.secretHash };
  }

  private async readKey(token: Token) {
    const { database, clock } = this.host;
    const now = clock.now(token.tenantId);
    const setting = { actor: systemActor(token.tenantId, 'people.identity'), now };
    const row = await readingWork(database, setting).first(apiKeyById, { keyId: token.id });
    if (!row) throw unauthenticated();
    if (row.expiresAt <= now) {
      await this.end(setting, (work) => endApiKey(work, row.id));
      throw unauthenticated();
    }
    return { actor: programOf(token.tenantId, row), secretHash: row.secretHash };
  }

  /** What was seen to be over is ended for good: a clock that goes back brings nothing back to life (G-35). */
  private end(setting: Setting, over: (work: Work) => Promise<unknown>): Promise<unknown> {
    return writingWork(this.host.database, setting, over, () => {});
  }
}

const unauthenticated = () => new Problem(401, 'unauthenticated');
const hoursBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000;

/** `__Host-` needs TLS; a shop's own network often has none. */
export const cookieName = (behindTls: boolean) => (behindTls ? '__Host-jm_session' : 'jm_session');

/** Marks the browser, so that its owner hears of a new one; tells nothing about who uses it. */
export const deviceCookieName = (behindTls: boolean) =>
  behindTls ? '__Host-jm_device' : 'jm_device';

export const actorOf = (tenantId: string, row: SessionRow, now: Date): Known => ({
  kind: 'user',
  tenantId,
  id: row.employeeId,
  name: row.name,
  permissions: new Set(row.permissions),
  ...reaching(row),
  unitId: row.orgUnitId,
  unitPath: row.orgPath,
  sessionId: row.id,
  provedAt: row.provedAt,
  ...owing(row, now),
  ...withoutShared(row),
  ...(row.standsInFor.length > 0 && { standsInFor: row.standsInFor }),
  session: row,
});

const withoutShared = ({ notShared }: { notShared: string[] }) =>
  notShared.length > 0 ? { notShared } : {};

/** How far he reaches, and what he may do where: all of his rights reach further while the glass is broken. */
function reaching(row: SessionRow): Pick<Known, 'scopes' | 'grants' | 'emergency'> {
  const { scopes, grants, permissions, emergency } = row;
  const isIn = (more: SessionRow['grants']) => (scopes.length > 1 ? { grants: more } : {});
  if (!emergency) return { scopes, ...isIn(grants) };
  const { id, orgPath, untilAt } = emergency;
  return {
    scopes: [...scopes, orgPath],
    ...isIn([...grants, { scope: orgPath, permissions }]),
    emergency: { id, orgPath, until: new Date(untilAt) },
  };
}

function owing(row: SessionRow, now: Date): Pick<Known, 'owes'> {
  const owes = owedBy({ ...row, hasFactor: row.hasTotp || row.hasPasskey }, now);
  return owes ? { owes } : {};
}

const programOf = (tenantId: string, row: KeyRow): Known => ({
  kind: 'apiKey',
  tenantId,
  id: row.id,
  name: row.name,
  permissions: new Set(
    row.permissions.filter((one) => row.isSensitive || !sensitivePermissions().has(one)),
  ),
  scopes: [row.scopePath],
  unitId: row.orgUnitId,
  unitPath: row.scopePath,
  ...withoutShared(row),
});
