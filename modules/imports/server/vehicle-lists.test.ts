import { describe, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type TestEmployee, test } from '#test/shop.ts';
import { importRoutes } from '../contract.ts';
import { allRows, bring, importNow, undoNow, workbookOf } from './lists-for-tests.ts';
import { archive } from './queries-for-tests.ts';

const heading = ['车牌', '车架号', '车型', '车主', '车主电话', '注册日期', '保险到期', '里程'];
const vinOne = 'LFV2A21K6G4000006';
const bringVehicles = async (person: TestEmployee, rows: string[][]) =>
  bring(person, await workbookOf([heading, ...rows]), '车辆.xlsx', 'vehicles');

const knownCustomers = async (person: TestEmployee) => {
  const list = [
    ['姓名', '手机', '车牌号'],
    ['王芳', '13912345678', '京A12345'],
    ['李强', '13912345679', '京A12346'],
    ['李强', '13912345670', '京A12347'],
  ];
  await importNow(person, (await bring(person, await workbookOf(list))).id);
};

describe('a list of vehicles', () => {
  test('ARC-09 cars come to their owners by telephone or by name, with registration and insurance', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await knownCustomers(owner);
    const before = await archive(shop);
    const batch = await bringVehicles(owner, [
      ['京A20001', vinOne, '卡罗拉', '王芳', '', '2020-03-01', '2027-02-28', '81000'],
      ['京A20002', '', '朗逸', '', '13912345679', '2021-04-01', '2027-03-31', ''],
      ['京A20003', '', '轩逸', '赵敏', '13800138000', '', '', ''],
      ['京A20004', '', '帕萨特', '钱进', '', '', '', ''],
    ]);
    expect(batch).toMatchObject({ kind: 'vehicles', counts: { ready: 4, held: 0 } });
    const [, , , nobody] = await allRows(owner, batch.id);
    expect(nobody!.verdict).toBe('warn:phone_missing');
    expect(await importNow(owner, batch.id)).toMatchObject({
      state: 'imported',
      made: { customers: 2, vehicles: 4, changed: 0 },
    });
    const [first, second] = await allRows(owner, batch.id);
    const read = (vehicleId: string) => owner.call(vehicleRoutes.read, { params: { vehicleId } });
    expect(await read(first!.vehicleId!)).toMatchObject({
      plate: '京A20001',
      vin: vinOne,
      model: '卡罗拉',
      ownerName: '王芳',
      firstRegisteredOn: '2020-03-01',
      insuranceUntil: '2027-02-28',
      mileageKm: 81000,
    });
    expect(await read(second!.vehicleId!)).toMatchObject({ ownerName: '李强' });
    const { items } = await owner.call(customerRoutes.list, {});
    expect(items.filter(({ name }) => name === '王芳')).toHaveLength(1);
    expect(await undoNow(owner, batch.id)).toMatchObject({ state: 'undone' });
    expect(await archive(shop)).toBe(before);
  });

  test('ARC-09 a car without plate and VIN, an owner of whom there are two, and nobody are held with their reason', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await knownCustomers(owner);
    const batch = await bringVehicles(owner, [
      ['', '', '卡罗拉', '王芳', '13912345678', '', '', ''],
      ['京A20002', '', '朗逸', '李强', '', '', '', ''],
      ['京A20003', '', '轩逸', '', '', '', '', ''],
      ['京A20004', '', '轩逸', '', '13700137000', '', '', ''],
      ['京A20005', '', '轩逸', '孙立', '13700137001', '2035-01-01', '明年', ''],
    ]);
    const rows = await allRows(owner, batch.id, { status: 'held' });
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      'vehicle_unnamed',
      'owner_ambiguous',
      'name_missing',
      'name_missing',
      'date_future',
    ]);
    expect(rows[1]!.reasons[0]).toMatchObject({ field: 'phone', words: '档案中有几位同名的客户' });
    const mended = await owner.call(
      importRoutes.mendRow,
      { params: { importId: batch.id, rowNo: 3 }, body: { fields: { phone: '13912345670' } } },
      { version: rows[1]!.version },
    );
    expect(mended).toMatchObject({ status: 'ready', verdict: 'ok:second_vehicle_of:archive' });
  });

  test('ARC-05 a known car: a later insurance and another plate are taken over, and put back by undoing', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const first = await bringVehicles(owner, [
      ['京A20001', vinOne, '卡罗拉', '王芳', '13912345678', '', '2026-02-28', ''],
    ]);
    await importNow(owner, first.id);
    const before = await archive(shop);
    const batch = await bringVehicles(owner, [
      ['京A88888', vinOne, '', '王芳', '13912345678', '2020-03-01', '2027-02-28', ''],
    ]);
    await owner.call(importRoutes.decide, {
      params: { importId: batch.id },
      body: { code: 'same_vin_other_plate', decision: 'changePlate' },
    });
    const done = await importNow(owner, batch.id);
    expect(done.made).toEqual({ customers: 0, vehicles: 0, changed: 1, employees: 0, records: 0 });
    const [row] = await allRows(owner, batch.id);
    const params = { vehicleId: row!.vehicleId! };
    expect(await owner.call(vehicleRoutes.read, { params })).toMatchObject({
      plate: '京A88888',
      insuranceUntil: '2027-02-28',
      firstRegisteredOn: '2020-03-01',
      formerPlates: [{ plate: '京A20001' }],
    });
    expect(await undoNow(owner, batch.id)).toMatchObject({ state: 'undone' });
    expect(await archive(shop)).toBe(before);
  });

  test('ARC-09 a field that lists of the kind do not hold is refused', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const batch = await bringVehicles(owner, [['京A20001', '', '', '王芳', '13912345678']]);
    const change = owner.call(
      importRoutes.change,
      { params: { importId: batch.id }, body: { mapping: { plate: 0, wishes: 2 } } },
      { version: batch.version },
    );
    await expect(change).rejects.toMatchObject({ status: 422, code: 'field_unknown' });
    const customers = await owner.call(importRoutes.list, { query: { kind: 'customers' } });
    expect(customers.items).toEqual([]);
  });
});
