import type pg from 'pg';
import type { House } from '../archive/house.ts';

/** One request of the benchmark. */
export interface Request {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
}

/** One of the nine operations that are published, with as many requests as are asked of it. */
export interface Operation {
  key: `W${number}`;
  name: string;
  isWrite: boolean;
  requests: Request[];
}

/** How many requests of each sort a house has to yield. */
export interface Counts {
  reads: number;
  writes: number;
}

interface Drawn {
  id: string;
  name: string;
  initials: string;
  phone: string;
}
interface Car {
  id: string;
  plate: string;
  mileage: number;
}

const get = (path: string): Request => ({ method: 'GET', path });
const post = (path: string, body: object): Request => ({ method: 'POST', path, body });
const states = ['delivered', 'inWork'];

/**
 * The nine operations, drawn from a house's own records, the same each time. W5 takes its orders from W4: its requests
 * are made by `stepsOn` once those stand.
 */
export async function operationsOf(
  client: pg.Client,
  { tenantId }: House,
  { reads, writes }: Counts,
): Promise<Operation[]> {
  await client.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  const drawn = async <Row extends pg.QueryResultRow>(sql: string, limit: number) =>
    (await client.query<Row>(`${sql} order by md5(id::text) limit ${limit}`, [tenantId])).rows;
  const people = await drawn<Drawn>(
    `select id, name, name_initials as initials, phone from customers where tenant_id = $1 and kind = 'person'`,
    reads,
  );
  const cars = await drawn<Car>(
    `select id, plate, mileage_km as mileage from vehicles v where tenant_id = $1 and not exists
       (select from service_orders o where o.tenant_id = $1 and o.vehicle_id = v.id and o.state <> 'delivered')`,
    Math.max(reads, writes),
  );
  const each = <Row>(rows: readonly Row[], of: (row: Row, at: number) => Request) =>
    Array.from({ length: reads }, (_, at) => of(rows[at % rows.length]!, at));
  const received = cars.slice(0, writes).map(({ id, mileage }) =>
    post('/service-orders', {
      vehicleId: id,
      customerWords: '保养，检查刹车异响',
      mileageKm: mileage + 5_000,
    }),
  );
  const complained = Array.from({ length: writes }, (_, at) =>
    post('/complaints', {
      ...{ channel: 'phone', kind: 'repairTechnique', complainantName: people[at % reads]!.name },
      content: '刹车异响修了两次还没有修好',
      customerId: people[at % people.length]!.id,
    }),
  );
  const list = (at: number) => `/service-orders?limit=50&state=${states[at % 8 === 0 ? 1 : 0]}`;
  return [
    read(
      'W1',
      'one customer with cars',
      each(people, ({ id }) => get(`/customers/${id}`)),
    ),
    read(
      'W2',
      '50 orders by state, newest first',
      each(people, (_, at) => get(list(at))),
    ),
    read(
      'W3',
      'search',
      each(people, (one, at) => get(searchOf(one, cars, at))),
    ),
    { key: 'W4', name: 'an order is received', isWrite: true, requests: received },
    { key: 'W5', name: 'a step of an order', isWrite: true, requests: [] },
    { key: 'W6', name: 'a complaint is put on the register', isWrite: true, requests: complained },
    read(
      'W7',
      'complaints by month and class',
      each(people, () => get('/complaint-analysis')),
    ),
    read(
      'W8',
      'the morning list',
      each(people, () => get('/follow-ups/due')),
    ),
    read(
      'W9',
      'the board, 300 open orders',
      each(people, () => get('/service-orders/board')),
    ),
  ];
}

const read = (key: Operation['key'], name: string, requests: Request[]): Operation => ({
  ...{ key, name, requests },
  isWrite: false,
});

/** A name's fragment, its initials, a plate, the tail of a telephone: in turn. */
function searchOf({ name, initials, phone }: Drawn, cars: readonly Car[], at: number): string {
  const { plate } = cars[at % cars.length]!;
  const typed = [name.slice(-2), initials, plate.slice(-5), phone.slice(-4)][at % 4]!;
  return `/search?q=${encodeURIComponent(typed)}`;
}

/** The step of W5: the car is looked at, for orders that were just received. */
export const stepsOn = (orderIds: readonly string[]): Request[] =>
  orderIds.map((id) =>
    post(`/service-orders/${id}/inspect`, {
      methods: ['look', 'roadTest'],
      findings: [{ item: '前刹车片', light: 'yellow', note: '剩 4 毫米' }],
      grade: 'secondary',
    }),
  );
