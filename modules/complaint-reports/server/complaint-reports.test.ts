import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { received, take } from '#modules/complaints/server/complaints.fixture.ts';
import { organisationRoutes, treeRoutes } from '#modules/organisation/contract.ts';
import { statement } from '#platform/sql.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { type TestEmployee, test } from '#test/shop.ts';
import { reportRuleRoutes, reportRoutes as routes } from '../contract.ts';
import {
  aChain,
  afterAgent,
  afterWords,
  december,
  listOf,
  reportOf,
  write,
} from './reports.fixture.ts';

const noticesOf = async (by: TestEmployee) =>
  (await by.call(commitmentRoutes.listNotices, {})).items.map(({ kind }) => kind);
const overviewOf = (by: TestEmployee, on?: string) =>
  by.call(routes.overview, { query: on ? { on } : {} });
const at = (complaintReportId: string) => ({ params: { complaintReportId } });
const figure = (of: { figures: { key: string; value: number }[] }, key: string) =>
  of.figures.find((each) => each.key === key)!.value;

describe('made and sent by the house', () => {
  test('CMP-14 on the first working day the month lies there for words; nobody above reads it before it has gone', async ({
    shop: root,
  }) => {
    const { manager, region, other } = await aChain(root);
    await root.moveTo(december);
    const [mine, ...more] = await listOf(manager, true);
    expect(more).toEqual([]);
    expect(mine).toMatchObject({
      ...{ fromOn: '2026-11-01', untilOn: '2026-11-30', state: 'drafted', toUnitName: '华中代理' },
      ...{ isLate: false, edition: 1, dueAt: '2026-12-05T10:00:00.000Z' },
    });
    expect(await noticesOf(manager)).toContain('complaintReports.drafted');
    const { facts } = await reportOf(manager, mine!.id);
    expect(figure(facts.total, 'received')).toBe(2);
    expect(facts.total.kinds.filter(({ complaints }) => complaints > 0)).toEqual([
      { key: 'repairTechnique', complaints: 1 },
      { key: 'price', complaints: 1 },
    ]);
    expect(facts.total.ages.find(({ key }) => key === 'upTo15')).toMatchObject({ complaints: 2 });
    expect(facts.overdue).toMatchObject([{ days: 8, state: 'received' }, { days: 8 }]);
    for (const above of [region, other]) {
      await expect(reportOf(above, mine!.id)).rejects.toMatchObject({ status: 404 });
    }
    expect(await listOf(region)).toEqual([]);
    const { units } = await overviewOf(region);
    expect(units.map(({ standing, counted }) => [standing, counted])).toEqual([
      ['waiting', null],
      ['waiting', null],
    ]);
  });

  test('CMP-14 it goes by itself when the time for words is over, and the tier above hears of it', async ({
    shop: root,
  }) => {
    const { manager, region } = await aChain(root);
    await root.moveTo(december);
    const [drafted] = await listOf(manager, true);
    const report = await reportOf(manager, drafted!.id);
    await write(manager, report, { summary: '两件都是沟通不及时', plan: '每天下午四点前回电' });
    await root.moveTo(afterWords);
    const { units, sum } = await overviewOf(region);
    expect(units.map(({ standing }) => standing)).toEqual(['sent', 'sent']);
    expect(figure(sum, 'received')).toBe(3);
    expect(await noticesOf(region)).toContain('complaintReports.sent');
    const seen = await reportOf(region, units[0]!.reportId!);
    expect(seen).toMatchObject({
      ...{ state: 'sent', sentByName: '', isLate: false },
      ...{ summary: '两件都是沟通不及时', steps: [] },
    });
    await expect(
      write(manager, { ...report, version: 99 }, { plan: '再改' }),
    ).rejects.toMatchObject({
      status: 412,
    });
    const { version } = await reportOf(manager, report.id);
    await expect(write(manager, { ...report, version }, { plan: '再改' })).rejects.toMatchObject({
      status: 409,
    });
  });

  test('CMP-14 CMP-16 the agent’s report is made of the shops’ and its own, and passes up in its turn', async ({
    shop: root,
  }) => {
    const { region, maker } = await aChain(root);
    await received(region, { content: '投诉到了代理商这里' });
    await root.moveTo(afterWords);
    const [own] = await listOf(region, true);
    expect(own).toMatchObject({ state: 'drafted', dueAt: '2026-12-11T10:00:00.000Z' });
    const { facts } = await reportOf(region, own!.id);
    expect(facts.parts.map(({ standing }) => standing)).toEqual(['sent', 'sent']);
    expect(figure(facts.own, 'received')).toBe(1);
    expect(figure(facts.total, 'received')).toBe(4);
    expect(facts.overdue).toHaveLength(4);
    expect((await overviewOf(maker)).units).toMatchObject([{ standing: 'waiting' }]);
    await root.moveTo(afterAgent);
    const { units, sum, hasAbove } = await overviewOf(maker);
    expect(units).toMatchObject([{ standing: 'sent', unitName: '华中代理' }]);
    expect(figure(sum, 'received')).toBe(4);
    expect(hasAbove).toBe(false);
    // Nobody stands above the headquarters: it owes no report.
    expect(await listOf(maker, true)).toEqual([]);
  });

  test('CMP-14 a month without a complaint is reported as one; a lone shop reports to nobody', async ({
    shop: root,
  }) => {
    const { manager } = await aChain(root);
    await root.moveTo('2027-01-06T04:00:00.000Z');
    const [december, november] = await listOf(manager, true);
    expect([december!.fromOn, november!.fromOn]).toEqual(['2026-12-01', '2026-11-01']);
    const { facts } = await reportOf(manager, december!.id);
    expect(figure(facts.total, 'received')).toBe(0);
    expect(facts.total.ages.find(({ key }) => key === 'over30')).toMatchObject({ complaints: 2 });
  });

  test('CMP-14 a tenant of one shop has nobody above, and gets no report', async ({ shop }) => {
    const manager = await shop.employee('supervisor');
    await received(manager);
    await shop.moveTo(december);
    expect(await listOf(manager)).toEqual([]);
    expect(await overviewOf(manager)).toMatchObject({ hasAbove: false, units: [] });
  });
});

describe('sealed', () => {
  test('CMP-14 what happens afterwards changes no figure; a correction is a second edition that says what changed', async ({
    shop: root,
  }) => {
    const { manager, region, advisor } = await aChain(root);
    await root.moveTo(afterWords);
    const [mine] = await listOf(manager, true);
    const sent = await reportOf(manager, mine!.id);
    const correct = (by: TestEmployee, id: string, reason: string) =>
      by.call(routes.correct, { ...at(id), body: { reason } });
    const { items } = await advisor.call(complaintRoutes.list, {});
    await take(advisor, 'acknowledge', items[0]!.id, { words: '已致电' });
    await take(advisor, 'assess', items[0]!.id, { severity: 'major', reason: '反复维修' });
    expect((await reportOf(manager, sent.id)).facts).toEqual(sent.facts);
    await expect(correct(region, sent.id, '补录')).rejects.toMatchObject({
      code: 'report_not_yours',
    });
    await expect(correct(manager, sent.id, '王先生打了13800138000')).rejects.toMatchObject({
      errors: [{ pointer: '/reason', code: 'report_names_person' }],
    });
    const second = await correct(manager, sent.id, '有一件漏评了等级');
    expect(second).toMatchObject({
      ...{ edition: 2, state: 'sent', isLate: false, correctedWhy: '有一件漏评了等级' },
    });
    expect(second.facts.changes).toContainEqual({ what: 'severities.major', was: '0', now: '1' });
    expect((await reportOf(region, sent.id)).facts).toEqual(sent.facts);
    expect(await noticesOf(region)).toContain('complaintReports.corrected');
    await expect(correct(manager, sent.id, '再来一次')).rejects.toMatchObject({ status: 409 });
    await expect(correct(manager, second.id, '再来一次')).rejects.toMatchObject({
      code: 'report_unchanged',
    });
    // The agent's own report had not gone: it is counted again with the second edition.
    await root.settle();
    const [above] = await listOf(region, true);
    const { facts } = await reportOf(region, above!.id);
    expect(facts.parts.map(({ edition }) => edition)).toEqual([2, 1]);
  });

  test('CMP-14 of two tabs that write at once the second is told; words with somebody’s data are refused', async ({
    shop: root,
  }) => {
    const { manager, advisor } = await aChain(root);
    await root.moveTo(december);
    const [mine] = await listOf(manager, true);
    const report = await reportOf(manager, mine!.id);
    await write(manager, report, { summary: '第一个标签页' });
    await expect(write(manager, report, { summary: '第二个' })).rejects.toMatchObject({
      status: 412,
    });
    const { version } = await reportOf(manager, mine!.id);
    for (const words of ['车主电话 138 0013 8000', '鄂A12345 还没修好', '王先生不接受']) {
      await expect(
        write(manager, { id: mine!.id, version }, { overdueWords: words }),
      ).rejects.toMatchObject({ errors: [{ pointer: '/overdueWords' }] });
    }
    await expect(
      write(advisor, { id: mine!.id, version }, { summary: '我来写' }),
    ).rejects.toMatchObject({ status: 403 });
    const sent = await manager.call(routes.send, at(mine!.id), { version });
    expect(sent).toMatchObject({ state: 'sent', sentByName: manager.name });
  });

  test('CMP-18 no name, phone or word of a customer goes up; each look is recorded', async ({
    shop: root,
  }) => {
    const { region } = await aChain(root);
    await root.moveTo(afterWords);
    const { units } = await overviewOf(region);
    const { body } = await region.raw('GET', `/complaint-reports/${units[0]!.reportId}`);
    for (const word of ['王', '13800138000', '刹车异响', '报价比上次']) {
      expect(body).not.toContain(word);
    }
    const paper = await region.raw('GET', `/complaint-reports/${units[0]!.reportId}/print.pdf`);
    const text = compact((await readPdf(paper.rawPayload)).pages.join(''));
    for (const word of ['投诉定期报告', '2026-11-01', '分店1', '响应及时', '逾期未办']) {
      expect(text).toContain(word);
    }
    expect(text).not.toContain('王建国');
    const looks = await root.write((work) => work.rows(looksAt, { about: units[0]!.reportId! }));
    expect(looks.length).toBeGreaterThanOrEqual(2);
  });
});

const looksAt = statement<{ id: string }, { about: string }>(
  'complaintReportsTest.looks',
  `select id from audit_entries where tenant_id = :tenant and about_id = :about::uuid order by at limit 20`,
);

describe('late, missing, and a tree that changes', () => {
  test('CMP-14 where the house stood still till after the day, it goes at once and stands as late', async ({
    shop: root,
  }) => {
    const { region, manager } = await aChain(root);
    await overdueRule(root, 'off');
    await root.moveTo('2026-12-10T01:00:00.000Z');
    expect(await listOf(manager, true)).toEqual([]);
    expect((await overviewOf(region)).units).toMatchObject([
      { standing: 'missing' },
      { standing: 'missing' },
    ]);
    await overdueRule(root, 'on');
    await root.moveTo('2026-12-11T01:00:00.000Z');
    expect((await overviewOf(region)).units).toMatchObject([
      { standing: 'sentLate' },
      { standing: 'sentLate' },
    ]);
    expect(await listOf(manager, true)).toMatchObject([{ isLate: true, state: 'sent' }]);
  });

  test('CMP-14 a shop that was closed before the month owes nothing; one that moved reports to who is above it now', async ({
    shop: root,
  }) => {
    const { shop, agent, region, maker, manager } = await aChain(root);
    const third = await maker.call(organisationRoutes.addUnit, {
      body: { parentId: agent.unitId, tier: 'shop', code: 'third', name: '三店' },
    });
    await maker.call(treeRoutes.closeUnit, {
      params: { orgUnitId: third.id },
      body: { reason: '停业' },
    });
    await root.moveTo(afterWords);
    const [mine] = await listOf(manager, true);
    await maker.call(treeRoutes.moveUnit, {
      params: { orgUnitId: shop.unitId },
      body: { parentId: root.unitId },
    });
    // The agent's report keeps the part that it was made of.
    const [above] = await listOf(region, true);
    const { facts } = await reportOf(region, above!.id);
    expect(facts.parts.map(({ unitName }) => unitName)).toEqual(['分店1', '分店2', '三店']);
    await expect(reportOf(region, mine!.id)).rejects.toMatchObject({ status: 404 });
    const { units } = await overviewOf(maker);
    expect(units.find(({ unitId }) => unitId === shop.unitId)).toMatchObject({
      ...{ standing: 'elsewhere', counted: null },
    });
    await root.moveTo('2027-01-10T04:00:00.000Z');
    const { units: later } = await overviewOf(maker);
    expect(later.find(({ unitId }) => unitId === shop.unitId)).toMatchObject({ standing: 'sent' });
    // What was closed in November reported on it, and owes nothing for December.
    const { units: ofAgent } = await overviewOf(region);
    expect(ofAgent.map(({ unitName }) => unitName)).toEqual(['分店2']);
  });

  test('CMP-14 the rule is one for the tree, set at its top', async ({ shop: root }) => {
    const { manager, maker } = await aChain(root);
    const rule = await manager.call(reportRuleRoutes.read, {});
    const { mayChange, ...given } = rule;
    expect(mayChange).toBe(false);
    const save = (by: TestEmployee, body: object) =>
      by.call(reportRuleRoutes.save, { body: { ...given, ...body } });
    await expect(save(manager, { grain: 'week' })).rejects.toMatchObject({
      code: 'rule_of_the_top',
    });
    await expect(save(maker, { wordDays: 5 })).rejects.toMatchObject({
      errors: [{ pointer: '/wordDays', code: 'words_after_due' }],
    });
    await save(maker, { grain: 'week' });
    await root.moveTo('2026-11-23T01:00:00.000Z');
    expect(await listOf(manager, true)).toMatchObject([
      { grain: 'week', fromOn: '2026-11-16', untilOn: '2026-11-22' },
    ]);
  });
});

async function overdueRule(root: Parameters<typeof aChain>[0], state: 'on' | 'off') {
  const maker = await root.employee('owner');
  const { mayChange: _, ...rule } = await maker.call(reportRuleRoutes.read, {});
  await maker.call(reportRuleRoutes.save, { body: { ...rule, isOn: state === 'on' } });
}
