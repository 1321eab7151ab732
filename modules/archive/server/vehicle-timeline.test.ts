import { expect } from 'vitest';
import { customerRoutes, paperRoutes } from '#modules/customers/contract.ts';
import { callRoutes, followUpRoutes } from '#modules/follow-ups/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { newId } from '#platform/ids.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { timelineRoutes, type VehicleEntryKind } from '../contract-timeline.ts';

const read = (
  person: TestEmployee,
  vehicleId: string,
  query: { kind?: VehicleEntryKind; cursor?: string; limit?: number } = {},
) => person.call(timelineRoutes.ofVehicle, { params: { vehicleId }, query });

async function paperOf(person: TestEmployee, customerId: string, vehicleId: string) {
  const path = `/files?name=${encodeURIComponent('登记表.csv')}`;
  const reply = await person.raw('POST', path, Buffer.from('姓名\n欧阳思远\n'), {
    'content-type': 'application/octet-stream',
  });
  const { id: fileId } = reply.json() as { id: string };
  const body = { fileId, kind: 'contract', title: '欧阳思远的合同', vehicleId } as const;
  await person.call(paperRoutes.add, { params: { customerId }, body });
}

test('ARC-05 the history of a car: visits, calls, papers, owners and plates, newest first and by kind; a sale hides whose they were', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const visit = await Visit.begin(shop, '粤C6M218');
  await visit.toDelivered();
  const { vehicleId, customerId } = visit;
  await shop.forward(24);
  await paperOf(owner, customerId, vehicleId);
  await owner.call(callRoutes.recordFor, {
    params: { customerId },
    body: {
      direction: 'in',
      result: 'connected',
      reason: 'talked',
      mainPoints: '欧阳思远说刹车有响声',
      vehicleId,
    },
  });
  await owner.call(vehicleRoutes.changePlate, {
    params: { vehicleId },
    body: { plate: '粤CD20366' },
  });
  const before = await read(owner, vehicleId);
  const kinds = before.items.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['call', 'paper', 'plate', 'visit', 'owner']));
  expect(before.items.find(({ kind }) => kind === 'visit')!.visit!.customerWords).not.toBe('');
  const plates = await read(owner, vehicleId, { kind: 'plate' });
  expect(plates.items).toMatchObject([{ kind: 'plate', plate: '粤C6M218' }]);

  const buyer = await owner.call(customerRoutes.add, { body: { name: '新车主' } });
  await owner.call(vehicleRoutes.changeOwner, {
    params: { vehicleId },
    body: { ownerId: buyer.id },
  });
  const after = await read(owner, vehicleId);
  expect(JSON.stringify(after)).not.toContain('欧阳思远');
  expect(after.items.map(({ kind }) => kind)).not.toContain('paper');
  const shown = after.items.find(({ kind }) => kind === 'visit')!.visit!;
  expect(shown).toMatchObject({ customerWords: '', amountFen: null });
  expect(shown.work).not.toBe('');
  expect(after.items.find(({ kind }) => kind === 'call')).toMatchObject({
    text: '',
    satisfaction: null,
  });
  expect(after.items.filter(({ kind }) => kind === 'owner').map(({ text }) => text)).toContain(
    '新车主',
  );
});

test('ARC-05 who sold his car is not called about it any more, and why stands with the call', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const agent = await shop.employee('followUpAgent');
  const visit = await Visit.begin(shop, '粤C6M219');
  await visit.toDelivered();
  await shop.settle();
  const { vehicleId, customerId } = visit;
  const list = async () => (await agent.call(followUpRoutes.list, { query: { customerId } })).items;
  expect((await list()).map(({ state }) => state)).toEqual(['planned', 'planned']);
  const buyer = await owner.call(customerRoutes.add, { body: { name: '新车主' } });
  const params = { vehicleId };
  await owner.call(vehicleRoutes.changeOwner, { params, body: { ownerId: buyer.id } });
  await shop.settle();
  expect(await list()).toMatchObject([
    { state: 'cancelled', endReason: 'soldCar' },
    { state: 'cancelled', endReason: 'soldCar' },
  ]);
  await shop.forward(24 * 5);
  expect((await agent.call(followUpRoutes.due, { query: {} })).items).toEqual([]);
});

test('ORG-04 a car’s history leaves out what a role may not see; a stranger finds no car', async ({
  shop,
}) => {
  const visit = await Visit.begin(shop, '粤C6M220');
  await visit.toDelivered();
  const technician = await shop.employee('technician');
  const seen = (await read(technician, visit.vehicleId)).items.map(({ kind }) => kind);
  expect(seen).toContain('visit');
  expect((await read(technician, visit.vehicleId, { kind: 'complaint' })).items).toEqual([]);
  const stranger = await (await TestShop.open()).employee('advisor');
  await expect(read(stranger, visit.vehicleId)).rejects.toMatchObject({ status: 404 });
});

test('D-31 two thousand entries of a car: each page is two statements, nothing twice, nothing left out', async ({
  shop,
}) => {
  const advisor = await shop.employee('supervisor');
  const body = { plate: '粤C6M221', customerName: '欧阳思远' };
  const { customerId, vehicleId } = await advisor.call(vehicleRoutes.arrive, { body });
  const at = new Date('2026-01-05T02:00:00.000Z').getTime();
  await shop.write((work) =>
    work.insertAll(
      'followUpCalls',
      Array.from({ length: 2000 }, (_, n) => ({
        id: newId(work.now),
        customerId,
        vehicleId,
        direction: 'in' as const,
        result: 'connected' as const,
        reason: 'talked',
        mainPoints: `第 ${n} 次`,
        byId: advisor.id,
        // Three at the same instant, so that pages break between them.
        at: new Date(at + Math.floor(n / 3) * 60_000),
      })),
    ),
  );
  const seen = new Set<string>();
  let cursor: string | undefined;
  let last = '9';
  do {
    const page = await read(advisor, vehicleId, { limit: 200, cursor });
    for (const entry of page.items) {
      expect(entry.at <= last).toBe(true);
      expect(seen.has(entry.id)).toBe(false);
      seen.add(entry.id);
      last = entry.at;
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.size).toBe(2001);
  const reply = await advisor.raw('GET', `/vehicles/${vehicleId}/timeline`);
  expect(reply.headers['server-timing']).toBe('sql;desc="2"');
});
