import { organisationEvents } from '#modules/organisation/events.ts';
import { insertTenant, insertUnit, tenantByCode } from '#modules/organisation/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Database } from '#platform/database.ts';
import type { Host } from '#platform/host.ts';
import { newId } from '#platform/ids.ts';
import { Problem } from '#platform/problem.ts';
import { valuesOf } from '#platform/sql.ts';
import { countOrRefuse, forgetCount } from '#platform/throttle.ts';
import { readingWork, type Work, writingWork } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { entranceRoutes } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import { defaultRoles } from './default-roles.ts';
import { sessionHours } from './identity.ts';
import { hashPassword, isPassword, refuseWeakPassword } from './passwords.ts';
import {
  anyTenant,
  grantRoles,
  insertEmployee,
  insertLogin,
  insertRoles,
  insertSession,
  lockSetup,
  loginOf,
  rolesOfTenant,
} from './queries.ts';
import { hashSecret, newSecret, writeToken } from './tokens.ts';

export interface Visitor {
  address: string;
  userAgent: string;
}
export interface Opened {
  token: string;
  tenantId: string;
  sessionId: string;
  expiresAt: Date;
}

export async function tenantCount(database: Database): Promise<number> {
  const { rows } = await database.global(anyTenant, []);
  return (rows[0] as { tenants: number }).tenants;
}

/** The first run: one tenant with one node and one account. Only on an empty server; no default password exists. */
export async function setUp(
  host: Host,
  input: BodyOf<typeof entranceRoutes.setup>,
  visitor: Visitor,
): Promise<Opened> {
  refuseWeakPassword(input.password, input.username, '/password');
  await countOrRefuse(host.database, host.clock.now(), [
    { key: `setup:${visitor.address}`, most: 20, windowMinutes: 15 },
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
async function foundTenant(host: Host, founding: Founding, visitor: Visitor): Promise<Opened> {
  const actor = systemActor(founding.tenantId, 'people.setup');
  const setting = { actor, now: host.clock.now(founding.tenantId) };
  return writingWork(
    host.database,
    setting,
    async (work) => {
      const owner = await foundOrganisation(work, founding);
      return openSession(work, owner.employeeId, visitor);
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

/** Counts before the password is looked at; the same answer and cost for an unknown name. */
export async function signIn(
  host: Host,
  input: BodyOf<typeof entranceRoutes.signIn>,
  visitor: Visitor,
): Promise<Opened> {
  const now = host.clock.now();
  const username = input.username.toLowerCase();
  const tenantId = await tenantFor(host.database, input.tenant);
  const accountKey = `login:${tenantId ?? input.tenant ?? ''}:${username}`;
  await countOrRefuse(host.database, now, [
    { key: accountKey, most: 5, windowMinutes: 15 },
    { key: `login-from:${networkOf(visitor.address)}`, most: 60, windowMinutes: 15 },
  ]);
  if (tenantId === undefined) {
    await isPassword(undefined, input.password);
    throw wrongLogin();
  }
  const setting = {
    actor: systemActor(tenantId, 'people.signIn'),
    now: host.clock.now(tenantId),
  };
  const login = await loginOf(readingWork(host.database, setting), username);
  const usable = login?.isEnabled && login.state !== 'left' ? login : undefined;
  if (!(await isPassword(usable?.passwordHash, input.password)) || !usable) throw wrongLogin();
  await forgetCount(host.database, accountKey);
  return writingWork(
    host.database,
    setting,
    (work) => openSession(work, usable.employeeId, visitor),
    host.live.tell,
  );
}

const wrongLogin = () => new Problem(401, 'wrong_login');

async function tenantFor(
  database: Database,
  code: string | undefined,
): Promise<string | undefined> {
  const { rows } = await database.global(tenantByCode, [code ?? null]);
  if (code === undefined && rows.length > 1) {
    throw new Problem(422, 'tenant_needed', {}, [{ pointer: '/tenant', code: 'tenant_needed' }]);
  }
  return rows[0]?.id as string | undefined;
}

/** An IPv6 household is a /64; an IPv4 address is itself. */
const networkOf = (address: string) =>
  address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;

/** A session's secret exists here and with its bearer; the table has only its hash. */
export async function openSession(
  work: Work,
  employeeId: string,
  visitor: Visitor,
): Promise<Opened> {
  const secret = newSecret();
  const expiresAt = new Date(work.now.getTime() + sessionHours * 3_600_000);
  const row = await insertSession(work, {
    secretHash: hashSecret(secret),
    employeeId,
    lastSeenAt: work.now,
    provedAt: work.now,
    expiresAt,
    userAgent: visitor.userAgent.slice(0, 300),
    address: visitor.address.slice(0, 60),
  });
  await work.emit(
    peopleEvents.signedIn,
    { employeeId, sessionId: row.id },
    { type: 'session', id: row.id },
  );
  const { tenantId } = work.actor;
  return {
    token: writeToken({ tenantId, id: row.id, secret }),
    tenantId,
    sessionId: row.id,
    expiresAt,
  };
}
