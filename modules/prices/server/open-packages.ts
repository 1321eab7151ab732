import type { Work } from '#platform/work.ts';
import type { OpenPrices } from '../contract.ts';
import { pageAsked } from './listing.ts';
import { worthsOf } from './packages.ts';
import type { Where } from './queries-list.ts';
import { pageOfPackages } from './queries-packages.ts';

/** As many as are shown at once. */
const mostShown = 200;

/**
 * The packages of a place as customers read them: what is in each, what its lines cost singly, what they cost together
 * (价格法 art. 13, 明码标价规定). One that cannot be had today is not shown to them.
 */
export async function openPackages(
  work: Work,
  where: Where,
  q = '',
): Promise<OpenPrices['packages']> {
  const rows = await pageOfPackages(work, where, pageAsked({ q }), null, mostShown);
  const worths = await worthsOf(work, where, rows);
  return rows.flatMap(({ code, model, name, validUntil }, at) => {
    const { found = [], sumFen = null, amountFen = null } = worths[at] ?? {};
    if (sumFen === null || amountFen === null) return [];
    const lines = found.map(({ item, quantityThousandths }) => ({
      ...{ name: item?.name ?? '', measure: item?.measure ?? '', quantityThousandths },
    }));
    return [{ ...{ code, model, name, validUntil }, lines, sumFen, amountFen }];
  });
}
