import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { backwards, grams, shapeOfQuery } from '#shared/search-text.ts';
import type { CustomerRow } from './queries.ts';

/**
 * Ranges on text_pattern_ops indexes instead of LIKE: a prepared plan knows no pattern, but it knows a range.
 * A branch without a value finds nothing and costs nothing. For joins further down: its values are `soughtCustomers`.
 */
export const foundCustomerIds = `
  select id from customers where tenant_id = :tenant
     and name ~>=~ :nameStart::text and name ~<~ (:nameStart::text || :last::text)
  union select id from customers where tenant_id = :tenant and grams @> :pieces::text[]
  union select id from customers where tenant_id = :tenant
     and name_initials ~>=~ :letters::text and name_initials ~<~ (:letters::text || :last::text)
  union select id from customers where tenant_id = :tenant
     and name_pinyin ~>=~ :letters::text and name_pinyin ~<~ (:letters::text || :last::text)
  union select id from customers where tenant_id = :tenant
     and phone ~>=~ :phoneStart::text and phone ~<~ (:phoneStart::text || :last::text)
  union select id from customers where tenant_id = :tenant
     and phone_tail ~>=~ :phoneTail::text and phone_tail ~<~ (:phoneTail::text || :last::text)`;

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
const pageOfFound = statement<CustomerRow, Filters & Page & SoughtCustomers>(
  'customers.foundPage',
  `select * from customers where ${filters} and not (org_path ^@ any(:notShared)) and id in (${foundCustomerIds}) ${page}`,
);
const countOfFound = statement<{ total: number }, Filters & SoughtCustomers>(
  'customers.foundCount',
  `select count(*) as total from customers where ${filters} and not (org_path ^@ any(:notShared)) and id in (${foundCustomerIds})`,
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
  const pieces = name ? grams(name.name) : [];
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
