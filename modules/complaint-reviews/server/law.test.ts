import { expect } from 'vitest';
import { received } from '#modules/complaints/server/complaints.fixture.ts';
import { test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { endedVisit } from '#test/visit.ts';
import { lawRoutes } from '../contract.ts';
import { lawItems } from './law-items.ts';

test('CMP-18 each kind of complaint has its checklist, each item its law and article', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  const asked = async (given: object) => {
    const { id } = await received(advisor, given);
    const { items } = await advisor.call(lawRoutes.show, { params: { complaintId: id } });
    return items.map(({ key }) => key);
  };
  expect(await asked({ kind: 'price' })).toEqual([
    'consumers.delay',
    'consumers.refusal',
    'consumers.fraud',
    'repair.list',
    'prices.marked',
  ]);
  expect(await asked({ kind: 'repairTechnique' })).toContain('repair.twice');
  expect(await asked({ kind: 'price', channel: 'authority' })).toContain('authority.terms');
  expect(new Set(lawItems.map(({ key }) => key)).size).toBe(lawItems.length);
});

test('CMP-18 what was looked after has its name and time, and stays as it was first said', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  const params = { complaintId: (await received(advisor)).id };
  const body = { item: 'consumers.delay' };
  await advisor.call(lawRoutes.tick, { params, body });
  await shop.forward(2);
  const other = await shop.employee('supervisor');
  const { items } = await other.call(lawRoutes.tick, { params, body });
  expect(items[0]).toMatchObject({
    key: 'consumers.delay',
    tick: { byName: advisor.name, at: '2026-11-21T08:00:00.000Z' },
  });
  const wrong = { params, body: { item: 'prices.marked' } };
  await expect(advisor.call(lawRoutes.tick, wrong)).rejects.toMatchObject({
    code: 'law_item_unknown',
  });
});

test('CMP-18 within six months after the car was handed over the burden of proof is the house’s', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  const { orderId } = await endedVisit(shop, advisor);
  const shown = async () => {
    const { id } = await received(advisor, { orderId });
    return advisor.call(lawRoutes.show, { params: { complaintId: id } });
  };
  expect((await shown()).proofUntil).toBe('2027-05-21');
  await shop.forward(24 * 182);
  expect((await shown()).proofUntil).toBeNull();
});

test('CMP-18 of a sister shop’s complaint nothing is told', async ({ shop }) => {
  const [here, sister] = await sisterShops(shop);
  const { id } = await received(await sister.employee('advisor'));
  const advisor = await here.employee('advisor');
  const params = { complaintId: id };
  await expect(advisor.call(lawRoutes.show, { params })).rejects.toMatchObject({ status: 404 });
  const body = { item: 'consumers.delay' };
  await expect(advisor.call(lawRoutes.tick, { params, body })).rejects.toMatchObject({
    status: 404,
  });
});
