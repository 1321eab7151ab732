import { describe, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { fileRoutes } from '#modules/files/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { sealWaiting } from '#platform/audit/sealing.ts';
import { verifierOf } from '#platform/audit/signing.ts';
import { forgetSubject } from '#platform/audit/subject-keys.ts';
import { TestShop, test } from '#test/shop.ts';
import { auditRoutes } from '../contract.ts';

/** A customer whose telephone was changed, by whom, and the entry about it. */
async function changedCustomer(shop: TestShop) {
  const advisor = await shop.employee('advisor');
  const body = { name: '张三丰', phone: '13800138000' };
  const { id, version } = await advisor.call(customerRoutes.add, { body });
  const params = { customerId: id };
  await advisor.call(
    customerRoutes.change,
    { params, body: { phone: '13900139000' } },
    { version },
  );
  const owner = await shop.employee('owner');
  const { items } = await owner.call(auditRoutes.list, { query: { aboutId: id } });
  return { advisor, owner, id, params, items };
}

describe('what is on record', () => {
  test('D-73 a change names its fields in the list, and its values to who may see them', async ({
    shop,
  }) => {
    const { owner, advisor, items } = await changedCustomer(shop);
    expect(items.map(({ event, actorId }) => [event, actorId])).toEqual([
      ['customer.changed', advisor.id],
      ['customer.added', advisor.id],
    ]);
    expect(items[0]).toMatchObject({
      fields: ['phone'],
      aboutName: '张三丰',
      via: 'customers.change',
    });
    expect(JSON.stringify(items)).not.toContain('13900139000');
    const params = { entryId: items[0]!.id };
    const one = await owner.call(auditRoutes.one, { params });
    expect(one.changes).toEqual([{ field: 'phone', from: '13800138000', to: '13900139000' }]);
  });

  test('D-73 of a person who was forgotten nothing can be read any more', async ({ shop }) => {
    const { owner, id, items } = await changedCustomer(shop);
    await shop.write((work) => forgetSubject(work, { type: 'customer', id }));
    const params = { entryId: items[0]!.id };
    const one = await owner.call(auditRoutes.one, { params });
    expect(one.changes).toEqual([{ field: 'phone', from: '[已删除]', to: '[已删除]' }]);
  });

  test('G-41 a file that is read is on record, once a minute', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const stored = await shop.http.inject({
      method: 'POST',
      url: '/api/v1/files?name=list.csv',
      headers: { cookie: advisor.cookie, 'content-type': 'application/octet-stream' },
      payload: Buffer.from('姓名,电话'),
    });
    const { id } = stored.json();
    await advisor.raw('GET', `/files/${id}`);
    await advisor.raw('GET', `/files/${id}`);
    const owner = await shop.employee('owner');
    const { items } = await owner.call(auditRoutes.list, { query: { aboutId: id } });
    expect(items.map(({ event, via }) => [event, via])).toEqual([
      ['data.read', fileRoutes.read.id],
      ['file.added', fileRoutes.add.id],
    ]);
    await shop.forward(1);
    await advisor.raw('GET', `/files/${id}`);
    const later = await owner.call(auditRoutes.list, { query: { aboutId: id } });
    expect(later.items).toHaveLength(3);
  });
});

describe('reading it', () => {
  test('D-31 page by page, by who and by what; a list is one statement, an entry at most two', async ({
    shop,
  }) => {
    const { owner, advisor, items } = await changedCustomer(shop);
    const first = await owner.call(auditRoutes.list, { query: { actorId: advisor.id, limit: 1 } });
    expect(first.items.map(({ event }) => event)).toEqual(['customer.changed']);
    const query = { actorId: advisor.id, limit: 1, cursor: first.nextCursor! };
    const second = await owner.call(auditRoutes.list, { query });
    expect(second.items.map(({ event }) => event)).toEqual(['customer.added']);
    const named = await owner.call(auditRoutes.list, { query: { event: 'customer.changed' } });
    expect(named.items).toHaveLength(1);
    const list = await owner.raw('GET', '/audit-entries');
    expect(list.headers['server-timing']).toBe('sql;desc="1"');
    const one = await owner.raw('GET', `/audit-entries/${items[0]!.id}`);
    expect(one.headers['server-timing']).toBe('sql;desc="2"');
  });

  test('ARC-10 one who may not reveal telephones sees which fields were changed, and no more', async ({
    shop,
  }) => {
    const { owner, items } = await changedCustomer(shop);
    const { items: roles } = await owner.call(peopleRoutes.listRoles, { query: {} });
    expect(roles.find(({ key }) => key === 'advisor')?.permissions).not.toContain('audit.see');
    await shop.write((work) => limitedRole(work));
    const examiner = await shop.employee('examiner');
    const one = await examiner.call(auditRoutes.one, { params: { entryId: items[0]!.id } });
    expect(one).toMatchObject({ isOpen: false, fields: ['phone'], changes: [], facts: [] });
  });

  test('a stranger’s entries do not exist', async ({ shop }) => {
    const { items } = await changedCustomer(shop);
    const stranger = await (await TestShop.open()).employee('owner');
    const reply = await stranger.raw('GET', `/audit-entries/${items[0]!.id}`);
    expect(reply.statusCode).toBe(404);
  });

  test('D-73 the state of the chain, and its head signed to be kept outside', async ({ shop }) => {
    const { owner } = await changedCustomer(shop);
    const before = await owner.call(auditRoutes.state, {});
    expect(before).toMatchObject({ sealedSeq: 0, fault: null });
    await sealWaiting(shop.host);
    const after = await owner.call(auditRoutes.state, {});
    expect(after.sealedSeq).toBeGreaterThan(3);
    const head = await owner.call(auditRoutes.anchor, {});
    const hash = Buffer.from(head.hash, 'hex');
    const signature = Buffer.from(head.signature, 'base64url');
    expect(verifierOf(head.publicKey)({ ...head, hash }, signature)).toBe(true);
    expect(verifierOf(head.publicKey)({ ...head, seq: head.seq + 1, hash }, signature)).toBe(false);
  });
});

/** A role that examines and sees no telephone. */
const limitedRole = (work: Parameters<Parameters<TestShop['write']>[0]>[0]) =>
  work.insert('roles', {
    key: 'examiner',
    name: '审计员',
    home: 'supervision',
    permissions: ['audit.see'],
  });
