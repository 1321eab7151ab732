import { describe, expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { draft } from '#modules/complaints/server/work.fixture.ts';
import { linkRoutes } from '#modules/links/contract.ts';
import { SentVisit, Telephone } from '#modules/portal/server/portal.fixture.ts';
import { type TestShop, test } from '#test/shop.ts';
import {
  complaintPageRoutes as desk,
  heldComplaintRoutes as held,
  heldOrderComplaintRoutes,
} from '../contract.ts';
import { Complainer, linked, photo, rightCode } from './complaint-page.fixture.ts';

const begun = async (shop: TestShop) => {
  const manager = await shop.employee('supervisor');
  return { manager, ...(await linked(shop, manager)) };
};

describe('the customer’s page of his complaint', () => {
  test('CMP-12 D-40 it tells how far it is, and what and who only after the digits', async ({
    shop,
  }) => {
    const { customer, complaint } = await begun(shop);
    const before = await customer.read();
    expect(before).toMatchObject({ number: complaint.number, isProved: false, content: '' });
    expect(JSON.stringify(before)).not.toContain(complaint.content.slice(0, 6));
    expect((await customer.say('补充')).json().code).toBe('link_code_needed');
    expect((await customer.raw(held.prove, { code: '0001' })).json().code).toBe('link_code_wrong');
    expect(await customer.prove(rightCode)).toMatchObject({
      isProved: true,
      content: complaint.content,
      handlerName: expect.stringMatching(/./),
      reached: [{ stage: 'received' }, { stage: 'acknowledged' }],
      offer: null,
    });
  });

  test('CMP-12 CAR-07 the desk previews what he sees, word for word; who only looks on does not', async ({
    shop,
  }) => {
    const { customer, manager, params } = await begun(shop);
    await customer.prove();
    await customer.say('今天又响了', await photo());
    expect(await manager.call(desk.preview, { params })).toEqual(await customer.read());
    const advisor = await shop.employee('technician');
    await expect(advisor.call(desk.preview, { params })).rejects.toMatchObject({ status: 403 });
  });

  test('CMP-12 he adds words and a picture, the house writes back, and both stand on both sides', async ({
    shop,
  }) => {
    const { customer, manager, params } = await begun(shop);
    await customer.prove();
    const picture = await photo();
    const said = await customer.say('今天又响了', picture);
    expect(said.statusCode).toBe(201);
    await manager.call(desk.reply, { params, body: { words: '明天九点请来试车' } });
    const { talks } = await customer.read();
    expect(talks).toMatchObject([
      { byCustomer: true, words: '今天又响了', fileId: expect.stringMatching(/-/) },
      { byCustomer: false, words: '明天九点请来试车', fileId: null },
    ]);
    const page = await manager.call(desk.page, { params });
    expect(page.talks.map(({ words }) => words)).toEqual(['今天又响了', '明天九点请来试车']);
    const fileId = talks[0]!.fileId!;
    const seen = await customer.raw(held.picture, undefined, { params: { fileId } });
    expect(seen.headers['content-type']).toMatch(/^image\//);
    // Another customer's way leads to none of it.
    const other = await linked(shop, manager);
    await other.customer.prove();
    const stolen = await other.customer.raw(held.picture, undefined, { params: { fileId } });
    expect(stolen.statusCode).toBe(404);
    const elsewhere = { params: { complaintId: params.complaintId } };
    expect((await other.customer.raw(held.read, undefined, elsewhere)).statusCode).toBe(404);
  });

  test('D-20 the same words sent again stand once; what is no picture is refused, and a flood too', async ({
    shop,
  }) => {
    const { customer } = await begun(shop);
    await customer.prove();
    const key = { 'idempotency-key': 'k'.repeat(20) };
    await customer.say('请尽快', undefined, key);
    await customer.say('请尽快', undefined, key);
    expect((await customer.read()).talks).toHaveLength(1);
    const text = Buffer.from('不是照片的文字文件，随便写一点').toString('base64');
    expect((await customer.say('看', text)).statusCode).toBe(422);
    for (let at = 1; at < 30; at++) expect((await customer.say(`第${at}句`)).statusCode).toBe(201);
    expect((await customer.say('再说一句')).json().code).toBe('talks_enough');
  });

  test('CMP-07 his own yes begins the remedies; his no needs a reason and asks for another version', async ({
    shop,
  }) => {
    const { customer, manager, complaint, now } = await begun(shop);
    await customer.prove();
    await draft(manager, complaint.id);
    const { offer } = await customer.read();
    expect(offer).toMatchObject({ state: 'offered', remedies: [{ kind: 'labour' }] });
    const { solutionId } = offer!;
    expect((await customer.answer(solutionId, 'declined')).json().code).toBe(
      'answer_reason_needed',
    );
    expect((await customer.answer(solutionId, 'declined', '要换新的')).statusCode).toBe(200);
    expect((await now()).solutions[0]).toMatchObject({ state: 'declined', answerHow: 'link' });
    expect((await customer.answer(solutionId, 'accepted')).json().code).toBe(
      'solution_not_offered',
    );
    await draft(manager, complaint.id);
    const again = (await customer.read()).offer!;
    expect((await customer.answer(again.solutionId, 'accepted')).statusCode).toBe(200);
    const after = await now();
    expect(after.solutions[0]).toMatchObject({ state: 'accepted', answerHow: 'link' });
    expect(after.tasks.filter(({ state }) => state === 'open')).toHaveLength(1);
    expect((await customer.read()).offer).toMatchObject({ state: 'accepted' });
  });

  test('CMP-01 CMP-03 CAR-07 from his page of an order he complains himself, and follows it at once', async ({
    shop,
  }) => {
    const sent = await SentVisit.quoted(shop);
    const phone = new Telephone(shop, sent.visit.params.orderId);
    await phone.come(sent.url);
    const body = { kind: 'timeliness', words: '说好三点，五点还没好', picture: await photo() };
    const refused = await phone.raw(heldOrderComplaintRoutes.complain, body);
    expect(refused.json().code).toBe('link_code_needed');
    await phone.prove();
    const answer = await phone.raw(heldOrderComplaintRoutes.complain, body);
    expect(answer.statusCode).toBe(201);
    const { number, answerDueAt, url } = answer.json();
    expect(new Date(answerDueAt).getTime() - shop.now.getTime()).toBe(24 * 3_600_000);
    const manager = await shop.employee('supervisor');
    const { items } = await manager.call(complaintRoutes.list, {});
    expect(items).toMatchObject([
      { number, channel: 'portal', kind: 'timeliness', orderId: sent.visit.params.orderId },
    ]);
    const customer = new Complainer(shop);
    await customer.come(url);
    expect(await customer.prove()).toMatchObject({ number, content: '说好三点，五点还没好' });
    expect((await customer.read()).talks).toMatchObject([{ byCustomer: true }]);
    for (const words of ['还有', '再有'])
      await phone.raw(heldOrderComplaintRoutes.complain, { kind: 'other', words });
    const fourth = await phone.raw(heldOrderComplaintRoutes.complain, {
      kind: 'other',
      words: '又',
    });
    expect(fourth.json().code).toBe('complaints_enough');
  });

  test('D-40 a withdrawn link opens nothing more', async ({ shop }) => {
    const { customer, manager, linkId, url } = await begun(shop);
    await customer.prove();
    await manager.call(linkRoutes.withdraw, { params: { linkId } });
    expect((await customer.raw(held.read)).json().code).toBe('link_over');
    expect((await new Complainer(shop).come(url)).json().code).toBe('link_over');
  });
});
