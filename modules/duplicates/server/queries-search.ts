import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { holdsWholeHouse } from '#platform/actor.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Reason, RecordKind } from '../contract.ts';
import { type SideRow, sideColumns, tableOf } from './queries.ts';
import { doubts, leastScore, mostAlike } from './weights.ts';

export type RunRow = RowOf<'duplicateRuns'>;

const alike = (columns: string, from: string, condition: string) =>
  `cross join lateral (select ${columns} from ${from} where ${condition} limit ${mostAlike}) o`;

/** Which records are compared at all, as SQL. @param row the alias of one */
type Among = (row: string) => string;
const ofTheHouse: Among = () => 'true';
/** For one reader: what lies at a sister shop makes nobody alike, and takes nobody's place among the few. */
const seen: Among = (row) => `${row}.org_path ^@ any(:scopes)`;

/** The cars of each by the index of owners, a few hundred at most: a join would read the whole archive for each part. */
const carsOf = (sign: 'plate' | 'vin', among: Among) => `cross join lateral (
        select ${sign} from vehicles v
         where v.tenant_id = :tenant and v.owner_id = s.id and v.${sign} <> '' and ${among('v')} limit 200) v`;

/**
 * Who agrees with the records of `slice`, by reason. Each branch goes by an index from the slice into the archive, and
 * takes a few of each only: a number that thousands have says nothing. `beyond` says which of two finds the other.
 */
const hitsOf: Record<RecordKind, (beyond: (other: string) => string, among: Among) => string> = {
  customer: (beyond, among) => `
    select s.id as one, o.id as other, 'phone' as reason from slice s
      ${alike('c.id', 'customers c', `c.tenant_id = :tenant and c.phone = s.phone and ${beyond('c.id')} and c.merged_into_id is null and ${among('c')}`)}
     where s.phone <> ''
    union all
    select s.id, o.id, 'nameAddress' from slice s
      ${alike(
        'c.id',
        'customers c',
        `c.tenant_id = :tenant and c.name = s.name and c.address_key <> '' and c.merged_into_id is null
          and c.address_key = s.address_key and ${beyond('c.id')} and ${among('c')}`,
      )}
     where s.address_key <> ''
    union all
    select s.id, o.owner_id, 'plate' from slice s
      ${carsOf('plate', among)}
      ${alike('w.owner_id', 'vehicles w', `w.tenant_id = :tenant and w.plate = v.plate and ${beyond('w.owner_id')} and ${among('w')}`)}
    union all
    select s.id, o.owner_id, 'vin' from slice s
      ${carsOf('vin', among)}
      ${alike('w.owner_id', 'vehicles w', `w.tenant_id = :tenant and w.vin = v.vin and w.vin <> '' and ${beyond('w.owner_id')} and ${among('w')}`)}`,
  vehicle: (beyond, among) => `
    select s.id as one, o.id as other, 'vin' as reason from slice s
      ${alike('w.id', 'vehicles w', `w.tenant_id = :tenant and w.vin = s.vin and w.vin <> '' and ${beyond('w.id')} and ${among('w')}`)}
     where s.vin <> ''
    union all
    select s.id, o.id, 'plate' from slice s
      ${alike('w.id', 'vehicles w', `w.tenant_id = :tenant and w.plate = s.plate and ${beyond('w.id')} and ${among('w')}`)}
     where s.plate <> ''`,
};

/** The same name strengthens another reason; beside name and address it says nothing new. */
const byName: Record<RecordKind, string> = {
  customer: `select p.one, p.other, 'name' from (select distinct one, other from hit
        where not exists (select from hit n where n.one = hit.one and n.other = hit.other and n.reason = 'nameAddress')) p
      join customers a on a.tenant_id = :tenant and a.id = p.one
      join customers b on b.tenant_id = :tenant and b.id = p.other where a.name = b.name`,
  vehicle: `select one, other, reason from hit where false`,
};

/** Pairs with their reasons and score: 1 − Π doubts. */
const scoredOf = (kind: RecordKind) => `
  scored as (
    select one, other, reasons, (100 * (1 - (select exp(sum(ln((:doubts::jsonb ->> r)::float8))) from unnest(reasons) r)))::integer as score
      from (select one, other, array_agg(distinct reason order by reason) as reasons
              from (select * from hit union all ${byName[kind]}) every
             group by one, other) grouped)`;

export interface Part {
  lastId: string | null;
  seen: number;
  found: number;
}
const columns: Record<RecordKind, string> = {
  customer: 'id, name, phone, address_key',
  vehicle: 'id, plate, vin',
};
type PartAsked = { afterId: string; size: number; newIds: string; doubts: string };
const partOf = (kind: RecordKind) =>
  statement<Part, PartAsked>(
    `duplicates.part.${kind}`,
    `with slice as materialized (
       select ${columns[kind]} from ${tableOf[kind]}
        where tenant_id = :tenant and id > :afterId::uuid and merged_into_id is null order by id limit :size),
     hit as materialized (${hitsOf[kind]((other) => `${other} > s.id`, ofTheHouse)}),
     ${scoredOf(kind)},
     kept as (
       insert into duplicate_pairs (tenant_id, id, kind, one_id, other_id, one_path, other_path, reasons, score, created_at, updated_at)
       select :tenant, (:newIds || lpad(to_hex(row_number() over (order by one, other)), 12, '0'))::uuid, '${kind}', one, other,
              a.org_path, b.org_path, reasons, score, :now, :now
         from scored
         join ${tableOf[kind]} a on a.tenant_id = :tenant and a.id = one
         join ${tableOf[kind]} b on b.tenant_id = :tenant and b.id = other
        where score >= ${leastScore}
       on conflict (tenant_id, kind, one_id, other_id)
       do update set reasons = excluded.reasons, score = excluded.score, updated_at = excluded.updated_at,
                     one_path = excluded.one_path, other_path = excluded.other_path
        where duplicate_pairs.state = 'open'
       returning id)
     select (select max(id::text)::uuid from slice) as last_id, (select count(*) from slice) as seen,
            (select count(*) from kept) as found`,
    { isPlannedOnce: true },
  );
const parts = { customer: partOf('customer'), vehicle: partOf('vehicle') };
/** Compares the next records with the whole archive and keeps what may be one. */
export const searchPart = async (
  work: Work,
  kind: RecordKind,
  given: { afterId: string; size: number; newIds: string },
) => (await work.first(parts[kind], { ...given, doubts: JSON.stringify(doubts(kind)) }))!;

const oldForgotten = statement<never, { since: Date }>(
  'duplicates.forgetOld',
  `delete from duplicate_pairs where tenant_id = :tenant and state = 'open' and updated_at < :since`,
);
/** Pairs that a whole run did not find again are no longer alike. */
export const forgetOldPairs = (work: Work, since: Date) => work.run(oldForgotten, { since });

const counted = statement<{ rows: number }, object>(
  'duplicates.countRecords',
  `select (select count(*) from customers where tenant_id = :tenant and merged_into_id is null)
        + (select count(*) from vehicles where tenant_id = :tenant and merged_into_id is null) as rows`,
);
export const countRecords = async (work: Work) => (await work.first(counted, {}))!.rows;

const latest = statement<RunRow, object>(
  'duplicates.latestRun',
  `select * from duplicate_runs where tenant_id = :tenant and org_path ^@ any(:scopes) order by id desc limit 1`,
);
export const latestRun = (work: Work) => work.first(latest, {});
const run = statement<RunRow, { runId: string }>(
  'duplicates.run',
  'select * from duplicate_runs where tenant_id = :tenant and id = :runId and org_path ^@ any(:scopes)',
);
export const runById = (work: Work, runId: string) => work.first(run, { runId });
const lockedRun = statement<RunRow, { runId: string }>(
  'duplicates.lockRun',
  `select * from duplicate_runs where tenant_id = :tenant and id = :runId and org_path ^@ any(:scopes) for update`,
);
export const lockRun = (work: Work, runId: string) => work.first(lockedRun, { runId });
const running = statement<{ id: string }, object>(
  'duplicates.running',
  `select id from duplicate_runs where tenant_id = :tenant and state = 'running' limit 1`,
);
export const isSearching = async (work: Work) => (await work.first(running, {})) !== undefined;
export const insertRun = (work: Work, row: Fresh<'duplicateRuns'>) =>
  work.insert('duplicateRuns', row);
export const updateRun = (work: Work, id: string, change: ChangeOf<'duplicateRuns'>) =>
  work.update('duplicateRuns', { id }, change);

export interface PairRow {
  id: string;
  kind: RecordKind;
  reasons: Reason[];
  score: number;
  one: SideRow;
  other: SideRow;
}
const sideJson = (kind: RecordKind, id: string) =>
  `(select to_jsonb(x) from (select ${sideColumns[kind]} from ${tableOf[kind]} r
     where r.tenant_id = :tenant and r.id = ${id} and r.merged_into_id is null and r.org_path ^@ any(:scopes)) x)`;
const sideOf = (id: string) =>
  `case p.kind when 'customer' then ${sideJson('customer', id)} else ${sideJson('vehicle', id)} end`;

interface Page {
  kind: string | null;
  afterScore: number | null;
  afterId: string | null;
  size: number;
}
const wanted = `p.tenant_id = :tenant and p.state = 'open' and (:kind::text is null or p.kind = :kind)
        and (:afterScore::integer is null or (p.score, p.id) < (:afterScore, :afterId::uuid))`;
/** Of pairs in their order, those whose records are both still there: each is looked at until the page is full. */
const seenOf = (pairs: string) =>
  `select p.id, p.kind, p.reasons, p.score, s.one, s.other from (${pairs} order by p.score desc, p.id desc) p
    cross join lateral (select ${sideOf('p.one_id')} as one, ${sideOf('p.other_id')} as other offset 0) s
    where s.one is not null and s.other is not null order by p.score desc, p.id desc limit :size`;
/** For who sees the whole house: all pairs, by their score. */
const page = statement<PairRow, Page>(
  'duplicates.page',
  seenOf(`select * from duplicate_pairs p where ${wanted}`),
  { isPlannedOnce: true },
);
/**
 * For who sees a part of it: the pairs of that part, by the place of one and then of the other. The inner order is the
 * index's own: it costs nothing there, and speaks for that index while nothing is counted yet.
 */
const pageOfPlaces = statement<
  PairRow,
  Page & { places: readonly string[]; ends: readonly string[] }
>(
  'duplicates.pageOfPlaces',
  seenOf(`select p.* from unnest(:places::text[], :ends::text[]) as part (place, place_end)
       cross join lateral (
         select * from duplicate_pairs p
          where ${wanted} and p.one_path >= place and p.one_path < place_end and p.other_path ^@ any(:scopes)
          order by p.one_path, p.score, p.id offset 0) p`),
  { isPlannedOnce: true },
);
/** Pairs of which the caller may see both, the likeliest first. */
export function pageOfPairs(
  work: Work,
  kind: RecordKind | undefined,
  after: unknown[] | null,
  size: number,
): Promise<PairRow[]> {
  const asked = {
    kind: kind ?? null,
    afterScore: after === null ? null : Number(after[0]),
    afterId: after === null ? null : String(after[1]),
    size,
  };
  const { actor } = work;
  if (holdsWholeHouse(actor)) return work.rows(page, asked);
  const places = apart(actor.scopes);
  // `~` follows every path. It is put on here: an index behind row-level security is asked no expression.
  const ends = places.map((place) => `${place}~`);
  return work.rows(pageOfPlaces, { ...asked, places, ends });
}

/** Scopes of which none lies in another: no pair is met twice. */
const apart = (scopes: readonly string[]): string[] =>
  [...new Set(scopes)].filter(
    (scope) => !scopes.some((other) => other !== scope && scope.startsWith(other)),
  );

/** Who may be the same as one record, as SQL; so is which. Asks for `:doubts`. */
export const alikeOf = (kind: RecordKind, record: string): string => `with slice as materialized (
       select ${columns[kind]} from ${tableOf[kind]}
        where tenant_id = :tenant and id = ${record} and merged_into_id is null and org_path ^@ any(:scopes)),
     hit as materialized (${hitsOf[kind]((other) => `${other} <> s.id`, seen)}),
     ${scoredOf(kind)}
     select * from (
       select s.one as id, '${kind}' as kind, s.reasons, s.score, ${sideJson(kind, 's.one')} as one, ${sideJson(kind, 's.other')} as other
         from scored s
        where s.score >= ${leastScore} and not exists (select from duplicate_pairs p
                where p.tenant_id = :tenant and p.kind = '${kind}' and p.one_id = least(s.one, s.other)
                  and p.other_id = greatest(s.one, s.other) and p.state = 'different')) found
      where other is not null order by score desc, other ->> 'id' limit 20`;
const ofOne = (kind: RecordKind) =>
  statement<PairRow, { recordId: string; doubts: string }>(
    `duplicates.ofOne.${kind}`,
    alikeOf(kind, ':recordId::uuid'),
    { isPlannedOnce: true },
  );
const ofOneKind = { customer: ofOne('customer'), vehicle: ofOne('vehicle') };
export const doubtsOf = (kind: RecordKind) => ({ doubts: JSON.stringify(doubts(kind)) });
/** Who may be the same as this record, now: without a run. */
export const pairsOfOne = (work: Work, kind: RecordKind, recordId: string) =>
  work.rows(ofOneKind[kind], { recordId, ...doubtsOf(kind) });
