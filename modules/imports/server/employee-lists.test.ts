import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { organisationRoutes, treeRoutes } from '#modules/organisation/contract.ts';
import { peopleRoutes, staffRoutes } from '#modules/people/contract.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { importRoutes } from '../contract.ts';
import { allRows, bring, importNow, undoNow, upload, workbookOf } from './lists-for-tests.ts';

const heading = ['序号', '姓名', '手机', '岗位', '门店'];
const bringPeople = async (person: TestEmployee, rows: readonly string[][]) => {
  const numbered = rows.map((row, at) => [String(at + 1), ...row]);
  const list = await workbookOf([heading, ...numbered]);
  return bring(person, list, '员工.xlsx', 'employees');
};
const staffOf = async (person: TestEmployee) =>
  (await person.call(peopleRoutes.listEmployees, { query: { limit: 200 } })).items;
const named = async (person: TestEmployee, name: string) =>
  (await staffOf(person)).find((one) => one.name === name)!;
const verdicts = async (person: TestEmployee, importId: string) =>
  (await allRows(person, importId)).map(({ verdict }) => verdict);

const told = async (person: TestEmployee, event: string) =>
  (await person.call(auditRoutes.list, { query: { event, limit: 50 } })).items;

/** Headquarters with two agents, and two shops below the first. */
async function house(shop: TestShop) {
  const owner = await shop.employee('owner');
  const [top] = (await owner.call(organisationRoutes.listUnits, {})).items;
  await owner.call(
    organisationRoutes.changeUnit,
    { params: { orgUnitId: top!.id }, body: { tier: 'headquarters' } },
    { version: top!.version },
  );
  const add = (parentId: string, tier: 'agent' | 'shop', name: string, code: string) =>
    owner.call(organisationRoutes.addUnit, { body: { parentId, tier, code, name } });
  const north = await add(top!.id, 'agent', '北方代理', 'N');
  const south = await add(top!.id, 'agent', '南方代理', 'S');
  const east = await add(north.id, 'shop', '城东店', 'N01');
  const west = await add(north.id, 'shop', '城西店', 'N02');
  return { owner, top: top!, north, south, east, west, add };
}

const three = [
  ['赵 敏', '138-0013-8001', '服务顾问', '城东店'],
  ['钱进', '13800138002', '收银员', 'n02'],
  ['孙立', '', '', ''],
];

describe('a list of employees', () => {
  test('ARC-09 ORG-04 people come on file with post and shop, without a way in and without rights', async ({
    shop,
  }) => {
    const { owner, north, east, west } = await house(shop);
    const before = await staffOf(owner);
    const head = await shop.at(north).employee('owner');
    const batch = await bringPeople(head, three);
    expect(batch).toMatchObject({ kind: 'employees', counts: { ready: 3, held: 0, question: 0 } });
    expect(await verdicts(head, batch.id)).toEqual([
      'ok:phone_separators',
      'ok',
      'warn:employee_without_phone',
    ]);
    expect(await staffOf(owner), 'a dry run writes nothing').toHaveLength(before.length + 1);
    expect(await importNow(head, batch.id)).toMatchObject({
      state: 'imported',
      made: { employees: 3, customers: 0 },
      counts: { imported: 3 },
    });
    const noWayIn = { username: null, roleKeys: [], state: 'active' };
    expect(await named(owner, '赵敏')).toMatchObject({
      ...{ phone: '13800138001', post: '服务顾问', orgUnitId: east.id },
      ...noWayIn,
    });
    expect(await named(owner, '钱进')).toMatchObject({ post: '收银员', orgUnitId: west.id });
    expect(await named(owner, '孙立')).toMatchObject({ post: '', orgUnitId: north.id, phone: '' });
    const [first] = await allRows(head, batch.id);
    expect(first!.employeeId).toBe((await named(owner, '赵敏')).id);
    expect(await told(owner, 'people.employeeAdded')).toHaveLength(3);

    expect(await undoNow(head, batch.id)).toMatchObject({ state: 'undone', fault: null });
    expect((await staffOf(owner)).map(({ id }) => id).sort()).toEqual(
      [...before.map(({ id }) => id), head.id].sort(),
    );
  });

  test('ARC-09 a row is held with its reason: no name, strange post, shop unknown, elsewhere, closed or of one name', async ({
    shop,
  }) => {
    const { owner, north, east, add } = await house(shop);
    await add(north.id, 'shop', '旗舰店', 'N03');
    await add(north.id, 'shop', '旗舰店', 'N04');
    await owner.call(treeRoutes.closeUnit, {
      params: { orgUnitId: east.id },
      body: { reason: '门店搬迁' },
    });
    const head = await shop.at(north).employee('owner');
    const batch = await bringPeople(head, [
      ['', '13800138001', '服务顾问', '城西店'],
      ['赵敏', '12345', '服务顾问', '城西店'],
      ['钱进', '13800138002', '顾问', '城西店'],
      ['孙立', '13800138003', '技师', '城南店'],
      ['李想', '13800138004', '技师', '南方代理'],
      ['周全', '13800138005', '技师', '城东店'],
      ['吴用', '13800138006', '技师', '旗舰店'],
      ['郑好', '13800138007', '技师', 'N04'],
    ]);
    expect(await verdicts(head, batch.id)).toEqual([
      'employee_unnamed',
      'phone_invalid',
      'post_unknown',
      'shop_unknown',
      'shop_outside',
      'shop_closed',
      'shop_ambiguous',
      'ok',
    ]);
    const [, , strange] = await allRows(head, batch.id);
    expect(strange!.reasons).toMatchObject([
      { code: 'post_unknown', field: 'post', words: '没有这个岗位', suggestion: '服务顾问' },
    ]);
    const mended = await head.call(
      importRoutes.mendRow,
      { params: { importId: batch.id, rowNo: 4 }, body: { fields: { post: '服务顾问' } } },
      { version: strange!.version },
    );
    expect(mended).toMatchObject({ status: 'ready', verdict: 'ok' });
    expect((await importNow(head, batch.id)).made.employees).toBe(2);
  });

  test('ARC-09 who stands twice in the list or on file is asked about; a namesake with a number of his own is not', async ({
    shop,
  }) => {
    const { owner } = await house(shop);
    const known = { name: '王芳', phone: '138 0013 8001', post: '钣金工', roleKeys: [] };
    await owner.call(peopleRoutes.addEmployee, { body: known });
    await owner.call(peopleRoutes.addEmployee, { body: { name: '李 强', roleKeys: [] } });
    const batch = await bringPeople(owner, [
      ['王芳', '13800138001', '', ''],
      ['王芳', '13800138009', '钣金工', ''],
      ['李强', '13800138002', '', ''],
      ['赵敏', '13800138003', '', ''],
      ['赵敏', '13800138003', '', ''],
      ['赵敏', '13800138004', '', ''],
      ['赵敏', '', '', ''],
    ]);
    expect(await verdicts(owner, batch.id)).toEqual([
      'employee_on_file:archive',
      'ok',
      'employee_on_file:archive',
      'ok',
      'employee_twice:5',
      'ok',
      'employee_twice:5',
    ]);
    const [first, , third, , , , last] = await allRows(owner, batch.id);
    expect(first!.other).toMatchObject({
      kind: 'archive',
      values: { employeeName: '王芳', phone: '138 0013 8001', post: '钣金工', shop: '试车行' },
    });
    expect(third!.decisions).toEqual(['skip', 'separate']);
    const decide = (rowNo: number, version: number) =>
      owner.call(
        importRoutes.mendRow,
        { params: { importId: batch.id, rowNo }, body: { decision: 'separate' } },
        { version },
      );
    expect(await decide(4, third!.version)).toMatchObject({ status: 'ready' });
    // With a number of his own the last one is nobody else any more.
    const mended = await owner.call(
      importRoutes.mendRow,
      { params: { importId: batch.id, rowNo: 8 }, body: { fields: { phone: '13800138005' } } },
      { version: last!.version },
    );
    expect(mended).toMatchObject({ status: 'ready', verdict: 'ok' });
    await owner.call(importRoutes.decide, {
      params: { importId: batch.id },
      body: { code: 'employee_on_file', decision: 'skip' },
    });
    expect(await importNow(owner, batch.id)).toMatchObject({
      made: { employees: 5 },
      counts: { skipped: 1, question: 1 },
    });
    expect((await staffOf(owner)).filter(({ name }) => name === '赵敏')).toHaveLength(3);
  });
});

describe('between check and import', () => {
  test('ARC-09 who came on file since the check is not made twice', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const batch = await bringPeople(owner, [
      ['赵敏', '13800138001', '', ''],
      ['钱进', '13800138002', '', ''],
    ]);
    const body = { name: '赵敏', phone: '13800138001', roleKeys: [] };
    await owner.call(peopleRoutes.addEmployee, { body });
    expect(await importNow(owner, batch.id)).toMatchObject({
      state: 'imported',
      made: { employees: 1 },
      counts: { imported: 1, question: 1 },
    });
    expect((await staffOf(owner)).filter(({ name }) => name === '赵敏')).toHaveLength(1);
  });
});

describe('taking it back', () => {
  test('ARC-09 ORG-04 who was used since stays, the others go', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const batch = await bringPeople(owner, [
      ['赵敏', '13800138001', '', ''],
      ['钱进', '13800138002', '', ''],
      ['孙立', '13800138003', '', ''],
    ]);
    await importNow(owner, batch.id);
    const { id, version } = await named(owner, '赵敏');
    const roles = { params: { employeeId: id }, body: { roleKeys: ['advisor'] } };
    await owner.call(staffRoutes.change, roles, { version });
    const login = { username: 'qianjin', password: '春天的早上去跑步' };
    await owner.call(staffRoutes.resetPassword, {
      params: { employeeId: (await named(owner, '钱进')).id },
      body: login,
    });
    expect(await undoNow(owner, batch.id)).toMatchObject({
      state: 'undone',
      counts: { imported: 2, ready: 1 },
    });
    const left = (await staffOf(owner)).map(({ name }) => name);
    expect(left).toEqual(expect.arrayContaining(['赵敏', '钱进']));
    expect(left).not.toContain('孙立');
    expect(await told(owner, 'people.employeeRemoved')).toHaveLength(1);
  });

  test('ARC-09 when all were used nothing is taken back, and the list says so', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const batch = await bringPeople(owner, [['赵敏', '13800138001', '', '']]);
    await importNow(owner, batch.id);
    const { id, version } = await named(owner, '赵敏');
    const change = { params: { employeeId: id }, body: { post: '技师' } };
    await owner.call(staffRoutes.change, change, { version });
    expect(await undoNow(owner, batch.id)).toMatchObject({
      state: 'imported',
      fault: 'import_used',
    });
    expect(await named(owner, '赵敏')).toMatchObject({ post: '技师' });
  });
});

describe('whose it is', () => {
  test('ARC-09 ORG-04 who may import but does not keep employees neither brings such a list nor sees one', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const supervisor = await shop.employee('supervisor');
    const forbidden = { status: 403, code: 'forbidden', facts: { permission: 'people.manage' } };
    const fileId = await upload(supervisor, await workbookOf([heading, ['1', '赵敏', '', '', '']]));
    const begin = { body: { fileId, kind: 'employees' as const } };
    await expect(supervisor.call(importRoutes.begin, begin)).rejects.toMatchObject(forbidden);
    const batch = await bringPeople(owner, [['赵敏', '13800138001', '', '']]);
    const params = { importId: batch.id };
    await expect(supervisor.call(importRoutes.read, { params })).rejects.toMatchObject(forbidden);
    await expect(supervisor.call(importRoutes.listRows, { params })).rejects.toMatchObject(
      forbidden,
    );
    await expect(supervisor.call(importRoutes.run, { params })).rejects.toMatchObject(forbidden);
    const skip = { params: { ...params, rowNo: 2 }, body: { decision: 'skip' as const } };
    await expect(supervisor.call(importRoutes.mendRow, skip, { version: 1 })).rejects.toMatchObject(
      forbidden,
    );
    expect((await supervisor.call(importRoutes.list, {})).items).toEqual([]);
    expect((await owner.call(importRoutes.list, {})).items).toMatchObject([{ id: batch.id }]);
  });

  test('ARC-09 L01 people come on file under a fresh proof, by a list as by hand', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const batch = await bringPeople(owner, [['赵敏', '13800138001', '', '']]);
    const { cookie } = owner;
    await shop.forward(11 / 60);
    const run = () =>
      shop.http.inject({
        method: 'POST',
        url: `/api/v1/imports/${batch.id}/run`,
        headers: { cookie },
      });
    expect((await run()).json()).toMatchObject({ status: 403, code: 'step_up_needed' });
    expect((await importNow(owner, batch.id)).made.employees).toBe(1);
  });
});
