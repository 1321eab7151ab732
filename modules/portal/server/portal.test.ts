import { describe, expect } from 'vitest';
import { linkRoutes } from '#modules/links/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { statement } from '#platform/sql.ts';
import { type TestShop, test } from '#test/shop.ts';
import { heldPageRoutes as held, portalRoutes } from '../contract.ts';
import { SentVisit, signature, Telephone } from './portal.fixture.ts';

const orderOf = ({ visit }: SentVisit) =>
  visit.advisor.call(serviceOrderRoutes.read, { params: visit.params });
const pageOf = ({ visit }: SentVisit) =>
  visit.advisor.call(portalRoutes.page, { params: visit.params });

describe('the page of an order', () => {
  test('CAR-07 tells how far the car is to who has the address; jobs and prices after the code', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = new Telephone(shop, sent.visit.order.id);
    await phone.come(sent.url);
    const before = await phone.visit();
    expect(before).toMatchObject({
      state: 'estimated',
      isProved: false,
      advisorName: sent.visit.advisor.name,
      advisorPhone: '',
      ...{ lines: [], asks: null, photos: [], papers: [], approvedFen: 0 },
    });
    expect(before.plate).not.toBe(sent.visit.order.plate);
    expect(before.steps.map(({ state }) => state)).toContain('inspected');
    await phone.prove();
    const page = await phone.visit();
    expect(page).toMatchObject({ isProved: true, plate: sent.visit.order.plate });
    expect(page.asks).toMatchObject({ kind: 'estimate' });
    expect(page.lines.map(({ description, payer }) => [description, payer])).toEqual([
      ['二级维护', 'customer'],
      ['更换右前下摆臂', 'customer'],
      ['天窗排水管疏通', 'warranty'],
    ]);
    expect(page.papers).toEqual(['order']);
  });

  test('PRT-06 shows what the car waits for, and another promise with its reason', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = await sent.telephone();
    const { params, advisor } = sent.visit;
    const promisedAt = new Date(shop.now.getTime() + 8 * 3_600_000).toISOString();
    await advisor.call(serviceOrderRoutes.wait, { params, body: { waitingFor: 'parts' } });
    await advisor.call(serviceOrderRoutes.promise, {
      params,
      body: { promisedAt, reason: '配件明早到' },
    });
    const page = await phone.visit();
    expect(page).toMatchObject({ waitingFor: 'parts', promisedAt });
    expect(page.promises).toHaveLength(1);
    expect(page.promises[0]!.words).toContain('配件明早到');
  });

  test('scale as long as nothing happened the answer is 304 without a body', async ({ shop }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = await sent.telephone();
    const first = await phone.raw(held.visit);
    const known = { headers: { 'if-none-match': String(first.headers.etag) } };
    const again = await phone.raw(held.visit, undefined, known);
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await sent.release(await sent.photograph());
    expect((await phone.raw(held.visit, undefined, known)).statusCode).toBe(200);
  });
});

describe('the answer', () => {
  test('WSH-12 D-41 line by line, signed: the order’s own approval, with who, how and what was shown', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = await sent.telephone();
    const reply = await phone.decide(await phone.visit(), ['更换右前下摆臂']);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ state: 'approved', asks: null, approvedFen: 956_00 });
    const order = await orderOf(sent);
    expect(order).toMatchObject({ state: 'approved', approvedFen: 956_00 });
    expect(order.lines[1]).toMatchObject({
      answer: 'refused',
      refusalReason: '下次再做',
      answerHow: 'link',
      answeredBy: '欧阳思远',
      recordedByName: '',
    });
    const { signings } = await pageOf(sent);
    expect(signings).toMatchObject([{ signedBy: '欧阳思远', sumFen: 956_00 }]);
    expect(signings[0]!.statement).toContain('不同意 更换右前下摆臂 1,214.00 元（原因：下次再做）');
    expect(order.papers).toMatchObject([
      { kind: 'signature', fileId: signings[0]!.signatureFileId },
    ]);
    const kept = statement<Record<string, unknown>, object>(
      'test.signings',
      `select address, user_agent, quote_hash, proved_at from order_signings where tenant_id = :tenant`,
    );
    expect(await shop.reading.rows(kept, {})).toMatchObject([
      { address: '127.0.0.1', provedAt: expect.any(Date) },
    ]);
  });

  test('D-41 after the price changed the open page’s answer is void, and nothing of it is kept', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = await sent.telephone();
    const seen = await phone.visit();
    const { params, advisor, order } = sent.visit;
    const lines = order.lines.map(({ id, description, labourFen, partsFen, payer }, at) => ({
      ...{ id, description, partsFen, payer },
      labourFen: labourFen + (at === 0 ? 1 : 0),
    }));
    await advisor.call(serviceOrderRoutes.estimate, { params, body: { lines } });
    const late = await phone.decide(seen);
    expect([late.statusCode, late.json().code]).toEqual([409, 'quote_changed']);
    expect(await orderOf(sent)).toMatchObject({ state: 'estimated', papers: [] });
    expect((await pageOf(sent)).signings).toEqual([]);
    expect((await phone.decide(await phone.visit())).statusCode).toBe(200);
  });

  test('D-41 a sum that is not the sum of what was agreed to is refused', async ({ shop }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = await sent.telephone();
    const reply = await phone.decide(await phone.visit(), [], { body: { sumFen: 1 } });
    expect(reply.json()).toMatchObject({ status: 409, code: 'quote_changed' });
  });

  test('WSH-12 twice with the same key is once; a second telephone hears what was decided', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const [mine, hers] = [await sent.telephone(), await sent.telephone()];
    const page = await mine.visit();
    const again = {
      headers: { 'idempotency-key': 'once' },
      body: { signature: await signature() },
    };
    const first = await mine.decide(page, [], again);
    const second = await mine.decide(page, [], again);
    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
    expect(second.headers['idempotency-replayed']).toBe('true');
    const late = await hers.decide(page, ['二级维护']);
    expect(late.json()).toMatchObject({ status: 409, code: 'nothing_asked' });
    expect(await hers.visit()).toMatchObject({ state: 'approved', approvedFen: 2_170_00 });
    expect((await pageOf(sent)).signings).toHaveLength(1);
  });

  test('WSH-12 two telephones at the same moment: one answer holds', async ({ shop }) => {
    const sent = await SentVisit.quoted(shop);
    const phones = [await sent.telephone(), await sent.telephone()];
    const page = await phones[0]!.visit();
    const replies = await Promise.all(phones.map((phone) => phone.decide(page)));
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect((await pageOf(sent)).signings).toHaveLength(1);
  });

  test('D-40 without the code, after the link was withdrawn, with text for a picture: nothing is decided', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = await sent.telephone();
    const page = await phone.visit();
    const stranger = new Telephone(shop, sent.visit.order.id);
    await stranger.come(sent.url);
    expect((await stranger.decide(page)).json().code).toBe('link_code_needed');
    const text = Buffer.from('x'.repeat(300)).toString('base64');
    const wrong = await phone.decide(page, [], { body: { signature: text } });
    expect(wrong.statusCode).toBe(422);
    await sent.visit.advisor.call(linkRoutes.withdraw, { params: { linkId: sent.linkId } });
    expect((await phone.decide(page)).json()).toMatchObject({ status: 410, code: 'link_over' });
    expect(await orderOf(sent)).toMatchObject({ state: 'estimated', papers: [] });
  });

  test('WSH-12 an answer that leaves a job out, or refuses all, is none', async ({ shop }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = await sent.telephone();
    const page = await phone.visit();
    const answers = [{ lineId: page.lines[0]!.id, answer: 'approved' }];
    const part = await phone.decide(page, [], { body: { answers } });
    expect(part.json().errors).toMatchObject([{ code: 'answer_missing' }]);
    const none = await phone.decide(
      page,
      page.lines.map(({ description }) => description),
    );
    expect(none.json()).toMatchObject({ status: 422, code: 'nothing_approved' });
  });

  test('WSH-05 an additional item is asked once the desk has named its price, and anew by another', async ({
    shop,
  }) => {
    const sent = await SentVisit.withItem(shop);
    const phone = await sent.telephone();
    const before = await phone.visit();
    expect(before).toMatchObject({ asks: null });
    expect(before.lines.map(({ description }) => description)).not.toContain('更换制动液');
    expect((await pageOf(sent)).items).toMatchObject([{ isPriced: false }]);
    await sent.price();
    const first = await phone.visit();
    expect(first.asks).toMatchObject({ kind: 'items', lineIds: [sent.item.id] });
    await sent.price(90_00);
    expect((await phone.decide(first)).json().code).toBe('quote_changed');
    const agreed = await phone.decide(await phone.visit());
    expect(agreed.json()).toMatchObject({ state: 'inWork', asks: null, waitingFor: '' });
    const order = await orderOf(sent);
    expect(order.approvedFen).toBe(2_170_00 + 210_00);
    const done = sent.price();
    await expect(done).rejects.toMatchObject({ status: 409, code: 'nothing_to_answer' });
  });
});

describe('what goes to and fro', () => {
  test('CAR-07 a question arrives at the bell of who is responsible; its answer stands on the page', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = await sent.telephone();
    const [line] = (await phone.visit()).lines;
    const page = (await phone.ask('为什么要做？', line!.id)).json();
    expect(page.questions).toMatchObject([
      { about: '二级维护', question: '为什么要做？', answer: '' },
    ]);
    const told = statement<{ employeeId: string; kind: string }, object>(
      'test.portalNotices',
      `select employee_id, kind from notices where tenant_id = :tenant and kind like 'portal.%'`,
    );
    expect(await shop.reading.rows(told, {})).toEqual([
      { employeeId: sent.visit.advisor.id, kind: 'portal.asked' },
    ]);
    const params = { ...sent.visit.params, questionId: page.questions[0].id };
    const body = { answer: '到了保养里程' };
    await sent.visit.advisor.call(portalRoutes.reply, { params, body });
    expect((await phone.visit()).questions).toMatchObject([
      { answer: '到了保养里程', answeredByName: sent.visit.advisor.name },
    ]);
    const twice = sent.visit.advisor.call(portalRoutes.reply, { params, body });
    await expect(twice).rejects.toMatchObject({ status: 409, code: 'question_answered' });
  });

  test('CAR-07 questions have an end, and are asked of jobs that are on the page', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = await sent.telephone();
    const strange = await phone.ask('这个呢？', sent.visit.customerId);
    expect(strange.json().errors).toMatchObject([{ code: 'line_unknown' }]);
    for (let at = 0; at < 10; at++) expect((await phone.ask('在吗')).statusCode).toBe(200);
    expect((await phone.ask('在吗')).json()).toMatchObject({
      status: 422,
      code: 'questions_enough',
    });
  });

  test('CAR-07 a photo is seen while it is released, by who showed the code, on its own order', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const fileId = await sent.photograph();
    const phone = await sent.telephone();
    const picture = () => phone.raw(held.photo, undefined, { params: { fileId } });
    expect((await picture()).statusCode).toBe(404);
    await sent.release(fileId, true, sent.visit.order.lines[0]!.id);
    const page = await phone.visit();
    expect(page.photos).toMatchObject([{ fileId, caption: '前摩擦片' }]);
    expect(page.lines[0]!.pictures).toEqual([fileId]);
    expect((await picture()).headers['content-type']).toBe('image/jpeg');
    const stranger = new Telephone(shop, sent.visit.order.id);
    await stranger.come(sent.url);
    const unseen = await stranger.raw(held.photo, undefined, { params: { fileId } });
    expect(unseen.json().code).toBe('link_code_needed');
    await sent.release(fileId, false);
    expect((await picture()).statusCode).toBe(404);
    const other = await SentVisit.quoted(shop, '粤B23456');
    await expect(other.release(fileId)).rejects.toMatchObject({ status: 404 });
  });

  test('CAR-07 the papers that exist: the order at once, the settlement list from the last check on', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.toReady();
    const sent = await SentVisit.of(shop, visit);
    const phone = await sent.telephone();
    expect((await phone.visit()).papers).toEqual(['order', 'settlement']);
    const list = await phone.raw(held.settlementList);
    expect(list.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await phone.raw(held.request)).statusCode).toBe(404);
    // The same paper as a picture, for a browser that shows no PDF: nothing in it runs or is fetched.
    const shown = await phone.raw(held.settlementList, undefined, { query: { as: 'picture' } });
    expect(shown.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(shown.body).toMatch(/^<svg/);
    expect(shown.body).not.toMatch(/<script|<foreignObject|href="(?!#|data:image)/);
    const odd = await phone.raw(held.settlementList, undefined, { query: { as: 'text' } });
    expect(odd.statusCode).toBe(400);
    const early = await (await SentVisit.quoted(shop, '粤B23456')).telephone();
    expect((await early.raw(held.settlementList)).json().code).toBe('settlement_too_early');
  });

  test('CAR-07 the desk previews what the customer sees, and knows whether he has looked', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    expect(await pageOf(sent)).toMatchObject({ openedAt: null });
    const phone = await sent.telephone();
    const { preview, openedAt } = await pageOf(sent);
    expect(preview).toEqual(await phone.visit());
    expect(openedAt).toBe(shop.now.toISOString());
  });
});

describe('a page that is misused', () => {
  const looked = async (shop: TestShop) => {
    const rows = statement<{ wrongCodes: number }, object>(
      'test.wrongCodes',
      'select wrong_codes from links where tenant_id = :tenant',
    );
    return (await shop.reading.rows(rows, {}))[0]!.wrongCodes;
  };

  test('D-40 a thousand attempts at the code look at ten at most', async ({ shop }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = new Telephone(shop, sent.visit.order.id);
    await phone.come(sent.url);
    const codes = Array.from({ length: 1000 }, (_, at) => String(at).padStart(4, '0'));
    const seen = new Set<number>();
    for (let at = 0; at < codes.length; at += 50) {
      const replies = await Promise.all(codes.slice(at, at + 50).map((code) => phone.prove(code)));
      for (const { statusCode } of replies) seen.add(statusCode);
    }
    expect([...seen].every((status) => [422, 429, 410].includes(status))).toBe(true);
    expect(await looked(shop)).toBeLessThanOrEqual(10);
    expect(await phone.visit()).not.toMatchObject({ isProved: true });
  });

  test('D-40 left open overnight it asks to be opened anew, and the code again', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = await sent.telephone();
    const page = await phone.visit();
    await shop.forward(13);
    expect((await phone.raw(held.visit)).statusCode).toBe(401);
    expect((await phone.decide(page)).statusCode).toBe(401);
    await phone.come(sent.url);
    expect(await phone.visit()).toMatchObject({ isProved: false, lines: [] });
  });
});
