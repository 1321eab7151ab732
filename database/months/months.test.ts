import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { holdRoutes } from '#modules/document-holds/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { entranceRoutes } from '#modules/people/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { Anchoring } from '#platform/audit/anchoring.ts';
import { sealWaiting } from '#platform/audit/sealing.ts';
import { verifierOf } from '#platform/audit/signing.ts';
import { verifyChain } from '#platform/audit/verifying.ts';
import { MovableClock } from '#platform/clock.ts';
import { Database } from '#platform/database.ts';
import { readingWork } from '#platform/work.ts';
import { callerOver } from '#shared/call.ts';
import { layByMonth } from '#test/by-month.ts';
import { type App, buildApp } from '../../server/app.ts';
import type { MonthlyTable } from './begin.ts';
import { dropMonth } from './drop.ts';
import { exportMonth } from './export.ts';
import { partsOf } from './parts.ts';

const name = 'jingming_by_month';
const folders: string[] = [];
const clock = new MovableClock();
let owner: pg.Client;
let database: Database;
let app: App;
let call: ReturnType<typeof callerOver>;
let tenantId: string;

/** A large house of its own: set up in this month, visited in the next ones. */
beforeAll(async () => {
  const { owner: ownerConfig, app: appConfig, template } = inject('databases');
  const aside = new pg.Client(ownerConfig as pg.ClientConfig);
  await aside.connect();
  await aside.query(`drop database if exists ${name}`);
  await aside.query(`create database ${name} template ${template}`);
  await aside.end();
  await layByMonth({ ...ownerConfig, database: name });
  owner = new pg.Client({ ...ownerConfig, database: name } as pg.ClientConfig);
  await owner.connect();
  database = new Database({ ...appConfig, database: name } as never, 3);
  app = await buildApp({
    database,
    clock,
    filesDir: '/nowhere',
    publicUrl: 'http://localhost:8080',
    cursorSecret: Buffer.alloc(32, 1),
    strict: true,
  });
  await app.http.ready();
  call = await settled();
});
afterAll(async () => {
  await app.http.close();
  await database.close();
  await owner.end();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The house is founded; who founded it stays signed in by being signed in anew in each month. */
async function settled(): Promise<typeof call> {
  const body = {
    tenantName: '大集团',
    employeeName: '周建国',
    username: 'zhoujianguo',
    password: '春天的早上去跑步',
  };
  const reply = await app.http.inject({
    method: 'POST',
    url: `/api/v1${entranceRoutes.setup.path}`,
    payload: body,
  });
  expect(reply.statusCode, reply.body).toBe(201);
  const { rows } = await owner.query('select id from tenants');
  tenantId = rows[0].id;
  return callerOver(async ({ method, path, body: payload, headers }) => {
    const session = await app.http.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { username: body.username, password: body.password },
    });
    const cookie = String(session.headers['set-cookie']).split(';')[0]!;
    const answer = await app.http.inject({
      method: method as 'GET',
      url: path,
      headers: { cookie, ...headers },
      ...(payload !== undefined && { payload: payload as object }),
    });
    return {
      status: answer.statusCode,
      body: answer.body === '' ? undefined : answer.json(),
      headers: answer.headers as Record<string, string>,
    };
  });
}

const thisMonth = new Date().toISOString().slice(0, 7);
/** The middle of a month, so many after this one. */
function middleOf(after: number): Date {
  const [year, month] = thisMonth.split('-').map(Number);
  return new Date(Date.UTC(year!, month! - 1 + after, 15, 4));
}
const monthAfter = (after: number) => middleOf(after).toISOString().slice(0, 7);
const muchLater = middleOf(60);

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'jingming-months-'));
  folders.push(folder);
  return folder;
};
const parts = async (table: MonthlyTable) =>
  (await partsOf(owner)).filter((part) => part.table === table);
const rowsIn = async (part: string) =>
  Number((await owner.query(`select count(*) from months.${part}`)).rows[0].count);
const partNamed = (table: MonthlyTable, month: string) => `${table}_${month.replace('-', '_')}`;
const drop = (table: MonthlyTable, month: string, folder: string, now = muchLater) =>
  dropMonth(owner, { table, month, folder, now, signer: app.host.signer });
const exported = async (table: MonthlyTable, month: string) => {
  const folder = newFolder();
  await exportMonth(owner, { table, month, folder, now: muchLater });
  return folder;
};
const verdict = () =>
  verifyChain(
    readingWork(database, { actor: systemActor(tenantId, 'test'), now: clock.now(tenantId) }),
    { isSigned: verifierOf(app.host.signer.publicKey), anchors: [] },
  );
async function proved(): Promise<void> {
  await sealWaiting(app.host);
  await new Anchoring(app.host, newFolder(), () => {}).anchor({ all: true });
}
const customerIn = async (after: number, said: string) => {
  clock.setFor(tenantId, middleOf(after));
  const { id } = await call(customerRoutes.add, { body: { name: said, phone: '13800138000' } });
  return id;
};
const write = (customerId: string, body: string) =>
  call(messageRoutes.send, {
    params: { customerId },
    body: { channel: 'sms', purpose: 'service', body },
  });

test('scale 9 a large house’s audit and messages lie by month, months are made ahead, and nobody reads a part past its table', async () => {
  const customerId = await customerIn(2, '下下月来的客户');
  await write(customerId, '您的车修好了');
  expect(await rowsIn(partNamed('messages', monthAfter(2)))).toBe(1);
  expect(await rowsIn(partNamed('audit_entries', monthAfter(2)))).toBeGreaterThan(1);
  const { items } = await call(messageRoutes.thread, { params: { customerId } });
  expect(items.map(({ body }) => body)).toEqual(['您的车修好了']);
  const months = (await parts('messages')).flatMap(({ month }) => month ?? []);
  expect(months).toEqual([1, 2, 3, 4, 5, 6].map(monthAfter));
  const { rows } = await owner.query('select make_months(8) as made');
  expect(rows[0].made).toBe(4);
  await expect(
    database.pool.query(`select * from months.${partNamed('messages', monthAfter(2))}`),
  ).rejects.toThrow(/permission denied/);
});

test('scale 9 what no month was made for is kept with the rest and read like everything else', async () => {
  const customerId = await customerIn(30, '两年半以后的客户');
  await write(customerId, '年检快到了');
  expect(await rowsIn('messages_rest')).toBe(1);
  const { items } = await call(messageRoutes.thread, { params: { customerId } });
  expect(items).toHaveLength(1);
  // Its month cannot be made any more; those before it can.
  await owner.query('select make_months(32)');
  expect(await rowsIn('messages_rest')).toBe(1);
  expect((await parts('messages')).map(({ month }) => month)).toContain(monthAfter(29));
});

test('D-73 a month of the audit is dropped only when it is old, exported and proved; the chain stays provable without it', async () => {
  const customerId = await customerIn(3, '第三个月的客户');
  const month = monthAfter(3);
  const before = await rowsIn(partNamed('audit_entries', month));
  const folder = await exported('audit_entries', month);
  await expect(drop('audit_entries', month, folder, middleOf(20))).rejects.toMatchObject({
    code: 'too_young',
  });
  await expect(drop('audit_entries', month, folder)).rejects.toMatchObject({ code: 'not_proved' });
  await proved();
  await expect(drop('audit_entries', month, newFolder())).rejects.toMatchObject({
    code: 'file_missing',
  });
  await customerIn(3, '导出以后才写的');
  await proved();
  await expect(drop('audit_entries', month, folder)).rejects.toMatchObject({
    code: 'file_differs',
  });
  const whole = await verdict();
  expect(whole).toMatchObject({ fault: undefined, exported: 0 });
  const fresh = await exported('audit_entries', month);
  const { rows } = await drop('audit_entries', month, fresh);
  expect(rows).toBeGreaterThan(before);
  expect(await verdict()).toMatchObject({
    fault: undefined,
    exported: rows,
    entries: whole.entries - rows,
  });
  const { items } = await call(auditRoutes.list, { query: { aboutId: customerId } });
  expect(items).toEqual([]);
});

test('D-73 who has the database alone can take a month away, but the chain tells', async () => {
  const month = monthAfter(4);
  await customerIn(4, '被人悄悄删掉的');
  await proved();
  const part = partNamed('audit_entries', month);
  await owner.query(`alter table audit_entries detach partition months.${part}`);
  await owner.query(
    `insert into dropped_months (table_name, month, rows, sha256, dropped_at, signature)
     values ('audit_entries', $1, 3, $2, now(), $3)`,
    [`${month}-01`, 'a'.repeat(64), Buffer.alloc(64, 7)],
  );
  expect((await verdict()).fault).toMatchObject({ what: 'entry_missing' });
  await owner.query('delete from dropped_months where month = $1', [`${month}-01`]);
  const [from, until] = [4, 5].map((after) => `${monthAfter(after)}-01T00:00:00Z`);
  const bounds = await owner.query(
    'select first_id_at($1::timestamptz) as low, first_id_at($2::timestamptz) as high',
    [from, until],
  );
  const { low, high } = bounds.rows[0];
  await owner.query(
    `alter table audit_entries attach partition months.${part} for values from ('${low}') to ('${high}')`,
  );
  expect((await verdict()).fault).toBeUndefined();
});

test('CMP-18 a month of messages stays while one of its customers is held; a damaged file drops nothing', async () => {
  const customerId = await customerIn(5, '有争议的客户');
  await write(customerId, '我们会赔偿');
  const month = monthAfter(5);
  const { id: documentHoldId } = await call(holdRoutes.place, {
    body: { customerId, reason: '客户说要起诉' },
  });
  const folder = await exported('messages', month);
  await expect(drop('messages', month, folder)).rejects.toMatchObject({ code: 'held' });
  await call(holdRoutes.lift, {
    params: { documentHoldId },
    body: { reason: '已和解' },
  });
  const [file] = readdirSync(folder).filter((each) => each.endsWith('.gz'));
  const damaged = newFolder();
  for (const each of readdirSync(folder)) writeFileSync(join(damaged, each), 'x');
  writeFileSync(join(damaged, file!.replace('.jsonl.gz', '.json')), '{"rows":1,"sha256":"x"}');
  await expect(drop('messages', month, damaged)).rejects.toMatchObject({ code: 'file_differs' });
  expect(await rowsIn(partNamed('messages', month))).toBe(1);
  expect(await drop('messages', month, folder)).toMatchObject({ rows: 1 });
  expect((await call(messageRoutes.thread, { params: { customerId } })).items).toEqual([]);
});

test('scale 9 a month that is not over, not there or misspelt is refused in plain words', async () => {
  const ask = (month: string, now: Date) =>
    exportMonth(owner, { table: 'messages', month, folder: newFolder(), now });
  await expect(ask(monthAfter(1), middleOf(1))).rejects.toMatchObject({ code: 'month_not_over' });
  await expect(ask('2020-01', muchLater)).rejects.toMatchObject({ code: 'no_such_month' });
  await expect(ask('01/2027', muchLater)).rejects.toMatchObject({ code: 'month_malformed' });
});
