import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { asked, held, type LineRow, priced, type Where } from './queries-list.ts';

interface Asked {
  above: readonly string[];
  day: string;
  model: string;
}
const here = `tenant_id = :tenant and org_path = any(:above::text[]) and model in ('', :model)`;
/** Beyond as many editions what was typed is too little to look for: the first ones are shown. */
const mostNamed = 400;
const isCalled = `and (kind, code, model) in (
  (select kind, code, model from price_items
    where ${here} and code >= :start and code <= :start || chr(1114111) limit ${mostNamed})
  union all
  (select kind, code, model from price_items
    where ${here} and cardinality(:grams::text[]) > 0 and grams @> :grams::text[] limit ${mostNamed}))`;
const offered = `where i.standing = 'offered' and (:kind::text is null or i.kind = :kind)
  and (i.code ^@ :start or (cardinality(:grams::text[]) > 0 and i.grams @> :grams::text[]))`;
const inOrder = `order by (i.code = :start) desc, i.kind, i.code, i.model desc`;

const called = statement<
  LineRow,
  Asked & { kind: string | null; start: string; grams: readonly string[]; size: number }
>(
  'prices.offeredAs',
  `${priced(`select * from (${held(isCalled)}) i ${offered} ${inOrder} limit :size`)} ${inOrder}`,
);
/** What is offered at a place under what was typed, for a model and for all, the exact code first. */
export const offeredAs = (
  work: Work,
  { start, grams, kind }: { start: string; grams: readonly string[]; kind: string | undefined },
  { model, ...where }: Where & { model: string },
  size: number,
) => work.rows(called, { ...asked(where), model, start, grams, kind: kind ?? null, size });

const quoted = statement<never, { ids: readonly string[] }>(
  'prices.noteQuoted',
  `update price_items set quoted_at = :now
    where tenant_id = :tenant and id = any(:ids::uuid[]) and quoted_at is null`,
);
/** That somebody was asked for them: from now on they stay. */
export const noteQuoted = (work: Work, ids: readonly string[]) => work.run(quoted, { ids });

const named = statement<LineRow, Asked & { ids: readonly string[] }>(
  'prices.offeredNow',
  `${priced(
    held(`and (kind, code, model) in (
      select kind, code, model from price_items where ${here} and id = any(:ids::uuid[]))`),
  )} where i.standing = 'offered' and i.id = any(:ids::uuid[])`,
);
/** Those of these editions that hold at a place on a day for a model. */
export const offeredNow = (
  work: Work,
  ids: readonly string[],
  { model, ...where }: Where & { model: string },
) => work.rows(named, { ...asked(where), model, ids });
