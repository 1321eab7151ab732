import { globalStatement, statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { coveredColumns } from './open-work.ts';

/** An employee as a list has him: no login and no role comes from a list. */
export interface ImportedEmployee {
  id: string;
  importBatchId: string;
  orgUnitId: string;
  orgPath: string;
  name: string;
  post: string;
  phone: string;
}
export const insertEmployees = (work: Work, rows: readonly ImportedEmployee[]) =>
  work.insertAll('employees', rows);

export interface PersonOnFile {
  employeeId: string;
  name: string;
  phone: string;
}
const found = statement<
  PersonOnFile,
  { phones: readonly string[]; names: readonly string[]; orgPath: string }
>(
  'people.onFile',
  `with found as (
     select e.id from unnest(:phones::text[]) k join employees e on e.tenant_id = :tenant
        and e.phone <> '' and regexp_replace(e.phone, '[^0-9]', '', 'g') = k
     union
     select e.id from unnest(:names::text[]) k join employees e on e.tenant_id = :tenant
        and replace(e.name, ' ', '') = k)
   select e.id as employee_id, e.name, regexp_replace(e.phone, '[^0-9]', '', 'g') as phone
     from found f join employees e on e.tenant_id = :tenant and e.id = f.id and e.org_path ^@ :orgPath
    order by e.id limit 10000`,
);
/** Who is on file in and below a place, by digits of the phone or by name without blanks; who has left is, too. */
export const employeesOnFile = (
  work: Work,
  orgPath: string,
  keys: { phones: readonly string[]; names: readonly string[] },
) => work.rows(found, { ...keys, orgPath });

const posts = statement<{ post: string }, { orgPath: string }>(
  'people.postsOnFile',
  `select distinct post from employees
    where tenant_id = :tenant and org_path ^@ :orgPath and post <> '' order by post limit 500`,
);
const postsOnFile = (work: Work, orgPath: string) => work.rows(posts, { orgPath });

const roleNames = statement<{ name: string }, object>(
  'people.roleNames',
  'select name from roles where tenant_id = :tenant order by created_at, id limit 200',
);
/** The words by which the house calls its posts: those of its roles, and those that people on file have. */
export async function postsInUse(work: Work, orgPath: string): Promise<string[]> {
  const named = await work.rows(roleNames, {});
  const held = await postsOnFile(work, orgPath);
  return [...new Set([...named.map(({ name }) => name), ...held.map(({ post }) => post)])];
}

const changed = statement<{ id: string }, { batchId: string }>(
  'people.importedAndChanged',
  `select id from employees where tenant_id = :tenant and import_batch_id = :batchId and version > 1`,
);

interface Pointer {
  child: string;
  childColumn: string;
}
/** Every foreign key that leads to an employee, whichever module it is of. */
const pointers = globalStatement<Pointer, object>(
  'people.pointers',
  `select c.relname as child, a.attname as child_column
     from pg_constraint k
     join pg_class c on c.oid = k.conrelid
     join pg_class p on p.oid = k.confrelid
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
    where k.contype = 'f' and p.relnamespace = 'public'::regnamespace and p.relname = 'employees'
    order by c.relname, a.attname`,
);
const pointing = ({ child, childColumn }: Pointer) =>
  statement<{ id: string }, { batchId: string }>(
    `people.pointing.${child}.${childColumn}`,
    `select e.id from employees e
      where e.tenant_id = :tenant and e.import_batch_id = :batchId
        and exists (select from ${child} x where x.tenant_id = :tenant and x.${childColumn} = e.id)`,
  );

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const asPointer = (covered: string): Pointer => {
  const [child, childColumn] = covered.split('.').map(snake) as [string, string];
  return { child, childColumn };
};

/** Whom of a list nobody may simply take out again: changed since, with a way in, or named by any other record. */
export async function usedSinceImport(work: Work, batchId: string): Promise<string[]> {
  const used = new Set((await work.rows(changed, { batchId })).map(({ id }) => id));
  const byKey = new Map(
    [...(await work.rows(pointers, {})), ...coveredColumns().map(asPointer)].map((each) => [
      `${each.child}.${each.childColumn}`,
      each,
    ]),
  );
  for (const pointer of byKey.values()) {
    for (const { id } of await work.rows(pointing(pointer), { batchId })) used.add(id);
  }
  return [...used];
}

const removed = statement<
  { id: string; name: string; orgPath: string },
  { batchId: string; kept: readonly string[] }
>(
  'people.removeImported',
  `delete from employees
    where tenant_id = :tenant and import_batch_id = :batchId and not (id = any(:kept::uuid[]))
    returning id, name, org_path`,
);
export const deleteImported = (work: Work, batchId: string, kept: readonly string[]) =>
  work.rows(removed, { batchId, kept });
