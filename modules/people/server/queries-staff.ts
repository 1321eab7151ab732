import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { EmployeeRow } from './queries.ts';
import { lacksFactor } from './queries-sessions.ts';

export interface StaffRow extends EmployeeRow {
  orgUnitName: string;
  /** All that his roles allow, and where. */
  permissions: string[];
  scopes: string[];
}
const person = statement<StaffRow, { employeeId: string }>(
  'people.employee',
  `select e.id, e.name, e.post, e.phone, e.org_unit_id, e.org_path, e.state, e.version, l.username,
          u.name as org_unit_name, coalesce(g.role_keys, '{}') as role_keys,
          coalesce(g.permissions, '{}') as permissions, coalesce(g.scopes, '{}') as scopes,
          ${lacksFactor} as lacks_factor
     from employees e
     join org_units u on u.tenant_id = e.tenant_id and u.id = e.org_unit_id
     left join logins l on l.tenant_id = e.tenant_id and l.employee_id = e.id
     left join lateral (
       select array_agg(distinct r.key) as role_keys, array_agg(distinct p) filter (where p is not null) as permissions,
              array_agg(distinct g.scope_path) as scopes
         from role_grants g
         join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
         left join lateral unnest(r.permissions) as p on true
        where g.tenant_id = e.tenant_id and g.employee_id = e.id) g on true
    where e.tenant_id = :tenant and e.id = :employeeId and e.org_path ^@ any(:scopes)`,
);
export const employeeById = (work: Work, employeeId: string) => work.first(person, { employeeId });

const forChange = statement<RowOf<'employees'>, { employeeId: string }>(
  'people.lockEmployee',
  `select * from employees
    where tenant_id = :tenant and id = :employeeId and org_path ^@ any(:scopes) for update`,
);
export const lockEmployee = (work: Work, employeeId: string) =>
  work.first(forChange, { employeeId });

const ownerRole = statement<{ id: string }, object>(
  'people.lockOwnerRole',
  `select id from roles where tenant_id = :tenant and key = 'owner' for update`,
);
/** Taken before an owner is demoted or leaves, so that two of them cannot send each other away at once. */
export const lockOwnerRole = (work: Work) => work.first(ownerRole, {});

const otherOwners = statement<{ id: string }, { employeeId: string }>(
  'people.otherOwners',
  `select e.id from role_grants g
     join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id and r.key = 'owner'
     join employees e on e.tenant_id = g.tenant_id and e.id = g.employee_id and e.state <> 'left'
     join logins l on l.tenant_id = e.tenant_id and l.employee_id = e.id and l.is_enabled
    where g.tenant_id = :tenant and e.id <> :employeeId limit 1`,
);
/** Whether somebody else is owner and can sign in. */
export const hasAnotherOwner = async (work: Work, employeeId: string) =>
  (await work.first(otherOwners, { employeeId })) !== undefined;

const withoutRoles = statement<never, { employeeId: string }>(
  'people.takeRoles',
  'delete from role_grants where tenant_id = :tenant and employee_id = :employeeId',
);
export const takeRoles = (work: Work, employeeId: string) => work.run(withoutRoles, { employeeId });

export const updateEmployee = (work: Work, employeeId: string, change: ChangeOf<'employees'>) =>
  work.update('employees', { id: employeeId }, change);
export const enableLogin = (work: Work, employeeId: string, isEnabled: boolean) =>
  work.update('logins', { employeeId }, { isEnabled, changedAt: work.now });
