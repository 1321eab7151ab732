import excel from 'exceljs';
import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { bring } from '#modules/imports/server/lists-for-tests.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { exportedLists } from '#platform/exported-lists.ts';
import { routeTable } from '#platform/http.ts';
import { readingBudget } from '#platform/reading-budget.ts';
import type { BodyOf } from '#shared/route.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { exportRoutes } from '../contract.ts';
import { takenOut } from '../contract-lists.ts';
import { keptIn } from './kept-in.ts';

type Wanted = BodyOf<typeof exportRoutes.ask>;
const people = {
  list: 'archive.list',
  columns: ['name', 'plate', 'phone', 'lastVisit'],
  reason: '保养邀约',
} as const;

const ask = (person: TestEmployee, wanted: Partial<Wanted> = {}) =>
  person.call(exportRoutes.ask, {
    body: { ...people, ...wanted, columns: [...(wanted.columns ?? people.columns)] },
  });

/** Asks for it, fetches it, and reads it as a spreadsheet program would. */
async function fetched(person: TestEmployee, wanted: Partial<Wanted> = {}) {
  const asked = await ask(person, wanted);
  const reply = await person.raw('GET', `/exports/${asked.id}/file`);
  expect(reply.statusCode).toBe(200);
  const book = new excel.Workbook();
  await book.xlsx.load(reply.rawPayload as never);
  const rows = (sheet: excel.Worksheet) =>
    sheet
      .getSheetValues()
      .slice(1)
      .map((row) => (row as unknown[]).slice(1));
  const [list, note] = book.worksheets.map(rows);
  return { asked, book, bytes: reply.rawPayload, list: list!, note: note! };
}

async function customers(person: TestEmployee, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const { id: ownerId } = await person.call(customerRoutes.add, {
      body: {
        name: `客户${'甲乙丙丁戊己庚辛壬癸'[at] ?? at}`,
        phone: `1390000${String(1000 + at)}`,
      },
    });
    await person.call(vehicleRoutes.add, {
      body: { plate: `京A1000${at}`, model: '卡罗拉', ownerId },
    });
  }
}

const bellOf = async (person: TestEmployee) =>
  (await person.call(commitmentRoutes.listNotices, {})).items.map(({ kind }) => kind);

describe('a list as a workbook', () => {
  test('ARC-09 it holds what the screen shows: the filter, the columns in their order, phones masked', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await customers(owner, 3);
    const { list } = await fetched(owner, {
      query: 'q=客户乙&limit=100',
      columns: ['phone', 'name', 'plate'],
    });
    expect(list).toEqual([
      ['电话', '姓名', '车牌'],
      ['139****1001', '客户乙', '京A10001'],
    ]);
  });

  test('ARC-10 who took it, when, what for and under which number stands in the file itself', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await customers(owner, 1);
    const { asked, note, book } = await fetched(owner, { isWhole: true });
    expect(asked.number).toMatch(/^DC261121-\d{3}$/);
    const facts = Object.fromEntries(note.map(([name, value]) => [name, value]));
    expect(facts).toMatchObject({
      编号: asked.number,
      导出人: owner.name,
      时间: '2026-11-21 16:00',
      企业: '试车行',
      条数: '1',
      电话: '完整',
      导出用途: '保养邀约',
    });
    expect(book.creator).toBe(owner.name);
    expect(book.title).toContain(asked.number);
    expect(book.worksheets[0]!.headerFooter.oddFooter).toContain(asked.number);
  });

  test('ARC-09 the customers taken out are known again when they are brought in: nothing changes', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await customers(owner, 4);
    const { bytes, list } = await fetched(owner, { isWhole: true });
    expect(list).toHaveLength(5);
    const batch = await bring(owner, bytes);
    expect(batch.counts).toMatchObject({
      rows: 4,
      ready: 0,
      held: 0,
      byCode: [{ code: 'duplicate_row', status: 'question', count: 4 }],
    });
    expect(batch.columns.map(({ field }) => field)).toEqual([
      'customerName',
      'plate',
      'phone',
      'lastVisitOn',
    ]);
  });

  test('ARC-09 more than a page of rows comes whole, each once', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const lines = Array.from(
      { length: 430 },
      (_, at) => `王${at},1380001${String(at).padStart(4, '0')}`,
    );
    const { id } = await bring(owner, ['姓名,手机', ...lines].join('\n'), 'a.csv');
    await owner.raw('POST', `/imports/${id}/run`, {});
    await shop.settle();
    const { asked, list } = await fetched(owner, { list: 'customers.list', columns: ['name'] });
    expect(asked.rowsPlanned).toBe(430);
    expect(new Set(list.flat()).size).toBe(431);
    // It is closed when its last byte has gone.
    await expect
      .poll(async () => (await owner.call(exportRoutes.list, {})).items)
      .toMatchObject([{ state: 'done', rowsWritten: 430, reason: '保养邀约' }]);
  });
});

describe('who may, and how much', () => {
  test('G-43 without the permission, without its list, or by a program nothing leaves', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    await customers(owner, 1);
    await expect(ask(advisor)).rejects.toMatchObject({ status: 403, code: 'forbidden' });
    const [supervisor] = [await shop.employee('supervisor')];
    await expect(
      ask(supervisor, { list: 'people.listEmployees', columns: ['name', 'phone'], isWhole: true }),
    ).rejects.toMatchObject({ status: 403, code: 'forbidden' });
    const { secret } = await owner.call(peopleRoutes.addApiKey, {
      body: {
        name: '报表',
        roleKey: 'owner',
        expiresAt: '2027-01-01T00:00:00.000Z',
        isSensitive: true,
      },
    });
    const reply = await shop.http.inject({
      method: 'POST',
      url: '/api/v1/exports',
      headers: { authorization: `Bearer ${secret}` },
      payload: people,
    });
    expect(reply.json()).toMatchObject({ status: 403, code: 'export_people_only' });
  });

  test('G-43 a file is fetched once, in time, and by nobody but who asked', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const other = await shop.employee('owner');
    await customers(owner, 1);
    const { asked } = await fetched(owner);
    const again = await owner.raw('GET', `/exports/${asked.id}/file`);
    expect(again.json()).toMatchObject({ status: 409, code: 'step_not_allowed' });
    const second = await ask(owner);
    const foreign = await other.raw('GET', `/exports/${second.id}/file`);
    expect(foreign.statusCode).toBe(404);
    await shop.forward(0.2);
    const late = await owner.raw('GET', `/exports/${second.id}/file`);
    expect(late.json()).toMatchObject({ status: 409, code: 'export_over' });
  });

  test('G-43 beyond the day’s rows it is refused, on record, and the owner hears of both', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const supervisor = await shop.employee('supervisor');
    await customers(owner, 5);
    const { items: budgets } = await owner.call(exportRoutes.budgets, {});
    const { roleId } = budgets.find(({ roleName }) => roleName === '客服主管')!;
    const set = { params: { roleId }, body: { rowsADay: 7 } };
    expect(await owner.call(exportRoutes.setBudget, set)).toMatchObject({
      rowsADay: 7,
      isUsual: false,
    });
    await ask(supervisor, { query: 'q=客户甲' });
    expect(await bellOf(owner)).toEqual([]);
    await ask(supervisor);
    expect(await bellOf(owner)).toEqual(['exports.nearlyUsed']);
    await expect(ask(supervisor)).rejects.toMatchObject({
      status: 422,
      code: 'export_budget',
      errors: [{ pointer: '/list', message: expect.stringContaining('还可以导出 1 条') }],
    });
    expect(await bellOf(owner)).toEqual(['exports.refused', 'exports.nearlyUsed']);
    const { items } = await owner.call(auditRoutes.list, { query: { event: 'export.refused' } });
    expect(items).toMatchObject([{ actorId: supervisor.id }]);
    await shop.forward(24);
    expect((await ask(supervisor)).rowsPlanned).toBe(5);
  });

  test('G-43 two files at the same moment do not both get the last rows', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const supervisor = await shop.employee('supervisor');
    await customers(owner, 3);
    const { items: budgets } = await owner.call(exportRoutes.budgets, {});
    const { roleId } = budgets.find(({ roleName }) => roleName === '客服主管')!;
    await owner.call(exportRoutes.setBudget, { params: { roleId }, body: { rowsADay: 5 } });
    const both = await Promise.allSettled([ask(supervisor), ask(supervisor)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('G-43 three times what a person usually takes is told to the owner', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const supervisor = await shop.employee('supervisor');
    const lines = Array.from(
      { length: 240 },
      (_, at) => `王${at},1380001${String(at).padStart(4, '0')}`,
    );
    const { id } = await bring(owner, ['姓名,手机', ...lines].join('\n'), 'a.csv');
    await owner.raw('POST', `/imports/${id}/run`, {});
    await shop.settle();
    await ask(supervisor, { query: 'q=王12' });
    expect(await bellOf(owner)).toEqual([]);
    await ask(supervisor);
    expect(await bellOf(owner)).toEqual(['exports.unusual']);
  });

  test('ARC-10 a shop’s list holds the shop’s rows, and its exports are seen there alone', async ({
    shop,
  }) => {
    const [north, south] = await sisterShops(shop);
    const [here, there] = [await north.employee('owner'), await south.employee('owner')];
    await customers(here, 2);
    expect((await fetched(there)).list).toHaveLength(1);
    expect((await fetched(here)).list).toHaveLength(3);
    const { items } = await there.call(exportRoutes.list, {});
    expect(items.map(({ employeeId }) => employeeId)).toEqual([there.id]);
    const stranger = await (await TestShop.open()).employee('owner');
    expect((await stranger.call(exportRoutes.list, {})).items).toEqual([]);
  });
});

describe('reading on', () => {
  test('G-43 who pages through thousands of rows waits, and the owner hears of it within the minute', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    const most = readingBudget.refusedAtRows;
    const lines = Array.from(
      { length: 420 },
      (_, at) => `王${at},1380001${String(at).padStart(4, '0')}`,
    );
    const { id } = await bring(owner, ['姓名,手机', ...lines].join('\n'), 'a.csv');
    await owner.raw('POST', `/imports/${id}/run`, {});
    await shop.settle();
    const first = await advisor.call(customerRoutes.list, { query: { limit: 200 } });
    const next = { query: { limit: 200, cursor: first.nextCursor! } };
    for (let rows = 0; rows < most; rows += 200) await advisor.call(customerRoutes.list, next);
    await expect(advisor.call(customerRoutes.list, next)).rejects.toMatchObject({
      status: 429,
      code: 'read_budget',
    });
    await shop.settle();
    expect(await bellOf(owner)).toEqual(['exports.reading']);
    const again = await advisor.call(customerRoutes.list, { query: { limit: 200 } });
    expect(again.items, 'the desk goes on').toHaveLength(200);
    expect((await owner.call(customerRoutes.list, next)).items).toHaveLength(200);
    await shop.forward(1.1);
    expect((await advisor.call(customerRoutes.list, next)).items).toHaveLength(200);
  });
});

/** A list: rows, and where they go on. */
const isList = (reply: unknown): boolean => {
  const { items, nextCursor } =
    (reply as { properties?: Record<string, unknown> }).properties ?? {};
  return items !== undefined && nextCursor !== undefined;
};

describe('every list of the product', () => {
  test('ARC-09 can be taken out, or says why not', () => {
    const lists = routeTable().filter(({ reply }) => isList(reply));
    const undeclared = lists.filter(
      ({ id }) => !(takenOut as readonly string[]).includes(id) && !(id in keptIn),
    );
    expect(undeclared.map(({ id }) => id)).toEqual([]);
    const known = new Set(lists.map(({ id }) => id));
    expect([...takenOut, ...Object.keys(keptIn)].filter((id) => !known.has(id))).toEqual([]);
    expect(
      exportedLists()
        .map(({ route }) => route.id)
        .sort(),
    ).toEqual([...takenOut].sort());
  });

  test('ARC-09 every one of them comes as a workbook with a heading in both languages', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await customers(owner, 1);
    for (const { route, columns, words } of exportedLists()) {
      const keys = columns.map(({ key }) => key);
      const list = route.id as Wanted['list'];
      const { list: rows } = await fetched(owner, { list, columns: keys });
      expect([route.id, rows[0]]).toEqual([
        route.id,
        columns.map(({ word }) => words['zh-CN'][word]),
      ]);
      expect(
        columns.filter(({ word }) => !words.en[word]),
        route.id,
      ).toEqual([]);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
