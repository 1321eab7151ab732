import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { normalisePlate } from '#shared/plates.ts';
import { type OrderRow, orderNumbered, orderOf, orderOfPlate } from './queries.ts';
import { codeOf } from './rules.ts';

const idWithin = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i;

/**
 * The order behind what was scanned: the address on its paper or on the key tag (its id is in it), its number, or the
 * plate of a car that is here. @throws Problem 422 `part_order_unknown`
 */
export async function orderScanned(work: Work, typed: string): Promise<OrderRow> {
  const id = dashed(idWithin.exec(typed)?.[0]);
  const order = id
    ? await orderOf(work, id)
    : ((await orderNumbered(work, codeOf(typed))) ??
      (await orderOfPlate(work, normalisePlate(typed))));
  if (!order) throw new Problem(422, 'part_order_unknown');
  return order;
}

function dashed(id: string | undefined): string | undefined {
  const plain = id?.replaceAll('-', '').toLowerCase();
  return plain?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
