import { seesIdentity } from '#platform/privacy.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { backwards, grams, shapeOfQuery, withoutGuesses, wordGrams } from '#shared/search-text.ts';
import type { VehicleShown } from './queries.ts';

/** As in customers: ranges on text_pattern_ops indexes, since a prepared plan knows no pattern. */
export const foundVehicleIds = `
  select id from vehicles where tenant_id = :tenant
     and plate ~>=~ :plateStart::text and plate ~<~ (:plateStart::text || :last::text)
  union select id from vehicles where tenant_id = :tenant
     and plate_tail ~>=~ :plateTail::text and plate_tail ~<~ (:plateTail::text || :last::text)
  union select vehicle_id from former_plates where tenant_id = :tenant
     and plate ~>=~ :plateStart::text and plate ~<~ (:plateStart::text || :last::text)
  union select vehicle_id from former_plates where tenant_id = :tenant
     and plate_tail ~>=~ :plateTail::text and plate_tail ~<~ (:plateTail::text || :last::text)
  union select id from vehicles where tenant_id = :tenant and vin <> ''
     and vin_tail ~>=~ :vinTail::text and vin_tail ~<~ (:vinTail::text || :last::text)
  union select id from vehicles where tenant_id = :tenant and grams @> :modelPieces::text[]`;

const filters = `v.tenant_id = :tenant and v.org_path ^@ any(:scopes) and v.merged_into_id is null
      and (:ownerId::uuid is null or v.owner_id = :ownerId)
      and (:dueUntil::date is null or v.next_due_on <= :dueUntil)`;
const shown = `select v.*, c.name as owner_name from vehicles v
     left join customers c on c.tenant_id = v.tenant_id and c.id = v.owner_id`;
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
const ranged = (column: string, name: string) =>
  `coalesce(${column} ~>=~ :${name}::text and ${column} ~<~ (:${name}::text || :last::text), false)`;
/** The former plate by which a car was found, where its present one does not fit what was typed. */
const formerPlate = `(select f.plate from former_plates f
   where f.tenant_id = :tenant and f.vehicle_id = v.id
     and (${ranged('f.plate', 'plateStart')} or ${ranged('f.plate_tail', 'plateTail')})
     and not ${ranged('v.plate', 'plateStart')} and not ${ranged('v.plate_tail', 'plateTail')}
   order by f.until_on desc, f.id limit 1) as former_plate`;
const pageOfFound = statement<VehicleShown, Filters & Page & SoughtVehicles>(
  'vehicles.foundPage',
  `${shown.replace('c.name as owner_name', `c.name as owner_name, ${formerPlate}`)} where ${filters} and not (v.org_path ^@ any(:notShared)) and v.id in (${foundVehicleIds}) ${page}`,
);
const countOfAll = statement<{ total: number }, Filters>(
  'vehicles.count',
  `select count(*) as total from vehicles v where ${filters}`,
);
const countOfFound = statement<{ total: number }, Filters & SoughtVehicles>(
  'vehicles.foundCount',
  `select count(*) as total from vehicles v where ${filters} and not (v.org_path ^@ any(:notShared)) and v.id in (${foundVehicleIds})`,
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
  const all = name ? grams(name.name) : [];
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

/** Vehicles in scope, latest first; with `q` those that what was typed can mean. */
export function pageOfVehicles(
  work: Work,
  asked: VehiclesAsked,
  afterId: unknown,
  size: number,
): Promise<VehicleShown[]> {
  const given = { ...filtersOf(asked), afterId: String(afterId ?? afterAll), size };
  const typed = asked.q?.trim() ?? '';
  return typed === ''
    ? work.rows(pageOfAll, given)
    : work.rows(pageOfFound, { ...given, ...soughtVehicles(work, typed) });
}

export async function countVehicles(work: Work, asked: VehiclesAsked): Promise<number> {
  const typed = asked.q?.trim() ?? '';
  const row =
    typed === ''
      ? await work.first(countOfAll, filtersOf(asked))
      : await work.first(countOfFound, { ...filtersOf(asked), ...soughtVehicles(work, typed) });
  return row!.total;
}
