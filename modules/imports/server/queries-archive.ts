import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ArchivedRecord, ArchiveKeys } from '../judge/judge.ts';

type SoughtKeys = ArchiveKeys & { names: readonly string[] };
const known = statement<ArchivedRecord, SoughtKeys & { orgPath: string }>(
  'imports.knownInArchive',
  `with people as (
     select c.id from unnest(:phones::text[]) k join customers c on c.tenant_id = :tenant and c.phone = k
     union select c.id from unnest(:names::text[]) k join customers c on c.tenant_id = :tenant and c.name = k
     union select v.owner_id from unnest(:plates::text[]) k
       join vehicles v on v.tenant_id = :tenant and v.plate = k and v.owner_id is not null
     union select v.owner_id from unnest(:vins::text[]) k
       join vehicles v on v.tenant_id = :tenant and v.vin = k and v.vin <> '' and v.owner_id is not null)
   select c.id as customer_id, v.id as vehicle_id, c.name as customer_name, nullif(c.phone, '') as phone,
          nullif(v.plate, '') as plate, nullif(v.vin, '') as vin,
          coalesce(v.last_visit_on, c.last_visit_on) as last_visit_on
     from people p
     join customers c on c.tenant_id = :tenant and c.id = p.id and c.merged_into_id is null
      and c.org_path ^@ :orgPath
     left join vehicles v on v.tenant_id = :tenant and v.owner_id = c.id
    order by c.id, v.id`,
);
/** What is on file under any of these keys, in and below a place of the tree (ARC-09). */
export const knownInArchive = (work: Work, orgPath: string, keys: SoughtKeys) =>
  work.rows(known, { ...keys, orgPath });

const taken = statement<{ taken: number }, { batchId: string; unitId: string }>(
  'imports.platesTaken',
  `select count(*) as taken from import_rows r
     join vehicles v on v.tenant_id = r.tenant_id and v.plate = r.plate and v.org_unit_id = :unitId
    where r.tenant_id = :tenant and r.batch_id = :batchId and r.status = 'ready' and r.plate is not null
      and v.id <> r.vehicle_id and v.id is distinct from r.other_vehicle_id`,
);
/** How many plates of the list came on file since its rows were judged, or stand there without an owner. */
export const platesTaken = async (work: Work, batch: { id: string; orgUnitId: string }) =>
  (await work.first(taken, { batchId: batch.id, unitId: batch.orgUnitId }))!.taken;
