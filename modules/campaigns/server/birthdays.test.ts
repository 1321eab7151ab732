import { describe, expect } from 'vitest';
import { customerRoutes, reminderChoiceRoutes } from '#modules/customers/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { segmentRoutes } from '#modules/segments/contract.ts';
import { visited } from '#modules/segments/server/segments.fixture.ts';
import { addDays } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { type TestShop, test } from '#test/shop.ts';
import { campaignRoutes as campaigns, standingRoutes as routes } from '../contract.ts';
import { campaignTemplate, everybody } from './campaigns.fixture.ts';

/** The shop stands on 2026-11-21; 28 November is the twentieth of the tenth lunar month. */
const day = '2026-11-28';
async function begun(shop: TestShop) {
  const writer = await shop.employee('supervisor');
  const boss = await shop.employee('owner');
  const words = { name: '生日祝福', body: '{称呼}，{门店}祝您生日快乐，拒收请回复R' };
  const templateId = await campaignTemplate(writer, words);
  const usual: BodyOf<typeof routes.write> = {
    ...{ occasion: 'birthday', seasonFrom: '', name: '生日祝福', content: '' },
    ...{ segmentId: await everybody(writer), templateId, way: 'message' },
  };
  const approved = async (body: Partial<typeof usual> = {}) => {
    const { id } = await writer.call(routes.write, { body: { ...usual, ...body } });
    const params = { standingCampaignId: id };
    await boss.call(routes.approve, { params });
    return params;
  };
  let phones = 13_800_138_001;
  /** Somebody with this birthday who agrees to be greeted, unless it is said. */
  const born = async (name: string, birthday: string, agrees = true) => {
    const { customerId } = await visited(shop, writer, name, [{ daysAgo: 60, fen: 50_000 }]);
    const params = { customerId };
    const { version } = await boss.call(customerRoutes.read, { params });
    const body = { birthday, phone: String(phones++) };
    await boss.call(customerRoutes.change, { params, body }, { version });
    const said = { purpose: 'marketing', channel: 'any', given: true, evidence: '登记表' } as const;
    if (agrees) await boss.call(customerRoutes.recordConsent, { params, body: said });
    return customerId;
  };
  const made = async () => (await writer.call(campaigns.list, { query: {} })).items;
  const listed = async (query: object = {}) => {
    const [{ id: campaignId } = { id: '' }] = await made();
    return (await writer.call(campaigns.contacts, { params: { campaignId }, query })).items;
  };
  const told = async (customerId: string) =>
    (await boss.call(messageRoutes.thread, { params: { customerId } })).items;
  return { writer, boss, usual, approved, born, made, listed, told };
}
const at = (on: string) => `${on}T03:00:00.000Z`;

describe('birthday greetings', () => {
  test('CAR-03 CAR-04 each birthday, solar or lunar, is greeted on its day; who did not agree or asked not to be is listed with the reason', async ({
    shop,
  }) => {
    const { writer, boss, approved, born, made, listed, told } = await begun(shop);
    const wang = await born('王丽', '农历十月二十');
    const zhao = await born('赵敏', '1990-11-28');
    const li = await born('李强', '11-28', false);
    await born('钱多', '5-1');
    await boss.call(reminderChoiceRoutes.choose, {
      params: { customerId: zhao },
      body: { kind: 'care', isOn: false },
    });
    const params = await approved();
    const { turns } = await writer.call(routes.preview, { params });
    expect(turns).toMatchObject([{ on: day, customers: 3, isMade: false }]);
    await shop.moveTo(at('2026-11-22'));
    expect(await made()).toMatchObject([
      { kind: 'greeting', name: '生日祝福 2026-11', state: 'running', nextOn: day },
    ]);
    const reasons = Object.fromEntries(
      (await listed()).map(({ customerId, reason }) => [customerId, reason]),
    );
    expect(reasons).toEqual({ [wang]: null, [zhao]: 'reminder_off', [li]: 'no_consent' });
    await shop.moveTo(at(addDays(day, -1)));
    expect(await told(wang)).toEqual([]);
    await shop.moveTo(at(day));
    expect(await told(wang)).toMatchObject([{ aboutType: 'campaign', purpose: 'marketing' }]);
    expect([...(await told(zhao)), ...(await told(li))]).toEqual([]);
    await shop.moveTo(at('2026-12-02'));
    expect(await made()).toMatchObject([{ state: 'ended' }]);
    expect(await told(wang)).toHaveLength(1);
  });

  test('CAR-03 a birthday that is learnt the day before is greeted, and each day’s figure opens its own customers', async ({
    shop,
  }) => {
    const { writer, approved, born, made, listed, told } = await begun(shop);
    await born('王丽', '11-28');
    await approved();
    await shop.moveTo(at('2026-11-23'));
    const chen = await born('陈晨', '11-25');
    await shop.moveTo(at('2026-11-24'));
    const [campaign] = await made();
    const params = { campaignId: campaign!.id };
    const { rounds } = await writer.call(campaigns.one, { params });
    expect(rounds.map(({ fromOn }) => fromOn)).toEqual(['2026-11-25', day]);
    const ofDay = await listed({ roundId: rounds[0]!.id });
    expect(ofDay).toMatchObject([{ customerId: chen, state: 'ready' }]);
    await shop.moveTo(at('2026-11-25'));
    expect(await told(chen)).toHaveLength(1);
  });

  test('CAR-03 who withdrew his consent, or his birthday’s greeting by another, hears nothing on the day', async ({
    shop,
  }) => {
    const { boss, approved, born, told } = await begun(shop);
    const wang = await born('王丽', '11-28');
    const zhao = await born('赵敏', '11-28');
    await approved();
    await approved({ name: '生日再祝福' });
    await shop.moveTo(at('2026-11-22'));
    const body = { purpose: 'marketing', channel: 'any', given: false } as const;
    await boss.call(customerRoutes.recordConsent, { params: { customerId: wang }, body });
    await shop.moveTo(at(day));
    expect(await told(wang)).toEqual([]);
    expect(await told(zhao)).toHaveLength(1);
  });

  test('CAR-05 a birthday greeting needs words approved for advertising', async ({ shop }) => {
    const { writer, usual } = await begun(shop);
    const words = { purpose: 'service', name: '服务', body: '{称呼}，{门店}祝您生日快乐' };
    const body = { ...usual, templateId: await campaignTemplate(writer, words) };
    await expect(writer.call(routes.write, { body })).rejects.toMatchObject({
      code: 'campaign_words_not_commercial',
    });
  });

  test('CAR-03 a segment asks for birthdays within days and of a month', async ({ shop }) => {
    const { writer, born } = await begun(shop);
    await born('王丽', '农历十月二十');
    await born('赵敏', '12-24');
    const count = async (conditions: object) =>
      (await writer.call(segmentRoutes.preview, { body: { conditions } })).sample.map(
        ({ name }) => name,
      );
    expect(await count({ birthdayWithinDays: 7 })).toEqual(['王丽']);
    expect(await count({ birthdayWithinDays: 6 })).toEqual([]);
    expect(await count({ birthdayInMonth: 12 })).toEqual(['赵敏']);
    expect((await count({ birthdayWithinDays: 60 })).toSorted()).toEqual(['王丽', '赵敏']);
    expect(await count({ birthdayWithinDays: 7, birthdayInMonth: 12 })).toEqual([]);
  });

  test('CAR-03 more birthdays on one day than are judged at once are all laid out, each once', async ({
    shop,
  }) => {
    const { writer, approved, made } = await begun(shop);
    const ids: string[] = [];
    for (let nth = 0; nth < 103; nth++) {
      const seen = await visited(shop, writer, `车主${nth}`, [{ daysAgo: 60, fen: 50_000 }]);
      ids.push(seen.customerId);
    }
    await shop.write(async (work) => {
      for (const id of ids) await work.update('customers', { id }, { birthday: '11-28' });
    });
    await approved();
    await shop.moveTo(at(addDays(day, -3)));
    await shop.settle();
    const [{ id: campaignId } = { id: '' }] = await made();
    const told: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const query = { limit: 50, ...(cursor && { cursor }) };
      const page = await writer.call(campaigns.contacts, { params: { campaignId }, query });
      expect(page.items.every(({ state }) => state === 'leftOut')).toBe(true);
      told.push(...page.items.map(({ customerId }) => customerId));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(told.toSorted()).toEqual(ids.toSorted());
  });
});
