import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export type ItemRow = Pick<
  RowOf<'priceItems'>,
  | 'id'
  | 'orgUnitId'
  | 'orgPath'
  | 'kind'
  | 'code'
  | 'model'
  | 'validFrom'
  | 'standing'
  | 'name'
  | 'standardHours'
  | 'hoursSource'
  | 'workGrade'
  | 'rateGrade'
  | 'priceFen'
  | 'measure'
  | 'origin'
  | 'guaranteeDays'
  | 'guaranteeKm'
>;
export interface LineRow extends ItemRow {
  orgUnitName: string;
  rateFen: number | null;
  amountFen: number | null;
  nextFrom: string | null;
}

/** A place of the tree on a day, as the statements take it. */
export interface Where {
  orgPath: string;
  day: string;
}
/** The paths of a place and of all above it: whose editions hold there. */
export const pathsAbove = (orgPath: string): string[] => {
  const steps = orgPath.split('.').filter((step) => step !== '');
  return steps.map((_, at) => `${steps.slice(0, at + 1).join('.')}.`);
};
export const asked = ({ orgPath, day }: Where) => ({ above: pathsAbove(orgPath), day });

/** The nearest unit's latest edition that holds, of every item (or of those that `which` names). */
export const held = (which: string) => `
  select distinct on (kind, code, model) * from (
    select distinct on (kind, code, model, org_path) * from price_items
     where tenant_id = :tenant and org_path = any(:above::text[]) and valid_from <= :day::date ${which}
     order by kind, code, model, org_path desc, valid_from desc, id desc) edition
   where standing <> 'asAbove'
   order by kind, code, model, org_path desc`;

/** 工时费 = 工时定额 × 工时单价; hours are hundredths, and the product is rounded once, half away from zero. */
const amount = 'coalesce(i.price_fen, round(i.standard_hours * r.rate_fen / 100.0)::int8)';

/** Items with their unit, the labour rate of that day and what they come to. */
export const priced = (items: string) => `
  select i.*, u.name as org_unit_name, r.rate_fen, ${amount} as amount_fen,
         (select min(n.valid_from) from price_items n
           where n.tenant_id = :tenant and n.kind = i.kind and n.code = i.code and n.model = i.model
             and n.org_path = any(:above::text[]) and n.valid_from > :day::date) as next_from
    from (${items}) i
    join org_units u on u.tenant_id = :tenant and u.id = i.org_unit_id
    left join lateral (
      select e.rate_fen from (
        select distinct on (org_path) org_path, rate_fen from labour_rates
         where tenant_id = :tenant and grade = i.rate_grade and org_path = any(:above::text[])
           and valid_from <= :day::date
         order by org_path desc, valid_from desc, id desc) e
       where e.rate_fen is not null order by e.org_path desc limit 1) r on i.kind = 'job'`;

const ofKind = `and (:kind::text is null or kind = :kind)
  and (kind, code, model) > (:afterKind, :afterCode, :afterModel)`;
const inOrder = 'order by i.kind, i.code, i.model';
/** A page of items, priced only once it is known which they are. */
const pageOfItems = (items: string, condition = '') =>
  `${priced(`select * from (${items}) i
     where (:withEnded::bool or i.standing = 'offered') ${condition} ${inOrder} limit :size`)} ${inOrder}`;

interface Page {
  above: readonly string[];
  day: string;
  kind: string | null;
  withEnded: boolean;
  afterKind: string;
  afterCode: string;
  afterModel: string;
  size: number;
}
const list = statement<LineRow, Page>('prices.list', pageOfItems(held(ofKind)));

/** What was typed: the beginning of a code, or pieces of the name; nothing is pieced out of a single letter. */
interface Typed {
  start: string;
  grams: readonly string[];
}
const fits = `and (i.code ^@ :start or (cardinality(:grams::text[]) > 0 and i.grams @> :grams::text[]))`;
const foundOf = (which: string) => pageOfItems(held(`${ofKind} ${which}`), fits);

/** Beyond as many editions the list is gone through in its order: what fits is met soon. */
const mostNamed = 500;
const named = statement<Item, Typed & Pick<Page, 'above'>>(
  'prices.named',
  `(select kind, code, model from price_items
     where tenant_id = :tenant and org_path = any(:above::text[]) and code >= :start and code <= :start || chr(1114111) limit ${mostNamed + 1})
   union all
   (select kind, code, model from price_items
     where tenant_id = :tenant and org_path = any(:above::text[]) and cardinality(:grams::text[]) > 0 and grams @> :grams::text[]
     limit ${mostNamed + 1})`,
);
const foundAmong = statement<
  LineRow,
  Page & Typed & { kinds: string[]; codes: string[]; models: string[] }
>(
  'prices.foundAmong',
  foundOf(`and (kind, code, model) in
    (select * from unnest(:kinds::text[], :codes::text[], :models::text[]))`),
);
const foundAlong = statement<LineRow, Page & Typed>('prices.foundAlong', foundOf(''));

async function pageFound(work: Work, page: Page & Typed): Promise<LineRow[]> {
  const items = await work.rows(named, page);
  if (items.length > mostNamed) return work.rows(foundAlong, page);
  return work.rows(foundAmong, {
    ...page,
    kinds: items.map(({ kind }) => kind),
    codes: items.map(({ code }) => code),
    models: items.map(({ model }) => model),
  });
}

export interface ListAsked extends Where {
  kind?: string | undefined;
  withEnded?: boolean | undefined;
  /** Nothing typed: the whole list. */
  typed?: Typed | undefined;
}
/** A page of the list at a place, after the item that the page before ended with. */
export function pageOfPrices(
  work: Work,
  { kind, withEnded = false, typed, ...where }: ListAsked,
  after: unknown[] | null,
  size: number,
): Promise<LineRow[]> {
  const [afterKind = '', afterCode = '', afterModel = ''] = (after ?? []).map(String);
  const page = { ...asked(where), kind: kind ?? null, withEnded, size };
  const from = { afterKind, afterCode, afterModel };
  return typed
    ? pageFound(work, { ...page, ...from, ...typed })
    : work.rows(list, { ...page, ...from });
}

export interface Item {
  kind: 'job' | 'part';
  code: string;
  model: string;
}
const one = statement<LineRow, { above: readonly string[]; day: string } & Item>(
  'prices.one',
  `${priced(held('and kind = :kind and code = :code and model = :model'))} limit 1`,
);
/** What holds of an item at a place on a day, whether it is to be had or not. */
export const lineOf = (work: Work, { kind, code, model }: Item, where: Where) =>
  work.first(one, { kind, code, model, ...asked(where) });

const job = statement<
  LineRow,
  { above: readonly string[]; day: string; code: string; model: string }
>(
  'prices.job',
  `${priced(held(`and kind = 'job' and code = :code and model in ('', :model)`))}
    where i.standing = 'offered' order by i.model desc limit 1`,
);
/** The job as it is offered at a place on a day: the one for the model, else the one for all. */
export const jobLine = (work: Work, code: string, model: string, where: Where) =>
  work.first(job, { code, model, ...asked(where) });
