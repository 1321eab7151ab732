import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { CaseReason, UnfinishedKind } from '../lifecycle.ts';

/** A record that a brief keeps by its id alone. */
export interface Mentioned {
  type: 'followUpCall' | 'complaint' | 'matter' | 'followUp';
  id: string;
}
interface Span {
  since: Date;
  until: Date;
  place: string;
}
const here = (alias: string) =>
  `${alias}.tenant_id = :tenant and ${alias}.org_path ^@ any(:scopes) and ${alias}.org_path ^@ :place`;
const during = (column: string) => `${column} >= :since and ${column} < :until`;

/** Two of each reason, in the order in which they are told. */
const searches: Readonly<Record<CaseReason, string>> = {
  leastSatisfied: `select 'followUpCall' as type, c.id from follow_up_calls c
      where ${here('c')} and ${during('c.at')} and c.satisfaction <= 2 order by c.satisfaction, c.at desc, c.id limit 2`,
  gravest: `select 'complaint' as type, c.id from complaints c
      where ${here('c')} and ${during('c.received_at')} and c.severity in ('major', 'raised')
      order by c.severity, c.received_at desc, c.id limit 2`,
  longestOpen: `select 'matter' as type, m.id from matters m
      where ${here('m')} and m.state in ('open', 'escalated', 'solved') and m.created_at < :until
      order by m.created_at, m.id limit 2`,
  praised: `select 'followUpCall' as type, c.id from follow_up_calls c
      where ${here('c')} and ${during('c.at')} and c.satisfaction = 5 and c.main_points <> ''
      order by length(c.main_points) desc, c.at desc, c.id limit 2`,
};
const cases = statement<Mentioned & { reason: CaseReason }, Span>(
  'briefs.cases',
  Object.entries(searches)
    .map(([reason, sql]) => `select '${reason}' as reason, f.type, f.id from (${sql}) f`)
    .join('\nunion all\n'),
);
export const notableCases = (work: Work, span: Span) => work.rows(cases, span);

export interface UnfinishedRow {
  kind: UnfinishedKind;
  id: string;
  total: number;
}
/** No more than a thousand: a house with more of them knows it without a number. */
const open = (kind: UnfinishedKind, rows: string, order: string) =>
  `(select '${kind}' as kind, o.id, count(*) over () as total from (${rows} order by ${order} limit 1000) o limit 20)`;
const unfinished = statement<UnfinishedRow, Span & { untilOn: string }>(
  'briefs.unfinished',
  [
    open(
      'matter',
      `select m.id from matters m where ${here('m')} and m.state in ('open', 'escalated', 'solved')
          and m.created_at < :until`,
      'm.created_at, m.id',
    ),
    open(
      'complaint',
      `select c.id from complaints c where ${here('c')} and c.closed_at is null and ${during('c.received_at')}`,
      'c.received_at, c.id',
    ),
    open(
      'followUp',
      `select f.id from follow_ups f where ${here('f')} and f.state = 'planned' and f.latest_on <= :untilOn::date
          and f.latest_on < (:now::timestamptz at time zone 'Asia/Shanghai')::date and :since::timestamptz is not null`,
      'f.latest_on, f.id',
    ),
  ].join('\nunion all\n'),
);
/** What was begun and is not ended: matters, complaints of the period, calls whose days are over. */
export const unfinishedAt = (work: Work, of: Span & { untilOn: string }) =>
  work.rows(unfinished, of);

export interface ReadRow {
  id: string;
  aboutType: 'complaint' | 'matter' | 'followUp' | 'customer';
  aboutId: string;
  number: string;
  beginning: string;
  isOpen: boolean;
}
const reading = statement<ReadRow, { ids: readonly string[] }>(
  'briefs.read',
  `select c.id, case when c.follow_up_id is null then 'customer' else 'followUp' end as about_type,
          coalesce(c.follow_up_id, c.customer_id) as about_id, '' as number, left(c.main_points, 160) as beginning, false as is_open
     from follow_up_calls c where c.tenant_id = :tenant and c.id = any(:ids::uuid[]) and c.org_path ^@ any(:scopes)
   union all
   select p.id, 'complaint', p.id, p.number, left(p.content, 160), p.closed_at is null
     from complaints p where p.tenant_id = :tenant and p.id = any(:ids::uuid[]) and p.org_path ^@ any(:scopes)
   union all
   select m.id, 'matter', m.id, '', left(m.content, 160), m.state in ('open', 'escalated', 'solved')
     from matters m where m.tenant_id = :tenant and m.id = any(:ids::uuid[]) and m.org_path ^@ any(:scopes)
   union all
   select f.id, 'followUp', f.id, '', v.name, f.state = 'planned'
     from follow_ups f join customers v on v.tenant_id = f.tenant_id and v.id = f.customer_id
    where f.tenant_id = :tenant and f.id = any(:ids::uuid[]) and f.org_path ^@ any(:scopes)
    limit 200`,
);
/** What a brief mentions, as it reads now. */
export const readNow = async (work: Work, ids: readonly string[]) =>
  new Map((ids.length === 0 ? [] : await work.rows(reading, { ids })).map((row) => [row.id, row]));

const names = statement<{ id: string; name: string }, { ids: readonly string[] }>(
  'briefs.names',
  `select id, name from employees where tenant_id = :tenant and id = any(:ids::uuid[])
    union all select id, name from org_units where tenant_id = :tenant and id = any(:ids::uuid[]) limit 600`,
);
/** Names of people and units that a frozen brief knows by their ids. */
export const namesNow = async (work: Work, ids: readonly string[]) =>
  new Map(
    (ids.length === 0 ? [] : await work.rows(names, { ids })).map(({ id, name }) => [id, name]),
  );
