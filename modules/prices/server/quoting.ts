import type { Work } from '#platform/work.ts';
import { plainText } from '#shared/hint.ts';
import { grams } from '#shared/search-text.ts';
import type { partOrigins } from '../contract.ts';
import type { LineRow } from './queries-list.ts';
import { noteQuoted, offeredAs, offeredNow } from './queries-quoting.ts';
import { modelOf } from './terms.ts';

/** A job or a part as it is offered: what it costs at a place on a day. */
export interface Offered {
  /** The edition that holds there on that day. */
  priceItemId: string;
  kind: 'job' | 'part';
  code: string;
  /** The vehicle model that it is for; empty for all. */
  model: string;
  name: string;
  standardMinutes: number;
  /** Of a job its labour, of a part one measure of it. */
  amountFen: number;
  measure: string;
  origin: (typeof partOrigins)[number] | null;
  validFrom: string;
}

interface Place {
  orgPath: string;
  day: string;
  /** Of the vehicle that is quoted for. */
  model: string;
}

/** As much as one line of a quotation may be: 100 million yuan. */
export const mostFen = 100_000_000_00;
/** As many as a person looks through while typing. */
const mostOffered = 20;

/**
 * What may be quoted under what was typed: the beginning of a code, pieces of a name, or its pinyin initials. A job for
 * the vehicle's model goes before the same job for all; what has no price yet cannot be quoted (WSH-11, WSH-12).
 */
export async function offersFor(
  work: Work,
  { q, kind }: { q: string; kind?: 'job' | 'part' | undefined },
  { model, ...where }: Place,
): Promise<Offered[]> {
  const start = plainText(q).toUpperCase().trim();
  if (start === '') return [];
  const typed = { start, grams: grams(start), kind };
  const rows = await offeredAs(work, typed, { ...where, model: modelOf(model) }, mostOffered * 2);
  const special = new Set(rows.filter((row) => row.model !== '').map(keyOf));
  return rows
    .filter((row) => row.model !== '' || !special.has(keyOf(row)))
    .flatMap(offeredBy)
    .slice(0, mostOffered);
}

const keyOf = ({ kind, code }: LineRow) => `${kind} ${code}`;

/**
 * Quotes these editions: what they ask at a place on a day, by their ids; one that does not hold there is left out. From
 * then on they stay, also where the list that brought them in is taken back.
 */
export async function quoteOffers(
  work: Work,
  ids: readonly string[],
  { model, ...where }: Place,
): Promise<ReadonlyMap<string, Offered>> {
  if (ids.length === 0) return new Map();
  const rows = await offeredNow(work, ids, { ...where, model: modelOf(model) });
  const offers = rows.flatMap(offeredBy);
  await noteQuoted(
    work,
    offers.map(({ priceItemId }) => priceItemId),
  );
  return new Map(offers.map((one) => [one.priceItemId, one]));
}

function offeredBy(row: LineRow): Offered[] {
  const { id, code, model, name, standardHours, amountFen, measure, validFrom } = row;
  if (amountFen === null || amountFen > mostFen) return [];
  const kind = row.kind as Offered['kind'];
  const standardMinutes = Math.round(((standardHours ?? 0) * 60) / 100);
  const origin = row.origin as Offered['origin'];
  return [
    {
      priceItemId: id,
      kind,
      code,
      model,
      name,
      standardMinutes,
      amountFen,
      measure,
      origin,
      validFrom,
    },
  ];
}
