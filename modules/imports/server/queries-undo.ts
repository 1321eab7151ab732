import { globalStatement, statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Before } from './queries-writing.ts';

/** Something that was brought in and is in use: which, and by what. */
export interface Use {
  id: string;
  name: string;
  /** `changed`, or the table whose rows point to it. */
  by: string;
}
const mostNamed = 20;

const changedSince = statement<Use, { batchId: string; size: number }>(
  'imports.changedSince',
  `select * from (
     select id, name, 'changed' as by from customers
      where tenant_id = :tenant and import_batch_id = :batchId and version > 1
     union all
     select id, coalesce(nullif(plate, ''), nullif(vin, ''), model), 'changed' from vehicles
      where tenant_id = :tenant and import_batch_id = :batchId and version > 1
     union all
     select v.id, coalesce(nullif(v.plate, ''), nullif(v.vin, ''), v.model), 'changed' from import_changes i
       join vehicles v on v.tenant_id = i.tenant_id and v.id = i.vehicle_id
      where i.tenant_id = :tenant and i.batch_id = :batchId and v.version <> i.version_after
     union all
     select c.id, c.name, 'vehicles' from customers c
       join vehicles v on v.tenant_id = c.tenant_id and v.owner_id = c.id
      where c.tenant_id = :tenant and c.import_batch_id = :batchId
        and v.import_batch_id is distinct from :batchId
        and not exists (select from import_changes i
                         where i.tenant_id = v.tenant_id and i.batch_id = :batchId and i.vehicle_id = v.id)
     union all
     select v.id, coalesce(nullif(v.plate, ''), nullif(v.vin, ''), v.model), 'mileage_readings' from vehicles v
       join mileage_readings m on m.tenant_id = v.tenant_id and m.vehicle_id = v.id
      where v.tenant_id = :tenant and v.import_batch_id = :batchId
        and (m.source <> 'import' or m.source_id is distinct from :batchId)) each limit :size`,
);

interface Pointer {
  child: string;
  childColumn: string;
  parent: 'customers' | 'vehicles';
}
/** Every foreign key that leads to a customer or a vehicle, whichever module it is of. */
const pointers = globalStatement<Pointer, object>(
  'imports.pointers',
  `select c.relname as child, a.attname as child_column, p.relname as parent
     from pg_constraint k
     join pg_class c on c.oid = k.conrelid
     join pg_class p on p.oid = k.confrelid
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
    where k.contype = 'f' and p.relnamespace = 'public'::regnamespace and p.relname in ('customers', 'vehicles')
      and c.relname not in ('customers', 'vehicles', 'vehicle_owners', 'mileage_readings', 'former_plates')
    order by c.relname, a.attname`,
);

const pointing = ({ child, childColumn, parent }: Pointer) =>
  statement<Use, { batchId: string; size: number }>(
    `imports.pointing.${child}.${childColumn}`,
    `select p.id, ${parent === 'customers' ? 'p.name' : "coalesce(nullif(p.plate, ''), nullif(p.vin, ''), p.model)"}
            as name, '${child}' as by
       from ${child} x join ${parent} p on p.tenant_id = x.tenant_id and p.id = x.${childColumn}
      where x.tenant_id = :tenant and p.import_batch_id = :batchId limit :size`,
  );

/** What of a batch is in use since: at most a page of it. Empty: it can be taken out. */
export async function usesOf(work: Work, batchId: string): Promise<Use[]> {
  const uses = await work.rows(changedSince, { batchId, size: mostNamed });
  for (const pointer of await work.rows(pointers, {})) {
    if (uses.length >= mostNamed) break;
    uses.push(...(await work.rows(pointing(pointer), { batchId, size: mostNamed })));
  }
  return uses.slice(0, mostNamed);
}

const changes = statement<{ vehicleId: string; before: Before }, { batchId: string }>(
  'imports.changesOf',
  `select vehicle_id, before from import_changes where tenant_id = :tenant and batch_id = :batchId`,
);
export const changesOf = (work: Work, batchId: string) => work.rows(changes, { batchId });

const forgotten = statement<never, { batchId: string }>(
  'imports.forgetChanges',
  'delete from import_changes where tenant_id = :tenant and batch_id = :batchId',
);
export const forgetChanges = (work: Work, batchId: string) => work.run(forgotten, { batchId });

const goneToReady = statement<never, { batchId: string }>(
  'imports.goneToReady',
  `update import_rows r set status = 'ready', employee_id = null
    where r.tenant_id = :tenant and r.batch_id = :batchId and r.status = 'imported'
      and not exists (select from employees e where e.tenant_id = r.tenant_id and e.id = r.employee_id)`,
);
/** Rows whose people were taken out; those of who stays remain imported. */
export const unmarkGone = (work: Work, batchId: string) => work.run(goneToReady, { batchId });

const backToReady = statement<never, { batchId: string }>(
  'imports.backToReady',
  `update import_rows set status = 'ready', customer_id = null, vehicle_id = null
    where tenant_id = :tenant and batch_id = :batchId and status = 'imported'`,
);
export const unmarkImported = (work: Work, batchId: string) => work.run(backToReady, { batchId });
