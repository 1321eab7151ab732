import { describe, expect } from 'vitest';
import { checkInRoutes } from '#modules/check-ins/contract.ts';
import { picture, Reception } from '#modules/check-ins/server/check-ins.fixture.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { known, received, upTo } from '#modules/complaints/server/complaints.fixture.ts';
import { customerRoutes, restrictionRoutes } from '#modules/customers/contract.ts';
import { saveSetting } from '#modules/organisation/server/index.ts';
import { rightsRoutes } from '#modules/privacy/contract.ts';
import { testClock } from '#test/server.ts';
import { test } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';
import { holdRoutes as routes } from '../contract.ts';
import { dataOf, erase, lift, nameOf, of, place } from './holds.fixture.ts';

describe('while a complaint is open', () => {
  test('CMP-18 it holds its evidence by itself, and for the term of its rule when it is closed', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    const { customerId } = await known(shop);
    const { id } = await received(boss, { customerId });
    await shop.settle();
    const [open] = (await of(boss, customerId)).items;
    expect(open).toMatchObject({ origin: 'complaint', on: 'complaint', untilAt: null });
    expect(open?.steps).toEqual([{ step: 'lift', allowed: false, reason: 'hold_complaint_open' }]);
    await expect(lift(boss, open!.id)).rejects.toMatchObject({ code: 'hold_complaint_open' });
    await upTo(boss, id, 'close');
    await shop.settle();
    const [closed] = (await of(boss, customerId)).items;
    expect(closed?.ruleSource).toContain('民法典第一百八十八条');
    expect(closed?.untilAt).toMatch(/^2029-11-2/);
    await boss.call(complaintRoutes.reopen, {
      params: { complaintId: id },
      body: { reason: '又响了' },
    });
    await shop.settle();
    expect((await of(boss, customerId)).items).toMatchObject([{ untilAt: null, ruleSource: '' }]);
  });

  test('CMP-18 for how long is data: a house with a rule of its own goes by it; then it ends by itself', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    await shop.write((work) =>
      saveSetting(work, 'documentHolds.terms', shop.unitPath, [
        { fromOn: '2026-01-01', monthsAfterClosing: 1, source: '本店规定' },
      ]),
    );
    const { customerId } = await known(shop);
    const { id } = await received(boss, { customerId });
    await upTo(boss, id, 'close');
    await shop.settle();
    const [hold] = (await of(boss, customerId)).items;
    expect(hold?.ruleSource).toBe('本店规定');
    await erase(boss, customerId);
    await shop.settle();
    expect(await nameOf(boss, customerId)).toBe('王建国');
    testClock.setFor(shop.tenantId, new Date(new Date(hold!.untilAt!).getTime() + 1000));
    await shop.settle();
    expect((await of(boss, customerId)).items).toEqual([]);
    expect(await nameOf(boss, customerId)).toBe('[已删除]');
    const { items } = await boss.call(routes.list, { query: { state: 'lifted' } });
    expect(items).toMatchObject([{ liftedByName: '', customerName: '[已删除]' }]);
  });
});

describe('an erasure under a hold', () => {
  test('ARC-10 CMP-18 PIPL 47 it waits, restricted and told so in time; lifted it is done by itself', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    const { customerId } = await known(shop);
    const { id } = await place(boss, { customerId });
    const asked = { channel: 'inPerson', identityBy: 'idDocument', askedByName: '王建国' } as const;
    const request = await boss.call(rightsRoutes.add, {
      params: { customerId },
      body: { ...asked, kind: 'deletion', wish: '把我的资料删掉' },
    });
    expect(await erase(boss, customerId)).toMatchObject({ state: 'held', heldUntil: null });
    await shop.settle();
    const data = await dataOf(boss, customerId);
    expect(data.erasure?.state).toBe('held');
    expect(data.restriction?.reason).toContain('证据保全');
    const unlock = boss.call(restrictionRoutes.liftRestriction, {
      params: { customerId },
      body: { reason: '客户要求恢复联系' },
    });
    await expect(unlock).rejects.toMatchObject({ code: 'erasure_waits' });
    expect(await nameOf(boss, customerId)).toBe('王建国');
    const told = await boss.call(rightsRoutes.read, { params: { rightsRequestId: request.id } });
    expect(told).toMatchObject({ state: 'held', steps: [] });
    expect(told.answer).toContain('解除后由系统自动删除');
    expect((await of(boss, customerId)).waitingSince).not.toBeNull();
    const register = await boss.call(routes.list, { query: { isWaited: true } });
    expect(register.items).toMatchObject([{ id, customerName: '王建国' }]);
    // What is still there he may ask to see.
    const body = { ...asked, kind: 'access', wish: '看看留了什么' } as const;
    await boss.call(rightsRoutes.add, { params: { customerId }, body });
    await expect(erase(boss, customerId)).rejects.toMatchObject({ code: 'already_erased' });
    // A night later it still waits.
    await shop.forward(30);
    expect(await nameOf(boss, customerId)).toBe('王建国');
    await lift(boss, id);
    await shop.settle();
    expect(await nameOf(boss, customerId)).toBe('[已删除]');
    const done = await boss.call(rightsRoutes.read, { params: { rightsRequestId: request.id } });
    expect(done).toMatchObject({ state: 'answered', evidenceType: 'erasure' });
    expect((await dataOf(boss, customerId)).erasure).toMatchObject({ heldSince: null });
  });

  test('CMP-18 two holds on one customer: the last one lifted sets the erasure free', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    const { customerId, vehicleId } = await known(shop);
    const one = await place(boss, { customerId });
    const other = await place(boss, { vehicleId, untilOn: '2027-03-01' });
    expect((await of(boss, customerId)).items).toHaveLength(2);
    await erase(boss, customerId);
    await lift(boss, one.id);
    await shop.settle();
    expect(await nameOf(boss, customerId)).toBe('王建国');
    expect((await dataOf(boss, customerId)).erasure?.heldUntil).toBe(other.untilAt);
    await lift(boss, other.id);
    await shop.settle();
    expect(await nameOf(boss, customerId)).toBe('[已删除]');
    await expect(lift(boss, other.id)).rejects.toMatchObject({ code: 'step_not_allowed' });
  });

  test('CMP-18 what the law has kept waits too when its term ends under a hold', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    const { customerId, vehicleId } = await endedVisit(shop, boss);
    await erase(boss, customerId);
    await shop.settle();
    const { erasure } = await dataOf(boss, customerId);
    expect(erasure?.state).toBe('done');
    const { id } = await place(boss, { vehicleId });
    testClock.setFor(shop.tenantId, new Date(new Date(erasure!.keptUntil!).getTime() + 1000));
    await shop.settle();
    expect((await dataOf(boss, customerId)).erasure).toMatchObject({ state: 'done' });
    await lift(boss, id);
    await shop.settle();
    expect((await dataOf(boss, customerId)).erasure?.state).toBe('over');
  });

  test('D-12 CMP-18 the database itself refuses to empty what is held', async ({ shop }) => {
    const boss = await shop.employee('owner');
    const { customerId } = await known(shop);
    await place(boss, { customerId });
    await erase(boss, customerId);
    const { eraseRows, subjectOf } = await import('#platform/personal/of-one.ts');
    await expect(
      shop.write(async (work) =>
        eraseRows(work, await subjectOf(work, customerId, { isErasing: true, isOver: true })),
      ),
    ).rejects.toThrow(/is held/);
    expect(await nameOf(boss, customerId)).toBe('王建国');
  });
});

describe('rows that somebody takes away', () => {
  test('CMP-18 a photo and a contact stay while they are held, and the refusal says what to do', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    const reception = await Reception.begin(shop);
    const { advisor, params, visit } = reception;
    const body = { fileId: await picture(advisor), markNumber: 1 };
    const { photos, version } = await advisor.call(checkInRoutes.addPhoto, { params, body });
    const contact = await advisor.call(customerRoutes.addContact, {
      params: { customerId: visit.customerId },
      body: { name: '李师傅', phone: '13900139000', role: 'driver' },
    });
    const { id } = await place(boss, { vehicleId: visit.vehicleId });
    const photo = { params: { ...params, photoId: photos[0]!.id } };
    const removing = advisor.call(checkInRoutes.removePhoto, photo, { version });
    await expect(removing).rejects.toMatchObject({ status: 409, code: 'under_hold' });
    const contactGone = () =>
      advisor.call(
        customerRoutes.removeContact,
        { params: { contactId: contact.id } },
        { version: contact.version },
      );
    await expect(contactGone()).rejects.toMatchObject({ code: 'under_hold' });
    await lift(boss, id);
    await contactGone();
    await advisor.call(checkInRoutes.removePhoto, photo, { version });
  });

  test('CMP-18 whoever forgets to ask finds the row where it was', async ({ shop }) => {
    const boss = await shop.employee('owner');
    const { customerId } = await known(shop);
    const contact = await boss.call(customerRoutes.addContact, {
      params: { customerId },
      body: { name: '李师傅', phone: '13900139000', role: 'driver' },
    });
    await place(boss, { customerId });
    const { deleteContact } = await import('#modules/customers/server/queries.ts');
    expect(await shop.write((work) => deleteContact(work, contact.id))).toBe(0);
  });
});
