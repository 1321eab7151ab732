import type { Actor } from '#platform/actor.ts';
import type { Work } from '#platform/work.ts';
import { actorOf } from './identity.ts';
import { sessionById } from './queries-sessions.ts';

/** Who is signed in by a session that began something, if it is still open: for answers that come without its cookie. */
export async function standingOf(work: Work, sessionId: string): Promise<Actor | undefined> {
  const row = await work.first(sessionById, { sessionId });
  if (!row || row.expiresAt <= work.now) return undefined;
  const actor = actorOf(work.actor.tenantId, row, work.now);
  return actor.owes ? undefined : actor;
}
