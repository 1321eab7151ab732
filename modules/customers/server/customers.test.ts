import { describe, expect } from 'vitest';
import { statement } from '#platform/sql.ts';
import type { BodyOf } from '#shared/route.ts';
import { TestShop, test } from '#test/shop.ts';
import { customerRoutes } from '../contract.ts';

const zhang = { name: '张三丰', phone: '138-0013-8000', address: '珠海市情侣中路 47 号' };

const revealsOf = statement<{ actorId: string; data: object }, { customerId: string }>(
  'customersTest.revealsOf',
  `select actor_id, data from audit_entries where tenant_id = :tenant and about_id = :customerId
      and event = 'customer.revealed'`,
);

describe('the customer on file', () => {
  test('ARC-01 a customer is put on file with what he said, and read in one statement', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const body = { ...zhang, wishes: '周六送修，当天交车', doNotMention: '上次的事故' };
    const added = await advisor.call(customerRoutes.add, { body });
    expect(added).toMatchObject({
      name: '张三丰',
      firstSeenOn: '2026-11-21',
      wishes: '周六送修，当天交车',
      doNotMention: '上次的事故',
      version: 1,
      contacts: [],
    });
    const reply = await advisor.raw('GET', `/customers/${added.id}`);
    expect(reply.headers['server-timing']).toBe('sql;desc="1"');
    expect(reply.headers.etag).toBe('"1"');
  });

  test('ARC-10 phones are masked, and who asks for them in full is on record', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const cashier = await shop.employee('cashier');
    const { id: customerId, phone } = await advisor.call(customerRoutes.add, { body: zhang });
    expect(phone).toBe('138****8000');
    const params = { customerId };
    const asked = { params, body: { reason: 'identity' } } as const;
    expect(await advisor.call(customerRoutes.reveal, asked)).toEqual({
      phone: '13800138000',
      address: zhang.address,
      contacts: [],
      vehicles: [],
    });
    await expect(cashier.call(customerRoutes.reveal, asked)).rejects.toMatchObject({
      status: 403,
    });
    const entries = await shop.reading.rows(revealsOf, params);
    expect(entries).toMatchObject([
      { actorId: advisor.id, data: { what: 'all', reason: 'identity' } },
    ]);
  });

  test('ARC-10 a phone is shown for a reason; one that is none of the usual is told in words, and kept closed', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id: customerId } = await advisor.call(customerRoutes.add, { body: zhang });
    const params = { customerId };
    const reveal = (body: BodyOf<typeof customerRoutes.reveal>) =>
      advisor.call(customerRoutes.reveal, { params, body });
    const bare = await advisor.raw('POST', `/customers/${customerId}/reveal`, {});
    expect(bare.statusCode).toBe(400);
    await expect(reveal({ reason: 'other', note: ' ' })).rejects.toMatchObject({ status: 400 });
    await expect(reveal({ reason: 'other' })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/note', code: 'reveal_reason_needed' }],
    });
    await reveal({ reason: 'other', note: '张三的母亲来取车' });
    const [entry] = await shop.reading.rows(revealsOf, params);
    expect(entry?.data).toMatchObject({ reason: 'other' });
    expect(JSON.stringify(entry?.data)).not.toContain('母亲');
  });

  test('a phone that nobody can dial is refused with what to mend', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const body = { name: '李四', phone: '1380013' };
    await expect(advisor.call(customerRoutes.add, { body })).rejects.toMatchObject({
      status: 422,
      errors: [
        { pointer: '/phone', code: 'phone_invalid', message: '手机号应为 11 位，现为 7 位。' },
      ],
    });
  });

  test('D-15 two people change one customer: the second sees that he is late', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { id: customerId } = await advisor.call(customerRoutes.add, { body: zhang });
    const change = (address: string) =>
      advisor.call(
        customerRoutes.change,
        { params: { customerId }, body: { address } },
        { version: 1 },
      );
    expect(await change('甲路 1 号')).toMatchObject({ version: 2, phone: '138****8000' });
    await expect(change('乙路 2 号')).rejects.toMatchObject({ status: 412, code: 'version_stale' });
  });

  test('a stranger’s customer does not exist; a technician has no customers', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { id: customerId } = await advisor.call(customerRoutes.add, { body: zhang });
    const stranger = await (await TestShop.open()).employee('owner');
    const technician = await shop.employee('technician');
    const read = { params: { customerId } };
    await expect(stranger.call(customerRoutes.read, read)).rejects.toMatchObject({ status: 404 });
    await expect(technician.call(customerRoutes.read, read)).rejects.toMatchObject({ status: 403 });
  });
});

describe('finding customers', () => {
  test('ARC-01 a name, a piece of it, pinyin, initials, a phone or its tail find him', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    await advisor.call(customerRoutes.add, { body: zhang });
    await advisor.call(customerRoutes.add, { body: { name: '珠海香洲物流有限公司' } });
    const found = async (q: string) => {
      const { items } = await advisor.call(customerRoutes.list, { query: { q } });
      return items.map(({ name }) => name);
    };
    for (const q of ['张三', '三丰', '张三丰', 'zhangsan', 'zsf', '8000', '13800', '13800138000']) {
      expect(await found(q), q).toEqual(['张三丰']);
    }
    expect(await found('物流')).toEqual(['珠海香洲物流有限公司']);
    expect(await found('李')).toEqual([]);
    expect(await found('!')).toEqual([]);
  });

  test('the list goes page by page, is filtered, counts when asked, in two statements', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    for (const name of ['甲', '乙', '丙']) {
      await advisor.call(customerRoutes.add, { body: { name } });
      await shop.forward(0.1);
    }
    await advisor.call(customerRoutes.add, { body: { name: '丁公司', kind: 'company' } });
    const first = await advisor.call(customerRoutes.list, { query: { limit: 2, count: true } });
    expect(first).toMatchObject({ total: 4, items: [{ name: '丁公司' }, { name: '丙' }] });
    const cursor = first.nextCursor!;
    const second = await advisor.call(customerRoutes.list, { query: { limit: 2, cursor } });
    expect(second).toMatchObject({ items: [{ name: '乙' }, { name: '甲' }], nextCursor: null });
    const companies = await advisor.call(customerRoutes.list, { query: { kind: 'company' } });
    expect(companies.items).toHaveLength(1);
    const reply = await advisor.raw('GET', '/customers?count=true&q=%E7%94%B2');
    expect(reply.headers['server-timing']).toBe('sql;desc="2"');
  });
});

describe('who else is talked to, and what is allowed', () => {
  test('ARC-05 a driver is added, changed and removed', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { id: customerId } = await advisor.call(customerRoutes.add, { body: zhang });
    const params = { customerId };
    const driver = await advisor.call(customerRoutes.addContact, {
      params,
      body: { role: 'driver', name: '周立', phone: '13925607712' },
    });
    expect(driver).toMatchObject({ name: '周立', phone: '139****7712', version: 1 });
    const contact = { params: { contactId: driver.id } };
    await advisor.call(
      customerRoutes.changeContact,
      { ...contact, body: { note: '晚上开车' } },
      { version: 1 },
    );
    const { contacts } = await advisor.call(customerRoutes.read, { params });
    expect(contacts).toMatchObject([{ name: '周立', note: '晚上开车', version: 2 }]);
    await advisor.call(customerRoutes.removeContact, contact, { version: 2 });
    expect((await advisor.call(customerRoutes.read, { params })).contacts).toEqual([]);
  });

  test('ARC-10 consent is a ledger: a yes has evidence, and the last word holds', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id: customerId } = await advisor.call(customerRoutes.add, { body: zhang });
    const say = (given: boolean, evidence?: string) =>
      advisor.call(customerRoutes.recordConsent, {
        params: { customerId },
        body: { purpose: 'marketing', channel: 'sms', given, evidence },
      });
    await expect(say(true)).rejects.toMatchObject({ status: 422, code: 'evidence_needed' });
    await say(true, '签字的接车单');
    await shop.forward(1);
    await say(false);
    const { consents } = await advisor.call(customerRoutes.read, { params: { customerId } });
    expect(consents).toMatchObject([{ purpose: 'marketing', channel: 'sms', given: false }]);
  });
});
