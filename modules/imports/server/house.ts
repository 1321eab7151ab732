import { unitById, unitsNamed } from '#modules/organisation/server/index.ts';
import { employeesOnFile, postsInUse } from '#modules/people/server/index.ts';
import { postNames } from '#modules/staffing/server/index.ts';
import type { Work } from '#platform/work.ts';
import { digits, type House } from '../judge/colleagues.ts';
import type { ArchiveKeys } from '../judge/judge.ts';
import { bareName } from '../judge/relations.ts';
import type { BatchRow } from './queries.ts';

type Place = Pick<BatchRow, 'orgUnitId' | 'orgPath'>;

/** Units, posts and people that rows of a list may mean. People elsewhere in the house are not told of. */
export async function houseFor(
  work: Work,
  { orgUnitId, orgPath }: Place,
  { phones, colleagues }: ArchiveKeys,
  shops: readonly string[],
): Promise<House> {
  const own = (await unitById(work, orgUnitId))!;
  const names = new Set(shops.flatMap((shop) => [shop, shop.toUpperCase(), shop.toLowerCase()]));
  const people = await employeesOnFile(work, orgPath, {
    phones: phones.map(digits),
    names: colleagues.map(bareName),
  });
  return {
    own: { ...own, isClosed: own.closedAt !== null },
    units: await unitsNamed(work, [...names]),
    posts: [...new Set([...postNames, ...(await postsInUse(work, orgPath))])],
    people,
  };
}
