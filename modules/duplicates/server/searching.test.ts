import { describe, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import type { TestEmployee } from '#test/shop.ts';
import { test } from '#test/shop.ts';
import { duplicateRoutes } from '../contract.ts';
import { arrived, mergeCustomers, undo } from './duplicates.fixture.ts';

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
});
