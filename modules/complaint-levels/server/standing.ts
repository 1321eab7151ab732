import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { LevelState, Sharing } from '../lifecycle.ts';
import type { Standing } from './policy.ts';
import { type CaseRow, type ChainUnit, chainOf, withBasisTo } from './queries.ts';

/** A case with the units that it can pass through, from who received it up to the top. */
export interface Placed extends Standing {
  row: CaseRow;
  chain: readonly ChainUnit[];
}

/** Where a case stands; one that never had a level stands with who received it. */
export async function placedCase(work: Work, row: CaseRow): Promise<Placed> {
  const chain = await chainOf(work, row.orgPath);
  const origin = chain[0];
  if (!origin) throw notFound();
  const at = chain.findIndex(({ id }) => id === row.levelUnitId);
  const level = chain[at] ?? origin;
  return {
    ...{ row, chain, origin, level },
    above: chain.slice(Math.max(at, 0) + 1).find(({ closedAt }) => closedAt === null),
    state: (row.state ?? 'atOrigin') as LevelState,
    isClosed: row.complaintState === 'closed' || row.complaintState === 'monitoring',
  };
}

/** Open units between the level and who received it, that one included: to them it can be handed down. */
export const unitsBelow = ({ chain, level, origin }: Placed): readonly ChainUnit[] =>
  chain
    .slice(0, Math.max(0, chain.indexOf(level)))
    .filter(({ id, closedAt }) => closedAt === null || id === origin.id);

/** By what the persons of the case are shared with a unit above it (PIPL 23, ARC-10). */
export async function sharingWith(work: Work, { chain }: Placed, to: ChainUnit): Promise<Sharing> {
  const controllers = chain
    .filter(({ isOwnController, path }) => isOwnController && path.length > to.path.length)
    .map(({ id }) => id);
  if (controllers.length === 0) return 'sameCompany';
  const covered = await withBasisTo(work, controllers, to.id);
  return covered.length === controllers.length ? 'basis' : 'none';
}
