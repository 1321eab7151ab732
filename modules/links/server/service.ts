import { hashSecret, newSecret, writeToken } from '#modules/people/server/index.ts';
import { newId } from '#platform/ids.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { Link, LinkPurpose, linkStates } from '../contract.ts';
import { linkEvents } from '../events.ts';
import { digitsOf, purposeOf } from './purposes.ts';
import {
  insertLink,
  type LinkRow,
  type ListedLink,
  linkRowsAbout,
  lockLink,
  updateLink,
} from './queries.ts';

const dayInMs = 24 * 3_600_000;

export interface Made {
  purpose: LinkPurpose;
  about: { id: string; version: number; orgUnitId: string; orgPath: string };
  validDays: number;
  maxUses: number;
}

/**
 * A link to a record that the caller has looked up with his own rights. Its address is handed out this once; only a
 * hash stays (D-40). The base is the configured one, never what a request calls us.
 * Throws 422 `link_needs_phone` where nobody could prove himself.
 */
export async function makeLink(work: Work, publicUrl: string, made: Made) {
  const { aboutType, needsNoProof } = purposeOf(made.purpose);
  const { id: aboutId, version: aboutVersion, orgUnitId, orgPath } = made.about;
  if (!needsNoProof && (await digitsOf(work, made.purpose, aboutId)) === undefined)
    throw new Problem(422, 'link_needs_phone');
  const secret = newSecret();
  const row = await insertLink(work, {
    id: newId(work.now),
    orgUnitId,
    orgPath,
    purpose: made.purpose,
    aboutType,
    aboutId,
    aboutVersion,
    tokenHash: hashSecret(secret),
    expiresAt: new Date(work.now.getTime() + made.validDays * dayInMs),
    maxUses: made.maxUses,
  });
  const { id: linkId, purpose } = row;
  await work.emit(linkEvents.made, { linkId, purpose, aboutType, aboutId }, aboutOf(row));
  const token = writeToken({ tenantId: work.actor.tenantId, id: linkId, secret });
  const link = shown({ ...row, createdByName: work.actor.name }, work.now);
  return { id: linkId, url: `${publicUrl}/k#${token}`, link };
}

/** The links to a record, the latest first; never their addresses. */
export async function linksAbout(work: Work, type: string, id: string): Promise<Link[]> {
  return (await linkRowsAbout(work, type, id)).map((row) => shown(row, work.now));
}

/** Ends a link, and with it every browser that came by it. A second time changes nothing. */
export async function withdrawLink(work: Work, linkId: string, reason = 'by_hand'): Promise<void> {
  const row = await lockLink(work, linkId);
  if (!row) throw notFound();
  if (row.revokedAt === null) await updateLink(work, linkId, { revokedAt: work.now });
  const { aboutType, aboutId } = row;
  await work.emit(linkEvents.withdrawn, { linkId, aboutType, aboutId, reason }, aboutOf(row));
}

/** What a link may still do. */
export function stateOf(
  { revokedAt, expiresAt, uses, maxUses }: LinkRow,
  now: Date,
): (typeof linkStates)[number] {
  if (revokedAt !== null) return 'withdrawn';
  if (expiresAt <= now) return 'expired';
  return uses >= maxUses ? 'usedUp' : 'open';
}

/** The record that a link is about: who looks at it hears of its links. */
export const aboutOf = ({ aboutType, aboutId, orgPath }: LinkRow) => ({
  type: aboutType,
  id: aboutId,
  orgPath,
});

function shown(row: ListedLink, now: Date): Link {
  const { id, purpose, uses, maxUses, createdByName } = row;
  const { expiresAt, openedAt, lastUsedAt, createdAt } = wire(row);
  const state = stateOf(row, now);
  const times = { expiresAt, openedAt, lastUsedAt, createdAt };
  return { id, purpose: purpose as LinkPurpose, state, uses, maxUses, createdByName, ...times };
}
