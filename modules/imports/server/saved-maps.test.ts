import { describe, expect } from 'vitest';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { importRoutes } from '../contract.ts';
import { allRows, bring, importNow, workbookOf } from './lists-for-tests.ts';

/** Headings of another program: none of them is known to us. */
const foreign = ['会员卡主', '联络', '号码', '座驾', '留言'];
const rowsOf = (mark: string) => [
  foreign,
  [`王芳${mark}`, '13912345678', '京A12345', '卡罗拉', '喝茶'],
  [`李强${mark}`, '13912345679', '京A12346', '朗逸', ''],
];
const mapping = { customerName: 0, phone: 1, plate: 2, model: 3 };

/** Brings the list, says what its columns are, and keeps that under a name. */
async function keep(shop: TestShop, person: TestEmployee, name: string) {
  const batch = await bring(person, await workbookOf(rowsOf('')));
  const params = { importId: batch.id };
  let version = batch.version;
  for (const body of [{ headerRow: 1 }, { mapping }]) {
    await person.call(importRoutes.change, { params, body }, { version });
    await shop.settle();
    version = (await person.call(importRoutes.read, { params })).version;
  }
  return { batch, map: await person.call(importRoutes.keepMap, { params, body: { name } }) };
}

describe('saved column maps', () => {
  test('ARC-09 a list of another program is mapped once; the next with the same headings is read by it', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { batch, map } = await keep(shop, owner, '老系统导出');
    expect(batch.counts.ready, 'headings of which none is known').toBe(0);
    expect(map).toMatchObject({ kind: 'customers', name: '老系统导出', version: 1 });
    expect([...map.fields].sort()).toEqual(Object.keys(mapping).sort());

    const moved = rowsOf('二').map(([one, ...others]) => [...others.reverse(), one!]);
    const next = await bring(owner, await workbookOf(moved));
    expect(next).toMatchObject({
      mapName: '老系统导出',
      headerRow: 1,
      columns: [
        { field: null },
        { field: 'model', by: 'saved', confidence: 1 },
        { field: 'plate' },
        { field: 'phone' },
        { field: 'customerName' },
      ],
      counts: { rows: 2, ready: 2 },
    });
    expect(await importNow(owner, next.id)).toMatchObject({ made: { customers: 2, vehicles: 2 } });
    const [row] = await allRows(owner, next.id);
    expect(row!.cells).toMatchObject({ customerName: '王芳二', plate: '京A12345' });
  });

  test('ARC-09 a saved map is of its kind; it is taken off a list, put on again, changed and forgotten', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { map } = await keep(shop, owner, '老系统');
    const list = await workbookOf(rowsOf('三'));
    expect(await bring(owner, list, '车.xlsx', 'vehicles')).toMatchObject({ mapName: '' });
    const batch = await bring(owner, list);
    expect(batch.mapName).toBe('老系统');
    const params = { importId: batch.id };
    const choose = async (importMapId: string | null) => {
      const { version } = await owner.call(importRoutes.read, { params });
      await owner.call(importRoutes.change, { params, body: { importMapId } }, { version });
      await shop.settle();
      return owner.call(importRoutes.read, { params });
    };
    expect(await choose(null)).toMatchObject({
      mapName: '',
      columns: [{ field: null }, {}, {}, {}, {}],
    });
    expect(await choose(map.id)).toMatchObject({ mapName: '老系统', counts: { ready: 2 } });
    const again = await owner.call(importRoutes.keepMap, { params, body: { name: '老系统' } });
    expect(again).toMatchObject({ id: map.id, version: 2 });
    const forget = (version: number) =>
      owner.call(importRoutes.forgetMap, { params: { importMapId: map.id } }, { version });
    await expect(forget(1)).rejects.toMatchObject({ status: 412 });
    await forget(2);
    expect((await owner.call(importRoutes.listMaps, {})).items).toEqual([]);
    await expect(choose(map.id)).rejects.toMatchObject({ status: 422, code: 'map_unknown' });
  });

  test('ARC-09 who uses a map of the house above him is told that it is not his to forget', async ({
    shop,
  }) => {
    const [east] = await sisterShops(shop);
    const owner = await shop.employee('owner');
    const { map } = await keep(shop, owner, '老系统');
    expect(map.mayForget).toBe(true);
    const manager = await east.employee('owner');
    const { items } = await manager.call(importRoutes.listMaps, {});
    expect(items).toMatchObject([{ id: map.id, mayForget: false }]);
  });

  test('ARC-09 a list without headings keeps no map; a stranger sees none', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const { map } = await keep(shop, owner, '老系统');
    const batch = await bring(owner, '王芳,13912345678\n李强,13912345679\n', '无表头.csv');
    const kept = owner.call(importRoutes.keepMap, {
      params: { importId: batch.id },
      body: { name: '无' },
    });
    await expect(kept).rejects.toMatchObject({ status: 422, code: 'map_without_headings' });
    const stranger = await (await TestShop.open()).employee('owner');
    expect((await stranger.call(importRoutes.listMaps, {})).items).toEqual([]);
    const forget = stranger.call(
      importRoutes.forgetMap,
      { params: { importMapId: map.id } },
      { version: 1 },
    );
    await expect(forget).rejects.toMatchObject({ status: 404 });
  });
});
