import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { backwards, grams, shapeOfQuery } from '#shared/search-text.ts';
import type { CustomerRow } from './queries.ts';

/**
 * Ranges on text_pattern_ops indexes instead of LIKE: a prepared plan knows no pattern, but it knows a range.
 * A branch without a value finds nothing and costs nothing. For joins further down: its values are `soughtCustomers`.
 */
const range = (column: string, name: string) =>
  `${column} ~>=~ :${name}::text and ${column} ~<~ (:${name}::text || :last::text)`;
const readings = [
  range('name', 'nameStart'),
  'grams @> :pieces::text[]',
  range('name_initials', 'letters'),
  range('name_pinyin', 'letters'),
  range('phone', 'phoneStart'),
  range('phone_tail', 'phoneTail'),
];

/**
 * So many a reading finds by its index. What finds more, a surname or two letters, is found just as soon by walking
 * through the latest: one in two hundred of a million fits.
 */
export const mostFound = 5000;
const idsOf = (limit: string) =>
  readings
    .map(
      (reading) => `(select id from customers where tenant_id = :tenant and ${reading} ${limit})`,
    )
    .join('\n  union all ');
/** Who what was typed can mean, as ids of which some may come twice; each reading at most `mostFound`. */
export const foundCustomerIds = idsOf(`limit ${mostFound}`);
/** All of them: to be counted. */
export const everyFoundCustomerId = idsOf('');
/** The same asked of one row of customers: whether what was typed can mean him. */
export const isFoundCustomer = `(${readings.map((reading) => `(${reading})`).join(' or ')})`;

const filters = `tenant_id = :tenant and org_path ^@ any(:scopes) and merged_into_id is null
      and (:kind::text is null or kind = :kind) and (:source::text is null or source = :source)`;
const page = 'and id < :afterId::uuid order by id desc limit :size';

interface Filters {
  kind: string | null;
  source: string | null;
}
interface Page {
  afterId: string;
  size: number;
}
const pageOfAll = statement<CustomerRow, Filters & Page>(
  'customers.page',
  `select * from customers where ${filters} ${page}`,
);
const countOfAll = statement<{ total: number }, Filters>(
  'customers.count',
  `select count(*) as total from customers where ${filters}`,
);
const isShared = 'not (org_path ^@ any(:notShared))';
/** Each found one is looked up by itself, as long as the page has room: joined, the whole archive would be read beside them. */
const pageOfFound = statement<CustomerRow, Filters & Page & SoughtCustomers>(
  'customers.foundPage',
  `with found as materialized (${foundCustomerIds}),
   many as materialized (select count(*) >= ${mostFound} as are_many from found)
   select * from (
     (select c.* from (select distinct id as found_id from found) f
        cross join lateral (select * from customers where id = found_id and ${filters} and ${isShared} offset 0) c
       where not (select are_many from many) and found_id < :afterId::uuid order by found_id desc limit :size)
     union all
     (select * from customers where (select are_many from many) and ${filters} and ${isShared} and ${isFoundCustomer} ${page})) few
    order by id desc limit :size`,
  { isPlannedOnce: true },
);
const countOfFound = statement<{ total: number }, Filters & SoughtCustomers>(
  'customers.foundCount',
  `select count(*) as total from customers where ${filters} and ${isShared} and id in (${everyFoundCustomerId})`,
);

export interface SoughtCustomers {
  nameStart: string | null;
  pieces: string[] | null;
  letters: string | null;
  phoneStart: string | null;
  phoneTail: string | null;
  last: string;
}

/** The highest character: what begins with a text lies between the text and the text with this behind it. */
const last = '\u{10FFFF}';

/** What was typed, as the indexes are asked for it; nothing where it can be no customer. */
export function soughtCustomers(typed: string): SoughtCustomers {
  const probes = new Map(shapeOfQuery(typed).map((probe) => [probe.kind, probe]));
  const name = probes.get('name') as { name: string } | undefined;
  const pinyin = probes.get('pinyin') as { letters: string } | undefined;
  const whole = probes.get('phone') as { phone: string } | undefined;
  const start = probes.get('phoneStart') as { start: string } | undefined;
  const tail = probes.get('phoneTail') as { tail: string } | undefined;
  // A single character is the beginning of a name, as in the one search box; within names it would find half the archive.
  const pieces = name && [...name.name].length > 1 ? grams(name.name) : [];
  return {
    nameStart: name?.name ?? null,
    pieces: pieces.length > 0 ? pieces : null,
    letters: pinyin?.letters ?? null,
    phoneStart: whole?.phone ?? start?.start ?? null,
    phoneTail: tail ? backwards(tail.tail) : null,
    last,
  };
}

export interface CustomersAsked {
  q?: string;
  kind?: string;
  source?: string;
}
const filtersOf = ({ kind, source }: CustomersAsked): Filters => ({
  kind: kind ?? null,
  source: source ?? null,
});
const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Customers in scope, latest first; with `q` those that what was typed can mean. */
export function pageOfCustomers(
  work: Work,
  asked: CustomersAsked,
  afterId: unknown,
  size: number,
): Promise<CustomerRow[]> {
  const given = { ...filtersOf(asked), afterId: String(afterId ?? afterAll), size };
  const typed = asked.q?.trim() ?? '';
  return typed === ''
    ? work.rows(pageOfAll, given)
    : work.rows(pageOfFound, { ...given, ...soughtCustomers(typed) });
}

export async function countCustomers(work: Work, asked: CustomersAsked): Promise<number> {
  const typed = asked.q?.trim() ?? '';
  const row =
    typed === ''
      ? await work.first(countOfAll, filtersOf(asked))
      : await work.first(countOfFound, { ...filtersOf(asked), ...soughtCustomers(typed) });
  return row!.total;
}
