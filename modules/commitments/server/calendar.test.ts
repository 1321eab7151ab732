import { expect } from 'vitest';
import { newId } from '#platform/ids.ts';
import { TestShop, test } from '#test/shop.ts';
import { calendarRoutes as routes } from '../contract.ts';
import { calendarOf, commitmentsAbout, defineRule, promise } from './index.ts';

const year = { from: '2026-01-01', to: '2027-12-31' };
const inDays = defineRule({
  key: 'test.calendar.days',
  source: 'FUP-05',
  term: { kind: 'workingDays', days: 1 },
  warnBeforeMinutes: 0,
  ladder: [],
});

test('FUP-01 the shipped holidays are shown with their source, a provisional year says so', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  const calendar = await advisor.call(routes.calendar, { query: year });
  const dayOf = (date: string) => calendar.days.find((day) => day.date === date);
  expect(dayOf('2026-10-10')).toMatchObject({ kind: 'workday', origin: 'shipped' });
  expect(dayOf('2026-10-01')!.source).toContain('国办发明电〔2025〕7号');
  expect(dayOf('2027-10-01')).toMatchObject({ kind: 'holiday', origin: 'provisional' });
  expect(calendar.weekOrigin).toBe('shipped');
  expect(calendar.weekly[7]).toEqual([]);
});

test('FUP-01 a day and a week of one’s own hold, and are given back again', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const show = () => owner.call(routes.calendar, { query: year });
  const set = [
    {
      date: '2026-10-01',
      kind: 'workday',
      name: '国庆值班',
      spans: [{ from: '09:00', to: '12:00' }],
    },
    { date: '2026-12-24', kind: 'closed', name: '盘点' },
  ] as const;
  const day = [{ from: '09:00', to: '17:00' }];
  const weekly = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] };
  await owner.call(routes.changeCalendar, { body: { weekly, set: structuredClone(set) as never } });
  const own = await show();
  expect(own.weekOrigin).toBe('own');
  expect(own.weekly[6]).toEqual([]);
  expect(own.days.filter(({ origin }) => origin === 'own')).toMatchObject(set);
  const calendar = await calendarOf(shop.reading, shop.unitPath);
  expect(calendar.days.findLast(({ date }) => date === '2026-10-01')).toMatchObject(set[0]);
  await owner.call(routes.changeCalendar, { body: { remove: set.map(({ date }) => date) } });
  const back = await show();
  expect(back.days.filter(({ origin }) => origin === 'own')).toEqual([]);
  expect(back.days.find(({ date }) => date === '2026-10-01')!.kind).toBe('holiday');
});

test('FUP-01 hours that overlap, end before they begin or never open are refused', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const week = (monday: object[]) => ({ 1: monday, 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] });
  const change = (monday: object[]) =>
    owner.call(routes.changeCalendar, { body: { weekly: week(monday) as never } });
  await expect(change([{ from: '12:00', to: '09:00' }])).rejects.toMatchObject({
    code: 'spans_unsound',
    errors: [{ pointer: '/weekly/1' }],
  });
  await expect(change([])).rejects.toMatchObject({ code: 'never_open' });
  await expect(change([{ from: '9:00', to: '12:00' }])).rejects.toMatchObject({ status: 400 });
  const advisor = await shop.employee('advisor');
  await expect(advisor.call(routes.changeCalendar, { body: {} })).rejects.toMatchObject({
    status: 403,
  });
});

test('FUP-05 a holiday that is added moves the terms that run, and no other house’s', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const other = await TestShop.open();
  const due = async (of: TestShop) => {
    const about = { type: 'matter', id: newId(of.now) };
    const place = { orgUnitId: of.unitId, orgPath: of.unitPath, ownerId: null };
    await of.write((work) => promise(work, { rule: inDays, about, ...place }));
    return async () =>
      (await commitmentsAbout(of.reading, 'matter', [about.id])).get(about.id)![0]!.dueAt;
  };
  const [own, theirs] = [await due(shop), await due(other)];
  expect(await own()).toBe('2026-11-23T10:00:00.000Z');
  const set = [{ date: '2026-11-23', kind: 'closed' as const, name: '停电' }];
  await owner.call(routes.changeCalendar, { body: { set } });
  await shop.settle();
  expect(await own()).toBe('2026-11-24T10:00:00.000Z');
  expect(await theirs()).toBe('2026-11-23T10:00:00.000Z');
});
