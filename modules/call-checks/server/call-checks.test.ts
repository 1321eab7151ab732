import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { callRoutes } from '#modules/follow-ups/contract.ts';
import { TestShop as Shop, type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';
import { callCheckRuleRoutes, callCheckRoutes as routes, scoreOf } from '../contract.ts';
import { aTalk, judge, marksOf, turnOn } from './checks.fixture.ts';
import { drawnTalks, drawWeek } from './drawing.ts';

const nextMonday = '2026-11-23T01:00:00.000Z';

async function aWeek(shop: TestShop, talks = 4) {
  const agent = await shop.employee('followUpAgent');
  const supervisor = await shop.employee('supervisor');
  const { customerId } = await endedVisit(shop, await shop.employee('advisor'));
  for (let at = 0; at < talks; at++) await aTalk(agent, customerId, `第${at + 1}次，问保养`);
  return { agent, supervisor, customerId };
}
const listed = async (by: TestEmployee, query: object = {}) =>
  (await by.call(routes.list, { query })).items;
const idsOf = async (by: TestEmployee) => (await listed(by)).map(({ id }) => id);
const noticesOf = async (by: TestEmployee) =>
  (await by.call(commitmentRoutes.listNotices, { query: {} })).items
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('callChecks'));
const promisesOf = async (by: TestEmployee, rule: string, state?: 'kept') =>
  (await by.call(commitmentRoutes.list, { query: { rule, ...(state && { state }) } })).items;
/** This week is drawn at once. */
const drawNow = (shop: TestShop) => shop.write((work) => drawWeek(work, shop.unitId, '2026-11-16'));

describe('FUP-11 the system draws', () => {
  test('FUP-11 nothing is drawn before a house turns it on; then each caller’s last week, in the night, once', async ({
    shop,
  }) => {
    const { supervisor, agent } = await aWeek(shop);
    await shop.moveTo(nextMonday);
    expect(await listed(supervisor)).toEqual([]);
    await turnOn(supervisor);
    await shop.forward(24);
    const drawn = await listed(supervisor);
    expect(drawn).toHaveLength(2);
    expect(drawn[0]).toMatchObject({ agentId: agent.id, state: 'drawn', isOverdue: false });
    await shop.forward(24);
    expect(await listed(supervisor)).toHaveLength(2);
    expect(await noticesOf(supervisor)).toEqual(['callChecks.drawn']);
    const [promise] = await promisesOf(supervisor, 'callChecks.check');
    expect(promise).toMatchObject({ ownerId: supervisor.id, dueAt: drawn[0]!.dueAt });
    await shop.forward(9 * 24);
    expect(await listed(supervisor, { only: 'overdue' })).toHaveLength(2);
  });

  test('FUP-11 recorded talks come first, a share is rounded up, and the seed draws the same again', () => {
    const talks = Array.from({ length: 30 }, (_, at) => ({
      id: `talk-${at}`,
      agentId: at < 20 ? 'one' : 'other',
      agentName: '',
      hasRecording: at % 10 === 0,
    }));
    const number = drawnTalks('seed', talks, { way: 'number', amount: 3 });
    expect(number.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['talk-0', 'talk-10', 'talk-20']),
    );
    expect(number).toHaveLength(6);
    expect(drawnTalks('seed', talks.toReversed(), { way: 'number', amount: 3 })).toEqual(
      expect.arrayContaining(number),
    );
    expect(drawnTalks('other', talks, { way: 'number', amount: 3 })).not.toEqual(number);
    expect(drawnTalks('seed', talks, { way: 'share', amount: 15 })).toHaveLength(3 + 2);
    expect(drawnTalks('seed', talks, { way: 'share', amount: 100 })).toHaveLength(30);
  });

  test('FUP-11 a try that reached nobody is no closed contact; one that was written off is', async ({
    shop,
  }) => {
    const { supervisor, agent, customerId } = await aWeek(shop, 0);
    const record = (result: 'notConnected' | 'invalid', reason: 'noAnswer' | 'wrongNumber') =>
      agent.call(callRoutes.recordFor, {
        params: { customerId },
        body: { direction: 'visit', result, reason },
      });
    await record('notConnected', 'noAnswer');
    await record('invalid', 'wrongNumber');
    await turnOn(supervisor, { amount: 9 });
    await drawNow(shop);
    expect((await listed(supervisor)).map(({ result }) => result)).toEqual(['invalid']);
  });
});

describe('FUP-11 who checks whom', () => {
  test('FUP-11 nobody checks his own talks nor sees that they were drawn; another house sees nothing', async ({
    shop,
  }) => {
    const { supervisor, agent, customerId } = await aWeek(shop, 1);
    await aTalk(supervisor, customerId, '主管自己打的');
    await turnOn(supervisor);
    await drawNow(shop);
    const owner = await shop.employee('owner');
    const all = await listed(owner);
    expect(all).toHaveLength(2);
    const own = all.find(({ agentId }) => agentId === supervisor.id)!;
    expect((await listed(supervisor)).map(({ agentId }) => agentId)).toEqual([agent.id]);
    const missing = { status: 404 };
    const params = { callCheckId: own.id };
    await expect(supervisor.call(routes.read, { params })).rejects.toMatchObject(missing);
    await expect(judge(supervisor, own.id)).rejects.toMatchObject(missing);
    await expect(agent.call(routes.list, { query: {} })).rejects.toMatchObject({ status: 403 });
    const ofAgent = { callCheckId: all.find(({ agentId }) => agentId === agent.id)!.id };
    await expect(agent.call(routes.read, { params: ofAgent })).rejects.toMatchObject(missing);
    const stranger = await (await Shop.open()).employee('supervisor');
    await expect(stranger.call(routes.read, { params })).rejects.toMatchObject(missing);
    await judge(owner, own.id);
    const colleague = await shop.employee('followUpAgent');
    await expect(colleague.call(routes.read, { params })).rejects.toMatchObject(missing);
    expect((await supervisor.call(routes.mine, { query: {} })).items).toHaveLength(1);
  });

  test('FUP-11 the database itself refuses a check by the person who is checked', async ({
    shop,
  }) => {
    const { supervisor, agent } = await aWeek(shop, 1);
    await turnOn(supervisor);
    await drawNow(shop);
    const [id] = (await idsOf(supervisor)) as [string];
    const own = shop.write((work) => work.update('callChecks', { id }, { checkedBy: agent.id }));
    await expect(own).rejects.toMatchObject({ constraint: 'call_checks_by_another' });
  });
});

describe('FUP-11 judged, coached, answered', () => {
  test('FUP-11 the score is reckoned of what applied; a critical criterion without a point fails the whole', () => {
    const one = (points: number | null, most: number, isCritical = false) => ({
      points,
      most,
      isCritical,
    });
    expect(scoreOf([one(3, 4), one(null, 9), one(2, 2)])).toEqual({ score: 83, isFailed: false });
    expect(scoreOf([one(4, 4), one(0, 2, true)])).toEqual({ score: 0, isFailed: true });
    expect(scoreOf([one(null, 4), one(null, 2, true)])).toEqual({ score: null, isFailed: false });
  });

  test('FUP-11 the supervisor judges, its caller is told, agrees, and the agreement comes back on its day', async ({
    shop,
  }) => {
    const { supervisor, agent, customerId } = await aWeek(shop, 3);
    await turnOn(supervisor, { amount: 3 });
    await drawNow(shop);
    const [third, second, first] = (await idsOf(supervisor)) as [string, string, string];
    const weak = judge(supervisor, first, { points: { call: 0 } });
    await expect(weak).rejects.toMatchObject({ errors: [{ code: 'check_coaching_needed' }] });
    const noDay = judge(supervisor, first, { coaching: '好', agreed: '先报姓名' });
    await expect(noDay).rejects.toMatchObject({ errors: [{ code: 'check_agreed_day' }] });
    const done = await judge(supervisor, first, {
      points: { greeting: 1, data: null },
      coaching: '开场要报单位和姓名',
      agreed: '每次先报单位和姓名',
      agreedOn: '2026-11-27',
    });
    expect(done).toMatchObject({ state: 'checked', score: 94, isPassed: true, nextId: third });
    expect(await noticesOf(agent)).toEqual(['callChecks.checked']);
    const params = { callCheckId: first };
    const seen = await agent.call(routes.read, { params });
    expect(seen).toMatchObject({
      coaching: '开场要报单位和姓名',
      steps: [{ step: 'agree' }, { step: 'disagree' }],
    });
    const body = { words: '明白，下次注意' };
    expect(await agent.call(routes.agree, { params, body })).toMatchObject({ state: 'agreed' });
    expect(await promisesOf(supervisor, 'callChecks.agreed')).toMatchObject([
      { ownerId: supervisor.id, dueAt: '2026-11-27T10:00:00.000Z', state: 'open' },
    ]);
    const before = await supervisor.call(routes.read, { params: { callCheckId: second } });
    expect(before.earlier).toBeNull();
    await shop.moveTo('2026-11-25T02:00:00.000Z');
    await aTalk(agent, customerId, '辅导后的一次');
    await shop.write((work) => drawWeek(work, shop.unitId, '2026-11-23'));
    const [next] = (await idsOf(supervisor)) as [string];
    const later = await supervisor.call(routes.read, { params: { callCheckId: next } });
    expect(later.earlier).toMatchObject({ id: first, agreed: '每次先报单位和姓名' });
    const looked = { wasKept: true, words: '第二通已报姓名' };
    await supervisor.call(routes.look, { params, body: looked });
    expect(await promisesOf(supervisor, 'callChecks.agreed', 'kept')).toHaveLength(1);
    await expect(supervisor.call(routes.look, { params, body: looked })).rejects.toMatchObject({
      code: 'check_nothing_agreed',
    });
  });

  test('FUP-11 who disagrees is looked at once more by the supervisor; then it stands, and what stood first is kept', async ({
    shop,
  }) => {
    const { supervisor, agent } = await aWeek(shop, 1);
    await turnOn(supervisor);
    await drawNow(shop);
    const [callCheckId] = (await idsOf(supervisor)) as [string];
    const params = { callCheckId };
    await judge(supervisor, callCheckId, { points: { result: 0 }, coaching: '结果登记错了' });
    await expect(
      supervisor.call(routes.disagree, { params, body: { words: '不' } }),
    ).rejects.toMatchObject({
      status: 404,
    });
    const body = { words: '客户改口了，录音后半段有' };
    await agent.call(routes.disagree, { params, body });
    expect(await noticesOf(supervisor)).toContain('callChecks.disagreed');
    expect(await promisesOf(supervisor, 'callChecks.decide')).toMatchObject([
      { ownerId: supervisor.id, state: 'open' },
    ]);
    const shown = await supervisor.call(routes.read, { params });
    const decision = { words: '重听，确实改口', marks: marksOf(shown) };
    const final = await supervisor.call(routes.decide, { params, body: decision });
    expect(final).toMatchObject({ state: 'final', score: 100, firstScore: 0, isFailed: false });
    expect(await noticesOf(agent)).toContain('callChecks.decided');
    await expect(agent.call(routes.disagree, { params, body })).rejects.toMatchObject({
      code: 'step_not_allowed',
    });
  });

  test('FUP-11 the form is data by edition: a new one changes nothing that was checked', async ({
    shop,
  }) => {
    const { supervisor } = await aWeek(shop, 2);
    await turnOn(supervisor);
    await drawNow(shop);
    const [second, first] = (await idsOf(supervisor)) as [string, string];
    await judge(supervisor, first);
    const form = await supervisor.call(callCheckRuleRoutes.form, {});
    expect(form).toMatchObject({ edition: 0, ownEdition: 0, setAt: '' });
    const stale = await supervisor.call(routes.read, { params: { callCheckId: second } });
    const criteria = form.criteria.slice(0, 3);
    const body = { criteria, passPercent: 90, source: '本店', basedOn: 0 };
    const twice = { ...body, criteria: [...criteria, criteria[0]!] };
    await expect(
      supervisor.call(callCheckRuleRoutes.saveForm, { body: twice }),
    ).rejects.toMatchObject({
      errors: [{ code: 'check_keys_twice' }],
    });
    expect(await supervisor.call(callCheckRuleRoutes.saveForm, { body })).toMatchObject({
      edition: 1,
      editions: [{ edition: 1, criteria: 3 }],
    });
    await expect(supervisor.call(callCheckRuleRoutes.saveForm, { body })).rejects.toMatchObject({
      code: 'check_form_changed',
    });
    const params = { callCheckId: second };
    const old = { formEdition: stale.formEdition, marks: marksOf(stale), coaching: '' };
    await expect(supervisor.call(routes.check, { params, body: old })).rejects.toMatchObject({
      code: 'check_form_changed',
    });
    expect(await judge(supervisor, second)).toMatchObject({ formEdition: 1, passPercent: 90 });
    const before = await supervisor.call(routes.read, { params: { callCheckId: first } });
    expect(before).toMatchObject({ formEdition: 0, passPercent: 80 });
    expect(before.marks).toHaveLength(10);
  });
});

describe('FUP-11 figures', () => {
  test('FUP-11 by caller, criterion and week with their counts; below five checks no mean; each opens its records', async ({
    shop,
  }) => {
    const { supervisor, agent, customerId } = await aWeek(shop, 5);
    const few = await shop.employee('followUpAgent');
    await aTalk(few, customerId, '只打了一次');
    await turnOn(supervisor, { amount: 9 });
    await drawNow(shop);
    for (const { id, agentId } of await listed(supervisor)) {
      const points = { tone: agentId === agent.id ? 0 : 5 };
      await judge(supervisor, id, { points, coaching: '语气要耐心' });
    }
    const figures = (query: object) => supervisor.call(routes.figures, { query });
    const byAgent = await figures({});
    expect(byAgent.items.find(({ key }) => key === agent.id)).toMatchObject({
      ...{ drawn: 5, checked: 5, average: 86, name: agent.name },
    });
    expect(byAgent.items.find(({ key }) => key === few.id)).toMatchObject({
      ...{ checked: 1, average: null },
    });
    const { items } = await figures({ by: 'criterion', agentId: agent.id });
    expect(items.find(({ key }) => key === 'tone')).toMatchObject({
      checked: 5,
      average: 0,
      name: '语气和用语',
    });
    expect(items.find(({ key }) => key === 'call')).toMatchObject({ average: 100, failed: 0 });
    expect((await figures({ by: 'week' })).items).toMatchObject([
      { key: '2026-11-16', checked: 6 },
    ]);
    const tone = await figures({ by: 'week', criterion: 'tone', agentId: agent.id });
    expect(tone.items).toMatchObject([{ key: '2026-11-16', checked: 5, average: 0 }]);
    expect(await listed(supervisor, { criterion: 'tone' })).toHaveLength(5);
    expect(await listed(supervisor, { agentId: few.id, only: 'checked' })).toHaveLength(1);
  });
});
