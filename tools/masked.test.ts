import { describe, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { exportRoutes } from '#modules/exports/contract.ts';
import { permissions } from '#modules/people/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { routeTable } from '#platform/http.ts';
import { statement } from '#platform/sql.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { addresses, furnished, idsOf, secrets, secretsIn } from './masked.fixture.ts';

const rightsOnPersons = ['customers.reveal', 'customers.seeAddress', 'vehicles.seeIdentity'];

/** Fields of these names are a person's, unless they are named here with whose they are. */
const personal = /^(plates?|formerPlate|vin|address|.*[pP]hone|plateText)$/;
const nobodys: Readonly<Record<string, string>> = {
  'customers.reveal': 'the one way to whole data, on record with what for',
  'complaintLevels.reveal': 'the one way of a level above, on record with what for',
  'messages.testEmail': 'one’s own, as typed',
  'mailbox.*/address': 'of a shop',
  'organisation.*/address': 'of a shop',
  'sharing.*/address': 'of a shop',
  'sharing.*/phone': 'of a shop',
  'organisation.*/phone': 'of a shop',
  'prices.*/address': 'of a shop',
  'prices.*/phone': 'of a shop',
  'prices.*/complaintPhone': 'of a shop',
  'people.*/phone': 'of a colleague',
  'people.listSessions/address': 'of a computer',
  'heldOrders.*/plate': 'to the customer himself, masked until he shows his code',
  'heldOrders.*/shopPhone': 'of a shop',
  'heldOrders.*/advisorPhone': 'of a colleague',
  'portal.*/shopPhone': 'of a shop',
  'portal.*/advisorPhone': 'of a colleague',
  'heldSurveys.*/shopPhone': 'of a shop',
  'surveyInvitations.preview/shopPhone': 'of a shop',
  'campaignInvitations.preview/shopPhone': 'of a shop',
  'campaignInvitations.preview/address': 'of a shop',
  'appointmentLinks.preview/shopPhone': 'of a shop',
  'dataLinks.preview/shopPhone': 'of a shop',
  'heldInvitations.*/shopPhone': 'of a shop',
  'heldInvitations.*/address': 'of a shop',
  'heldComplaints.*/shopPhone': 'of a shop',
  'complaintPage.*/shopPhone': 'of a shop',
  'loanCars.*/plate': 'of a car of the shop',
  'trips.whereTo': 'to the driver of the trip, as long as it lasts, on record',
  'reception.cardOfPlate/plate': 'as the asker typed it',
  'shopPages.read': 'the shop’s own',
  'shopPages.save': 'the shop’s own',
  'openShops.read': 'the shop’s own',
  'heldAppointments.*/shopPhone': 'the shop’s own',
  'heldAppointments.*/plate': 'to its person himself, after the digits of his telephone',
  'heldData.*/shopPhone': 'the shop’s own',
  'heldData.*/plate': 'to its person himself, after the digits of his telephone',
  'imports.*/phone': 'of a list, to who brought it; what the archive has is masked by imports',
  'imports.*/address': 'as its phone',
  'imports.*/plate': 'as its phone',
  'imports.*/vin': 'as its phone',
};
const isNobodys = (routeId: string, name: string) =>
  [routeId, `${routeId}/${name}`, `${routeId.split('.')[0]}.*/${name}`].some(
    (key) => key in nobodys,
  );

interface Leaf {
  'x-personal'?: string;
  type?: string;
  properties?: Record<string, Leaf>;
  patternProperties?: Record<string, Leaf>;
  items?: Leaf;
  anyOf?: readonly Leaf[];
}
/** The texts of a shape by the name of their field, with the mark that they bear. */
function* textsOf(leaf: Leaf, name: string): Generator<readonly [string, string | undefined]> {
  if (leaf.type === 'string') yield [name, leaf['x-personal']];
  for (const one of leaf.anyOf ?? []) yield* textsOf(one, name);
  if (leaf.items) yield* textsOf(leaf.items, name);
  for (const one of Object.values(leaf.patternProperties ?? {})) yield* textsOf(one, name);
  for (const [field, one] of Object.entries(leaf.properties ?? {})) yield* textsOf(one, field);
}

/** Someone with every right but those to see persons whole. */
async function onlooker(shop: TestShop): Promise<TestEmployee> {
  await shop.write((work) =>
    work.insert('roles', {
      key: 'onlooker',
      name: '只看',
      home: 'supervision',
      permissions: permissions.filter((one) => !rightsOnPersons.includes(one)),
    }),
  );
  return shop.employee('onlooker');
}

describe('ARC-10 PIPL 51 masked by role', () => {
  test('every plate, VIN, address and telephone in a contract is marked as a person’s', async ({
    shop: _,
  }) => {
    const unmarked = routeTable().flatMap(({ id, reply }) =>
      [...textsOf(reply as Leaf, '')]
        .filter(([name, mark]) => personal.test(name) && !mark && !isNobodys(id, name))
        .map(([name]) => `${id} ${name}`),
    );
    expect([...new Set(unmarked)]).toEqual([]);
  });

  test('whoever has every right but those on persons meets no whole plate, VIN, address or telephone on any route', async ({
    shop,
  }) => {
    await furnished(shop);
    const ids = await idsOf(shop);
    const reader = await onlooker(shop);
    const boss = await shop.employee('owner');
    const told: string[] = [];
    const openTo: Record<string, Set<string>> = {};
    let answered = 0;
    for (const { route, path } of addresses(ids)) {
      const seen = await reader.raw('GET', path);
      if (seen.statusCode !== 200) continue;
      answered += 1;
      for (const secret of await secretsIn(route, seen)) told.push(`${route.id} ${secret}`);
      const whole = await boss.raw('GET', path);
      if (whole.statusCode === 200)
        for (const secret of await secretsIn(route, whole)) {
          openTo[secret] = (openTo[secret] ?? new Set()).add(route.id);
        }
    }
    expect([...new Set(told)]).toEqual([]);
    expect(answered).toBeGreaterThan(80);
    // The same walk by the owner meets them: otherwise the first half would say nothing.
    expect(openTo.plate!.size).toBeGreaterThan(18);
    expect(openTo.vin!.size).toBeGreaterThan(5);
    expect(openTo.street!.size).toBeGreaterThan(4);
    expect(openTo.formerPlate!.size).toBeGreaterThan(2);
  }, 120_000);

  test('a masked plate or VIN is found by all of it and by what is shown, never by a hidden piece', async ({
    shop,
  }) => {
    await furnished(shop);
    const reader = await onlooker(shop);
    const found = async (q: string) => {
      const { items } = await reader.call(vehicleRoutes.list, { query: { q } });
      const asked = encodeURIComponent(q);
      const search = (await reader.raw('GET', `/search?q=${asked}`)).json();
      const archives = (await reader.raw('GET', `/archives?q=${asked}`)).json();
      const complaints = (await reader.raw('GET', `/complaints?q=${asked}`)).json();
      return [
        items.some(({ plate }) => plate === '粤C**218'),
        search.vehicles.some(({ plate }: { plate: string }) => plate === '粤C**218'),
        archives.items.length > 0,
        complaints.items.length > 0,
      ];
    };
    expect(await found(secrets.plate)).toEqual([true, true, true, true]);
    expect(await found(secrets.vin)).toEqual([true, true, true, false]);
    expect(await found('218')).toEqual([true, true, true, false]);
    for (const piece of [
      'M218',
      '6M218',
      'C6M218',
      '粤C6',
      '粤C6M',
      '粤C6M21',
      '83294',
      'N2183294',
    ])
      expect([piece, await found(piece)]).toEqual([piece, [false, false, false, false]]);
  }, 60_000);

  test('what is taken out as a workbook is masked as its list is', async ({ shop }) => {
    await furnished(shop);
    const reader = await onlooker(shop);
    const asked = await reader.call(exportRoutes.ask, {
      body: {
        list: 'archive.list',
        columns: ['name', 'plate', 'phone', 'address'],
        reason: '核对',
      },
    });
    const reply = await reader.raw('GET', `/exports/${asked.id}/file`);
    expect(reply.statusCode).toBe(200);
    const { default: excel } = await import('exceljs');
    const book = new excel.Workbook();
    await book.xlsx.load(reply.rawPayload as never);
    const cells = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
    expect(cells).toContain('粤C**218');
    expect(cells).toContain('深圳市南山区***');
    for (const secret of Object.values(secrets)) expect(cells).not.toContain(secret);
  }, 60_000);

  test('who holds customers.reveal alone sees all of one customer for a reason, and that is counted', async ({
    shop,
  }) => {
    await furnished(shop);
    await shop.write((work) =>
      work.insert('roles', {
        key: 'checker',
        name: '核对',
        home: 'supervision',
        permissions: ['customers.see', 'vehicles.see', 'customers.reveal'],
      }),
    );
    const checker = await shop.employee('checker');
    const { items } = await checker.call(customerRoutes.list, { query: { q: '欧阳' } });
    const masked = items.find(({ address }) => address !== '')!;
    expect(masked.address).toBe('深圳市南山区***');
    const whole = await checker.call(customerRoutes.reveal, {
      params: { customerId: masked.id },
      body: { reason: 'identity' },
    });
    expect(whole).toMatchObject({
      phone: secrets.phone,
      address: `深圳市南山区${secrets.street}`,
      vehicles: [{ plate: secrets.plate, vin: secrets.vin }],
    });
    const entries = await shop.reading.rows(revealsOf, { customerId: masked.id });
    expect(entries).toEqual([{ actorId: checker.id, what: 'all' }]);
  }, 60_000);

  test('who saves what was shown to him masked changes nothing of it', async ({ shop }) => {
    const visit = await Visit.begin(shop, secrets.plate);
    const owner = await shop.employee('owner');
    const params = { customerId: visit.customerId };
    const address = `深圳市南山区${secrets.street}`;
    await owner.call(customerRoutes.change, { params, body: { address } }, { version: 1 });
    const reader = await onlooker(shop);
    const shown = await reader.call(customerRoutes.read, { params });
    const body = { address: shown.address, wishes: '要发票' };
    await reader.call(customerRoutes.change, { params, body }, { version: shown.version });
    const after = await owner.call(customerRoutes.read, { params });
    expect(after).toMatchObject({ address, wishes: '要发票' });
  });
});

const revealsOf = statement<{ actorId: string; what: string }, { customerId: string }>(
  'test.whatWasRevealed',
  `select actor_id, data->>'what' as what from audit_entries
    where tenant_id = :tenant and about_id = :customerId and event = 'customer.revealed'`,
);
