import type { RowOf } from '#database/types.generated.ts';
import { notShared } from '#modules/organisation/server/index.ts';
import { globalStatement, statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { lacksFactor } from './queries-sessions.ts';

export const anyTenant = globalStatement<{ tenants: number }, object>(
  'people.countTenants',
  'select count(*) as tenants from (select 1 from tenants limit 2) few',
);
/** Taken in the transaction of the first run, so that two browsers cannot both be the first. */
export const lockSetup = globalStatement<never, object>(
  'people.lockSetup',
  'select pg_advisory_xact_lock(7410021122)',
);

export interface LoginRow {
  employeeId: string;
  username: string;
  passwordHash: string;
  isEnabled: boolean;
  state: string;
}
const loginByName = statement<LoginRow, { username: string }>(
  'people.loginByName',
  `select l.employee_id, l.username, l.password_hash, l.is_enabled, e.state
     from logins l join employees e on e.tenant_id = l.tenant_id and e.id = l.employee_id
    where l.tenant_id = :tenant and l.username = :username`,
);
export const loginOf = (work: Work, username: string) => work.first(loginByName, { username });

const loginById = statement<LoginRow, { employeeId: string }>(
  'people.loginById',
  `select l.employee_id, l.username, l.password_hash, l.is_enabled, 'active' as state
     from logins l where l.tenant_id = :tenant and l.employee_id = :employeeId`,
);
export const loginOfEmployee = (work: Work, employeeId: string) =>
  work.first(loginById, { employeeId });

export interface KeyRow {
  id: string;
  name: string;
  secretHash: Buffer;
  expiresAt: Date;
  permissions: string[];
  isSensitive: boolean;
  scopePath: string;
  orgUnitId: string;
  /** Units whose customers are not shared with it, by their paths. */
  notShared: string[];
}
const reach = 'select k.scope_path as scope';
const lentNothing = 'select null::text as scope where false';
export const apiKeyById = statement<KeyRow, { keyId: string }>(
  'people.apiKeyById',
  `select k.id, k.name, k.secret_hash, k.expires_at, r.permissions, k.is_sensitive, k.scope_path, u.id as org_unit_id,
          ${notShared('k.tenant_id', reach, lentNothing)} as not_shared
     from api_keys k
     join roles r on r.tenant_id = k.tenant_id and r.id = k.role_id
     join org_units u on u.tenant_id = k.tenant_id and u.path = k.scope_path
    where k.tenant_id = :tenant and k.id = :keyId and k.revoked_at is null`,
);

export interface EmployeeRow {
  id: string;
  name: string;
  post: string;
  phone: string;
  orgUnitId: string;
  orgPath: string;
  state: 'active' | 'away' | 'left';
  version: number;
  username: string | null;
  roleKeys: string[];
  lacksFactor: boolean;
}
const employeesPage = statement<
  EmployeeRow,
  {
    state: string | null;
    permission: string | null;
    afterName: string;
    afterId: string;
    size: number;
  }
>(
  'people.employeesPage',
  `select e.id, e.name, e.post, e.phone, e.org_unit_id, e.org_path, e.state, e.version, l.username,
          array(select r.key from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
                 where g.tenant_id = e.tenant_id and g.employee_id = e.id order by r.key) as role_keys,
          ${lacksFactor} as lacks_factor
     from employees e
     left join logins l on l.tenant_id = e.tenant_id and l.employee_id = e.id
    where e.tenant_id = :tenant and e.org_path ^@ any(:scopes) and (:state::text is null or e.state = :state)
      and (:permission::text is null or exists (
            select 1 from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
             where g.tenant_id = e.tenant_id and g.employee_id = e.id and :permission = any(r.permissions)))
      and (e.name, e.id) > (:afterName, :afterId::uuid)
    order by e.name, e.id limit :size`,
);
export const pageOfEmployees = (
  work: Work,
  filter: { state?: string; permission?: string },
  after: unknown[] | null,
  size: number,
) =>
  work.rows(employeesPage, {
    state: filter.state ?? null,
    permission: filter.permission ?? null,
    afterName: String(after?.[0] ?? ''),
    afterId: String(after?.[1] ?? '00000000-0000-0000-0000-000000000000'),
    size,
  });

/**
 * Employees `e` who may do a thing in a place of the tree, as SQL; so are both that it is given. The roles are looked up
 * once and each person's grants by his key, `offset 0` keeping it so: flattened into joins, a plan made before the tables
 * were counted walks all grants for each person.
 */
export const holdersAt = (permission: string, orgPath: string): string =>
  `employees e
    where e.tenant_id = :tenant and e.state = 'active' and exists (
      select 1 from role_grants g
       where g.tenant_id = e.tenant_id and g.employee_id = e.id and ${orgPath} ^@ g.scope_path
         and g.role_id = any(array(select r.id from roles r where r.tenant_id = :tenant and ${permission} = any(r.permissions)))
      offset 0)`;
const holders = statement<{ id: string; name: string }, { permission: string; orgPath: string }>(
  'people.holdersOf',
  `select e.id, e.name from ${holdersAt(':permission', ':orgPath')}
    order by e.org_path desc, e.id limit 50`,
);
/** Who may do a thing in a place of the tree: the nearest first. For deadlines that climb. */
export const employeesWith = (work: Work, permission: string, orgPath: string) =>
  work.rows(holders, { permission, orgPath });

const named = statement<{ id: string; name: string }, { ids: readonly string[] }>(
  'people.namesOf',
  'select id, name from employees where tenant_id = :tenant and id = any(:ids::uuid[])',
);
/** Names by id, for records that show who did what. */
export async function namesOf(
  work: Work,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((one): one is string => one !== null))];
  if (wanted.length === 0) return new Map();
  return new Map((await work.rows(named, { ids: wanted })).map((row) => [row.id, row.name]));
}

const rolesPage = statement<RowOf<'roles'>, { size: number }>(
  'people.roles',
  'select * from roles where tenant_id = :tenant order by created_at, id limit :size',
);
export const rolesOfTenant = (work: Work, size: number) => work.rows(rolesPage, { size });

const keysPage = statement<RowOf<'apiKeys'>, { size: number }>(
  'people.apiKeys',
  `select * from api_keys where tenant_id = :tenant and scope_path ^@ any(:scopes) and revoked_at is null
    order by id desc limit :size`,
);
/** The keys of one's part of the tree. */
export const openApiKeys = (work: Work, size: number) => work.rows(keysPage, { size });

export const insertEmployee = (work: Work, row: Fresh<'employees'>) =>
  work.insert('employees', row);
export const insertLogin = (work: Work, row: Fresh<'logins'>) => work.insert('logins', row);
export const insertRoles = (work: Work, rows: readonly Fresh<'roles'>[]) =>
  work.insertAll('roles', rows);
export const grantRoles = (work: Work, rows: readonly Fresh<'roleGrants'>[]) =>
  work.insertAll('roleGrants', rows);
export const insertApiKey = (work: Work, row: Fresh<'apiKeys'>) => work.insert('apiKeys', row);
export const updateLogin = (work: Work, employeeId: string, passwordHash: string) =>
  work.update('logins', { employeeId }, { passwordHash, changedAt: work.now, mustChange: false });
/** A password that others know, too: it opens nothing but the change of it. */
export const requireChange = (work: Work, employeeId: string, passwordHash: string) =>
  work.update('logins', { employeeId }, { passwordHash, changedAt: work.now, mustChange: true });
export const renewHash = (work: Work, employeeId: string, from: string, passwordHash: string) =>
  work.update('logins', { employeeId, passwordHash: from }, { passwordHash });
const keyEnded = statement<{ id: string }, { keyId: string }>(
  'people.endApiKey',
  `update api_keys set revoked_at = :now
    where tenant_id = :tenant and id = :keyId and scope_path ^@ any(:scopes) returning id`,
);
export const endApiKey = (work: Work, keyId: string) => work.first(keyEnded, { keyId });
