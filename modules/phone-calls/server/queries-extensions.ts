import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type ExtensionRow = RowOf<'phoneExtensions'>;
interface Shown extends ExtensionRow {
  employeeName: string;
  orgUnitName: string;
}

const all = statement<Shown, object>(
  'phoneExtensions.all',
  `select x.*, e.name as employee_name, u.name as org_unit_name
     from phone_extensions x
     join employees e on e.tenant_id = x.tenant_id and e.id = x.employee_id
     join org_units u on u.tenant_id = x.tenant_id and u.id = x.org_unit_id
    where x.tenant_id = :tenant and x.org_path ^@ any(:scopes)
    order by x.extension, x.id limit 500`,
);
export const extensionsHere = (work: Work) => work.rows(all, {});

const named = statement<ExtensionRow, { extension: string }>(
  'phoneExtensions.named',
  `select * from phone_extensions
    where tenant_id = :tenant and extension = :extension and org_path ^@ any(:scopes)
    order by id desc limit 1`,
);
/** Whose telephone it is that rings. */
export const extensionNamed = (work: Work, extension: string) => work.first(named, { extension });

const own = statement<ExtensionRow, object>(
  'phoneExtensions.own',
  `select * from phone_extensions where tenant_id = :tenant and employee_id = :me::uuid order by id desc limit 1`,
);
/** The telephone of the one who asks. */
export const ownExtension = (work: Work) => work.first(own, {});

const locked = statement<ExtensionRow, { phoneExtensionId: string }>(
  'phoneExtensions.locked',
  `select * from phone_extensions
    where tenant_id = :tenant and id = :phoneExtensionId and org_path ^@ any(:scopes) for update`,
);
export const lockExtension = (work: Work, phoneExtensionId: string) =>
  work.first(locked, { phoneExtensionId });

const sameOfUnit = statement<ExtensionRow, { orgUnitId: string; extension: string }>(
  'phoneExtensions.sameOfUnit',
  `select * from phone_extensions
    where tenant_id = :tenant and org_unit_id = :orgUnitId and extension = :extension for update`,
);
export const lockExtensionOf = (work: Work, orgUnitId: string, extension: string) =>
  work.first(sameOfUnit, { orgUnitId, extension });

const colleague = statement<
  { id: string; orgUnitId: string; orgPath: string },
  { employeeId: string }
>(
  'phoneExtensions.colleague',
  `select id, org_unit_id, org_path from employees
    where tenant_id = :tenant and id = :employeeId and org_path ^@ any(:scopes) and state <> 'left'`,
);
/** Somebody who works here, and in which shop. */
export const colleagueOf = (work: Work, employeeId: string) =>
  work.first(colleague, { employeeId });

export const insertExtension = (work: Work, row: Fresh<'phoneExtensions'>) =>
  work.insert('phoneExtensions', row);
export const updateExtension = async (work: Work, id: string, employeeId: string) =>
  (await work.update('phoneExtensions', { id }, { employeeId }))!;

const remove = statement<never, { phoneExtensionId: string }>(
  'phoneExtensions.remove',
  'delete from phone_extensions where tenant_id = :tenant and id = :phoneExtensionId',
);
export const removeExtensionRow = (work: Work, phoneExtensionId: string) =>
  work.run(remove, { phoneExtensionId });
