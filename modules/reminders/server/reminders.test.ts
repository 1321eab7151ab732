import { describe, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { callRoutes, followUpRoutes } from '#modules/follow-ups/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { offerRoutes, proposalRoutes, reminderSettingRoutes } from '../contract.ts';

let plates = 20_000;

/** A customer with a car, as the desk puts them on file. */
async function onFile(
  advisor: TestEmployee,
  car: Record<string, unknown>,
  customer: Record<string, unknown> = {},
) {
  const { id: customerId } = await advisor.call(customerRoutes.add, {
    body: { name: '周建国', phone: '13900139000', ...customer },
  });
  const { id: vehicleId } = await advisor.call(vehicleRoutes.add, {
    body: { plate: `粤B${plates++}`, model: '秦PLUS', ownerId: customerId, ...car },
  });
  await advisor.shop.settle();
  return { customerId, vehicleId };
}

const agree = (by: TestEmployee, customerId: string, given = true) =>
  by.call(customerRoutes.recordConsent, {
    params: { customerId },
    body: { purpose: 'marketing', channel: 'phone', given, evidence: '登记表签字' },
  });
const proposed = (by: TestEmployee, query = {}) => by.call(proposalRoutes.list, { query });
const people = async (shop: TestShop) => ({
  advisor: await shop.employee('advisor'),
  agent: await shop.employee('followUpAgent'),
  supervisor: await shop.employee('supervisor'),
});

describe('what a car needs next', () => {
  test('ARC-03 a small private car is proposed for the sixth-year inspection, three months ahead, with its rule', async ({
    shop,
  }) => {
    const { advisor, agent } = await people(shop);
    await onFile(advisor, { useKind: 'privateSmall', firstRegisteredOn: '2021-01-15' });
    const { items } = await proposed(agent);
    expect(items).toMatchObject([
      {
        kind: 'inspection',
        dueOn: '2027-01-15',
        why: { inspection: { registeredOn: '2021-01-15', months: 72, act: 'inspect' } },
        held: null,
      },
    ]);
    expect(items[0]!.why.inspection!.source).toContain('2022-10-01');
  });

  test('ARC-03 in the second and fourth year only the mark is due; without the relief it is an inspection', async ({
    shop,
  }) => {
    const { advisor, agent } = await people(shop);
    const mark = { useKind: 'privateSmall', firstRegisteredOn: '2022-12-20' };
    const { vehicleId } = await onFile(advisor, mark);
    expect((await proposed(agent)).items).toMatchObject([
      { dueOn: '2026-12-20', why: { inspection: { months: 48, act: 'mark' } } },
    ]);
    await advisor.call(
      vehicleRoutes.change,
      { params: { vehicleId }, body: { isReliefLost: true } },
      { version: 1 },
    );
    await shop.settle();
    expect((await proposed(agent)).items).toMatchObject([
      { dueOn: '2026-12-20', why: { inspection: { months: 48, act: 'inspect' } } },
    ]);
  });

  test('ARC-03 above ten years it is every year, for hire above five every six months; unknown use is not guessed', async ({
    shop,
  }) => {
    const { advisor, agent } = await people(shop);
    await onFile(advisor, { useKind: 'privateSmall', firstRegisteredOn: '2014-12-01' });
    await onFile(advisor, { useKind: 'forHire', firstRegisteredOn: '2020-06-10' });
    await onFile(advisor, { firstRegisteredOn: '2020-12-10' });
    const { items } = await proposed(agent, { kind: 'inspection' });
    expect(items.map(({ dueOn, why }) => [dueOn, why.inspection?.months])).toEqual([
      ['2026-12-01', 144],
      ['2026-12-10', 78],
    ]);
  });

  test('ARC-03 insurance and offers are shown with their reason; an offer only to who agreed and whose car fits', async ({
    shop,
  }) => {
    const { advisor, agent, supervisor } = await people(shop);
    const insured = await onFile(advisor, { insuranceUntil: '2026-12-20', model: '宋PLUS' });
    const agreed = await onFile(advisor, { model: '秦PLUS DM-i' });
    await agree(agent, agreed.customerId);
    await agree(agent, insured.customerId);
    await supervisor.call(offerRoutes.add, {
      body: {
        kind: 'freeCheck',
        name: '冬季免费检测周',
        place: '本店',
        fromOn: '2026-12-01',
        untilOn: '2026-12-07',
        conditions: { models: ['秦'] },
      },
    });
    await shop.settle();
    const { items } = await proposed(agent);
    expect(items).toMatchObject([
      {
        kind: 'offer',
        vehicle: { id: agreed.vehicleId },
        why: { offer: { name: '冬季免费检测周' } },
      },
      { kind: 'insurance', dueOn: '2026-12-20', vehicle: { id: insured.vehicleId } },
    ]);
    await agree(agent, agreed.customerId, false);
    await shop.settle();
    expect((await proposed(agent, { kind: 'offer' })).items).toEqual([]);
  });

  test('ARC-03 what was dismissed stays away through the night, and what is renewed moves', async ({
    shop,
  }) => {
    const { advisor, agent } = await people(shop);
    const { vehicleId } = await onFile(advisor, { insuranceUntil: '2026-12-20' });
    const [insurance] = (await proposed(agent)).items;
    const params = { proposalId: insurance!.id };
    await agent.call(proposalRoutes.dismiss, { params, body: { reason: '已在别处续保' } });
    await shop.forward(24);
    expect((await proposed(agent)).items).toEqual([]);
    const body = { insuranceUntil: '2027-01-20' };
    await advisor.call(vehicleRoutes.change, { params: { vehicleId }, body }, { version: 1 });
    await shop.settle();
    expect((await proposed(agent)).items).toMatchObject([{ dueOn: '2027-01-20' }]);
  });
});

describe('the customers of the day', () => {
  test('ARC-04 each morning one call a customer with all its reasons is on the day list', async ({
    shop,
  }) => {
    const { advisor, agent } = await people(shop);
    const { customerId, vehicleId } = await onFile(advisor, {
      useKind: 'privateSmall',
      firstRegisteredOn: '2021-01-15',
    });
    await advisor.call(
      vehicleRoutes.change,
      {
        params: { vehicleId },
        body: { intervalMonths: 6, nextDueOn: '2026-11-28' },
      },
      { version: 1 },
    );
    await shop.moveTo('2026-11-22T23:30:00.000Z');
    const due = (await agent.call(followUpRoutes.due, {})).items;
    expect(due).toMatchObject([
      {
        rule: 'reminder',
        customer: { id: customerId },
        reasons: [
          { kind: 'maintenance', dueOn: '2026-11-28' },
          { kind: 'inspection', dueOn: '2027-01-15' },
        ],
      },
    ]);
    const bench = await agent.call(followUpRoutes.read, { params: { followUpId: due[0]!.id } });
    expect(bench.why).toMatchObject({ anchor: 'dueList', reasons: [{}, {}] });
    await shop.forward(24);
    expect((await agent.call(followUpRoutes.due, {})).items).toHaveLength(1);
  });

  test('ARC-04 not twice within the quiet days, not who wishes no calls, nothing commercial without consent', async ({
    shop,
  }) => {
    const { advisor, agent, supervisor } = await people(shop);
    const soon = { useKind: 'privateSmall', firstRegisteredOn: '2021-01-15' };
    const talked = await onFile(advisor, soon);
    await agent.call(callRoutes.recordFor, {
      params: { customerId: talked.customerId },
      body: { direction: 'in', result: 'connected', reason: 'talked', mainPoints: '问了年检' },
    });
    await onFile(advisor, soon, { preferredChannel: 'none' });
    const refused = await onFile(advisor, soon);
    await agent.call(customerRoutes.recordConsent, {
      params: { customerId: refused.customerId },
      body: { purpose: 'service', channel: 'phone', given: false, evidence: '来电要求' },
    });
    await onFile(advisor, { insuranceUntil: '2026-12-20' });
    const held = (await proposed(agent)).items.map(({ held }) => held);
    expect(held.sort()).toEqual(['noCalls', 'noCalls', 'noConsent', 'talked']);
    const draw = () => supervisor.call(reminderSettingRoutes.extract, { body: {} });
    expect(await draw()).toMatchObject({ planned: 0 });
    await onFile(advisor, soon);
    expect(await draw()).toMatchObject({ planned: 1 });
    expect(await draw()).toMatchObject({ planned: 0 });
  });

  test('ARC-04 no more customers a morning than the shop can call', async ({ shop }) => {
    const { advisor, agent, supervisor } = await people(shop);
    for (const month of ['12', '01', '02']) {
      const year = month === '12' ? 2020 : 2021;
      const car = { useKind: 'privateSmall', firstRegisteredOn: `${year}-${month}-10` };
      await onFile(advisor, car);
    }
    const settings = await supervisor.call(reminderSettingRoutes.read, {});
    await supervisor.call(reminderSettingRoutes.save, { body: { ...settings, perDay: 2 } });
    await supervisor.call(reminderSettingRoutes.extract, { body: {} });
    const { items } = await agent.call(followUpRoutes.due, {});
    expect(items.flatMap(({ reasons }) => reasons.map(({ dueOn }) => dueOn))).toEqual([
      '2026-12-10',
      '2027-01-10',
    ]);
  });
});
