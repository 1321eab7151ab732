import { describe, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { test } from '#test/shop.ts';
import { importRoutes } from '../contract.ts';
import { allRows, bring, importNow, oldList, undoNow, workbookOf } from './lists-for-tests.ts';
import { archive } from './queries-for-tests.ts';

const heading = ['姓名', '手机', '车牌号', '车架号', '上次进厂', '里程', '保养项目', '周期(月)'];
const vinOne = 'LFV2A21K6G4000006';

describe('into the archive', () => {
  test('ARC-09 accepted rows are customers and vehicles with their original dates', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const list = [
      heading,
      ['王芳', '13912345678', '京A12345', '', '2024-05-01', '48000', '小保养', '6'],
      ['王芳', '13912345678', '京AD12345', '', '2025-03-02', '9000', '', ''],
      ['北京远大运输有限公司', '010-64567890', '京B22222', '', '2023-11-20', '', '', ''],
      ['坏行', '123', '京A99999', '', '', '', '', ''],
    ];
    const batch = await bring(owner, await workbookOf(list));
    const done = await importNow(owner, batch.id);
    expect(done).toMatchObject({
      state: 'imported',
      made: { customers: 2, vehicles: 3, changed: 0 },
      counts: { imported: 3, held: 1 },
    });
    const { items } = await owner.call(customerRoutes.list, {});
    const wang = items.find(({ name }) => name === '王芳');
    expect(wang).toMatchObject({
      source: 'import',
      firstSeenOn: '2024-05-01',
      lastVisitOn: '2025-03-02',
    });
    expect(items.find(({ kind }) => kind === 'company')!.name).toBe('北京远大运输有限公司');
    const [row] = await allRows(owner, batch.id, { status: 'imported' });
    const vehicle = await owner.call(vehicleRoutes.read, {
      params: { vehicleId: row!.vehicleId! },
    });
    expect(vehicle).toMatchObject({
      plate: '京A12345',
      mileageKm: 48000,
      mileageOn: '2024-05-01',
      maintenanceItems: '小保养',
      nextDueOn: '2024-11-01',
      readings: [{ source: 'import', readOn: '2024-05-01' }],
      owners: [{ name: '王芳', fromOn: '2024-05-01' }],
    });
    const found = await owner.call(customerRoutes.list, { query: { q: 'wf' } });
    expect(found.items.map(({ name }) => name)).toEqual(['王芳']);
  });

  test('ARC-09 the given list in, out and in again: undoing leaves exactly what was there', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const before = await archive(shop);
    const batch = await bring(owner, await oldList());
    for (const [code, decision] of decisions) {
      await owner.call(importRoutes.decide, {
        params: { importId: batch.id },
        body: { code, decision },
      });
    }
    const done = await importNow(owner, batch.id);
    expect(done.state).toBe('imported');
    expect(done.counts.question).toBe(0);
    expect(done.counts.imported + done.counts.held).toBe(1200);
    const full = await archive(shop);
    expect(full).not.toBe(before);

    const again = await bring(owner, await oldList());
    expect(again.counts.ready, 'everything imported is known').toBe(0);
    await owner.call(importRoutes.decide, {
      params: { importId: again.id },
      body: { code: 'duplicate_row', decision: 'asOne' },
    });
    await importNow(owner, again.id);
    expect(await undoNow(owner, again.id)).toMatchObject({ state: 'undone' });
    expect(await archive(shop)).toBe(full);

    expect(await undoNow(owner, batch.id)).toMatchObject({ state: 'undone' });
    expect(await archive(shop)).toBe(before);
  });

  test('ARC-09 what was used since keeps the batch in, and is named', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const list = [heading, ['王芳', '13912345678', '京A12345', '', '2024-05-01', '48000']];
    const batch = await bring(owner, await workbookOf(list));
    await importNow(owner, batch.id);
    const [row] = await allRows(owner, batch.id);
    await owner.call(
      vehicleRoutes.change,
      { params: { vehicleId: row!.vehicleId! }, body: { remark: '右前灯裂' } },
      { version: 1 },
    );
    const full = await archive(shop);
    await expect(
      owner.call(importRoutes.undo, { params: { importId: batch.id } }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'import_used',
      facts: { uses: [{ name: '京A12345', by: 'changed' }] },
    });
    expect(await archive(shop)).toBe(full);
  });

  test('ARC-09 nothing ready is refused; a second run is no step of a batch that is in', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const bad = await bring(owner, await workbookOf([heading, ['坏行', '123']]));
    const run = (importId: string) => owner.call(importRoutes.run, { params: { importId } });
    await expect(run(bad.id)).rejects.toMatchObject({ status: 422, code: 'nothing_to_import' });
    const good = await bring(owner, await workbookOf([heading, ['王芳', '13912345678']]));
    await importNow(owner, good.id);
    await expect(run(good.id)).rejects.toMatchObject({ status: 409, code: 'step_not_allowed' });
  });
});

test('G-30 two lists of the same people at once make each of them once', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const list = await workbookOf([heading, ['王芳', '13912345678'], ['李强', '13912345679']]);
  const [one, other] = [await bring(owner, list), await bring(owner, list)];
  const run = (importId: string) => owner.call(importRoutes.run, { params: { importId } });
  await run(one.id);
  await expect(run(other.id)).rejects.toMatchObject({
    status: 409,
    code: 'another_import_running',
  });
  await shop.settle();
  await run(other.id);
  await shop.settle();
  const { items } = await owner.call(customerRoutes.list, {});
  expect(items.map(({ name }) => name).sort()).toEqual(['李强', '王芳']);
});

const decisions = [
  ['duplicate_row', 'asOne'],
  ['same_vehicle_other_customer', 'changeOwner'],
  ['same_vin_other_plate', 'changePlate'],
] as const;

describe('one car, two rows', () => {
  test('ARC-05 another customer: the later visit owns it, the earlier one stays in its file', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const list = [
      heading,
      ['王芳', '13912345678', '京A12345', vinOne, '2024-05-01', '48000', '小保养'],
      ['李强', '13912345679', '京A12345', vinOne, '2025-06-01', '60000', '大保养'],
    ];
    const batch = await bring(owner, await workbookOf(list));
    const [, second] = await allRows(owner, batch.id);
    expect(second!.verdict).toBe('same_vehicle_other_customer:2');
    await owner.call(
      importRoutes.mendRow,
      { params: { importId: batch.id, rowNo: 3 }, body: { decision: 'changeOwner' } },
      { version: second!.version },
    );
    expect((await importNow(owner, batch.id)).made).toEqual({
      customers: 2,
      vehicles: 1,
      changed: 0,
      employees: 0,
      records: 0,
    });
    const [row] = await allRows(owner, batch.id);
    const vehicle = await owner.call(vehicleRoutes.read, {
      params: { vehicleId: row!.vehicleId! },
    });
    expect(vehicle).toMatchObject({
      ownerName: '李强',
      mileageKm: 60000,
      maintenanceItems: '大保养',
      owners: [
        { name: '李强', fromOn: '2025-06-01', untilOn: null },
        { name: null, fromOn: '2024-05-01', untilOn: '2025-06-01' },
      ],
    });
  });

  test('ARC-05 another plate for a car on file: changed as decided, and put back by undoing', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const first = [heading, ['王芳', '13912345678', '京A12345', vinOne, '2024-05-01', '48000']];
    await importNow(owner, (await bring(owner, await workbookOf(first))).id);
    const before = await archive(shop);
    const second = [heading, ['王芳', '13912345678', '京A88888', vinOne, '2025-06-01', '60000']];
    const batch = await bring(owner, await workbookOf(second));
    const [row] = await allRows(owner, batch.id);
    expect(row).toMatchObject({
      verdict: 'same_vin_other_plate:archive',
      other: { kind: 'archive', values: { plate: '京A12345', mileageKm: '48000' } },
    });
    await owner.call(
      importRoutes.mendRow,
      { params: { importId: batch.id, rowNo: 2 }, body: { decision: 'changePlate' } },
      { version: row!.version },
    );
    expect((await importNow(owner, batch.id)).made).toEqual({
      customers: 0,
      vehicles: 0,
      changed: 1,
      employees: 0,
      records: 0,
    });
    const [done] = await allRows(owner, batch.id);
    const params = { vehicleId: done!.vehicleId! };
    expect(await owner.call(vehicleRoutes.read, { params })).toMatchObject({
      plate: '京A88888',
      mileageKm: 60000,
      owners: [{ plate: '京A88888' }, { plate: '京A12345', untilOn: '2025-06-01' }],
      formerPlates: [{ plate: '京A12345', untilOn: '2025-06-01' }],
    });
    const byOld = await owner.call(vehicleRoutes.list, { query: { q: '京A12345' } });
    expect(byOld.items).toMatchObject([{ plate: '京A88888', formerPlate: '京A12345' }]);
    expect(await undoNow(owner, batch.id)).toMatchObject({ state: 'undone' });
    expect(await archive(shop)).toBe(before);
  });

  test('ARC-05 two plates of one car within a list: the earlier one stays on record, and goes with the list', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const before = await archive(shop);
    const list = [
      heading,
      ['王芳', '13912345678', '京A12345', vinOne, '2024-05-01', '48000'],
      ['王芳', '13912345678', '京A88888', vinOne, '2025-06-01', '60000'],
    ];
    const batch = await bring(owner, await workbookOf(list));
    await owner.call(importRoutes.decide, {
      params: { importId: batch.id },
      body: { code: 'same_vin_other_plate', decision: 'changePlate' },
    });
    await importNow(owner, batch.id);
    const [row] = await allRows(owner, batch.id);
    const params = { vehicleId: row!.vehicleId! };
    expect(await owner.call(vehicleRoutes.read, { params })).toMatchObject({
      plate: '京A88888',
      formerPlates: [{ plate: '京A12345', untilOn: '2025-06-01' }],
    });
    expect(await undoNow(owner, batch.id)).toMatchObject({ state: 'undone' });
    expect(await archive(shop)).toBe(before);
  });
});
