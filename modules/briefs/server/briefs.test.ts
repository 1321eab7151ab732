import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { readPdf } from '#test/pdf.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { type Brief, briefRoutes } from '../contract.ts';
import { aMonthOfCalls, draftedBy, record } from './briefs.fixture.ts';

const all = async (by: TestEmployee) => (await by.call(briefRoutes.list, {})).items;
const write = (by: TestEmployee, { id, version }: Brief, body: object) =>
  by.call(briefRoutes.write, { params: { briefId: id }, body }, { version });
const sign = (by: TestEmployee, { id, version }: Brief) =>
  by.call(briefRoutes.sign, { params: { briefId: id } }, { version });
const one = (by: TestEmployee, briefId: string) =>
  by.call(briefRoutes.one, { params: { briefId } });

/** Tuesday, the first working day of December, after the night. */
const december = '2026-12-01T01:00:00.000Z';

describe('drawn up by the house', () => {
  test('FUP-12 on the first working day the brief of the month before lies there, and the supervisor hears of it', async ({
    shop,
  }) => {
    const { supervisor } = await aMonthOfCalls(shop);
    expect(await all(supervisor)).toEqual([]);
    await shop.moveTo(december);
    const [brief, ...more] = await all(supervisor);
    expect(more).toEqual([]);
    expect(brief).toMatchObject({
      grain: 'month',
      fromOn: '2026-11-01',
      untilOn: '2026-11-30',
      state: 'drafted',
    });
    const { items } = await supervisor.call(commitmentRoutes.listNotices, {});
    expect(items.map(({ kind }) => kind)).toContain('briefs.drafted');
    const { summary, plan } = await one(supervisor, brief!.id);
    expect(summary).toContain('接通率 66.7%（2/3）');
    expect(plan).toContain('补做逾期未做的回访');
    await shop.forward(48);
    expect(await all(supervisor)).toHaveLength(1);
  });

  test('FUP-12 after New Year’s holiday the month and the year are drawn up', async ({ shop }) => {
    const { supervisor } = await aMonthOfCalls(shop);
    await shop.moveTo(december);
    await shop.moveTo('2027-01-01T04:00:00.000Z');
    const grains = async () => (await all(supervisor)).map(({ grain, fromOn }) => [grain, fromOn]);
    // A holiday: nobody works yet.
    expect(await grains()).toEqual([['month', '2026-11-01']]);
    await shop.moveTo('2027-01-06T04:00:00.000Z');
    expect(await grains()).toEqual([
      ['month', '2026-12-01'],
      ['month', '2026-11-01'],
      ['year', '2026-01-01'],
    ]);
  });

  test('FUP-12 a house that followed up nobody gets no empty brief', async ({ shop }) => {
    const supervisor = await shop.employee('supervisor');
    await shop.moveTo(december);
    expect(await all(supervisor)).toEqual([]);
  });
});

describe('finished by the supervisor', () => {
  test('FUP-12 its figures stand as they were counted, until they are counted anew; its words stay', async ({
    shop,
  }) => {
    const { supervisor, agent } = await aMonthOfCalls(shop);
    const brief = await draftedBy(supervisor);
    const connected = ({ figures }: Brief) => figures.find(({ key }) => key === 'connected')!.now;
    expect(connected(brief)).toMatchObject({ value: 2, of: 3 });
    expect(brief.trend).toHaveLength(13);
    const { items } = await agent.call(followUpRoutes.due, { query: { mine: true } });
    const left = items.find(({ customer }) => customer.name === '孙立')!;
    const talked = { result: 'connected', reason: 'talked' } as const;
    await record(agent, left.id, { ...talked, mainPoints: '都好', satisfaction: 4 });
    expect(connected(await one(supervisor, brief.id))).toMatchObject({ of: 3 });
    const written = await write(supervisor, brief, { plan: '下月补两名回访员' });
    const params = { briefId: brief.id };
    const { version } = written;
    const anew = await supervisor.call(briefRoutes.refresh, { params }, { version });
    expect(connected(anew)).toMatchObject({ value: 3, of: 4 });
    expect(anew.plan).toBe('下月补两名回访员');
  });

  test('FUP-12 of two tabs that write at once the second is told, and writes over nothing', async ({
    shop,
  }) => {
    const { supervisor } = await aMonthOfCalls(shop);
    const brief = await draftedBy(supervisor);
    await write(supervisor, brief, { summary: '第一个标签页' });
    await expect(write(supervisor, brief, { summary: '第二个标签页' })).rejects.toMatchObject({
      status: 412,
    });
    expect((await one(supervisor, brief.id)).summary).toBe('第一个标签页');
  });

  test('FUP-12 signed off it stands: neither words nor figures change', async ({ shop }) => {
    const { supervisor } = await aMonthOfCalls(shop);
    const brief = await draftedBy(supervisor);
    const empty = await write(supervisor, brief, { summary: ' ' });
    await expect(sign(supervisor, empty)).rejects.toMatchObject({ code: 'brief_empty' });
    const signed = await sign(supervisor, await write(supervisor, empty, { summary: '本月平稳' }));
    expect(signed).toMatchObject({ state: 'signed', signedByName: supervisor.name });
    expect(signed.steps.some(({ allowed }) => allowed)).toBe(false);
    await expect(write(supervisor, signed, { plan: '再改' })).rejects.toMatchObject({
      status: 409,
    });
    const params = { briefId: brief.id };
    await expect(
      supervisor.call(briefRoutes.refresh, { params }, { version: signed.version }),
    ).rejects.toMatchObject({ status: 409 });
  });

  test('FUP-12 one brief of a period and a unit; none of a period that has not begun', async ({
    shop,
  }) => {
    const { supervisor } = await aMonthOfCalls(shop);
    await draftedBy(supervisor);
    await expect(draftedBy(supervisor)).rejects.toMatchObject({ code: 'brief_exists' });
    await expect(draftedBy(supervisor, { on: '2026-12-01' })).rejects.toMatchObject({
      errors: [{ pointer: '/on', code: 'brief_ahead' }],
    });
    await expect(draftedBy(supervisor, { on: '9999-12-31' })).rejects.toMatchObject({
      code: 'day_too_far',
    });
  });
});

describe('read and printed', () => {
  test('FUP-12 cases and what is unfinished are read as they are now, with their reason', async ({
    shop,
  }) => {
    const { supervisor } = await aMonthOfCalls(shop);
    await shop.moveTo('2026-11-29T03:00:00.000Z');
    const { cases, unfinished } = await draftedBy(supervisor);
    expect(cases).toMatchObject([
      { reason: 'leastSatisfied', beginning: '等了太久' },
      { reason: 'praised', beginning: '很满意，谢谢师傅' },
    ]);
    expect(unfinished.find(({ kind }) => kind === 'followUp')).toMatchObject({ total: 2 });
  });

  test('FUP-12 an agent reads the brief with his own line, and does not write to it', async ({
    shop,
  }) => {
    const { supervisor, agent } = await aMonthOfCalls(shop);
    const brief = await draftedBy(supervisor);
    const seen = await one(agent, brief.id);
    expect(seen.agents.map(({ id }) => id)).toEqual([agent.id]);
    expect(seen.steps).toEqual([]);
    await expect(write(agent, seen, { plan: '我来改' })).rejects.toMatchObject({ status: 403 });
    const stranger = await (await TestShop.open()).employee('supervisor');
    await expect(one(stranger, brief.id)).rejects.toMatchObject({ status: 404 });
  });

  test('FUP-12 on A4 it has its words, figures, charts, and says how each is reckoned', async ({
    shop,
  }) => {
    const { supervisor } = await aMonthOfCalls(shop);
    const words = await write(supervisor, await draftedBy(supervisor), { summary: '本月平稳' });
    const brief = await sign(supervisor, words);
    const reply = await supervisor.raw('GET', `/briefs/${brief.id}/print.pdf`);
    expect(reply.statusCode).toBe(200);
    const { pages, fonts } = await readPdf(reply.rawPayload);
    const text = pages.join('');
    for (const words of ['回访月报', '2026-11', '本月平稳', '66.7%', '等了太久']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('接通的通话÷拨出的电话和走访');
    expect(fonts.every((font) => font.startsWith('NotoSansSC'))).toBe(true);
  });
});
