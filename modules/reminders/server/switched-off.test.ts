import { expect } from 'vitest';
import { customerRoutes, reminderChoiceRoutes } from '#modules/customers/contract.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type TestShop, test } from '#test/shop.ts';
import { offerRoutes, proposalRoutes, reminderSettingRoutes } from '../contract.ts';

/** A car that needs its inspection and its maintenance soon, whose owner hears of both in one call. */
async function begun(shop: TestShop) {
  const advisor = await shop.employee('advisor');
  const agent = await shop.employee('followUpAgent');
  const supervisor = await shop.employee('supervisor');
  const { id: customerId } = await advisor.call(customerRoutes.add, {
    body: { name: '周建国', phone: '13900139000' },
  });
  const params = { customerId };
  const { id: vehicleId } = await advisor.call(vehicleRoutes.add, {
    body: {
      ...{ plate: '粤B20901', model: '秦PLUS', ownerId: customerId },
      ...{ useKind: 'privateSmall', firstRegisteredOn: '2021-01-15' },
    },
  });
  const body = { intervalMonths: 6, nextDueOn: '2026-11-28' };
  await advisor.call(vehicleRoutes.change, { params: { vehicleId }, body }, { version: 1 });
  await shop.settle();
  const choose = (kind: 'maintenance' | 'inspection' | 'freeCheck' | 'offer', isOn = false) =>
    advisor.call(reminderChoiceRoutes.choose, {
      params,
      body: { kind, isOn, evidence: '11 月 23 日来电' },
    });
  const heldOf = async () =>
    (await agent.call(proposalRoutes.list, {})).items.map(({ kind, held }) => [kind, held]);
  const draw = () => supervisor.call(reminderSettingRoutes.extract, { body: {} });
  const due = async () => (await agent.call(followUpRoutes.due, {})).items;
  return { advisor, agent, supervisor, params, vehicleId, choose, heldOf, draw, due };
}

test('CAR-04 a kind that was switched off is called for no more, and the list says why; the other kinds are', async ({
  shop,
}) => {
  const { advisor, params, choose, heldOf, draw, due } = await begun(shop);
  await choose('inspection');
  expect(await heldOf()).toEqual([
    ['maintenance', null],
    ['inspection', 'reminderOff'],
  ]);
  const { reminders } = await advisor.call(customerRoutes.read, { params });
  expect(reminders).toMatchObject([
    { kind: 'inspection', isOn: false, byLink: false, evidence: '11 月 23 日来电' },
  ]);
  await draw();
  expect(await due()).toMatchObject([{ reasons: [{ kind: 'maintenance' }] }]);
});

test('CAR-04 what was planned already is taken back: the reason alone, and with the last one the call', async ({
  shop,
}) => {
  const { agent, choose, draw, due } = await begun(shop);
  await draw();
  const [call] = await due();
  expect(call?.reasons).toMatchObject([{ kind: 'maintenance' }, { kind: 'inspection' }]);
  await choose('maintenance');
  await shop.settle();
  expect(await due()).toMatchObject([{ id: call!.id, reasons: [{ kind: 'inspection' }] }]);
  await choose('inspection');
  await shop.settle();
  expect(await due()).toEqual([]);
  const params = { followUpId: call!.id };
  const { state, endReason } = await agent.call(followUpRoutes.read, { params });
  expect({ state, endReason }).toEqual({ state: 'cancelled', endReason: 'reminderOff' });
});

test('CAR-04 a free check, an offer and an event are switched off one by one, and on again with evidence', async ({
  shop,
}) => {
  const { advisor, supervisor, params, choose, heldOf } = await begun(shop);
  await advisor.call(customerRoutes.recordConsent, {
    params,
    body: { purpose: 'marketing', channel: 'phone', given: true, evidence: '登记表签字' },
  });
  for (const kind of ['freeCheck', 'offer'] as const) {
    const days = { fromOn: '2026-12-01', untilOn: kind === 'offer' ? '2026-12-08' : '2026-12-07' };
    const body = { kind, name: kind, place: '本店', ...days };
    await supervisor.call(offerRoutes.add, { body });
  }
  await choose('freeCheck');
  await shop.settle();
  const offers = async () => (await heldOf()).filter(([kind]) => kind === 'offer');
  expect(await offers()).toEqual([
    ['offer', 'reminderOff'],
    ['offer', null],
  ]);
  const body = { kind: 'freeCheck', isOn: true } as const;
  const unproved = advisor.call(reminderChoiceRoutes.choose, { params, body });
  await expect(unproved).rejects.toMatchObject({ status: 422 });
  await shop.forward(0.01);
  await choose('freeCheck', true);
  expect((await offers()).map(([, held]) => held)).toEqual([null, null]);
});

test('CAR-04 who wishes no contact any more is taken off the lists of calls that nobody asked for', async ({
  shop,
}) => {
  const { advisor, params, draw, due } = await begun(shop);
  await draw();
  expect(await due()).toHaveLength(1);
  const { version } = await advisor.call(customerRoutes.read, { params });
  const body = { preferredChannel: 'none' } as const;
  await advisor.call(customerRoutes.change, { params, body }, { version });
  await shop.settle();
  expect(await due()).toEqual([]);
});
