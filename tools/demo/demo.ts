import { insertTenant, tenantByCode } from '#modules/organisation/server/index.ts';
import { foundOrganisation } from '#modules/people/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Database } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import { statement, valuesOf } from '#platform/sql.ts';
import { readingWork, type Work, writingWork } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { History, historyTables } from './history.ts';
import { hirePeople, type NewLogin, sampleFounder } from './people.ts';
import { Player } from './player.ts';
import { Random } from './random.ts';
import { RowWriter } from './rows.ts';
import { type Place, type Staff, zone } from './shop.ts';
import { type KnownVehicle, Stories } from './stories.ts';

/** Said to the person as it stands. */
export class DemoRefused extends Error {}

export interface DemoOrder {
  customers: number;
  now: Date;
  say(line: string): void;
}

const shopName = '景明示范汽修';
const customersAtOnce = 500;
/** From here on the full detail of every visit would only fill the disk. */
const leanFrom = 5000;
/** The last days are played through the front door, so that every clock runs. */
const playedDays = 21;

const anyCustomer = statement<{ there: boolean }, object>(
  'demo.anyCustomer',
  'select exists (select 1 from customers where tenant_id = :tenant) as there',
);
const rootUnit = statement<{ id: string; path: string }, object>(
  'demo.rootUnit',
  'select id, path from org_units where tenant_id = :tenant order by path limit 1',
);

/** Fills an empty house: founds one where there is none, refuses where customers are on file already. */
export async function makeDemo(database: Database, order: DemoOrder): Promise<NewLogin[]> {
  const { place, founder } = await emptyHouse(database, order);
  const { staff, logins } = await inHouse(database, place, order, (work) =>
    hirePeople(work, place, founder?.employeeId),
  );
  await writeHistory(database, place, staff, order);
  await playStories(database, place, staff, order);
  return founder ? [founder.login, ...logins] : logins;
}

const inHouse = <T>(
  database: Database,
  place: Place,
  order: DemoOrder,
  body: (work: Work) => Promise<T>,
) =>
  writingWork(
    database,
    {
      actor: {
        ...systemActor(place.tenantId, 'demo'),
        unitId: place.orgUnitId,
        unitPath: place.orgPath,
      },
      now: order.now,
    },
    body,
    () => {},
  );

interface House {
  place: Place;
  /** Who founded it just now; undefined where the house stood already. */
  founder?: { employeeId: string; login: NewLogin };
}

async function emptyHouse(database: Database, order: DemoOrder): Promise<House> {
  const { rows } = await database.global(tenantByCode, [null]);
  if (rows.length > 1) {
    throw new DemoRefused(
      '这台服务器上已有多家企业，示范数据只能放进空的系统。/ Several tenants: refused.',
    );
  }
  const tenantId = rows[0]?.id as string | undefined;
  return tenantId ? { place: await placeIn(database, tenantId, order) } : found(database, order);
}

async function found(database: Database, order: DemoOrder): Promise<House> {
  const tenantId = newId(order.now);
  const tenant = { id: tenantId, code: 'demo', name: shopName, isSample: true, now: order.now };
  await database.global(insertTenant, valuesOf(insertTenant, tenant));
  const { login, founding } = await sampleFounder();
  const setting = { actor: systemActor(tenantId, 'demo'), now: order.now };
  const { unitId, unitPath, employeeId } = await writingWork(
    database,
    setting,
    (work) => foundOrganisation(work, { ...founding, tenantId, tenantName: shopName }),
    () => {},
  );
  return {
    place: { tenantId, orgUnitId: unitId, orgPath: unitPath },
    founder: { employeeId, login },
  };
}

async function placeIn(database: Database, tenantId: string, order: DemoOrder): Promise<Place> {
  const work = readingWork(database, { actor: systemActor(tenantId, 'demo'), now: order.now });
  if ((await work.first(anyCustomer, {}))!.there) {
    throw new DemoRefused(
      '系统里已有客户档案，示范数据只能放进空的系统。/ Customers are on file already: refused.',
    );
  }
  const root = (await work.first(rootUnit, {}))!;
  return { tenantId, orgUnitId: root.id, orgPath: root.path };
}

async function writeHistory(
  database: Database,
  place: Place,
  staff: Staff,
  order: DemoOrder,
): Promise<void> {
  const lastDay = addDays(dateIn(zone, order.now), -playedDays);
  const history = new History(place, staff, lastDay, order.customers >= leanFrom);
  const writer = new RowWriter();
  for (let n = 0; n < order.customers; n++) {
    history.add(writer, n);
    const isLast = n === order.customers - 1;
    if (isLast) history.addCounters(writer);
    if (isLast || (n + 1) % customersAtOnce === 0) {
      await database.transaction(place.tenantId, (session) => writer.write(session, historyTables));
      if (isLast || (n + 1) % 10_000 === 0)
        order.say(`客户 ${n + 1}/${order.customers}，共 ${writer.written} 行`);
    }
  }
}

/** Cars that came once and are due again; the newest shops have none, so any will do. */
const dueVehicles = statement<KnownVehicle, { size: number }>(
  'demo.dueVehicles',
  `select id, owner_id, plate, mileage_km from vehicles
    where tenant_id = :tenant and owner_id is not null order by md5(id::text) limit :size`,
);

async function playStories(
  database: Database,
  place: Place,
  staff: Staff,
  order: DemoOrder,
): Promise<void> {
  order.say('正在演示最近三周的接车、维修、回访和投诉 …');
  const firstDay = addDays(dateIn(zone, order.now), 1 - playedDays);
  const player = await Player.open(database, place, instantAt(zone, firstDay, '08:00'));
  try {
    const vehicles = await inHouse(database, place, order, (work) =>
      work.rows(dueVehicles, { size: 120 }),
    );
    await new Stories(player, staff, new Random(77), vehicles).play(firstDay, order.now);
  } finally {
    await player.close();
  }
}
