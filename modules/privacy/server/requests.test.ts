import { buffer } from 'node:stream/consumers';
import { expect } from 'vitest';
import { fromBuffer } from 'yauzl';
import { auditRoutes } from '#modules/audit/contract.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { saveSetting } from '#modules/organisation/server/index.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { privacyRoutes, rightsRoutes as routes } from '../contract.ts';
import type { RightsKind } from '../lifecycle.ts';

const zhang = { name: '张三丰', phone: '138-0013-8000', address: '珠海市情侣中路 47 号' };
const asked = {
  channel: 'inPerson',
  identityBy: 'idDocument',
  askedByName: '张三丰',
  wish: '请把我的旧手机号删掉',
} as const;

async function customerOf(shop: TestShop) {
  const advisor = await shop.employee('advisor');
  const { id: customerId } = await advisor.call(customerRoutes.add, { body: zhang });
  return { advisor, customerId, params: { customerId } };
}

const request = (by: TestEmployee, customerId: string, kind: RightsKind) =>
  by.call(routes.add, { params: { customerId }, body: { ...asked, kind } });
const one = ({ id: rightsRequestId }: { id: string }) => ({ params: { rightsRequestId } });

async function clockOf(by: TestEmployee, requestId: string) {
  const { items } = await by.call(commitmentRoutes.list, { query: { state: 'kept' } });
  const { items: open } = await by.call(commitmentRoutes.list, { query: { state: 'unsettled' } });
  return [...items, ...open].find(({ aboutId }) => aboutId === requestId);
}

test('ARC-10 PIPL 50 a request is put on record with a clock of 15 working days and somebody who answers for it', async ({
  shop,
}) => {
  const { advisor, customerId } = await customerOf(shop);
  const boss = await shop.employee('owner');
  const row = await request(advisor, customerId, 'access');
  expect(row).toMatchObject({ ...asked, kind: 'access', state: 'open', termDays: 15 });
  expect(row.termSource).toContain('企业自定');
  expect(row.ownerName).toBe('店长');
  const clock = await clockOf(boss, row.id);
  expect(clock).toMatchObject({ rule: 'privacy.answerRequest', state: 'open', dueAt: row.dueAt });
  expect(clock?.sum.filter(({ kind }) => kind === 'counted')).toHaveLength(15);
  await expect(request(advisor, customerId, 'access')).rejects.toMatchObject({
    code: 'request_open_already',
  });
});

test('ARC-10 the term is data: the row that held on the day of receipt counts', async ({
  shop,
}) => {
  const { advisor, customerId } = await customerOf(shop);
  await shop.write(async (work) =>
    saveSetting(work, 'privacy.requestTerms', shop.unitPath, [
      { fromOn: '2026-01-01', workingDays: 5, extensionDays: 5, source: '本店规定' },
      { fromOn: '2027-01-01', workingDays: 3, extensionDays: 3, source: '本店新规定' },
    ]),
  );
  const row = await request(advisor, customerId, 'access');
  expect(row).toMatchObject({ termDays: 5, termSource: '本店规定' });
});

test('ARC-10 PIPL 45 a request to see is answered in words; its clock is kept', async ({
  shop,
}) => {
  const { advisor, customerId } = await customerOf(shop);
  const boss = await shop.employee('owner');
  const row = await request(advisor, customerId, 'access');
  const body = { answer: '已当面出示档案，逐项说明' };
  await expect(advisor.call(routes.answer, { ...one(row), body })).rejects.toMatchObject({
    status: 403,
  });
  const done = await boss.call(routes.answer, { ...one(row), body });
  expect(done).toMatchObject({ state: 'answered', ...body, decidedByName: boss.name, steps: [] });
  expect(await clockOf(boss, row.id)).toMatchObject({ state: 'kept' });
  await expect(boss.call(routes.answer, { ...one(row), body })).rejects.toMatchObject({
    code: 'step_not_allowed',
  });
});

test('ARC-10 PIPL 45 a request for a copy is answered by the copy that was fetched, not by words', async ({
  shop,
}) => {
  const { customerId, params } = await customerOf(shop);
  const boss = await shop.employee('owner');
  const row = await request(boss, customerId, 'copy');
  const body = { answer: '给了' };
  await expect(boss.call(routes.answer, { ...one(row), body })).rejects.toMatchObject({
    code: 'request_to_be_done',
  });
  await boss.call(privacyRoutes.askCopy, { params, body: { purpose: row.number } });
  expect((await boss.raw('GET', `/customers/${customerId}/data-export`)).statusCode).toBe(200);
  const done = await boss.call(routes.read, one(row));
  expect(done).toMatchObject({ state: 'answered', evidenceType: 'dataExport' });
  expect(done.evidenceId).not.toBeNull();
});

test('ARC-10 PIPL 46 a correction goes through the edit of the file: before and after are on record', async ({
  shop,
}) => {
  const { advisor, customerId, params } = await customerOf(shop);
  const boss = await shop.employee('owner');
  const row = await request(advisor, customerId, 'correction');
  await expect(advisor.call(routes.correct, { ...one(row), body: {} })).rejects.toMatchObject({
    code: 'nothing_corrected',
  });
  const body = { address: '珠海市拱北路 1 号' };
  const done = await advisor.call(routes.correct, { ...one(row), body });
  expect(done).toMatchObject({
    state: 'answered',
    evidenceType: 'customer',
    evidenceId: customerId,
  });
  expect(await advisor.call(customerRoutes.read, { params })).toMatchObject(body);
  const { items } = await boss.call(auditRoutes.list, { query: { aboutId: customerId } });
  const changed = items.find(({ event }) => event === 'customer.changed')!;
  const entry = await boss.call(auditRoutes.one, { params: { entryId: changed.id } });
  expect(entry.changes).toEqual([{ field: 'address', from: zhang.address, to: body.address }]);
});

test('ARC-10 PIPL 47 erasure answers the request for it, and waits for what else was asked', async ({
  shop,
}) => {
  const { customerId, params } = await customerOf(shop);
  const boss = await shop.employee('owner');
  const deletion = await request(boss, customerId, 'deletion');
  const access = await request(boss, customerId, 'access');
  const erase = () => boss.call(privacyRoutes.erase, { params, body: { reason: '客户要求' } });
  await expect(erase()).rejects.toMatchObject({ code: 'requests_open' });
  await boss.call(routes.answer, { ...one(access), body: { answer: '已出示' } });
  await erase();
  await shop.settle();
  const done = await boss.call(routes.read, one(deletion));
  expect(done).toMatchObject({
    state: 'answered',
    evidenceType: 'erasure',
    decidedByName: boss.name,
    wish: '[已删除]',
  });
  await expect(request(boss, customerId, 'access')).rejects.toMatchObject({
    code: 'already_erased',
  });
});

test('ARC-10 PIPL 15 a withdrawal is written into the ledger of consents for every channel', async ({
  shop,
}) => {
  const { advisor, customerId, params } = await customerOf(shop);
  const yes = { purpose: 'marketing', channel: 'any', given: true, evidence: '签字' } as const;
  await advisor.call(customerRoutes.recordConsent, { params, body: yes });
  const row = await request(advisor, customerId, 'withdrawal');
  const body = { purposes: ['marketing' as const] };
  const done = await advisor.call(routes.withdraw, { ...one(row), body });
  expect(done).toMatchObject({ state: 'answered', evidenceType: 'consent' });
  const { consents } = await advisor.call(customerRoutes.read, { params });
  expect(consents).toMatchObject([{ purpose: 'marketing', given: false, evidence: row.number }]);
});

test('ARC-10 PIPL 44 a restriction asked for stands on the customer', async ({ shop }) => {
  const { advisor, customerId, params } = await customerOf(shop);
  const row = await request(advisor, customerId, 'restriction');
  await expect(
    advisor.call(routes.withdraw, { ...one(row), body: { purposes: ['service'] } }),
  ).rejects.toMatchObject({ code: 'request_of_other_kind' });
  const done = await advisor.call(routes.restrict, one(row));
  expect(done).toMatchObject({ state: 'answered', evidenceType: 'processingRestriction' });
  const { restriction } = await advisor.call(customerRoutes.read, { params });
  expect(restriction).toMatchObject({ byName: advisor.name });
  expect(restriction?.reason).toContain(row.number);
});

test('ARC-10 PIPL 50 a term is extended once with a reason; the clock moves with it', async ({
  shop,
}) => {
  const { customerId } = await customerOf(shop);
  const boss = await shop.employee('owner');
  const row = await request(boss, customerId, 'access');
  const body = { reason: '资料在总部，需要调取' };
  const after = await boss.call(routes.extend, { ...one(row), body });
  expect(after).toMatchObject({ termDays: 30, extendReason: body.reason, state: 'open' });
  expect(after.dueAt > row.dueAt).toBe(true);
  expect(await clockOf(boss, row.id)).toMatchObject({ dueAt: after.dueAt });
  await expect(boss.call(routes.extend, { ...one(row), body })).rejects.toMatchObject({
    code: 'extended_already',
  });
});

test('ARC-10 PIPL 50 a refusal needs its reason and the way to complain', async ({ shop }) => {
  const { customerId } = await customerOf(shop);
  const boss = await shop.employee('owner');
  const row = await request(boss, customerId, 'deletion');
  const without = await boss.raw('POST', `/rights-requests/${row.id}/refuse`, {
    reason: '在保存期',
  });
  expect(without.statusCode).toBe(400);
  const body = { reason: '维修档案依法保存两年', complainWay: '可向网信部门投诉' };
  expect(await boss.call(routes.refuse, { ...one(row), body })).toMatchObject({
    state: 'refused',
    answer: body.reason,
    complainWay: body.complainWay,
  });
});

test('ARC-10 the desk lists what is open by due date, mine or all, page by page', async ({
  shop,
}) => {
  const { advisor, customerId } = await customerOf(shop);
  const boss = await shop.employee('owner');
  const supervisor = await shop.employee('supervisor');
  const first = await request(boss, customerId, 'access');
  const second = await request(boss, customerId, 'copy');
  await boss.call(routes.assign, { ...one(second), body: { employeeId: supervisor.id } });
  const page = await boss.call(routes.list, { query: { limit: 1, count: true } });
  expect(page).toMatchObject({ items: [{ id: first.id }], total: 2 });
  const query = { limit: 1, cursor: page.nextCursor! };
  const next = await boss.call(routes.list, { query });
  expect(next).toMatchObject({ items: [{ id: second.id }], nextCursor: null });
  const mine = await supervisor.call(routes.list, { query: { mine: true } });
  expect(mine.items).toMatchObject([{ id: second.id, ownerName: supervisor.name }]);
  await expect(
    boss.call(routes.assign, { ...one(first), body: { employeeId: advisor.id } }),
  ).rejects.toMatchObject({ status: 422, errors: [{ code: 'responsible_unfit' }] });
  const cashier = await shop.employee('cashier');
  await expect(cashier.call(routes.list, {})).rejects.toMatchObject({ status: 403 });
});

test('ARC-10 PIPL 48 who saw him in full is counted month by month, for the desk and in his copy', async ({
  shop,
}) => {
  const { advisor, customerId, params } = await customerOf(shop);
  const boss = await shop.employee('owner');
  await advisor.call(customerRoutes.reveal, { params, body: { reason: 'contact' } });
  await advisor.call(customerRoutes.reveal, { params, body: { reason: 'contact' } });
  await shop.moveTo('2026-12-02T02:00:00.000Z');
  await boss.call(customerRoutes.reveal, { params, body: { reason: 'contact' } });
  const { readingsByMonth } = await boss.call(privacyRoutes.read, { params });
  expect(readingsByMonth).toEqual([
    { month: '2026-12', event: 'customer.revealed', actorName: boss.name, times: 1 },
    { month: '2026-11', event: 'customer.revealed', actorName: advisor.name, times: 2 },
  ]);
  await boss.call(privacyRoutes.askCopy, { params, body: { purpose: '客户到店申请' } });
  const copy = await boss.raw('GET', `/customers/${customerId}/data-export`);
  const json = await textIn(copy.rawPayload, 'data.json');
  expect(JSON.parse(json).readingsByMonth).toEqual(expect.arrayContaining(readingsByMonth));
});

/** One file of a ZIP, as text. */
function textIn(bytes: Buffer, name: string): Promise<string> {
  return new Promise((done, failed) =>
    fromBuffer(bytes, { lazyEntries: false }, (error, zip) => {
      if (error) return failed(error);
      zip.on('entry', (entry) => {
        if (entry.fileName !== name) return;
        zip.openReadStream(entry, async (_, stream) => done((await buffer(stream)).toString()));
      });
    }),
  );
}
