import type { Work } from '#platform/work.ts';
import type { OpenWays } from '../contract.ts';

type FindWays = (work: Work, orgUnitId: string) => Promise<OpenWays>;
let findWays: FindWays = async () => ({ shopAt: '', bookAt: '', genuineAt: '' });

/** The module of the shops' own pages says here which of them stand open: every customer's page ends with them (CAR-07). */
export function defineOpenWays(find: FindWays): void {
  findWays = find;
}

/** What is open to everybody at a shop. */
export const waysAt: FindWays = (work, orgUnitId) => findWays(work, orgUnitId);
