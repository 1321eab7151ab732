import { organisationEvents } from '#modules/organisation/events.ts';
import { beginWithRegions, insertTenant, insertUnit } from '#modules/organisation/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Database } from '#platform/database.ts';
import type { Host } from '#platform/host.ts';
import { newId } from '#platform/ids.ts';
import { Problem } from '#platform/problem.ts';
import { valuesOf } from '#platform/sql.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import { type Work, writingWork } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { entranceRoutes } from '../contract.ts';
import { defaultRoles } from './default-roles.ts';
import { networkOf } from './network.ts';
import { hashPassword, refuseWeakPassword } from './passwords.ts';
import {
  anyTenant,
  grantRoles,
  insertEmployee,
  insertLogin,
  insertRoles,
  lockSetup,
  rolesOfTenant,
} from './queries.ts';
import { openSession, rememberDevice, type Visitor } from './sessions.ts';
import type { Entered } from './sign-in.ts';

export async function tenantCount(database: Database): Promise<number> {
  const { rows } = await database.global(anyTenant, []);
  return (rows[0] as { tenants: number }).tenants;
}

/** The first run: one tenant with one node and one account. Only on an empty server; no default password exists. */
export async function setUp(
  host: Host,
  input: BodyOf<typeof entranceRoutes.setup>,
  visitor: Visitor,
): Promise<Entered> {
  refuseWeakPassword(input.password, input.username, '/password');
  await countOrRefuse(host.database, host.clock.now(), [
    { key: `setup:${networkOf(visitor.address)}`, most: 20, windowMinutes: 15 },
  ]);
  const passwordHash = await hashPassword(input.password);
  const tenantId = newId(host.clock.now());
  await host.database.transaction(null, async (session) => {
    await session.run(lockSetup, []);
    const { rows } = await session.run(anyTenant, []);
    if ((rows[0] as { tenants: number }).tenants > 0) throw new Problem(409, 'setup_done');
    const tenant = {
      id: tenantId,
      code: input.code ?? 'main',
      name: input.tenantName,
      isSample: false,
      now: host.clock.now(),
    };
    await session.run(insertTenant, valuesOf(insertTenant, tenant));
  });
  return foundTenant(host, { ...input, tenantId, passwordHash }, visitor);
}

export interface Founding {
  tenantId: string;
  tenantName: string;
  employeeName: string;
  username: string;
  passwordHash: string;
}

/** Root node, default roles (ORG-04), the owner with his login, and his first session. */
async function foundTenant(host: Host, founding: Founding, visitor: Visitor): Promise<Entered> {
  const actor = systemActor(founding.tenantId, 'people.setup');
  const setting = { actor, now: host.clock.now(founding.tenantId) };
  return writingWork(
    host.database,
    setting,
    async (work) => {
      const { employeeId } = await foundOrganisation(work, founding);
      const opened = await openSession(work, employeeId, visitor);
      const { sessionId } = opened;
      const device = await rememberDevice(work, { employeeId, sessionId }, visitor);
      return { ...opened, device };
    },
    host.live.tell,
  );
}

/** The rows that every tenant begins with; used by the first run, by the sample shop and by tests alike. */
export async function foundOrganisation(
  work: Work,
  founding: Omit<Founding, 'passwordHash'> & { passwordHash?: string },
): Promise<{ unitId: string; unitPath: string; employeeId: string }> {
  const unit = await insertUnit(work, {
    parentId: null,
    tier: 'shop',
    code: 'main',
    name: founding.tenantName,
    path: '1.',
  });
  await beginWithRegions(work);
  await insertRoles(
    work,
    defaultRoles.map((role) => ({ ...role, permissions: [...role.permissions] })),
  );
  const place = { orgUnitId: unit.id, orgPath: unit.path };
  const post = '负责人';
  const employee = await insertEmployee(work, { ...place, name: founding.employeeName, post });
  if (founding.passwordHash) {
    const { username, passwordHash } = founding;
    await insertLogin(work, {
      employeeId: employee.id,
      username: username.toLowerCase(),
      passwordHash,
      changedAt: work.now,
    });
  }
  await giveRoles(work, employee.id, ['owner'], unit.path);
  await work.emit(
    organisationEvents.founded,
    { tenantId: work.actor.tenantId, name: founding.tenantName },
    { type: 'orgUnit', id: unit.id, orgPath: unit.path },
  );
  return { unitId: unit.id, unitPath: unit.path, employeeId: employee.id };
}

/** Grants roles by key for a part of the tree. */
export async function giveRoles(
  work: Work,
  employeeId: string,
  keys: readonly string[],
  scopePath: string,
): Promise<void> {
  const known = new Map((await rolesOfTenant(work, 200)).map((role) => [role.key, role]));
  const roles = keys.map((key, at) => {
    const role = known.get(key);
    if (!role)
      throw new Problem(422, 'role_unknown', {}, [
        { pointer: `/roleKeys/${at}`, code: 'role_unknown' },
      ]);
    return role;
  });
  if (roles.length === 0) return;
  await grantRoles(
    work,
    roles.map((role) => ({ employeeId, roleId: role.id, scopePath })),
  );
}
