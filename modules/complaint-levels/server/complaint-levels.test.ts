import { describe, expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { take, upTo } from '#modules/complaints/server/complaints.fixture.ts';
import { test } from '#test/shop.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { type ComplaintLevel, levelRoutes as routes } from '../contract.ts';
import { house, known } from './levels.fixture.ts';

const reason = '厂家件批次问题，店里换了两次还响，客户要找媒体。';

const at = (complaintId: string) => ({ params: { complaintId } });
const seenBy = (by: TestEmployee, id: string) => by.call(routes.one, at(id));
const passUp = (by: TestEmployee, id: string) =>
  by.call(routes.passUp, { ...at(id), body: { reason } });
const takeOver = (by: TestEmployee, id: string) =>
  by.call(routes.takeOver, { ...at(id), body: {} });
const instructions = '按技术通报换新批次制动片，三天内回访。';
const handDown = (by: TestEmployee, id: string, toUnitId?: string) =>
  by.call(routes.handDown, { ...at(id), body: { instructions, ...(toUnitId && { toUnitId }) } });
const numbersOf = async (by: TestEmployee, show: 'here' | 'mine' | 'above') =>
  (await by.call(routes.list, { query: { show } })).items.map(({ number }) => number);
const stepOf = ({ steps }: ComplaintLevel, step: string) =>
  steps.find((each) => each.step === step);

describe('CMP-16 one complaint through shop, agent and maker', () => {
  test('CMP-16 a shop passes it up with a reason, and the level above has it in its list with a clock of its own', async ({
    shop: root,
  }) => {
    const { advisor, region, maker, shop, agent } = await house(root);
    const { id, number } = await known(advisor);
    expect(await seenBy(advisor, id)).toMatchObject({
      state: 'atOrigin',
      level: { id: shop.unitId, tier: 'shop' },
      above: { id: agent.unitId, tier: 'agent' },
      clock: { rule: 'complaintLevels.level', state: 'open' },
    });
    const up = await passUp(advisor, id);
    expect(up).toMatchObject({ state: 'passedUp', level: { id: agent.unitId }, timesPassed: 1 });
    expect(up.entries[0]).toMatchObject({
      ...{ step: 'passUp', words: reason, byName: advisor.name, sharing: 'sameCompany' },
      passed: ['matter', 'car', 'shop'],
    });
    expect(up.clock!.dueAt).toBe(up.dueAt);
    expect(await numbersOf(region, 'here')).toEqual([number]);
    expect(await numbersOf(maker, 'here')).toEqual([]);
    expect(await numbersOf(advisor, 'above')).toEqual([number]);
  });

  test('CMP-16 who takes it over has the case, and handed down it goes back with instructions', async ({
    shop: root,
  }) => {
    const { advisor, region, shop } = await house(root);
    const { id, number } = await known(advisor);
    await take(advisor, 'acknowledge', id, { words: '已致电。' });
    await passUp(advisor, id);
    await takeOver(region, id);
    const file = await region.call(complaintRoutes.one, at(id));
    expect(file.handlerId).toBe(region.id);
    expect(await numbersOf(region, 'mine')).toEqual([number]);
    await expect(
      take(advisor, 'investigate', id, { findings: '换件', cause: '件', causeKind: 'parts' }),
    ).rejects.toMatchObject({ status: 403 });

    const down = await handDown(region, id);
    expect(down).toMatchObject({ state: 'handedDown', level: { id: shop.unitId } });
    expect(down.entries[0]).toMatchObject({ step: 'handDown', words: instructions });
    expect((await advisor.call(complaintRoutes.one, at(id))).handlerId).toBe(advisor.id);
    expect(await numbersOf(advisor, 'here')).toEqual([number]);
    await shop.settle();
    expect((await seenBy(advisor, id)).clock?.ownerId).toBe(advisor.id);
  });

  test('CMP-16 taken over before anybody answered and handed down, whoever handles complaints there goes on', async ({
    shop: root,
  }) => {
    const { advisor, region } = await house(root);
    const { id } = await known(advisor);
    await passUp(advisor, id);
    await takeOver(region, id);
    await take(region, 'acknowledge', id, { words: '区域已致电。' });
    await handDown(region, id);
    expect((await advisor.call(complaintRoutes.one, at(id))).handlerId).toBeNull();
    const { state } = await take(advisor, 'investigate', id, { findings: '拆检了右前轮。' });
    expect(state).toBe('investigating');
  });

  test('CMP-16 while a level above has it the shop sees where it stands and takes no step of a level', async ({
    shop: root,
  }) => {
    const { advisor, agent } = await house(root);
    const { id } = await known(advisor);
    await passUp(advisor, id);
    const seen = await seenBy(advisor, id);
    expect(seen.level.id).toBe(agent.unitId);
    expect(stepOf(seen, 'takeOver')).toEqual({
      ...{ step: 'takeOver', allowed: false },
      reason: 'at_level_above',
    });
    await expect(passUp(advisor, id)).rejects.toMatchObject({ status: 403 });
    await expect(handDown(advisor, id)).rejects.toMatchObject({ status: 403 });
  });

  test('CMP-16 from the top it can go to the agent between or to the shop, and to no other', async ({
    shop: root,
  }) => {
    const { advisor, region, maker, agent, sister, shop } = await house(root);
    const { id } = await known(advisor);
    await passUp(advisor, id);
    const top = await passUp(region, id);
    expect(top).toMatchObject({ level: { id: root.unitId }, above: null, timesPassed: 2 });
    await expect(passUp(maker, id)).rejects.toMatchObject({ status: 409 });
    await expect(handDown(maker, id, sister.unitId)).rejects.toMatchObject({ status: 422 });
    expect(await handDown(maker, id, agent.unitId)).toMatchObject({ level: { id: agent.unitId } });
    expect(await handDown(region, id)).toMatchObject({ level: { id: shop.unitId } });
    await expect(takeOver(maker, id)).rejects.toMatchObject({ status: 409 });
  });

  test('CMP-16 it goes up by itself when the clock of a level has run out, in working days of that place', async ({
    shop: root,
  }) => {
    const { advisor, region, maker, agent } = await house(root);
    const { id, number } = await known(advisor);
    const { dueAt } = await seenBy(advisor, id);
    // Saturday: of two working days the first is Monday, or Sunday where the shop is open.
    await root.moveTo(new Date(new Date(dueAt!).getTime() + 60_000));
    const up = await seenBy(region, id);
    expect(up).toMatchObject({ state: 'passedUp', level: { id: agent.unitId } });
    expect(up.entries[0]).toMatchObject({ isAutomatic: true, byName: null, words: '' });
    await root.moveTo(new Date(new Date(up.dueAt!).getTime() + 60_000));
    expect(await numbersOf(maker, 'here')).toEqual([number]);
    const { dueAt: last } = await seenBy(maker, id);
    await root.moveTo(new Date(new Date(last!).getTime() + 60_000));
    expect(await seenBy(maker, id)).toMatchObject({
      ...{ state: 'passedUp', level: { id: root.unitId }, timesPassed: 2 },
      clock: { state: 'broken' },
    });
  });

  test('CMP-16 a house that does not want it so is only told that the level is late', async ({
    shop: root,
  }) => {
    const { advisor, maker, shop } = await house(root);
    const own = { shop: { days: 1, isAutomatic: false } };
    const saved = await maker.call(routes.setTerms, { body: { own } });
    expect(saved.own).toEqual(own);
    const { id } = await known(advisor);
    const { dueAt } = await seenBy(advisor, id);
    await root.moveTo(new Date(new Date(dueAt!).getTime() + 60_000));
    expect(await seenBy(advisor, id)).toMatchObject({
      ...{ state: 'atOrigin', level: { id: shop.unitId } },
      clock: { state: 'broken' },
    });
  });

  test('CMP-16 CMP-18 all levels together have no more than ten working days', async ({
    shop: root,
  }) => {
    const { maker } = await house(root);
    const own = { shop: { days: 4 }, agent: { days: 4 } };
    await expect(maker.call(routes.setTerms, { body: { own } })).rejects.toMatchObject({
      status: 422,
    });
  });

  test('CMP-16 answered to the customer no level waits any more, and opened again it begins with the shop', async ({
    shop: root,
  }) => {
    const { advisor, region, shop } = await house(root);
    const { id } = await known(advisor);
    await passUp(advisor, id);
    await takeOver(region, id);
    await upTo(region, id, 'reportBack');
    await root.settle();
    expect(await seenBy(advisor, id)).toMatchObject({ state: 'settled', dueAt: null, clock: null });
    await expect(passUp(region, id)).rejects.toMatchObject({ status: 409 });
    await root.forward(1);
    await take(region, 'askSatisfaction', id, { satisfaction: 'unsatisfied' });
    await root.settle();
    expect(await seenBy(advisor, id)).toMatchObject({
      ...{ state: 'atOrigin', level: { id: shop.unitId } },
      clock: { state: 'open' },
    });
  });

  test('CMP-16 a house of one unit has no level above and no clock of one', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await known(advisor);
    const seen = await seenBy(advisor, id);
    expect(seen).toMatchObject({ chain: [{ id: shop.unitId }], clock: null, above: null });
    await expect(passUp(advisor, id)).rejects.toMatchObject({ status: 409 });
  });

  test('CMP-16 what somebody else has moved meanwhile is not moved again by one who has not seen it', async ({
    shop: root,
  }) => {
    const { advisor, region } = await house(root);
    const { id } = await known(advisor);
    const { version } = await seenBy(advisor, id);
    await passUp(advisor, id);
    await expect(
      region.call(routes.passUp, { ...at(id), body: { reason } }, { version: version! }),
    ).rejects.toMatchObject({ status: 412 });
  });

  test('CMP-16 two who pass it up at once pass it up one level', async ({ shop: root }) => {
    const { advisor, agent } = await house(root);
    const { id } = await known(advisor);
    const both = await Promise.allSettled([passUp(advisor, id), passUp(advisor, id)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const seen = await seenBy(advisor, id);
    expect(seen).toMatchObject({ level: { id: agent.unitId }, timesPassed: 1 });
  });
});

describe('CMP-16 ARC-10 the walls between units hold', () => {
  test('CMP-16 D-02 a sister shop sees nothing of it, wherever it stands', async ({
    shop: root,
  }) => {
    const { advisor, stranger } = await house(root);
    const { id } = await known(advisor);
    for (const step of [undefined, passUp]) {
      await step?.(advisor, id);
      await expect(seenBy(stranger, id)).rejects.toMatchObject({ status: 404 });
      await expect(passUp(stranger, id)).rejects.toMatchObject({ status: 404 });
      for (const show of ['here', 'mine', 'above'] as const) {
        expect(await numbersOf(stranger, show)).toEqual([]);
      }
    }
  });

  test('ARC-10 name and phone are masked for every level until a reason is on record, which the shop sees', async ({
    shop: root,
  }) => {
    const { advisor, region } = await house(root);
    const { id } = await known(advisor);
    await passUp(advisor, id);
    const seen = await seenBy(region, id);
    expect(seen).toMatchObject({ complainantPhone: '138****8000', mayReveal: true });
    expect(seen.complainantName).not.toContain('建国');
    const reveal = (body: object) => region.call(routes.reveal, { ...at(id), body: body as never });
    await expect(reveal({ reason: 'other' })).rejects.toMatchObject({ status: 422 });
    expect(await reveal({ reason: 'contact', note: '致电道歉' })).toEqual({
      complainantName: '王建国',
      complainantPhone: '13800138000',
    });
    const { entries } = await seenBy(advisor, id);
    expect(entries[0]).toMatchObject({ step: 'reveal', words: '致电道歉', byName: region.name });
  });

  test('ARC-10 with a basis on record the level above sees what it needs of another company’s shop', async ({
    shop: root,
  }) => {
    const { advisor, region, shop, agent } = await house(root);
    await root.write((work) =>
      work.update('orgUnits', { id: shop.unitId }, { isOwnController: true }),
    );
    await shop.write((work) =>
      work.insert('sharingBases', {
        ...{ toUnitId: agent.unitId, kind: 'contract', purpose: '投诉处理', document: '协议 7' },
        ...{ orgUnitId: shop.unitId, orgPath: shop.unitPath, validFrom: '2026-11-01' },
      }),
    );
    const { id } = await known(advisor);
    const up = await passUp(advisor, id);
    expect(up.entries[0]).toMatchObject({ sharing: 'basis' });
    const body = { reason: 'contact' } as const;
    expect(await region.call(routes.reveal, { ...at(id), body })).toMatchObject({
      complainantPhone: '13800138000',
    });
  });

  test('ARC-10 of another company’s shop nothing of the person goes up without a basis on record', async ({
    shop: root,
  }) => {
    const { advisor, region, shop } = await house(root);
    await root.write((work) =>
      work.update('orgUnits', { id: shop.unitId }, { isOwnController: true }),
    );
    const { id } = await known(advisor);
    const up = await passUp(advisor, id);
    expect(up.entries[0]).toMatchObject({ sharing: 'none' });
    const seen = await seenBy(region, id);
    expect(seen).toMatchObject({ sharing: 'none', mayReveal: false, content: '***' });
    expect(seen.plate).not.toBe('京A12345');
    await expect(
      region.call(routes.reveal, { ...at(id), body: { reason: 'contact' } }),
    ).rejects.toMatchObject({ status: 403 });
  });
});
