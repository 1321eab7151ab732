import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { known, received } from '#modules/complaints/server/complaints.fixture.ts';
import { createVehicle } from '#modules/vehicles/server/index.ts';
import { readPdf } from '#test/pdf.ts';
import { TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { holdRoutes as routes } from '../contract.ts';
import { erase, freed, lift, of, place } from './holds.fixture.ts';

describe('who may', () => {
  test('CMP-18 for a court: lifted by another who answers for the house, not by who placed it', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    const second = await shop.employee('owner');
    const supervisor = await shop.employee('supervisor');
    const { customerId } = await known(shop);
    const legal = { customerId, isLegal: true, authorityFile: '（2026）粤 0402 民初 123 号' };
    const { id } = await place(boss, legal);
    await expect(lift(boss, id)).rejects.toMatchObject({ code: 'hold_second_person' });
    await expect(lift(supervisor, id)).rejects.toMatchObject({ status: 403 });
    expect(await lift(second, id)).toMatchObject({ state: 'lifted', liftedByName: second.name });
    const refused = place(boss, { customerId, authorityFile: '123' });
    await expect(refused).rejects.toMatchObject({ status: 422 });
    const trail = await boss.call(auditRoutes.list, { query: { event: 'documentHold.lifted' } });
    expect(trail.items).toHaveLength(1);
  });

  test('CMP-18 who supervises places and lifts; who only handles complaints sees it', async ({
    shop,
  }) => {
    const supervisor = await shop.employee('supervisor');
    const advisor = await shop.employee('advisor');
    const { customerId } = await known(shop);
    await expect(place(advisor, { customerId })).rejects.toMatchObject({ status: 403 });
    const { id } = await place(supervisor, { customerId });
    expect(await of(advisor, customerId)).toMatchObject({
      mayPlace: false,
      items: [{ id, steps: [] }],
    });
    await expect(place(supervisor, {})).rejects.toMatchObject({ status: 422 });
    await lift(supervisor, id);
  });

  test('CMP-18 neither a sister shop nor another house sees or lifts it; it holds all the same', async ({
    shop,
  }) => {
    const [here, there] = await sisterShops(shop);
    const boss = await here.employee('owner');
    const sister = await there.employee('owner');
    const stranger = await (await TestShop.open()).employee('owner');
    const { customerId } = await known(here);
    const { id } = await place(boss, { customerId });
    for (const other of [sister, stranger]) {
      await expect(of(other, customerId)).rejects.toMatchObject({ status: 404 });
      await expect(lift(other, id)).rejects.toMatchObject({ status: 404 });
      await expect(place(other, { customerId })).rejects.toMatchObject({ status: 422 });
      expect((await other.call(routes.list, {})).items).toEqual([]);
    }
    // A car of his that stands at the sister’s shop is held there: he is held too, though nobody here sees by what.
    const { id: vehicleId } = await there.write((work) =>
      createVehicle(work, { plate: '京B22222', ownerId: customerId }),
    );
    await place(sister, { vehicleId });
    expect((await of(boss, customerId)).items).toHaveLength(1);
    await lift(boss, id);
    expect(await erase(boss, customerId)).toMatchObject({ state: 'held' });
  });

  test('CMP-18 sent twice with one key it is one hold', async ({ shop }) => {
    const boss = await shop.employee('owner');
    const { customerId } = await known(shop);
    const body = { customerId, reason: '客户已起诉' };
    const once = { 'idempotency-key': 'hold-once' };
    const replies = [];
    for (let at = 0; at < 2; at++) {
      replies.push(await boss.raw('POST', '/document-holds', body, once));
    }
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect((await of(boss, customerId)).items).toHaveLength(1);
  });
});

describe('on paper and in the file', () => {
  test('CMP-11 CMP-18 the complaint’s file says since when and by what its evidence is held', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    const { customerId } = await known(shop);
    const { id } = await received(boss, { customerId });
    await place(boss, { complaintId: id, isLegal: true, authorityFile: '民初 123 号' });
    await shop.settle();
    const reply = await boss.raw('GET', `/complaints/${id}/file.pdf`);
    const plain = (await readPdf(reply.rawPayload)).pages.join('').replaceAll(/\s/g, '');
    expect(plain).toContain('证据保全');
    expect(plain).toContain('民初123号');
    expect(plain).toContain('投诉办结前');
    const held = await boss.call(routes.ofComplaint, { params: { complaintId: id } });
    expect(held.items).toHaveLength(2);
    expect(held.subjects).toMatchObject({ customerId });
  });

  test('CMP-18 an open complaint from before is held from the next night on', async ({ shop }) => {
    const boss = await shop.employee('owner');
    const { customerId } = await known(shop);
    await received(boss, { customerId });
    await shop.settle();
    await shop.write(async (work) => {
      const { items } = await of(boss, customerId);
      const { holdOvernight } = await import('./index.ts');
      await work.update('documentHolds', { id: items[0]!.id }, { origin: 'person' });
      await holdOvernight(work);
      await holdOvernight(work);
    });
    expect((await of(boss, customerId)).items.map(({ origin }) => origin).toSorted()).toEqual([
      'complaint',
      'person',
    ]);
    await freed(boss, customerId);
    expect((await of(boss, customerId)).items).toEqual([]);
  });
});
