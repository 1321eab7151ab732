import type { FastifyRequest } from 'fastify';
import '@fastify/cookie';
import { type Actor, systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { Problem } from '#platform/problem.ts';
import { readingWork, writingWork } from '#platform/work.ts';
import { apiKeyById, type KeyRow, type SessionRow, sessionById, touchSession } from './queries.ts';
import { isSecret, readToken, type Token } from './tokens.ts';

/** What a signed-in person is shown of himself, kept with the actor. */
export type Known = Actor & { session?: SessionRow };

const keptMs = 5000;
/** A working day without a pause, and no longer. */
export const sessionHours = 14;
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
  private readonly host: Pick<Host, 'database' | 'clock' | 'live'>;
  constructor(host: Pick<Host, 'database' | 'clock' | 'live'>) {
    this.host = host;
    host.live.listen(({ changes }) => {
      for (const change of changes) {
        if (change.type === 'session') this.forget(change.id);
        if (change.type === 'employee') this.forgetPerson(change.id);
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
    this.kept.delete(id);
  }

  /** His rights may have changed: they are read anew. */
  private forgetPerson(employeeId: string): void {
    for (const [id, { actor }] of this.kept) if (actor.id === employeeId) this.kept.delete(id);
  }

  private async known(
    text: string | undefined,
    read: (token: Token) => Promise<{ actor: Known; secretHash: Buffer }>,
  ): Promise<Known> {
    const token = text === undefined ? undefined : readToken(text);
    if (!token) throw unauthenticated();
    const entry = this.kept.get(token.id);
    const nowMs = performance.now();
    if (entry && entry.secret === token.secret && nowMs - entry.readAt < keptMs) return entry.actor;
    const { actor, secretHash } = await read(token);
    if (!isSecret(secretHash, token.secret)) throw unauthenticated();
    if (this.kept.size > 5000) this.kept.clear();
    this.kept.set(token.id, { actor, secret: token.secret, readAt: nowMs });
    return actor;
  }

  private async readSession(token: Token) {
    const { database, clock } = this.host;
    const now = clock.now(token.tenantId);
    const setting = { actor: systemActor(token.tenantId, 'people.identity'), now };
    const row = await readingWork(database, setting).first(sessionById, { sessionId: token.id });
    if (!row || row.expiresAt <= now || hoursBetween(row.lastSeenAt, now) > idleHours) {
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
    return { actor: actorOf(token.tenantId, row), secretHash: row.secretHash };
  }

  private async readKey(token: Token) {
    const { database, clock } = this.host;
    const now = clock.now(token.tenantId);
    const setting = { actor: systemActor(token.tenantId, 'people.identity'), now };
    const row = await readingWork(database, setting).first(apiKeyById, { keyId: token.id });
    if (!row || row.expiresAt <= now) throw unauthenticated();
    return { actor: programOf(token.tenantId, row), secretHash: row.secretHash };
  }
}

const unauthenticated = () => new Problem(401, 'unauthenticated');
const hoursBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000;

/** `__Host-` needs TLS; a shop's own network often has none. */
export const cookieName = (behindTls: boolean) => (behindTls ? '__Host-jm_session' : 'jm_session');

export const actorOf = (tenantId: string, row: SessionRow): Known => ({
  kind: 'user',
  tenantId,
  id: row.employeeId,
  name: row.name,
  permissions: new Set(row.permissions),
  scopes: row.scopes,
  unitId: row.orgUnitId,
  unitPath: row.orgPath,
  sessionId: row.id,
  session: row,
});

const programOf = (tenantId: string, row: KeyRow): Known => ({
  kind: 'apiKey',
  tenantId,
  id: row.id,
  name: row.name,
  permissions: new Set(row.permissions),
  scopes: [row.scopePath],
  unitId: row.orgUnitId,
  unitPath: row.scopePath,
});
