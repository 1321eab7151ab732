import { describe, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { organisationRoutes, treeRoutes } from '#modules/organisation/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { statement } from '#platform/sql.ts';
import { writingWork } from '#platform/work.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { duplicateRoutes } from '../contract.ts';
import { arrived, mergeCustomers, undo } from './duplicates.fixture.ts';
import { pageOfPairs } from './queries-search.ts';

/** How many rows of pairs this connection has read and not told yet. */
const pairsRead = statement<{ rows: number }, object>(
  'test.pairsRead',
  `select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint as rows
     from pg_stat_xact_user_tables, (select :tenant::uuid) own where relname = 'duplicate_pairs'`,
);
const add = (by: TestEmployee, name: string, more: { phone?: string; address?: string } = {}) =>
  by.call(customerRoutes.add, { body: { name, ...more } });
const pairs = async (by: TestEmployee) =>
  (await by.call(duplicateRoutes.list, {})).items.map(({ one, other, reasons, score }) => ({
    names: [one.title, other.title].sort().join(' '),
    reasons,
    score,
  }));

describe('looking for duplicates', () => {
  test('ARC-05 a run finds pairs by phone, by name and address, by VIN; each with score and reasons', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await add(owner, '王秀英', { phone: '13800138000' });
    await add(owner, '王秀英', { phone: '13800138000' });
    await add(owner, '李雷', { phone: '13900139000' });
    await add(owner, '韩梅梅', { phone: '13900139000' });
    await add(owner, '张伟', { address: '深圳市 南山区科技园' });
    await add(owner, '张伟', { address: '深圳市南山区科技园' });
    await add(owner, '张伟', { address: '广州' });
    await arrived(owner, { customerName: '赵一', vin: 'LSVAU218XN2183294' });
    await arrived(owner, { customerName: '赵二', vin: 'LSVAU218XN2183294' });
    const run = await owner.call(duplicateRoutes.search, {});
    expect(run).toMatchObject({ state: 'running', doneRows: 0, totalRows: 11 });
    await expect(owner.call(duplicateRoutes.search, {})).rejects.toMatchObject({
      code: 'already_searching',
    });
    await shop.settle();
    const done = await owner.call(duplicateRoutes.readRun, { params: { runId: run.id } });
    expect(done).toMatchObject({ state: 'done', doneRows: 11, totalRows: 11, found: 5 });
    const found = await pairs(owner);
    expect(found).toContainEqual({ names: '王秀英 王秀英', reasons: ['name', 'phone'], score: 88 });
    expect(found).toContainEqual({ names: '张伟 张伟', reasons: ['nameAddress'], score: 75 });
    expect(found).toContainEqual({ names: '李雷 韩梅梅', reasons: ['phone'], score: 70 });
    expect(found).toContainEqual({ names: '赵一 赵二', reasons: ['vin'], score: 60 });
    expect(found[0]).toMatchObject({ reasons: ['vin'], score: 95 });
    expect(found).toHaveLength(5);
  });

  test('ARC-05 “not the same” is remembered: neither a run nor the page proposes the two again', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const one = await add(owner, '李雷', { phone: '13900139000' });
    const other = await add(owner, '韩梅梅', { phone: '13900139000' });
    const ofOne = () =>
      owner.call(duplicateRoutes.ofCustomer, { params: { customerId: other.id } });
    expect((await ofOne()).pairs).toMatchObject([
      { one: { id: other.id, detail: '139****9000' }, other: { id: one.id }, reasons: ['phone'] },
    ]);
    await owner.call(duplicateRoutes.search, {});
    await shop.settle();
    expect(await pairs(owner)).toHaveLength(1);
    const params = { customerId: other.id };
    const body = { otherCustomerId: one.id };
    await owner.call(duplicateRoutes.tellCustomersApart, { params, body });
    await owner.call(duplicateRoutes.search, {});
    await shop.settle();
    expect(await pairs(owner)).toEqual([]);
    expect((await ofOne()).pairs).toEqual([]);
  });

  test('ARC-05 merged, the pair is gone and the merge stands in the file; undone, they are two', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const one = await add(owner, '李雷', { phone: '13900139000' });
    const other = await add(owner, '李雷', { phone: '13900139000' });
    const merge = await mergeCustomers(owner, one.id, other.id);
    const params = { customerId: one.id };
    const file = () => owner.call(duplicateRoutes.ofCustomer, { params });
    expect(await file()).toMatchObject({ pairs: [], merges: [{ id: merge.id, title: '李雷' }] });
    await owner.call(duplicateRoutes.search, {});
    await shop.settle();
    expect(await pairs(owner)).toEqual([]);
    await undo(owner, merge.id);
    expect(await file()).toMatchObject({ pairs: [], merges: [{ state: 'undone' }] });
  });

  test('ARC-05 a number that many have makes a few pairs only; a run can be stopped', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await shop.write(async (work) => {
      const row = { phone: '13900139000', firstSeenOn: '2026-11-01' };
      const rows = Array.from({ length: 60 }, (_, at) => ({ ...row, name: `车队${at}` }));
      await work.insertAll('customers', rows);
    });
    const run = await owner.call(duplicateRoutes.search, {});
    const stopped = await owner.call(duplicateRoutes.cancel, { params: { runId: run.id } });
    expect(stopped.state).toBe('cancelled');
    await shop.settle();
    expect(await pairs(owner)).toEqual([]);
    await owner.call(duplicateRoutes.search, {});
    await shop.settle();
    const last = (await owner.call(duplicateRoutes.list, {})).run;
    expect(last!.found).toBeLessThanOrEqual(600);
    expect(last!.found).toBeGreaterThan(100);
  });

  test('ARC-05 ORG-01 a shop pages through its own pairs, however many the others have', async ({
    shop,
  }) => {
    const [here, there] = await sisterShops(shop);
    const fleet = (of: TestShop, phone: string, name: string, size: number) =>
      of.write(async (work) => {
        const row = { phone, name, firstSeenOn: '2026-11-01', address: '科技园' };
        await work.insertAll(
          'customers',
          Array.from({ length: size }, () => row),
        );
      });
    for (let at = 0; at < 12; at++) await fleet(there, `1390013${9000 + at}`, `车队${at}`, 12);
    const manager = await here.employee('owner');
    for (let at = 0; at < 3; at++) await fleet(here, `1370013${7000 + at}`, `客户${at}`, 2);
    // One here, one there: nobody of one shop alone sees the two.
    await fleet(here, '13600136000', '王秀英', 1);
    await fleet(there, '13600136000', '王秀英', 1);
    const owner = await shop.employee('owner');
    const run = await owner.call(duplicateRoutes.search, {});
    await shop.settle();
    const { found } = await owner.call(duplicateRoutes.readRun, { params: { runId: run.id } });
    const list = async (by: TestEmployee, limit: number) => {
      const names: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await by.call(duplicateRoutes.list, { query: { limit, cursor } });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        names.push(...page.items.map(({ one }) => one.title));
        if (page.nextCursor === null) return names;
        cursor = page.nextCursor;
      }
    };
    expect((await list(manager, 2)).sort()).toEqual(['客户0', '客户1', '客户2']);
    expect(await list(owner, 200)).toHaveLength(found);
    expect(found).toBeGreaterThan(500);
    // What his list costs does not grow with theirs: their pairs are not even looked at.
    const actor = { ...systemActor(here.tenantId, 'test'), scopes: [here.unitPath] };
    const looked = await writingWork(
      here.server.database,
      { actor, now: here.now },
      async (work) => {
        const before = (await work.first(pairsRead, {}))!.rows;
        expect(await pageOfPairs(work, undefined, null, 51)).toHaveLength(3);
        return (await work.first(pairsRead, {}))!.rows - before;
      },
      here.host.live.tell,
    );
    expect(looked).toBeLessThan(10);
  });

  test('ARC-05 ORG-01 a shop that moves below another agent takes its pairs along', async ({
    shop,
  }) => {
    const [here] = await sisterShops(shop);
    const owner = await shop.employee('owner');
    const manager = await here.employee('owner');
    for (const name of ['李雷', '韩梅梅']) await add(manager, name, { phone: '13900139000' });
    await owner.call(duplicateRoutes.search, {});
    await shop.settle();
    expect(await pairs(manager)).toHaveLength(1);
    const place = { parentId: shop.unitId, tier: 'agent' as const };
    const south = await owner.call(organisationRoutes.addUnit, {
      body: { ...place, code: 'south', name: '南方代理' },
    });
    await owner.call(treeRoutes.moveUnit, {
      params: { orgUnitId: here.unitId },
      body: { parentId: south.id },
    });
    expect(await pairs(manager)).toHaveLength(1);
    expect(await pairs(await shop.at(south).employee('owner'))).toHaveLength(1);
  });
});
