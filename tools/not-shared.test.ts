import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { exportRoutes } from '#modules/exports/contract.ts';
import { sharingRoutes } from '#modules/organisation/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { addresses, furnished, idsOf, secrets, secretsIn } from './masked.fixture.ts';

const persons = { ...secrets, name: '欧阳思远' };

/** Which secrets somebody meets on which routes. */
async function met(shop: TestShop, by: TestEmployee): Promise<Record<string, string[]>> {
  const routes: Record<string, Set<string>> = {};
  for (const { route, path } of addresses(await idsOf(shop))) {
    const seen = await by.raw('GET', path);
    if (seen.statusCode !== 200) continue;
    for (const secret of await secretsIn(route, seen, persons)) {
      routes[secret] = (routes[secret] ?? new Set()).add(route.id);
    }
  }
  return Object.fromEntries(Object.entries(routes).map(([name, ids]) => [name, [...ids]]));
}

const mark = (by: TestEmployee, shop: TestShop, isOwnController: boolean) =>
  by.call(sharingRoutes.mark, { params: { orgUnitId: shop.unitId }, body: { isOwnController } });
const agreement = {
  kind: 'consent',
  purpose: '统一回访',
  document: '共享协议 2026-018，法务柜',
  validFrom: '2026-11-20',
} as const;
const record = (
  by: TestEmployee,
  shop: TestShop,
  toUnitId: string,
  more: { validFrom?: string; validUntil?: string } = {},
) =>
  by.call(sharingRoutes.record, {
    params: { orgUnitId: shop.unitId },
    body: { ...agreement, ...more, toUnitId },
  });

describe('ARC-10 PIPL 23 shared up the tree only with its basis on record', () => {
  test('from above a controller of its own no route tells who its customers are; with a basis it does, withdrawn it does no more', async ({
    shop,
  }) => {
    const [ours, theirs] = await sisterShops(shop);
    await furnished(theirs);
    const boss = await shop.employee('owner');
    const own = await theirs.employee('owner');
    const before = await met(shop, boss);
    expect(before.name!.length).toBeGreaterThan(15);
    await mark(boss, theirs, true);
    expect(await met(shop, boss)).toEqual({});
    // Who works there meets them as ever.
    expect((await met(shop, own)).name!.length).toBeGreaterThan(15);
    const { items } = await record(boss, theirs, shop.unitId);
    expect(items).toMatchObject([{ kind: 'consent', holds: true, withdrawnAt: null }]);
    expect(await met(shop, boss)).toEqual(before);
    // The basis is for headquarters: the agent between is another reader.
    const agent = shop.at({ id: (await agentOf(boss, ours)).id, path: `${shop.unitPath}1.` });
    expect(await met(shop, await agent.employee('owner'))).toEqual({});
    await own.call(sharingRoutes.withdraw, {
      params: { sharingBasisId: items[0]!.id },
      body: { reason: '客户撤回同意' },
    });
    expect(await met(shop, boss)).toEqual({});
    const { items: entries } = await boss.call(auditRoutes.list, { query: { limit: 200 } });
    expect(entries.map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        'organisation.controllerMarked',
        'organisation.sharingRecorded',
        'organisation.sharingWithdrawn',
      ]),
    );
  }, 240_000);

  test('a group that marks nothing, and the own customers of headquarters, stay as they were', async ({
    shop,
  }) => {
    const [ours, theirs] = await sisterShops(shop);
    const advisor = await ours.employee('advisor');
    const other = await theirs.employee('advisor');
    const body = { name: '张三丰', phone: '13900139000', address: '珠海市情侣中路 47 号' };
    const mine = await advisor.call(customerRoutes.add, { body });
    const his = await other.call(customerRoutes.add, { body: { ...body, name: '李四光' } });
    const boss = await shop.employee('owner');
    const read = (customerId: string) => boss.call(customerRoutes.read, { params: { customerId } });
    expect((await read(his.id)).name).toBe('李四光');
    await mark(boss, theirs, true);
    expect(await read(mine.id)).toMatchObject({ name: '张三丰', address: body.address });
    expect(await read(his.id)).toMatchObject({
      name: '李**',
      phone: '139****9000',
      address: '珠海市***',
    });
    const { items } = await boss.call(customerRoutes.list, {});
    expect(items.map(({ name }) => name)).toEqual(['李**', '张三丰']);
    const found = (q: string) => boss.call(customerRoutes.list, { query: { q } });
    expect((await found('李四光')).items).toEqual([]);
    expect((await found('张三')).items).toHaveLength(1);
  });

  test('nobody above reveals, copies, or takes out what is not shared', async ({ shop }) => {
    const [, theirs] = await sisterShops(shop);
    const other = await theirs.employee('advisor');
    const { id: customerId } = await other.call(customerRoutes.add, {
      body: { name: '李四光', phone: '13900139000', address: '珠海市情侣中路 47 号' },
    });
    await other.call(vehicleRoutes.add, { body: { plate: '粤C6M218', ownerId: customerId } });
    const boss = await shop.employee('owner');
    await mark(boss, theirs, true);
    const refused = { status: 403, code: 'not_shared' };
    await expect(
      boss.call(customerRoutes.reveal, { params: { customerId }, body: { reason: 'identity' } }),
    ).rejects.toMatchObject(refused);
    const asked = await boss.call(exportRoutes.ask, {
      body: {
        list: 'archive.list',
        columns: ['name', 'plate', 'phone', 'address'],
        reason: '核对',
        isWhole: true,
      },
    });
    const reply = await boss.raw('GET', `/exports/${asked.id}/file`);
    const { default: excel } = await import('exceljs');
    const book = new excel.Workbook();
    await book.xlsx.load(reply.rawPayload as never);
    const cells = JSON.stringify(book.worksheets[0]!.getSheetValues());
    expect(cells).toContain('李**');
    for (const secret of ['李四光', '13900139000', '情侣中路', '粤C6M218'])
      expect(cells).not.toContain(secret);
  });

  test('a basis begins and ends on its days, goes to a unit above, and needs another company', async ({
    shop,
  }) => {
    const [ours, theirs] = await sisterShops(shop);
    const boss = await shop.employee('owner');
    const add = (toUnitId: string, more = {}) => record(boss, theirs, toUnitId, more);
    await expect(add(shop.unitId)).rejects.toMatchObject({ code: 'not_own_controller' });
    await mark(boss, theirs, true);
    await expect(add(ours.unitId)).rejects.toMatchObject({
      errors: [{ pointer: '/toUnitId', code: 'not_above' }],
    });
    await expect(
      add(shop.unitId, { validFrom: '2026-11-20', validUntil: '2026-11-19' }),
    ).rejects.toMatchObject({ errors: [{ pointer: '/validUntil', code: 'sharing_period' }] });
    await add(shop.unitId, { validFrom: '2026-11-23', validUntil: '2026-11-24' });
    const { id: customerId } = await (await theirs.employee('advisor')).call(customerRoutes.add, {
      body: { name: '李四光' },
    });
    const nameOn = async (day: string) => {
      await shop.moveTo(`${day}T04:00:00.000Z`);
      const by = await shop.employee('owner');
      return (await by.call(customerRoutes.read, { params: { customerId } })).name;
    };
    expect(await nameOn('2026-11-22')).toBe('李**');
    expect(await nameOn('2026-11-23')).toBe('李四光');
    expect(await nameOn('2026-11-25')).toBe('李**');
    // A sister's owner neither reads nor withdraws what is not his.
    const sister = await ours.employee('owner');
    await expect(
      sister.call(sharingRoutes.read, { params: { orgUnitId: theirs.unitId } }),
    ).rejects.toMatchObject({ status: 404 });
  }, 60_000);
});

async function agentOf(boss: TestEmployee, shop: TestShop) {
  const { above } = await boss.call(sharingRoutes.read, { params: { orgUnitId: shop.unitId } });
  return above.at(-1)!;
}
