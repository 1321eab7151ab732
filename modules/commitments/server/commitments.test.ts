import fc from 'fast-check';
import { expect } from 'vitest';
import { newId } from '#platform/ids.ts';
import { statement } from '#platform/sql.ts';
import { testClock } from '#test/server.ts';
import { TestShop, test } from '#test/shop.ts';
import { commitmentRoutes as routes } from '../contract.ts';
import { cancelPromise, commitmentsAbout, defineRule, keep, notify, promise } from './index.ts';

const hour = 3_600_000;
const answer = defineRule({
  key: 'test.answer',
  source: 'CMP-03 二十四小时内响应',
  term: { kind: 'hours', hours: 24 },
  warnBeforeMinutes: 120,
  ladder: [
    { afterMinutes: 0, permission: 'complaints.supervise' },
    { afterMinutes: 24 * 60, permission: 'organisation.manage' },
  ],
});
const solve = defineRule({
  key: 'test.solve',
  source: 'FUP-05 两个工作日内解决',
  term: { kind: 'workingDays', days: 2 },
  warnBeforeMinutes: 0,
  ladder: [{ afterMinutes: 0, permission: 'followUps.supervise' }],
});
const agreed = defineRule({
  key: 'test.agreed',
  source: '与客户约定',
  term: { kind: 'until' },
  warnBeforeMinutes: 60,
  ladder: [],
});

const happened = statement<{ event: string; level: number }, { aboutId: string }>(
  'test.happened',
  `select event, (data->>'level')::int as level from audit_entries
    where tenant_id = :tenant and event like 'commitment.%' and data->>'aboutId' = :aboutId order by at, id`,
);

/** A promise of the rule about something new. */
async function promised(shop: TestShop, ownerId: string | null, given: object = {}) {
  const about = { type: 'complaint', id: newId(shop.now) };
  const place = { orgUnitId: shop.unitId, orgPath: shop.unitPath, subject: '苏A·8K3M2 王女士' };
  const row = await shop.write((work) =>
    promise(work, { rule: answer, about, ownerId, ...place, ...given }),
  );
  const told = async () => {
    const rows = await shop.reading.rows(happened, { aboutId: about.id });
    return rows.map(({ event, level }) => `${event.replace('commitment.', '')} ${level}`).sort();
  };
  const shown = async () =>
    (await commitmentsAbout(shop.reading, about.type, [about.id])).get(about.id)!;
  return { row, about, told, shown };
}

test('CMP-03 warns its owner, breaks at its term and climbs rung by rung', async ({ shop }) => {
  const agent = await shop.employee('followUpAgent');
  const supervisor = await shop.employee('supervisor');
  const owner = await shop.employee('owner');
  const { told, shown } = await promised(shop, agent.id);
  const kinds = async (who: typeof agent) =>
    (await who.call(routes.listNotices, {})).items.map(({ kind }) => kind);

  await shop.forward(21.9);
  expect(await kinds(agent)).toEqual([]);
  await shop.forward(0.2);
  expect(await kinds(agent)).toEqual(['commitment.warned']);
  await shop.forward(2);
  expect(await kinds(agent)).toEqual(['commitment.broken', 'commitment.warned']);
  expect(await kinds(supervisor)).toEqual(['commitment.climbed']);
  await shop.forward(24);
  expect(await kinds(owner)).toEqual(['commitment.climbed', 'commitment.climbed']);
  expect(await told()).toEqual(['broken 0', 'climbed 1', 'climbed 2', 'promised 0', 'warned 0']);
  expect(await shown()).toMatchObject([
    { state: 'broken', level: 2, ownerName: agent.name, source: 'CMP-03 二十四小时内响应' },
  ]);
});

test('CMP-03 no walk of the clock loses or doubles an escalation', async () => {
  const steps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(steps, async (hours) => {
      const shop = await TestShop.open();
      await shop.employee('supervisor');
      const { told } = await promised(shop, null);
      let passed = 0;
      for (const step of hours) {
        passed += step;
        await shop.forward(step);
        await shop.settle();
      }
      const expected = ['promised 0'];
      if (passed >= 24) expected.push('broken 0', 'climbed 1');
      if (passed >= 48) expected.push('climbed 2');
      const escalations = (await told()).filter((event) => event !== 'warned 0');
      expect(escalations).toEqual(expected.sort());
      expect((await told()).filter((event) => event === 'warned 0').length).toBeLessThan(2);
    }),
    { numRuns: 12 },
  );
});

test('CMP-03 done in time is kept and is silent; done late stays broken and climbs no further', async ({
  shop,
}) => {
  const agent = await shop.employee('followUpAgent');
  const inTime = await promised(shop, agent.id);
  const late = await promised(shop, agent.id);
  await shop.forward(23);
  await shop.write((work) => keep(work, answer, inTime.about));
  await shop.forward(2);
  await shop.write((work) => keep(work, answer, late.about));
  await shop.write((work) => keep(work, answer, late.about));
  await shop.forward(48);
  expect(await inTime.shown()).toMatchObject([{ state: 'kept', level: 0 }]);
  expect(await late.shown()).toMatchObject([{ state: 'broken', level: 1 }]);
  expect((await late.shown())[0]!.settledAt).not.toBeNull();
  expect(await late.told()).toEqual([
    'broken 0',
    'climbed 1',
    'promised 0',
    'settledLate 1',
    'warned 0',
  ]);
});

test('CMP-03 a promise made twice is one; another moment moves it; a cancelled one is silent', async ({
  shop,
}) => {
  const at = (hours: number) => new Date(shop.now.getTime() + hours * hour);
  const begin = shop.now;
  const { about, shown, told } = await promised(shop, null, { rule: agreed, dueAt: at(3) });
  const place = { orgUnitId: shop.unitId, orgPath: shop.unitPath, ownerId: null };
  const again = (dueAt: Date) =>
    shop.write((work) => promise(work, { rule: agreed, about, dueAt, from: begin, ...place }));
  await again(at(3));
  expect(await shown()).toHaveLength(1);
  await again(at(9));
  await shop.forward(5);
  expect(await shown()).toMatchObject([{ state: 'open', dueAt: at(4).toISOString() }]);
  await shop.write((work) => cancelPromise(work, agreed, about));
  await shop.forward(9);
  expect(await shown()).toMatchObject([{ state: 'cancelled' }]);
  expect(await told()).toEqual(['cancelled 0', 'moved 0', 'promised 0']);
});

test('FUP-05 a pause needs its reason, moves the term and stands in the sum', async ({ shop }) => {
  const agent = await shop.employee('followUpAgent');
  const supervisor = await shop.employee('supervisor');
  const { row, shown } = await promised(shop, agent.id, { rule: solve });
  const params = { commitmentId: row.id };
  const before = await supervisor.call(routes.one, { params });
  expect(before.dueAt).toBe('2026-11-24T10:00:00.000Z');
  expect(before.steps).toEqual([
    { step: 'pause', allowed: true },
    { step: 'resume', allowed: false, reason: 'while_open' },
  ]);
  await expect(agent.call(routes.pause, { params, body: { reason: '等配件' } })).rejects.toThrow(
    '403',
  );
  await expect(supervisor.call(routes.pause, { params, body: { reason: ' ' } })).rejects.toThrow(
    '400',
  );
  await shop.forward(45);
  await supervisor.call(routes.pause, { params, body: { reason: '等配件' } }, { version: 1 });
  await expect(supervisor.call(routes.resume, { params }, { version: 1 })).rejects.toThrow(
    'version_stale',
  );
  await expect(supervisor.call(routes.pause, { params, body: { reason: '又' } })).rejects.toThrow(
    '409',
  );
  await shop.forward(48);
  expect(await shown()).toMatchObject([{ state: 'paused', level: 0 }]);
  const after = await supervisor.call(routes.resume, { params });
  expect(after.state).toBe('open');
  expect(after.dueAt).toBe('2026-11-26T10:00:00.000Z');
  expect(after.sum.filter(({ kind }) => kind === 'paused').map(({ note }) => note)).toEqual([
    '等配件',
    '等配件',
  ]);
  await shop.moveTo('2026-11-26T10:00:00.000Z');
  expect(await shown()).toMatchObject([{ state: 'broken', level: 1 }]);
});

test('ORG-06 whoever stands in is told too, while it lasts', async ({ shop }) => {
  const absent = await shop.employee('followUpAgent');
  const standIn = await shop.employee('advisor');
  await shop.write((work) =>
    work.insert('standIns', {
      absentId: absent.id,
      standInId: standIn.id,
      namedBy: absent.id,
      fromAt: shop.now,
      untilAt: new Date(shop.now.getTime() + hour),
    }),
  );
  const about = { type: 'complaint', id: newId(shop.now) };
  const tell = (key: string) =>
    shop.write((work) => notify(work, [absent.id], { kind: 'test.told', about, facts: {}, key }));
  await tell('first');
  await tell('first');
  await shop.forward(2);
  await tell('second');
  expect((await absent.call(routes.listNotices, {})).unread).toBe(2);
  expect((await standIn.call(routes.listNotices, {})).unread).toBe(1);
});

test('notices are read by their reader alone, and the list is answered in one statement', async ({
  shop,
}) => {
  const [reader, other] = [await shop.employee('advisor'), await shop.employee('advisor')];
  const about = { type: 'complaint', id: newId(shop.now) };
  for (const key of ['a', 'b', 'c']) {
    await shop.write((work) =>
      notify(work, [reader.id], { kind: 'test.told', about, facts: { key }, key }),
    );
  }
  const first = await reader.call(routes.listNotices, { query: { limit: 2 } });
  const cursor = first.nextCursor!;
  const rest = await reader.call(routes.listNotices, { query: { limit: 2, cursor } });
  expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null]);
  const params = { noticeId: first.items[0]!.id };
  await expect(other.call(routes.readNotice, { params })).rejects.toThrow('404');
  expect(await reader.call(routes.readNotice, { params })).toEqual({ unread: 2 });
  expect(await reader.call(routes.readNotice, { params })).toEqual({ unread: 2 });
  expect(await reader.call(routes.readAllNotices, {})).toEqual({ unread: 0 });
  const raw = await reader.raw('GET', '/notices');
  expect(raw.headers['server-timing']).toBe('sql;desc="1"');
});

test('promises are listed the most pressing first: one’s own, or all for those who supervise', async ({
  shop,
}) => {
  const agent = await shop.employee('followUpAgent');
  const supervisor = await shop.employee('supervisor');
  const stranger = await (await TestShop.open()).employee('owner');
  const technician = await shop.employee('technician');
  const begin = shop.now.getTime();
  const first = await promised(shop, supervisor.id, { from: new Date(begin - 30 * hour) });
  const second = await promised(shop, agent.id);
  const third = await promised(shop, null, { from: new Date(begin + hour) });
  await shop.settle();
  const list = await supervisor.call(routes.list, {});
  expect(list.items.map(({ id }) => id)).toEqual([first.row.id, second.row.id, third.row.id]);
  const page = await supervisor.call(routes.list, { query: { limit: 2 } });
  const next = { limit: 2, cursor: page.nextCursor! };
  expect((await supervisor.call(routes.list, { query: next })).items).toHaveLength(1);
  const late = await supervisor.call(routes.list, { query: { state: 'late' } });
  expect(late.items.map(({ id }) => id)).toEqual([first.row.id]);
  expect((await agent.call(routes.list, {})).items.map(({ id }) => id)).toEqual([second.row.id]);
  const params = { commitmentId: second.row.id };
  await expect(stranger.call(routes.one, { params })).rejects.toThrow('404');
  await expect(technician.call(routes.one, { params })).rejects.toThrow('403');
  const raw = await supervisor.raw('GET', '/commitments');
  expect(raw.headers['server-timing']).toBe('sql;desc="1"');
});

test('RPT-01 figures count what fell due and ended, by rule, and who carries what', async ({
  shop,
}) => {
  const agent = await shop.employee('followUpAgent');
  const supervisor = await shop.employee('supervisor');
  const kept = await promised(shop, agent.id);
  await promised(shop, agent.id);
  await shop.write((work) => keep(work, answer, kept.about));
  await shop.forward(30);
  const query = { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' };
  expect(await supervisor.call(routes.figures, { query })).toEqual({
    rules: [{ rule: answer.key, source: answer.source, due: 2, kept: 1, broken: 1 }],
    load: [{ ownerId: agent.id, ownerName: agent.name, open: 1, today: 0, late: 1 }],
  });
  await expect(agent.call(routes.figures, { query })).rejects.toThrow('403');
});

test('G-35 kept after the clock was put back, a promise has lasted no time at all', async ({
  shop,
}) => {
  const { row, about, shown } = await promised(shop, null);
  testClock.setFor(shop.tenantId, new Date(shop.now.getTime() - hour));
  await shop.write((work) => keep(work, answer, about));
  expect(await shown()).toMatchObject([{ state: 'kept', settledAt: row.startedAt.toISOString() }]);
});
