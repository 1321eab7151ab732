import { describe, expect } from 'vitest';
import { fileRoutes } from '#modules/archive/contract-file.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { privacyRoutes } from '#modules/privacy/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { test } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';
import { duplicateRoutes } from '../contract.ts';
import { arrived, mergeCustomers, mergeVehicles, pointersTo, undo } from './duplicates.fixture.ts';

describe('merging customers', () => {
  test('ARC-05 what hangs on either hangs on the one that stays; the other leads there', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const kept = await arrived(owner, { customerName: '王秀英', phone: '13800138000' });
    const visit = await endedVisit(shop, owner, { name: '王秀瑛' });
    const goneId = visit.customerId;
    await owner.call(customerRoutes.recordConsent, {
      params: { customerId: goneId },
      body: { purpose: 'marketing', channel: 'sms', given: true, evidence: '登记表签字' },
    });
    await shop.settle();
    const before = (await pointersTo(shop, 'customer', [goneId])).get(goneId)!;
    expect(Object.keys(before).length).toBeGreaterThanOrEqual(4);
    const merge = await mergeCustomers(owner, kept.customerId, goneId);
    const after = await pointersTo(shop, 'customer', [kept.customerId, goneId]);
    expect(after.get(goneId)).toEqual({});
    const held = after.get(kept.customerId)!;
    for (const place of ['vehicles.owner_id', 'service_orders.customer_id', 'consents.customer_id'])
      expect(held[place], place).toBeGreaterThanOrEqual(before[place]!);
    expect(held['vehicles.owner_id']).toBe(2);
    const shell = await owner.call(fileRoutes.read, { params: { customerId: goneId } });
    expect(shell.customer).toMatchObject({ mergedIntoId: kept.customerId, name: '王秀瑛' });
    expect(shell.customer.phone).toBe('');
    const { items } = await owner.call(customerRoutes.list, { query: { q: '王秀瑛' } });
    expect(items).toEqual([]);
    expect(merge).toMatchObject({ keptId: kept.customerId, goneId, state: 'done' });
  });

  test('ARC-05 fields as chosen; what is there beats what is missing; what never to mention is not lost', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const [one, other] = [
      await owner.call(customerRoutes.add, {
        body: { name: '李雷', doNotMention: '前妻', wishes: '周末取车' },
      }),
      await owner.call(customerRoutes.add, {
        body: { name: '李磊', phone: '13900139000', doNotMention: '事故', wishes: '送车上门' },
      }),
    ];
    const params = { customerId: one.id };
    const preview = await owner.call(duplicateRoutes.previewCustomers, {
      params: { ...params, otherCustomerId: other.id },
    });
    const field = (name: string) => preview.fields.find((each) => each.field === name);
    expect(field('phone')).toMatchObject({ kept: null, gone: '139****9000', proposed: 'gone' });
    expect(field('doNotMention')).toMatchObject({ proposed: 'both' });
    expect(field('name')).toMatchObject({ proposed: 'kept', choices: ['kept', 'gone'] });
    await mergeCustomers(owner, one.id, other.id, [
      { field: 'name', take: 'gone' },
      { field: 'wishes', take: 'gone' },
    ]);
    expect(await owner.call(customerRoutes.read, { params })).toMatchObject({
      name: '李磊',
      phone: '139****9000',
      wishes: '送车上门',
      doNotMention: '前妻\n事故',
    });
    const { items } = await owner.call(customerRoutes.list, { query: { q: '9000' } });
    expect(items.map(({ id }) => id)).toEqual([one.id]);
  });

  test('ARC-05 undone, both are as they were; what came later stays', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const kept = await arrived(owner, { customerName: '王秀英' });
    const gone = await arrived(owner, { customerName: '王秀瑛', phone: '13700137000' });
    const ids = [kept.customerId, gone.customerId];
    const read = (customerId: string) =>
      owner.call(customerRoutes.read, { params: { customerId } });
    const [first, second] = [await read(ids[0]!), await read(ids[1]!)];
    await shop.settle();
    const before = await pointersTo(shop, 'customer', ids);
    const { id: mergeId } = await mergeCustomers(owner, ids[0]!, ids[1]!);
    await shop.forward(1);
    const later = await arrived(owner, { customerName: '不用', plate: '粤B99999' });
    await owner.call(vehicleRoutes.changeOwner, {
      params: { vehicleId: later.vehicleId },
      body: { ownerId: ids[1]! },
    });
    const params = { customerId: ids[0]! };
    const { version } = await read(ids[0]!);
    await owner.call(customerRoutes.change, { params, body: { address: '新地址' } }, { version });
    const preview = await owner.call(duplicateRoutes.readMerge, { params: { mergeId } });
    expect(preview.forbidden).toBeNull();
    expect(preview.returning).toContainEqual({ table: 'vehicles', rows: 1 });
    expect(preview.staying).toContainEqual({ table: 'vehicles', rows: 1 });
    await undo(owner, mergeId);
    await shop.settle();
    const same = ({ version: _, updatedAt: __, ...rest }: Awaited<ReturnType<typeof read>>) => rest;
    expect(same(await read(ids[1]!))).toEqual(same(second));
    expect(same(await read(ids[0]!))).toEqual(same({ ...first, address: '新地址' }));
    const after = await pointersTo(shop, 'customer', ids);
    expect(after.get(ids[1]!)).toEqual(before.get(ids[1]!));
    expect(after.get(ids[0]!)!['vehicles.owner_id']).toBe(2);
    await expect(undo(owner, mergeId)).rejects.toMatchObject({ code: 'merge_undone' });
  });

  test('ARC-05 a chain A→B→C is undone in order and ends where it began', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const [a, b, c] = [
      await arrived(owner, { customerName: '甲', phone: '13700137001' }),
      await arrived(owner, { customerName: '乙' }),
      await arrived(owner, { customerName: '丙' }),
    ].map(({ customerId }) => customerId) as [string, string, string];
    await shop.settle();
    const before = await pointersTo(shop, 'customer', [a, b, c]);
    const first = await mergeCustomers(owner, b, a);
    const second = await mergeCustomers(owner, c, b);
    const shell = await owner.call(customerRoutes.read, { params: { customerId: a } });
    expect(shell.mergedIntoId).toBe(c);
    const all = (await pointersTo(shop, 'customer', [c])).get(c)!;
    expect(all['vehicles.owner_id']).toBe(3);
    await expect(undo(owner, first.id)).rejects.toMatchObject({ code: 'merge_later_first' });
    await undo(owner, second.id);
    await undo(owner, first.id);
    await shop.settle();
    expect(await pointersTo(shop, 'customer', [a, b, c])).toEqual(before);
    const back = await owner.call(customerRoutes.read, { params: { customerId: a } });
    expect(back).toMatchObject({ name: '甲', phone: '137****7001', mergedIntoId: null });
  });

  test('ARC-05 two merged into one and undone in the order they came: nothing of either is left', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const add = (name: string, phone?: string) =>
      owner.call(customerRoutes.add, { body: { name, ...(phone && { phone }) } });
    const [kept, one, other] = [
      await add('丁'),
      await add('戊', '13700137001'),
      await add('己', '13700137002'),
    ];
    const first = await mergeCustomers(owner, kept.id, one.id);
    const phone = [{ field: 'phone', take: 'gone' as const }];
    const second = await mergeCustomers(owner, kept.id, other.id, phone);
    const read = () => owner.call(customerRoutes.read, { params: { customerId: kept.id } });
    expect((await read()).phone).toBe('137****7002');
    await undo(owner, first.id);
    expect((await read()).phone).toBe('137****7002');
    await undo(owner, second.id);
    expect((await read()).phone).toBe('');
  });

  test('ARC-05 a merge on what somebody saved meanwhile, twice, or with an erased one is refused', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const [one, other] = [
      await owner.call(customerRoutes.add, { body: { name: '庚' } }),
      await owner.call(customerRoutes.add, { body: { name: '辛' } }),
    ];
    const merge = (version: number) =>
      owner.call(duplicateRoutes.mergeCustomers, {
        params: { customerId: one.id },
        body: { otherCustomerId: other.id, version, otherVersion: other.version },
      });
    await expect(merge(one.version + 1)).rejects.toMatchObject({ status: 412 });
    await merge(one.version);
    await expect(merge(one.version + 1)).rejects.toMatchObject({ code: 'merge_gone' });
    const change = { params: { customerId: other.id }, body: { address: '某处' } };
    await expect(
      owner.call(customerRoutes.change, change, { version: other.version + 1 }),
    ).rejects.toMatchObject({ code: 'customer_merged', facts: { mergedIntoId: one.id } });
    const advisor = await shop.employee('advisor');
    await expect(mergeCustomers(advisor, one.id, other.id)).rejects.toMatchObject({ status: 403 });
  });

  test('ARC-10 who has himself erased is erased with every record that went into his; nothing brings it back', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const [kept, gone] = [
      await owner.call(customerRoutes.add, { body: { name: '壬' } }),
      await owner.call(customerRoutes.add, {
        body: { name: '癸某', phone: '13700137009', address: '深圳' },
      }),
    ];
    const { id: mergeId } = await mergeCustomers(owner, kept.id, gone.id);
    await owner.call(privacyRoutes.erase, {
      params: { customerId: kept.id },
      body: { reason: '客户书面要求' },
    });
    await shop.settle();
    const shell = await owner.call(customerRoutes.read, { params: { customerId: gone.id } });
    expect(shell.name).toBe('[已删除]');
    await expect(undo(owner, mergeId)).rejects.toMatchObject({ code: 'merge_erased' });
  });
});

describe('at the same time', () => {
  test('ARC-05 merging against an edit of either: one of them is told, nothing that was promised is lost', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const clerk = await shop.employee('advisor');
    for (let round = 0; round < 6; round++) {
      const kept = await owner.call(customerRoutes.add, { body: { name: `留${round}` } });
      const gone = await owner.call(customerRoutes.add, { body: { name: `并${round}` } });
      const edited = round % 2 === 0 ? kept : gone;
      const [merged, changed] = await Promise.allSettled([
        owner.call(duplicateRoutes.mergeCustomers, {
          params: { customerId: kept.id },
          body: { otherCustomerId: gone.id, version: kept.version, otherVersion: gone.version },
        }),
        clerk.call(
          customerRoutes.change,
          { params: { customerId: edited.id }, body: { address: '抢先一步' } },
          { version: edited.version },
        ),
      ]);
      expect([merged.status, changed.status].sort()).toEqual(['fulfilled', 'rejected']);
      const read = (customerId: string) =>
        owner.call(customerRoutes.read, { params: { customerId } });
      expect((await read(gone.id)).mergedIntoId).toBe(
        merged.status === 'fulfilled' ? kept.id : null,
      );
      if (changed.status === 'fulfilled') {
        expect((await read(edited.id)).address).toBe('抢先一步');
      }
    }
  });

  test('ARC-05 what is written for the file that goes while it goes is taken along within the minute', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const kept = await owner.call(customerRoutes.add, { body: { name: '留下' } });
    const gone = await owner.call(customerRoutes.add, { body: { name: '并入' } });
    await mergeCustomers(owner, kept.id, gone.id);
    // As a transaction leaves it that had looked the customer up before the merge and is committed after it.
    await shop.write((work) =>
      work.insert('matters', {
        customerId: gone.id,
        kind: 'question',
        content: '什么时候能取车',
        ownerId: owner.id,
      }),
    );
    await shop.forward(0.1);
    const held = await pointersTo(shop, 'customer', [kept.id, gone.id]);
    expect(held.get(gone.id)).toEqual({});
    expect(held.get(kept.id)).toMatchObject({ 'matters.customer_id': 1 });
  });
});

describe('merging vehicles', () => {
  test('ARC-05 one car on file twice becomes one: readings, visits and plates together; undone, two again', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const kept = await arrived(owner, { customerName: '王秀英', plate: '粤B12345' });
    const gone = await arrived(owner, {
      customerName: '王秀瑛',
      plate: '粤B12346',
      vin: 'LSVAU218XN2183294',
    });
    await shop.settle();
    const ids = [kept.vehicleId, gone.vehicleId];
    const read = (vehicleId: string) => owner.call(vehicleRoutes.read, { params: { vehicleId } });
    const [first, second] = [await read(ids[0]!), await read(ids[1]!)];
    const before = await pointersTo(shop, 'vehicle', ids);
    const { id: mergeId } = await mergeVehicles(owner, ids[0]!, ids[1]!);
    const merged = await read(ids[0]!);
    expect(merged).toMatchObject({ plate: '粤B12345', vin: 'LSVAU218XN2183294' });
    expect(merged.readings).toHaveLength(2);
    expect(merged.owners.filter(({ untilOn }) => untilOn === null)).toHaveLength(1);
    const found = await owner.call(vehicleRoutes.list, { query: { q: '粤B12346' } });
    expect(found.items.map(({ id }) => id)).toEqual([ids[0]]);
    expect((await read(ids[1]!)).mergedIntoId).toBe(ids[0]);
    await undo(owner, mergeId);
    const same = ({ version: _, updatedAt: __, ...rest }: Awaited<ReturnType<typeof read>>) => rest;
    expect(same(await read(ids[0]!))).toEqual(same(first));
    expect(same(await read(ids[1]!))).toEqual(same(second));
    expect(await pointersTo(shop, 'vehicle', ids)).toEqual(before);
  });

  test('ARC-05 cars with neither plate nor VIN nor model are shown, merged and told apart all the same', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const [one, other] = [
      await owner.call(vehicleRoutes.add, { body: {} }),
      await owner.call(vehicleRoutes.add, { body: {} }),
    ];
    const preview = await owner.call(duplicateRoutes.previewVehicles, {
      params: { vehicleId: one.id, otherVehicleId: other.id },
    });
    expect(preview).toMatchObject({ kept: { title: '' }, gone: { title: '' } });
    expect(await mergeVehicles(owner, one.id, other.id)).toMatchObject({
      title: '',
      state: 'done',
    });
  });
});
