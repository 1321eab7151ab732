import type pg from 'pg';
import type { Askers, House } from './house.ts';

export interface Asking {
  path: string;
  body?: object;
}
/** One kind of question that people at work put to the archive, as each house's own records allow. */
export interface Kind {
  name: string;
  group: 'search' | 'lists' | 'pages' | 'groups';
  by: keyof Askers;
  asked: readonly Asking[];
}

interface Drawn {
  name: string;
  initials: string;
  pinyin: string;
  phone: string;
  id: string;
}
interface DrawnCar {
  id: string;
  plate: string;
  vin: string;
}

const q = (text: string) => encodeURIComponent(text);
/** Surnames from the commonest to the rare: typed alone they find a share of the archive, not a number. */
const surnames = ['王', '张', '刘', '陈', '赵', '徐', '高', '潘', '叶', '钟', '龙', '武'];

/** Draws as many of everything as are asked; always the same ones. */
export async function kindsOf(client: pg.Client, house: House, calls: number): Promise<Kind[]> {
  const { tenantId } = house;
  await client.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  const drawn = async <Row extends pg.QueryResultRow>(sql: string) =>
    (await client.query<Row>(`${sql} limit ${calls}`, [tenantId])).rows;
  const inShop = `org_path = (select path from org_units where tenant_id = $1 and parent_id is not null order by path limit 1)`;
  const columns = 'id, name, name_initials as initials, name_pinyin as pinyin, phone';
  const people = (more: string) =>
    drawn<Drawn>(
      `select ${columns} from customers where tenant_id = $1 and kind = 'person' ${more} order by md5(id::text)`,
    );
  const cars = (more: string) =>
    drawn<DrawnCar>(
      `select id, plate, vin from vehicles where tenant_id = $1 and vin <> '' ${more} order by md5(id::text)`,
    );
  const known = { headOffice: await people(''), shop: await people(`and ${inShop}`) };
  const driven = { headOffice: await cars(''), shop: await cars(`and ${inShop}`) };
  const former = await drawn<{ plate: string }>(
    'select plate from former_plates where tenant_id = $1 order by md5(id::text)',
  );
  const [special] = (
    await client.query<{ long: string; fleet: string }>(
      `select (select customer_id from follow_up_calls where tenant_id = $1 group by customer_id order by count(*) desc limit 1) as long,
              (select owner_id from vehicles where tenant_id = $1 group by owner_id order by count(*) desc limit 1) as fleet`,
      [tenantId],
    )
  ).rows;
  return (['headOffice', 'shop'] as const).flatMap((by) => [
    ...boxKinds(by, known[by], driven[by], former),
    ...listKinds(by, known[by], driven[by]),
    ...pageKinds(by, known[by], driven[by], special!),
    ...groupKinds(by, known[by]),
  ]);
}

type By = keyof Askers;
const kind =
  (group: Kind['group'], by: By) =>
  <Row>(name: string, rows: readonly Row[], pathOf: (row: Row, at: number) => string): Kind => ({
    name,
    group,
    by,
    asked: rows.map((row, at) => ({ path: pathOf(row, at) })),
  });

function boxKinds(by: By, people: Drawn[], cars: DrawnCar[], former: { plate: string }[]): Kind[] {
  const of = kind('search', by);
  const box = (text: string) => `/search?q=${q(text)}`;
  return [
    of('phone', people, ({ phone }) => box(phone)),
    of('phone, first 7 digits', people, ({ phone }) => box(phone.slice(0, 7))),
    of('phone, last 4 digits', people, ({ phone }) => box(phone.slice(-4))),
    of('plate', cars, ({ plate }) => box(plate)),
    of('plate, first 4 signs', cars, ({ plate }) => box(plate.slice(0, 4))),
    of('plate, last 4 signs', cars, ({ plate }) => box(plate.slice(-4))),
    of('former plate', former, ({ plate }) => box(plate)),
    of('VIN', cars, ({ vin }) => box(vin)),
    of('VIN, last 6 signs', cars, ({ vin }) => box(vin.slice(-6))),
    of('complaint desk: plate', cars, ({ plate }) => `/complaint-matches?q=${q(plate)}`),
    of(
      'complaint desk: phone tail',
      people,
      ({ phone }) => `/complaint-matches?q=${phone.slice(-4)}`,
    ),
    of('complaint desk: name', people, ({ name }) => `/complaint-matches?q=${q(name)}`),
    of('whole name', people, ({ name }) => box(name)),
    of('surname alone', people, (_, at) => box(surnames[at % surnames.length]!)),
    of('given name (infix)', people, ({ name }) => box(name.length > 2 ? name.slice(1) : name)),
    of('initials', people, ({ initials }) => box(initials)),
    of('pinyin, first 5 letters', people, ({ pinyin }) => box(pinyin.slice(0, 5))),
  ];
}

function listKinds(by: By, people: Drawn[], cars: DrawnCar[]): Kind[] {
  const of = kind('lists', by);
  const list = (query: string) => `/archives?limit=100${query}`;
  return [
    of('customers, latest', people, () => list('')),
    of('customers: companies', people, () => list('&kind=company')),
    of('customers: from an enquiry', people, () => list('&source=enquiry')),
    of('customers: from the portal (none)', people, () => list('&source=portal')),
    of('customers by surname', people, (_, at) => list(`&q=${q(surnames[at % surnames.length]!)}`)),
    of('customers by name', people, ({ name }) => list(`&q=${q(name)}`)),
    of('customers by given name', people, ({ name }) =>
      list(`&q=${q(name.length > 2 ? name.slice(1) : name)}`),
    ),
    of('customers by pinyin', people, ({ pinyin }) => list(`&q=${pinyin.slice(0, 5)}`)),
    of('customers by phone tail', people, ({ phone }) => list(`&q=${phone.slice(-4)}`)),
    of('customers by plate', cars, ({ plate }) => list(`&q=${q(plate)}`)),
    of('customers to choose from', people, ({ name }) => `/customers?limit=10&q=${q(name)}`),
    of('vehicles, latest', cars, () => '/vehicles?limit=100'),
    of('vehicles by plate tail', cars, ({ plate }) => `/vehicles?limit=100&q=${plate.slice(-4)}`),
    of('vehicles by model', cars, () => `/vehicles?limit=100&q=${q('轩逸')}`),
    of('vehicles due', cars, () => `/vehicles?limit=100&dueUntil=2026-12-01`),
    of('members', people, () => '/memberships?limit=100'),
    of('members by name', people, ({ name }) => `/memberships?limit=100&q=${q(name)}`),
    of('complaints by name', people, ({ name }) => `/complaints?limit=100&q=${q(name)}`),
    of('complaints', people, () => '/complaints?limit=100'),
    of('orders delivered', people, () => '/service-orders?limit=100&state=delivered'),
    of(
      'orders by number',
      people,
      (_, at) => `/service-orders?limit=100&number=GD2601${10 + (at % 19)}`,
    ),
    of('day list of calls', people, () => '/follow-ups/due?limit=100'),
  ];
}

function pageKinds(
  by: By,
  people: Drawn[],
  cars: DrawnCar[],
  special: { long: string; fleet: string },
): Kind[] {
  const of = kind('pages', by);
  return [
    of('customer page', people, ({ id }) => `/customers/${id}/archive`),
    of('customer page, 2,000 entries', people, () => `/customers/${special.long}/archive`),
    of('timeline of 2,000 entries', people, () => `/customers/${special.long}/timeline?limit=100`),
    of('fleet of 300 cars', people, () => `/customers/${special.fleet}/fleet?limit=100`),
    of('vehicle page', cars, ({ id }) => `/vehicles/${id}`),
    of('vehicle page: its history', cars, ({ id }) => `/vehicles/${id}/timeline`),
    of('plate card', cars, ({ id }) => `/plate-cards/${id}`),
    of('the desk', people, () => '/reception-desk'),
    of('duplicates of a customer', people, ({ id }) => `/customers/${id}/duplicates`),
    of('duplicates of a vehicle', cars, ({ id }) => `/vehicles/${id}/duplicates`),
  ];
}

/** What people choose while they look at the number that fits. */
const conditions: readonly object[] = [
  { standings: ['sleeping'] },
  { standings: ['active'], valueClasses: ['high'] },
  { standings: ['lost'], spendFromFen: 0 },
  { notSeenForMonths: 6, models: ['本田'] },
  { seenWithinMonths: 12, agreesToOffers: true },
];

function groupKinds(by: By, people: Drawn[]): Kind[] {
  const of = kind('groups', by);
  const counted = (name: string, chosen: readonly object[]): Kind => ({
    name,
    group: 'groups',
    by,
    asked: people.map((_, at) => ({
      path: '/segment-previews',
      body: { conditions: chosen[at % chosen.length]! },
    })),
  });
  return [
    counted('segment, counted live', conditions.slice(0, 3)),
    counted('segment by cars or consent', conditions.slice(3)),
    of('standings of all customers', people, () => '/customer-standings/figures'),
    of('customers, with their number', people, () => '/archives?limit=20&count=true'),
  ];
}
