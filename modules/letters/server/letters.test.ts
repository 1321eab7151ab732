import { expect } from 'vitest';
import { customerRoutes, paperRoutes } from '#modules/customers/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { pathOf } from '#shared/call.ts';
import { readPdf } from '#test/pdf.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { mostSheets, letterRoutes as routes } from '../contract.ts';
import { letterTemplate, usual } from './letters.fixture.ts';

async function begun(shop: TestShop) {
  const writer = await shop.employee('supervisor');
  const boss = await shop.employee('owner');
  const { id: customerId } = await boss.call(customerRoutes.add, {
    body: { name: '王丽', salutation: 'ms', phone: '13800138000', address: '深圳市福田区1号' },
  });
  const write = async (words: object = {}) =>
    (await writer.call(routes.write, { params: { customerId }, body: { ...usual, ...words } })).id;
  const approve = async (letterId: string) => {
    await writer.call(routes.ask, { params: { letterId } });
    return boss.call(routes.approve, { params: { letterId } });
  };
  const printed = async (words: object = {}) => {
    const letterId = await write(words);
    await approve(letterId);
    await writer.call(routes.print, { params: { letterId } });
    return letterId;
  };
  const send = (letterId: string, body: object = {}) =>
    writer.call(routes.send, { params: { letterId }, body });
  return { writer, boss, customerId, write, approve, printed, send };
}

const fetched = async (by: TestEmployee, url: string) => {
  const reply = await by.shop.http.inject({ method: 'GET', url, headers: { cookie: by.cookie } });
  return { status: reply.statusCode, start: reply.rawPayload.subarray(0, 5).toString() };
};

test('CAR-05 a letter in one’s own words is approved by another person and has its number then', async ({
  shop,
}) => {
  const { writer, boss, write } = await begun(shop);
  const params = { letterId: await write() };
  const draft = await writer.call(routes.one, { params });
  expect(draft).toMatchObject({
    state: 'draft',
    number: '',
    recipient: '王丽女士',
    address: '深圳市福田区1号',
    needsApproval: true,
  });
  await expect(writer.call(routes.release, { params })).rejects.toMatchObject({
    code: 'letter_needs_approval',
  });
  const asked = await writer.call(routes.ask, { params });
  expect(asked.steps).toContainEqual({ step: 'approve', allowed: false, reason: 'own_words' });
  await expect(writer.call(routes.approve, { params })).rejects.toMatchObject({
    status: 409,
    code: 'letter_own',
  });
  await boss.call(routes.refuse, { params, body: { reason: '请写上时间' } });
  const { version } = await writer.call(routes.one, { params });
  await writer.call(routes.change, { params, body: { subject: '年会通知' } }, { version });
  await writer.call(routes.ask, { params });
  expect(await boss.call(routes.approve, { params })).toMatchObject({
    state: 'approved',
    number: '函2026-001',
    decidedByName: boss.name,
  });
});

test('CAR-05 unchanged words of an approved template are registered at once, changed ones are not', async ({
  shop,
}) => {
  const { writer, boss, customerId } = await begun(shop);
  const templateId = await letterTemplate(writer, { body: '{称呼}，请来{门店}。' });
  const params = { customerId };
  const words = { kind: 'reply', way: 'hand', templateId } as const;
  const letter = await writer.call(routes.compose, { params, body: words });
  expect(letter).toMatchObject({ body: '王丽女士，请来试车行。', needsApproval: false });
  expect(await writer.call(routes.release, { params: { letterId: letter.id } })).toMatchObject({
    state: 'approved',
    number: '函2026-001',
  });
  const other = await writer.call(routes.compose, { params, body: words });
  const body = { body: '王丽女士，请速来。' };
  await boss.call(routes.change, { params: { letterId: other.id }, body }, { version: 1 });
  await expect(
    writer.call(routes.release, { params: { letterId: other.id } }),
  ).rejects.toMatchObject({ code: 'letter_needs_approval' });
  await expect(
    boss.call(routes.change, { params: { letterId: other.id }, body }, { version: 1 }),
  ).rejects.toMatchObject({ status: 412 });
  const gap = await letterTemplate(writer, { body: '{称呼}，您的{车牌}该保养了。' });
  await expect(
    writer.call(routes.compose, { params, body: { ...words, templateId: gap } }),
  ).rejects.toMatchObject({ code: 'template_variable_empty' });
});

test('FUP-07 numbers have no gap: also of letters approved at once, and a withdrawn one keeps its own', async ({
  shop,
}) => {
  const { writer, boss, write } = await begun(shop);
  const ids = await Promise.all(Array.from({ length: 5 }, () => write()));
  for (const letterId of ids) await writer.call(routes.ask, { params: { letterId } });
  const approved = await Promise.all(
    ids.map((letterId) => boss.call(routes.approve, { params: { letterId } })),
  );
  expect(approved.map(({ number }) => number).toSorted()).toEqual(
    [1, 2, 3, 4, 5].map((each) => `函2026-00${each}`),
  );
  const params = { letterId: ids[0]! };
  const withdrawn = await writer.call(routes.withdraw, { params, body: { reason: '日期写错' } });
  expect(withdrawn).toMatchObject({ state: 'withdrawn', number: approved[0]!.number });
  const sixth = await write();
  await writer.call(routes.ask, { params: { letterId: sixth } });
  await expect(boss.call(routes.approve, { params: { letterId: sixth } })).resolves.toMatchObject({
    number: '函2026-006',
  });
});

test('FUP-07 a new year begins with number one', async ({ shop }) => {
  const { write, approve } = await begun(shop);
  expect(await approve(await write())).toMatchObject({ number: '函2026-001' });
  await shop.moveTo('2027-01-04T02:00:00.000Z');
  expect(await approve(await write())).toMatchObject({ number: '函2027-001' });
});

test('FUP-07 what was posted lies as PDF in the customer’s bag and stands in his thread', async ({
  shop,
}) => {
  const { writer, boss, customerId, write, approve, printed, send } = await begun(shop);
  const early = await write();
  await expect(send(early)).rejects.toMatchObject({ status: 409 });
  await approve(early);
  await expect(send(early)).rejects.toMatchObject({ code: 'letter_not_printed' });
  const letterId = await printed();
  const sent = await send(letterId);
  expect(sent).toMatchObject({ state: 'sent', sentOn: '2026-11-21', sentByName: writer.name });
  const bag = await boss.call(paperRoutes.list, { params: { customerId }, query: {} });
  expect(bag.items).toMatchObject([
    { kind: 'letter', title: `${sent.number} 服务月活动通知`, fileId: sent.fileId },
  ]);
  expect(bag.items[0]!.contentType).toBe('application/pdf');
  const thread = await writer.call(messageRoutes.thread, { params: { customerId } });
  expect(thread.items).toMatchObject([{ channel: 'letter', state: 'sent', aboutId: letterId }]);
  await expect(send(letterId)).rejects.toMatchObject({ status: 409 });
  const back = await writer.call(routes.takeBack, {
    params: { letterId },
    body: { reason: '地址不详' },
  });
  expect(back).toMatchObject({ state: 'returned', returnedOn: '2026-11-21', reason: '地址不详' });
});

test('FUP-07 a letter is sent once, whoever asks at once', async ({ shop }) => {
  const { writer, boss, customerId, printed } = await begun(shop);
  const letterId = await printed();
  const tries = await Promise.allSettled(
    [writer, boss, writer].map((by) => by.call(routes.send, { params: { letterId }, body: {} })),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const bag = await boss.call(paperRoutes.list, { params: { customerId }, query: {} });
  expect(bag.items).toHaveLength(1);
});

test('CAR-04 advertising by post needs consent and keeps to the cap over all channels', async ({
  shop,
}) => {
  const { writer, boss, customerId, printed, send } = await begun(shop);
  const offer = { purpose: 'marketing' };
  const first = await printed(offer);
  await expect(send(first)).rejects.toMatchObject({ status: 422, code: 'letter_no_consent' });
  const consent = { purpose: 'marketing', channel: 'any', given: true, evidence: '签字' } as const;
  await boss.call(customerRoutes.recordConsent, { params: { customerId }, body: consent });
  await send(first);
  await send(await printed(offer));
  const third = await printed(offer);
  await expect(send(third)).rejects.toMatchObject({ code: 'letter_too_often' });
  expect(await writer.call(routes.one, { params: { letterId: third } })).toMatchObject({
    state: 'printed',
    fileId: null,
  });
});

test('CAR-01 by mail a letter goes through the outbox, to an address that is given then', async ({
  shop,
}) => {
  const { writer, customerId, write, approve, send } = await begun(shop);
  const letterId = await write({ way: 'email' });
  await approve(letterId);
  await expect(send(letterId)).rejects.toMatchObject({ status: 422 });
  await send(letterId, { email: 'wang@example.org' });
  const { items } = await writer.call(messageRoutes.thread, { params: { customerId } });
  expect(items).toMatchObject([{ channel: 'email', state: 'queued', aboutType: 'letter' }]);
});

test('FUP-13 letter, register and labels come as PDF; the register is filtered by its days', async ({
  shop,
}) => {
  const { writer, boss, printed } = await begun(shop);
  await expect(fetched(boss, pathOf(routes.labels))).resolves.toMatchObject({ status: 409 });
  const letterId = await printed();
  for (const url of [
    pathOf(routes.paper, { letterId }),
    pathOf(routes.register),
    pathOf(routes.labels, {}, { first: 5 }),
  ]) {
    expect(await fetched(boss, url)).toEqual({ status: 200, start: '%PDF-' });
  }
  const reversed = pathOf(routes.register, {}, { fromOn: '2026-12-01', untilOn: '2026-11-01' });
  expect(await fetched(boss, reversed)).toMatchObject({ status: 422 });
  const between = (fromOn: string, untilOn: string) =>
    writer.call(routes.list, { query: { fromOn, untilOn, kind: 'notice' } });
  expect((await between('2026-11-21', '2026-11-21')).items).toMatchObject([{ id: letterId }]);
  expect((await between('2026-11-22', '2026-12-31')).items).toEqual([]);
});

test('FUP-07 many letters come on one PDF, each from a sheet of its own, in the order of their labels', async ({
  shop,
}) => {
  const { writer, boss, write, approve } = await begun(shop);
  await expect(fetched(boss, pathOf(routes.sheets))).resolves.toMatchObject({ status: 409 });
  const long = Array.from({ length: 60 }, (_, at) => `第${at}段：感谢您的信任与支持。`).join('\n');
  const ids = [
    await write({ subject: '甲信', body: long }),
    await write({ subject: '乙信' }),
    await write({ subject: '丙信' }),
  ];
  for (const letterId of ids) await approve(letterId);
  await write({ subject: '未批准的信' });
  const listed = await writer.call(routes.toPost, { query: {} });
  expect(listed).toMatchObject({ isMore: false, items: ids.map((id) => ({ id })) });
  const reply = await writer.raw('GET', '/letters-to-post/letters.pdf');
  expect(reply.statusCode).toBe(200);
  const { pages } = await readPdf(reply.rawPayload);
  const begins = ['甲信', '乙信', '丙信'].map((words) =>
    pages.findIndex((page) => page.includes(words)),
  );
  expect(begins[0]).toBe(0);
  expect(begins.every((page) => page % 2 === 0)).toBe(true);
  expect(begins[1]).toBeGreaterThan(1);
  expect(pages[1]).toMatch(/第2页\/共\d页/);
  expect(pages.join('')).not.toContain('未批准的信');
  expect(await writer.call(routes.printMany, { body: { letterIds: ids.slice(0, 2) } })).toEqual({
    printed: 2,
  });
  const left = await writer.call(routes.toPost, { query: { isPrinted: false } });
  expect(left.items).toMatchObject([{ id: ids[2] }]);
  await writer.call(routes.withdraw, { params: { letterId: ids[2]! }, body: { reason: '写错' } });
  await expect(
    writer.call(routes.printMany, { body: { letterIds: [ids[0]!, ids[2]!] } }),
  ).rejects.toMatchObject({ status: 409 });
});

test('FUP-07 more letters than a print takes are refused with how many it takes', async ({
  shop,
}) => {
  const { writer, write, approve, customerId } = await begun(shop);
  const letterId = await write();
  await approve(letterId);
  await shop.write(async (work) => {
    const given = { customerId, kind: 'notice', purpose: 'service', language: 'zh-CN' } as const;
    const words = { recipient: '王丽女士', address: '福田区1号', subject: '通知', body: '您好。' };
    const on = { state: 'approved', year: 2026, registeredOn: '2026-11-21' } as const;
    for (let at = 0; at < mostSheets; at += 1) {
      await work.insert('letters', { ...given, ...words, ...on, position: 1000 + at, way: 'post' });
    }
  });
  expect(await writer.call(routes.toPost, { query: {} })).toMatchObject({ isMore: true });
  const reply = await writer.raw('GET', '/letters-to-post/letters.pdf');
  expect(reply.statusCode).toBe(409);
  expect(reply.json()).toMatchObject({ code: 'letter_too_many' });
});
