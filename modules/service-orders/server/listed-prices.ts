import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { type Offered, offersFor, quoteOffers } from '#modules/prices/server/index.ts';
import { vehicleById } from '#modules/vehicles/server/index.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { Part, QuotedLine } from '../contract.ts';
import { type LineRow, type OrderRow, orderById } from './queries.ts';

/** The price list's word on a quoted line: whatever was sent, it is looked up here (WSH-11, WSH-12). */
export interface Listing {
  priceItemId: string | null;
  /** What the list asks for the labour; empty for a job that is not from the list. */
  listedFen: number | null;
  standardMinutes: number;
  parts: Part[];
}

/** Where, when and for which model a price is asked for. */
export const placeOfOrder = async (work: Work, { orgPath, vehicleId }: OrderRow) => ({
  orgPath,
  day: dateIn(zoneOfTenant, work.now),
  model: (await vehicleById(work, vehicleId))?.model ?? '',
});

/** What may be quoted for an order today under what was typed. @throws Problem 404 */
export async function pricesOffered(
  work: Work,
  orderId: string,
  typed: { q: string; kind?: 'job' | 'part' },
): Promise<Offered[]> {
  const order = await orderById(work, orderId);
  if (!order) throw notFound();
  return offersFor(work, typed, await placeOfOrder(work, order));
}

/**
 * What the list says to each line: to a line or part quoted before as it said then, else as it holds today at the
 * order's shop for the vehicle's model. @throws Problem 422 `price_not_current`
 */
export async function listingsOf(
  work: Work,
  order: OrderRow,
  lines: readonly QuotedLine[],
  before: ReadonlyMap<string, LineRow>,
): Promise<Listing[]> {
  const knownOf = ({ id = '' }: QuotedLine) => before.get(id);
  const isKept = (line: QuotedLine) => knownOf(line)?.priceItemId === line.priceItemId;
  const asked = lines.flatMap((line) => [
    ...(line.priceItemId !== undefined && !isKept(line) ? [line.priceItemId] : []),
    ...(line.parts ?? []).flatMap((part) =>
      part.priceItemId !== undefined && !keptPart(knownOf(line), part) ? [part.priceItemId] : [],
    ),
  ]);
  const offers =
    asked.length === 0
      ? new Map<string, Offered>()
      : await quoteOffers(work, [...new Set(asked)], await placeOfOrder(work, order));
  return lines.map((line, at) => {
    const known = knownOf(line);
    const parts = (line.parts ?? []).map((part, nth) =>
      listedPart(part, keptPart(known, part), offers, `/lines/${at}/parts/${nth}/priceItemId`),
    );
    const { priceItemId, standardMinutes = 0 } = line;
    if (priceItemId === undefined)
      return { priceItemId: null, listedFen: null, standardMinutes, parts };
    if (known && isKept(line))
      return { priceItemId, listedFen: known.listedFen, standardMinutes, parts };
    const offer = offerOr422(offers, priceItemId, 'job', `/lines/${at}/priceItemId`);
    const minutes = line.standardMinutes ?? offer.standardMinutes;
    return { priceItemId, listedFen: offer.amountFen, standardMinutes: minutes, parts };
  });
}

type QuotedPart = NonNullable<QuotedLine['parts']>[number];

const keptPart = (known: LineRow | undefined, { priceItemId }: QuotedPart) =>
  ((known?.parts ?? []) as readonly Part[]).find(
    (part) => part.priceItemId !== undefined && part.priceItemId === priceItemId,
  );

/** Marked as the list has it, whatever was typed (机动车维修管理规定 art. 30). */
function listedPart(
  part: QuotedPart,
  kept: Part | undefined,
  offers: ReadonlyMap<string, Offered>,
  pointer: string,
): Part {
  if (part.priceItemId === undefined) return part;
  if (kept) return { ...part, origin: kept.origin, listedFen: kept.listedFen };
  const { amountFen, origin } = offerOr422(offers, part.priceItemId, 'part', pointer);
  return { ...part, origin: origin ?? part.origin, listedFen: amountFen };
}

function offerOr422(
  offers: ReadonlyMap<string, Offered>,
  priceItemId: string,
  kind: Offered['kind'],
  pointer: string,
): Offered {
  const offer = offers.get(priceItemId);
  if (offer?.kind !== kind) throw ruleBroken(pointer, 'price_not_current');
  return offer;
}
