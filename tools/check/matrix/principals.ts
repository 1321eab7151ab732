import { peopleRoutes, staffRoutes } from '#modules/people/contract.ts';
import {
  giveRoles,
  insertEmployee,
  insertLogin,
  openSession,
} from '#modules/people/server/index.ts';
import { routeTable } from '#platform/http.ts';
import { statement } from '#platform/sql.ts';
import type { Owing } from '#shared/route.ts';
import { TestEmployee, type TestShop } from '#test/tenant.ts';
import { linkPrincipals } from './link-principals.ts';
import type { World } from './world.ts';

/** Who asks, and what the house promises of him. */
export interface Principal {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Nobody in particular, or one whose way in is shut: 401 wherever a login is asked. */
  readonly isShutOut: boolean;
  readonly tenantId: string;
  readonly permissions: ReadonlySet<string>;
  readonly scopes: readonly string[];
  /** Where his new records are made. */
  readonly homePath: string;
  /** What his session lacks before it opens. */
  readonly owes?: Owing;
  /** Whether he showed a secret a moment ago; programs have none to show. */
  readonly hasProved: boolean;
  /** Another site's page sends it with his cookie. */
  readonly isElsewhere?: boolean;
  /** Came by a link, for this one record. */
  readonly link?: {
    readonly purpose: string;
    readonly aboutId: string;
    readonly isWithdrawn: boolean;
  };
}

export interface Principals {
  readonly all: readonly Principal[];
  /** Takes the rights of some whose sessions are known by then. */
  demote(): Promise<void>;
}

const rolesOf = statement<{ key: string; permissions: string[] }, object>(
  'matrix.roles',
  'select key, permissions from roles where tenant_id = :tenant order by created_at, id',
);
const visitor = { address: '127.0.0.1', userAgent: 'matrix' };

/** Everybody who may stand before a route. */
export async function principalsOf(world: World): Promise<Principals> {
  const { home } = world;
  const shop = home.branches[0].shop;
  const sister = home.branches[1].shop;
  const roles = new Map(
    (await shop.reading.rows(rolesOf, {})).map(({ key, permissions }) => [key, permissions]),
  );
  const holding = (name: string, headers: Principal['headers'], role: string, scope: string) => ({
    name,
    headers,
    isShutOut: false,
    tenantId: shop.tenantId,
    permissions: new Set(roles.get(role)),
    scopes: scope === '' ? [] : [scope],
    homePath: shop.unitPath,
    hasProved: true,
  });
  const person = async (name: string, role: string, scope: string) =>
    holding(name, cookieOf(await employ(shop, role, scope)), role, scope);
  const shut = (name: string, headers: Principal['headers']): Principal => ({
    ...holding(name, headers, '', ''),
    isShutOut: true,
  });

  const all: Principal[] = [shut('anonymous', {}), ...(await strangers(shop, shut))];
  for (const role of roles.keys()) {
    all.push(await person(`${role} here`, role, shop.unitPath));
    all.push(await person(`${role} of the sister shop`, role, sister.unitPath));
    const key = await keyFor(shop, role);
    all.push(holding(`key of a ${role}`, bearer(key.secret), role, shop.unitPath));
  }
  all.push(await person('one without a role', '', ''));
  all.push(
    ...(await heldBack(shop, (name, headers) => holding(name, headers, 'owner', shop.unitPath))),
  );
  all.push(await person('owner above both shops', 'owner', home.root.unitPath));
  const lured = await person('owner lured by another site', 'owner', shop.unitPath);
  const origin = { origin: 'https://elsewhere.example' };
  all.push({ ...lured, headers: { ...lured.headers, ...origin }, isElsewhere: true });
  all.push(await clerk(shop));
  all.push(...(await shutOut(shop, shut)));
  const standIn = await employ(shop, 'technician', shop.unitPath);
  await nameStandIn(shop, standIn.id);
  all.push(holding('a stand-in', cookieOf(standIn), 'technician', shop.unitPath));
  const demoted = await employ(shop, 'owner', shop.unitPath);
  all.push(holding('one demoted', cookieOf(demoted), 'technician', shop.unitPath));
  all.push(...(await linkPrincipals(world)));
  return { all, demote: () => takeRights(home.root, demoted.id) };
}

const cookieOf = ({ cookie }: TestEmployee) => ({ cookie });
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** Someone at work in a shop, with a role for a part of the tree that may lie elsewhere. */
const employ = (shop: TestShop, role: string, scope: string): Promise<TestEmployee> =>
  shop.write(async (work) => {
    const place = { orgUnitId: shop.unitId, orgPath: shop.unitPath };
    const row = await insertEmployee(work, { ...place, name: `matrix ${role}` });
    if (role !== '') await giveRoles(work, row.id, [role], scope);
    const { token } = await openSession(work, row.id, visitor);
    return new TestEmployee(shop, row.id, row.name, token);
  });

async function keyFor(shop: TestShop, roleKey: string, isSensitive = true) {
  const owner = await employ(shop, 'owner', shop.unitPath);
  return owner.call(peopleRoutes.addApiKey, {
    body: {
      name: `matrix ${roleKey}`,
      roleKey,
      isSensitive,
      expiresAt: '2027-06-01T00:00:00.000Z',
    },
  });
}

async function nameStandIn(shop: TestShop, standInId: string): Promise<void> {
  const [owner, absent] = [
    await employ(shop, 'owner', shop.unitPath),
    await employ(shop, 'owner', shop.unitPath),
  ];
  const until = new Date(shop.now.getTime() + 86_400_000).toISOString();
  await owner.call(staffRoutes.nameStandIn, {
    params: { employeeId: absent.id },
    body: { standInId, fromAt: shop.now.toISOString(), untilAt: until },
  });
}

/** Keeps the list of people and the keys, and holds nothing else: nobody may rise by his hand. */
async function clerk(shop: TestShop): Promise<Principal> {
  const permissions = ['people.manage', 'apiKeys.manage'];
  const employee = await employ(shop, '', '');
  await shop.write(async (work) => {
    const role = await work.insert('roles', {
      key: 'clerk',
      name: 'clerk',
      permissions,
      home: 'today',
    });
    const scopePath = shop.unitPath;
    await work.insert('roleGrants', { employeeId: employee.id, roleId: role.id, scopePath });
  });
  return {
    name: 'a clerk of people',
    headers: cookieOf(employee),
    isShutOut: false,
    tenantId: shop.tenantId,
    permissions: new Set(permissions),
    scopes: [shop.unitPath],
    homePath: shop.unitPath,
    hasProved: true,
  };
}

/** Owners to whom the house says: not now. */
async function heldBack(
  shop: TestShop,
  owner: (name: string, headers: Principal['headers']) => Principal,
): Promise<Principal[]> {
  const employed = () => employ(shop, 'owner', shop.unitPath);
  const [stale, half, late] = [await employed(), await employed(), await employed()];
  const plainKey = await keyFor(shop, 'owner', false);
  await shop.write(async (work) => {
    const provedAt = new Date(work.now.getTime() - 3_600_000);
    await work.update('sessions', { employeeId: stale.id }, { provedAt });
    await work.insert('passkeys', {
      employeeId: half.id,
      credentialId: half.id,
      publicKey: Buffer.alloc(32),
      signCount: 0,
      name: '手机',
    });
    const role = await work.insert('roles', {
      key: 'matrix',
      name: 'matrix',
      permissions: [],
      home: 'today',
      secondFactorFrom: '2026-01-01',
    });
    const scopePath = shop.unitPath;
    await work.insert('roleGrants', { employeeId: late.id, roleId: role.id, scopePath });
  });
  const asking = new Set(routeTable().flatMap(({ stepUp, access }) => (stepUp ? [access] : [])));
  const key = owner('key of an owner without what needs a proof', bearer(plainKey.secret));
  return [
    { ...owner('one who proved himself long ago', cookieOf(stale)), hasProved: false },
    { ...owner('one who owes his second factor', cookieOf(half)), owes: 'factor' },
    { ...owner('one who owes setting one up', cookieOf(late)), owes: 'setup' },
    { ...key, permissions: new Set([...key.permissions].filter((one) => !asking.has(one))) },
  ];
}

type Shut = (name: string, headers: Principal['headers']) => Principal;

/** Made-up bearers, and a real one whose secret is another. */
async function strangers(shop: TestShop, shut: Shut): Promise<Principal[]> {
  const { cookie } = await employ(shop, 'owner', shop.unitPath);
  const key = await keyFor(shop, 'owner');
  const altered = (text: string) => text.replace(/.{8}$/, 'AAAAAAAA');
  const tenant = shop.tenantId.replaceAll('-', '');
  const madeUp = `${tenant}.${'0'.repeat(32)}.${'A'.repeat(43)}`;
  return [
    shut('a garbled key', bearer('jm_garbage')),
    shut('a key that nobody made', bearer(`jm_${madeUp}`)),
    shut('a key with another secret', bearer(altered(key.secret))),
    shut('a session with another secret', { cookie: altered(cookie) }),
    shut('a key sent as another kind', { authorization: `Basic ${key.secret}`, cookie }),
  ];
}

/** Those whose way in was shut, one way each; what else would still let them in stays as it was. */
async function shutOut(shop: TestShop, shut: Shut): Promise<Principal[]> {
  const owner = () => employ(shop, 'owner', shop.unitPath);
  const [disabled, left, revoked, expired, idle] = [
    await owner(),
    await owner(),
    await owner(),
    await owner(),
    await owner(),
  ];
  await revoked.call(peopleRoutes.signOut, {});
  const [endedKey, oldKey] = [await keyFor(shop, 'owner'), await keyFor(shop, 'owner')];
  await disabled.call(peopleRoutes.revokeApiKey, { params: { apiKeyId: endedKey.id } });
  const hours = (count: number) => new Date(shop.now.getTime() + count * 3_600_000);
  await shop.write(async (work) => {
    await insertLogin(work, loginOf(disabled.id, false));
    await work.update('employees', { id: left.id }, { state: 'left' });
    await work.update('sessions', { employeeId: expired.id }, { expiresAt: hours(-1) });
    await work.update('sessions', { employeeId: idle.id }, { lastSeenAt: hours(-4) });
    await work.update('apiKeys', { id: oldKey.id }, { expiresAt: hours(-1) });
  });
  return [
    shut('one whose login is disabled', cookieOf(disabled)),
    shut('one who has left', cookieOf(left)),
    shut('an ended session', cookieOf(revoked)),
    shut('an expired session', cookieOf(expired)),
    shut('a session long idle', cookieOf(idle)),
    shut('a revoked key', bearer(endedKey.secret)),
    shut('an expired key', bearer(oldKey.secret)),
  ];
}

const loginOf = (employeeId: string, isEnabled: boolean) => ({
  employeeId,
  username: `matrix-${employeeId}`,
  passwordHash: 'none',
  changedAt: new Date(0),
  isEnabled,
});

async function takeRights(root: TestShop, employeeId: string): Promise<void> {
  const owner = await employ(root, 'owner', root.unitPath);
  await root.write((work) => insertLogin(work, loginOf(owner.id, true)));
  const { version } = await owner.call(staffRoutes.read, { params: { employeeId } });
  await owner.call(
    staffRoutes.change,
    { params: { employeeId }, body: { roleKeys: ['technician'] } },
    { version },
  );
}
