import {
  type CustomerRow,
  everyFoundCustomerId,
  foundCustomerIds,
  isFoundCustomer,
  mostFound,
  type SoughtCustomers,
  soughtCustomers,
} from '#modules/customers/server/index.ts';
import {
  everyFoundVehicleId,
  foundVehicleIds,
  isFoundVehicle,
  type SoughtVehicles,
  soughtVehicles,
} from '#modules/vehicles/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ArchiveItem, IncompleteArchive } from '../contract.ts';
import { carsJson, iso } from './sql-parts.ts';

export interface ArchiveRow extends CustomerRow {
  vehicles: ArchiveItem['vehicles'];
}
interface Filters {
  kind: string | null;
  source: string | null;
}
interface Page {
  afterId: string;
  size: number;
}
type Sought = SoughtCustomers & SoughtVehicles;

const filters = `c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.merged_into_id is null
      and (:kind::text is null or c.kind = :kind) and (:source::text is null or c.source = :source)`;
const isShared = 'not (c.org_path ^@ any(:notShared))';
const ownersOf = (vehicles: string) => `select owner_id from vehicles
   where tenant_id = :tenant and owner_id is not null and not (org_path ^@ any(:notShared)) and id in (${vehicles})`;
/** The page is cut first: only what is shown looks for its cars. */
const shownOf = (page: string) =>
  `select c.*, ${carsJson} as vehicles from (${page}) c order by c.id desc`;
const page = 'and c.id < :afterId::uuid order by c.id desc limit :size';

const allPage = statement<ArchiveRow, Filters & Page>(
  'archive.page',
  shownOf(`select c.* from customers c where ${filters} ${page}`),
);
/** What finds few is gone through by what was found, what finds many by the archive itself, from the latest on. */
const foundPage = statement<ArchiveRow, Filters & Page & Sought>(
  'archive.foundPage',
  `with found as materialized (${foundCustomerIds}), found_cars as materialized (${foundVehicleIds}),
   owners as materialized (${ownersOf('select id from found_cars')}),
   many as materialized (select (select count(*) from found) >= ${mostFound} as customers,
                                (select count(*) from found_cars) >= ${mostFound} as cars)
   ${shownOf(`(select c.* from (select id as found_id from found union select owner_id from owners) f
        cross join lateral (select c.* from customers c where c.id = f.found_id and ${filters} and ${isShared} offset 0) c
       where not (select customers or cars from many) and f.found_id < :afterId::uuid
       order by f.found_id desc limit :size)
     union all
     (select c.* from customers c
       where (select customers or cars from many) and ${filters} and ${isShared}
         and (${isFoundCustomer} or c.id in (select owner_id from owners)
           or ((select cars from many) and exists (select from vehicles v where v.tenant_id = :tenant and v.owner_id = c.id
                and not (v.org_path ^@ any(:notShared)) and ${isFoundVehicle})))
       ${page})
     order by id desc limit :size`)}`,
  { isPlannedOnce: true },
);
const found = `${isShared} and c.id in (${everyFoundCustomerId} union all ${ownersOf(everyFoundVehicleId)})`;
const allCount = statement<{ total: number }, Filters>(
  'archive.count',
  `select count(*) as total from customers c where ${filters}`,
);
const foundCount = statement<{ total: number }, Filters & Sought>(
  'archive.foundCount',
  `select count(*) as total from customers c where ${filters} and ${found}`,
);

export interface ArchivesAsked {
  q?: string;
  kind?: string;
  source?: string;
}
const filtersOf = ({ kind, source }: ArchivesAsked): Filters => ({
  kind: kind ?? null,
  source: source ?? null,
});
const soughtBy = (work: Work, q: string): Sought => ({
  ...soughtCustomers(q),
  ...soughtVehicles(work, q),
});
const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export function pageOfArchives(work: Work, asked: ArchivesAsked, afterId: unknown, size: number) {
  const given = { ...filtersOf(asked), afterId: String(afterId ?? afterAll), size };
  const q = asked.q?.trim() ?? '';
  return q === ''
    ? work.rows(allPage, given)
    : work.rows(foundPage, { ...given, ...soughtBy(work, q) });
}

export async function countArchives(work: Work, asked: ArchivesAsked): Promise<number> {
  const q = asked.q?.trim() ?? '';
  const row =
    q === ''
      ? await work.first(allCount, filtersOf(asked))
      : await work.first(foundCount, { ...filtersOf(asked), ...soughtBy(work, q) });
  return row!.total;
}

export interface IncompleteRow
  extends Omit<IncompleteArchive, 'completeness' | 'startedAt' | 'warnAt' | 'dueAt'> {
  id: string;
  startedAt: Date;
  warnAt: Date | null;
  dueAt: Date;
  dueText: string;
  address: string;
  wishes: string;
  firstSeenOn: string;
  facts: Record<string, unknown>[];
  onceHadVehicle: boolean;
}
interface IncompleteAsked {
  ownerId: string | null;
  late: boolean | null;
}
const owed = `from commitments p
     join customers c on c.tenant_id = p.tenant_id and c.id = p.about_id
    where p.tenant_id = :tenant and p.rule = 'customers.archive' and p.about_type = 'customer'
      and p.state in ('open', 'paused', 'broken') and p.settled_at is null
      and c.org_path ^@ any(:scopes) and p.org_path ^@ any(:scopes) and (:ownerId::uuid is null or p.owner_id = :ownerId)
      and (:late::boolean is null or (p.due_at < :now) = :late)`;

/** What completeness is judged by; `c` is the customer. @param which narrows his cars `v` */
export const vehicleFacts = (
  which = 'true',
) => `(select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'plate', v.plate, 'model', v.model,
      'vehicleType', v.vehicle_type, 'maintenanceItems', v.maintenance_items,
      'intervalMonths', v.interval_months, 'intervalKm', v.interval_km,
      'nextDueOn', v.next_due_on, 'nextDueKm', v.next_due_km) order by v.id), '[]')
   from (select * from vehicles v where v.tenant_id = :tenant and v.owner_id = c.id and ${which} order by v.id limit 100) v)`;
export const onceHadVehicle = `exists (select from vehicle_owners h
   where h.tenant_id = :tenant and h.customer_id = c.id)`;

const incompletePage = statement<
  IncompleteRow,
  IncompleteAsked & { afterDue: string | null; afterId: string | null; size: number }
>(
  'archive.incompletePage',
  `select p.*, e.name as owner_name, ${carsJson} as vehicles, ${vehicleFacts('v.org_path ^@ any(:scopes)')} as facts,
          ${onceHadVehicle} as once_had_vehicle, ${iso('p.due_at')} as due_text
     from (select p.id, p.owner_id, p.started_at, p.warn_at, p.due_at, p.state, p.sum, c.id as customer_id,
                  c.name, c.phone, c.address, c.wishes, c.first_seen_on ${owed}
              and (:afterDue::timestamptz is null or (p.due_at, p.id) > (:afterDue::timestamptz, :afterId::uuid))
            order by p.due_at, p.id limit :size) p
     join lateral (select p.customer_id as id) c on true
     left join employees e on e.tenant_id = :tenant and e.id = p.owner_id
    order by p.due_at, p.id`,
);
const incompleteCount = statement<{ total: number }, IncompleteAsked>(
  'archive.incompleteCount',
  `select count(*) as total ${owed}`,
);

const incompleteBy = (asked: { ownerId?: string; late?: boolean }): IncompleteAsked => ({
  ownerId: asked.ownerId ?? null,
  late: asked.late ?? null,
});
/** The one due first comes first. */
export const pageOfIncomplete = (
  work: Work,
  asked: { ownerId?: string; late?: boolean },
  after: unknown[] | null,
  size: number,
) =>
  work.rows(incompletePage, {
    ...incompleteBy(asked),
    afterDue: after === null ? null : String(after[0]),
    afterId: after === null ? null : String(after[1]),
    size,
  });
export const countIncomplete = async (work: Work, asked: { ownerId?: string; late?: boolean }) =>
  (await work.first(incompleteCount, incompleteBy(asked)))!.total;
