import pg from 'pg';
import { countAllMarked } from '#modules/complaint-reviews/server/index.ts';
import { insertTenant } from '#modules/organisation/server/index.ts';
import {
  cookieName,
  foundOrganisation,
  giveRoles,
  insertEmployee,
  openSession,
} from '#modules/people/server/index.ts';
import { countStandings } from '#modules/segments/server/index.ts';
import { foldVisitCounts } from '#modules/service-orders/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import { valuesOf } from '#platform/sql.ts';
import { type Work, writingWork } from '#platform/work.ts';

/** One tenant of the comparison. */
export interface House {
  name: 'small' | 'big';
  tenantId: string;
  rootId: string;
  customers: number;
  vehicles: number;
  /** Customers on file twice, and cars: what the search for duplicates has to find. */
  planted: number;
}

const carsOf = (customers: number) => Math.round(customers * 1.2);

const inTenant = <T>(database: Database, tenantId: string, body: (work: Work) => Promise<T>) =>
  writingWork(
    database,
    { actor: systemActor(tenantId, 'bench'), now: systemClock.now() },
    body,
    () => {},
  );

/** A house with its root and roles, still without a shop. */
export async function foundHouse(
  database: Database,
  name: House['name'],
  customers: number,
): Promise<House> {
  const now = systemClock.now();
  const tenantId = newId(now);
  const tenant = { id: tenantId, code: name, name, isSample: true, now };
  await database.global(insertTenant, valuesOf(insertTenant, tenant));
  const founding = { tenantId, tenantName: name, employeeName: '周建国', username: 'dianzhang' };
  const { unitId } = await inTenant(database, tenantId, (work) =>
    foundOrganisation(work, founding),
  );
  return houseOf({ name, tenantId, rootId: unitId, customers });
}

const houseOf = (known: Omit<House, 'vehicles' | 'planted'>): House => ({
  ...known,
  vehicles: carsOf(known.customers),
  planted: Math.round(known.customers / 1000),
});

/** The houses of a database that was filled before. */
export async function knownHouses(owner: pg.Client): Promise<House[]> {
  const { rows: tenants } = await owner.query<{ id: string; code: House['name'] }>(
    'select id, code from tenants order by code desc',
  );
  const houses: House[] = [];
  for (const { id, code } of tenants) {
    await owner.query("select set_config('app.tenant_id', $1, false)", [id]);
    const { rows } = await owner.query<{ root: string; customers: number }>(
      `select (select id from org_units where tenant_id = $1 and parent_id is null) as root,
              (select count(*)::integer from customers where tenant_id = $1 and import_batch_id is null) as customers`,
      [id],
    );
    const { root, customers } = rows[0]!;
    houses.push(houseOf({ name: code, tenantId: id, rootId: root, customers }));
  }
  return houses;
}

/** What the night before has done in a house of any age: customers, complaints and visits are counted. */
export async function nightOf(database: Database, { tenantId }: House): Promise<void> {
  for (const counting of [countStandings, countAllMarked, foldVisitCounts])
    await inTenant(database, tenantId, async (work) => void (await counting(work)));
}

/** Who asks: the house's owner sees all of it, a shop's advisor his shop. */
export interface Askers {
  headOffice: string;
  shop: string;
}

/** Sessions of both, as cookies. */
export async function askersOf(
  database: Database,
  client: pg.Client,
  house: House,
): Promise<Askers> {
  await client.query("select set_config('app.tenant_id', $1, false)", [house.tenantId]);
  const { rows } = await client.query<{ owner: string; shop: string; path: string }>(
    `select (select g.employee_id from role_grants g
               join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
              where r.key = 'owner' and g.tenant_id = $1 limit 1) as owner,
            u.id as shop, u.path from org_units u
      where u.tenant_id = $1 and u.parent_id is not null order by u.path limit 1`,
    [house.tenantId],
  );
  const { owner, shop, path } = rows[0]!;
  return inTenant(database, house.tenantId, async (work) => {
    const at = { orgUnitId: shop, orgPath: path };
    const advisor = await insertEmployee(work, { ...at, name: '林晓东', post: '服务顾问' });
    await giveRoles(work, advisor.id, ['advisor', 'followUpAgent'], path);
    const cookieOf = async (employeeId: string) => {
      const visitor = { address: '127.0.0.1', userAgent: 'bench' };
      return `${cookieName(false)}=${(await openSession(work, employeeId, visitor)).token}`;
    };
    return { headOffice: await cookieOf(owner), shop: await cookieOf(advisor.id) };
  });
}

/** A connection that stays open. */
export async function connected(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection);
  // Its loss is told by whatever it was asked.
  client.on('error', () => {});
  await client.connect();
  return client;
}
