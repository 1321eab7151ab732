import { seesIdentity } from '#platform/privacy.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { backwards, grams, shapeOfQuery, withoutGuesses, wordGrams } from '#shared/search-text.ts';
import { seenOwnerJoin, type VehicleShown } from './queries.ts';

/** As in customers: ranges on text_pattern_ops indexes, since a prepared plan knows no pattern. */
const range = (column: string, name: string) =>
  `${column} ~>=~ :${name}::text and ${column} ~<~ (:${name}::text || :last::text)`;
const readings = [
  range('plate', 'plateStart'),
  range('plate_tail', 'plateTail'),
  `vin <> '' and ${range('vin_tail', 'vinTail')}`,
  'grams @> :modelPieces::text[]',
];
const formerReadings = [range('plate', 'plateStart'), range('plate_tail', 'plateTail')];

const idsOf = (limit: string) =>
  [
    ...readings.map(
      (reading) => `(select id from vehicles where tenant_id = :tenant and ${reading} ${limit})`,
    ),
    ...formerReadings.map(
      (reading) =>
        `(select vehicle_id from former_plates where tenant_id = :tenant and ${reading} ${limit})`,
    ),
  ].join('\n  union all ');
/** So many a reading finds by its index; what finds more is found just as soon by walking through the latest. */
export const mostVehiclesFound = 5000;
/** Which cars what was typed can mean, as ids of which some may come twice; each reading at most `mostVehiclesFound`. */
export const foundVehicleIds = idsOf(`limit ${mostVehiclesFound}`);
/** All of them: to be counted. */
export const everyFoundVehicleId = idsOf('');
/** The same asked of one row `v` of vehicles. */
export const isFoundVehicle = `(${readings
  .map(
    (reading) =>
      `(${reading.replace(/\b(plate|plate_tail|vin|vin_tail|grams)(?= [~<@])/g, 'v.$1')})`,
  )
  .join(' or ')}
  or exists (select from former_plates p where p.tenant_id = :tenant and p.vehicle_id = v.id
    and (${formerReadings.map((reading) => `(${reading.replace(/\b(plate|plate_tail)(?= [~<])/g, 'p.$1')})`).join(' or ')})))`;

const filters = `v.tenant_id = :tenant and v.org_path ^@ any(:scopes) and v.merged_into_id is null
      and (:ownerId::uuid is null or v.owner_id = :ownerId)
      and (:dueUntil::date is null or v.next_due_on <= :dueUntil)`;
const shown = `select v.*, c.name as owner_name from vehicles v ${seenOwnerJoin}`;
const page = 'and v.id < :afterId::uuid order by v.id desc limit :size';

interface Filters {
  ownerId: string | null;
  dueUntil: string | null;
}
interface Page {
  afterId: string;
  size: number;
}
export interface SoughtVehicles {
  plateStart: string | null;
  plateTail: string | null;
  vinTail: string | null;
  modelPieces: string[] | null;
  last: string;
}
const pageOfAll = statement<VehicleShown, Filters & Page>(
  'vehicles.page',
  `${shown} where ${filters} ${page}`,
);
/** What is due soonest first, in the order of its index. */
const pageOfDue = statement<VehicleShown, Filters & Page & { afterOn: string }>(
  'vehicles.duePage',
  `select v.*, c.name as owner_name
     from (select v.* from vehicles v where ${filters} and v.next_due_on <= :dueUntil::date
              and (v.next_due_on, v.id) > (:afterOn::date, :afterId::uuid)
            order by v.next_due_on, v.id limit :size) v
     ${seenOwnerJoin}
    order by v.next_due_on, v.id`,
);
const ranged = (column: string, name: string) =>
  `coalesce(${column} ~>=~ :${name}::text and ${column} ~<~ (:${name}::text || :last::text), false)`;
/** The former plate by which a car was found, where its present one does not fit what was typed. */
const formerPlate = `(select f.plate from former_plates f
   where f.tenant_id = :tenant and f.vehicle_id = v.id
     and (${ranged('f.plate', 'plateStart')} or ${ranged('f.plate_tail', 'plateTail')})
     and not ${ranged('v.plate', 'plateStart')} and not ${ranged('v.plate_tail', 'plateTail')}
   order by f.until_on desc, f.id limit 1) as former_plate`;
const isShared = 'not (v.org_path ^@ any(:notShared))';
/**
 * What can only be a model fills a page from the latest cars where many drive it; the index of pieces would gather all
 * of its cars before it gave one.
 */
const latestLookedAt = 3000;
const pageOfFound = statement<VehicleShown, Filters & Page & SoughtVehicles>(
  'vehicles.foundPage',
  `with latest as materialized (
     select v.id from (select * from vehicles where tenant_id = :tenant and id < :afterId::uuid
                        order by id desc limit ${latestLookedAt}) v
      where coalesce(:plateStart::text, :plateTail::text, :vinTail::text) is null and ${filters} and ${isShared}
        and v.grams @> :modelPieces::text[]
      order by v.id desc limit :size),
   found as materialized (
     select id from (${foundVehicleIds}) few where (select count(*) from latest) < :size),
   many as materialized (select count(*) >= ${mostVehiclesFound} as are_many from found),
   page as materialized (
     select * from (
       (select id from latest where (select count(*) from latest) >= :size)
       union all
       (select v.id from (select distinct id as found_id from found) f
          cross join lateral (select v.id from vehicles v where v.id = f.found_id and ${filters} and ${isShared} offset 0) v
         where not (select are_many from many) and f.found_id < :afterId::uuid
         order by f.found_id desc limit :size)
       union all
       (select v.id from vehicles v
         where (select are_many from many) and ${filters} and ${isShared} and ${isFoundVehicle} ${page})) few
      order by id desc limit :size)
   ${shown.replace('c.name as owner_name', `c.name as owner_name, ${formerPlate}`)}
    where v.tenant_id = :tenant and v.id in (select id from page) order by v.id desc`,
  { isPlannedOnce: true },
);
const countOfAll = statement<{ total: number }, Filters>(
  'vehicles.count',
  `select count(*) as total from vehicles v where ${filters}`,
);
const countOfFound = statement<{ total: number }, Filters & SoughtVehicles>(
  'vehicles.foundCount',
  `select count(*) as total from vehicles v where ${filters} and ${isShared} and v.id in (${everyFoundVehicleId})`,
);

/** The highest character: what begins with a text lies between the text and the text with this behind it. */
const last = '\u{10FFFF}';

/** What was typed, as the indexes are asked for it; of what the caller sees masked, no hidden piece. */
export function soughtVehicles({ actor }: Work, typed: string): SoughtVehicles {
  const isOpen = seesIdentity(actor);
  const meant = shapeOfQuery(typed);
  const probes = new Map(
    (isOpen ? meant : withoutGuesses(meant)).map((probe) => [probe.kind, probe]),
  );
  const plate = probes.get('plate') as { plate: string } | undefined;
  const start = probes.get('plateStart') as { start: string } | undefined;
  const tail = probes.get('plateTail') as { tail: string } | undefined;
  const vin = probes.get('vin') as { vin: string } | undefined;
  const vinTail = probes.get('vinTail') as { tail: string } | undefined;
  const name = probes.get('name') as { name: string } | undefined;
  const sign = vin?.vin ?? vinTail?.tail;
  // What reads as a plate from its beginning, or as a whole VIN, is no model: its pieces stand on every other plate.
  const all = name && !plate && !start && !vin ? grams(name.name) : [];
  const pieces = isOpen ? all : wordGrams(all);
  return {
    plateStart: plate?.plate ?? start?.start ?? null,
    plateTail: tail ? backwards(tail.tail) : null,
    vinTail: sign ? backwards(sign) : null,
    modelPieces: pieces.length > 0 ? pieces : null,
    last,
  };
}

export interface VehiclesAsked {
  q?: string;
  ownerId?: string;
  dueUntil?: string;
}
const filtersOf = ({ ownerId, dueUntil }: VehiclesAsked): Filters => ({
  ownerId: ownerId ?? null,
  dueUntil: dueUntil ?? null,
});
const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const beforeAll = { on: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
const typedIn = ({ q }: VehiclesAsked) => q?.trim() ?? '';

/** How a page is ordered: a list of what is due, without more typed, by the day; any other by when it came on file. */
export const orderOf = (asked: VehiclesAsked): 'due' | 'latest' =>
  asked.dueUntil !== undefined && typedIn(asked) === '' ? 'due' : 'latest';

/**
 * Vehicles in scope, latest first; with `q` those that what was typed can mean; what is due until a day the soonest first.
 * @param after the last row's key: its id, behind the day of what is due
 */
export function pageOfVehicles(
  work: Work,
  asked: VehiclesAsked,
  after: unknown[] | null,
  size: number,
): Promise<VehicleShown[]> {
  if (orderOf(asked) === 'due') {
    const [afterOn, afterId] = after ?? [beforeAll.on, beforeAll.id];
    const from = { afterOn: String(afterOn), afterId: String(afterId) };
    return work.rows(pageOfDue, { ...filtersOf(asked), ...from, size });
  }
  const given = { ...filtersOf(asked), afterId: String(after?.[0] ?? afterAll), size };
  const typed = typedIn(asked);
  return typed === ''
    ? work.rows(pageOfAll, given)
    : work.rows(pageOfFound, { ...given, ...soughtVehicles(work, typed) });
}

export async function countVehicles(work: Work, asked: VehiclesAsked): Promise<number> {
  const typed = typedIn(asked);
  const row =
    typed === ''
      ? await work.first(countOfAll, filtersOf(asked))
      : await work.first(countOfFound, { ...filtersOf(asked), ...soughtVehicles(work, typed) });
  return row!.total;
}
