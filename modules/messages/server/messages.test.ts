import { afterAll, beforeAll, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { createCustomer } from '#modules/customers/server/index.ts';
import { statement } from '#platform/sql.ts';
import { TestShop, test } from '#test/shop.ts';
import { messageRoutes as routes } from '../contract.ts';
import { MailPeer, mailPassword } from './mail-peer.fixture.ts';

const peer = new MailPeer();
beforeAll(() => peer.open());
afterAll(() => peer.close());

async function begun(shop: TestShop) {
  const advisor = await shop.employee('advisor');
  const owner = await shop.employee('owner');
  const customer = await shop.write((work) =>
    createCustomer(work, { name: '王丽', phone: '13800138000' } as never),
  );
  const params = { customerId: customer.id };
  const setUp = () =>
    owner.call(routes.setUpEmail, { body: { ...peer.settings(), password: mailPassword } });
  const send = (address: string, purpose: 'service' | 'marketing' = 'service') =>
    advisor.call(routes.send, {
      params,
      body: { channel: 'email', purpose, subject: '保养提醒', body: '您的车该保养了。', address },
    });
  const thread = async () => (await advisor.call(routes.thread, { params })).items;
  return { advisor, owner, customer, params, setUp, send, thread };
}

test('FUP-01 a message leaves by a real SMTP conversation, once, under its own id', async ({
  shop,
}) => {
  const { send, thread, setUp } = await begun(shop);
  await setUp();
  const sent = await send('wang@example.cn');
  expect(sent).toMatchObject({ state: 'queued', waitingFor: '' });
  await shop.settle();
  await shop.settle();
  const [mail, ...more] = peer.to('wang@example.cn');
  expect(more).toEqual([]);
  expect(mail!.text).toContain(`Message-ID: <${sent.id}@shop.example>`);
  expect(mail!.text).toContain('Date: Sat, 21 Nov 2026 08:00:00 +0000');
  expect(await thread()).toMatchObject([{ id: sent.id, state: 'sent', subject: '保养提醒' }]);
});

test('FUP-01 without a channel a message waits and says so; once it is set up, it goes', async ({
  shop,
}) => {
  const { send, thread, setUp } = await begun(shop);
  await send('later@example.cn');
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'queued', waitingFor: 'no_channel' }]);
  await setUp();
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'sent', waitingFor: '' }]);
  expect(peer.to('later@example.cn')).toHaveLength(1);
});

test('FUP-01 a busy server is asked again, longer and longer; a refusal for good is told', async ({
  shop,
}) => {
  const { advisor, send, thread, setUp } = await begun(shop);
  await setUp();
  peer.isBusy = true;
  await send('busy@example.cn');
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'queued', attempts: 1 }]);
  await shop.forward(0.05);
  expect(await thread()).toMatchObject([{ state: 'queued', attempts: 2 }]);
  peer.isBusy = false;
  await shop.forward(0.1);
  expect(await thread()).toMatchObject([{ state: 'sent' }]);
  const refused = await send('nobody@example.cn');
  await shop.settle();
  expect((await thread())[0]).toMatchObject({ state: 'failed', waitingFor: 'undeliverable' });
  const { items } = await advisor.call(commitmentRoutes.listNotices, {});
  expect(items).toMatchObject([{ kind: 'message.failed', facts: { messageId: refused.id } }]);
  const params = { messageId: refused.id };
  expect(await advisor.call(routes.retry, { params })).toMatchObject({ state: 'queued' });
  await expect(advisor.call(routes.retry, { params })).rejects.toMatchObject({ status: 409 });
});

test('FUP-01 after the last try it has failed', async ({ shop }) => {
  const { send, thread, setUp } = await begun(shop);
  await setUp();
  peer.isBusy = true;
  await send('never@example.cn');
  await shop.forward(96);
  peer.isBusy = false;
  expect(await thread()).toMatchObject([{ state: 'failed', attempts: 7 }]);
});

test('ARC-10 marketing without consent is held, and goes out when consent is given', async ({
  shop,
}) => {
  const { advisor, params, send, thread, setUp } = await begun(shop);
  await setUp();
  expect(await send('ads@example.cn', 'marketing')).toMatchObject({
    state: 'held',
    waitingFor: 'no_consent',
  });
  await shop.settle();
  expect(peer.to('ads@example.cn')).toEqual([]);
  await advisor.call(customerRoutes.recordConsent, {
    params,
    body: { purpose: 'marketing', channel: 'any', given: true, evidence: '接车单签字' },
  });
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'sent' }]);
});

test('FUP-01 marketing keeps to the hours at which the customer may be disturbed', async ({
  shop,
}) => {
  const { advisor, params, send, thread, setUp } = await begun(shop);
  await setUp();
  await advisor.call(customerRoutes.recordConsent, {
    params,
    body: { purpose: 'marketing', channel: 'email', given: true, evidence: '口头' },
  });
  await shop.forward(5);
  expect(await send('night@example.cn', 'marketing')).toMatchObject({ waitingFor: 'quiet_hours' });
  await shop.moveTo('2026-11-22T00:59:00.000Z');
  expect(await thread()).toMatchObject([{ state: 'held' }]);
  await shop.moveTo('2026-11-22T01:00:00.000Z');
  expect(await thread()).toMatchObject([{ state: 'sent', sentAt: '2026-11-22T01:00:00.000Z' }]);
});

const stored = statement<{ value: { password: string } }, object>(
  'test.storedChannel',
  `select value from settings where tenant_id = :tenant and key = 'messages.email'`,
);
test('D-70 the password of a channel is sealed, never shown, and belongs to its server', async ({
  shop,
}) => {
  const { advisor, owner, setUp } = await begun(shop);
  expect(await setUp()).toEqual({ ...peer.settings(), hasPassword: true });
  expect((await shop.reading.first(stored, {}))!.value.password).not.toContain('口令');
  expect(await owner.call(routes.channels, {})).toEqual({
    email: { ...peer.settings(), hasPassword: true },
  });
  const elsewhere = { ...peer.settings(), host: 'mail.example.cn' };
  const moved = await owner.call(routes.setUpEmail, { body: elsewhere });
  expect(moved.hasPassword).toBe(false);
  await expect(advisor.call(routes.channels, {})).rejects.toMatchObject({ status: 403 });
});

test('G-11 another house’s thread and messages are not there', async ({ shop }) => {
  const { params, send } = await begun(shop);
  const sent = await send('own@example.cn');
  const stranger = await (await TestShop.open()).employee('owner');
  await expect(stranger.call(routes.thread, { params })).rejects.toMatchObject({ status: 404 });
  const retry = stranger.call(routes.retry, { params: { messageId: sent.id } });
  await expect(retry).rejects.toMatchObject({ status: 404 });
});

test('the thread of a customer is answered in two statements', async ({ shop }) => {
  const { advisor, params, send } = await begun(shop);
  await send('a@example.cn');
  await shop.forward(0.01);
  await send('b@example.cn');
  const raw = await advisor.raw('GET', `/customers/${params.customerId}/messages?limit=1`);
  expect(raw.headers['server-timing']).toBe('sql;desc="2"');
  expect(raw.json()).toMatchObject({ items: [{ address: 'b@example.cn' }] });
});

test('a mail server is tried with one mail, and its refusal is told in its own words', async ({
  shop,
}) => {
  const { advisor, owner, setUp } = await begun(shop);
  const address = `boss-${shop.tenantId.slice(-12)}@shop.example`;
  const attempt = (by: typeof owner, to: string) =>
    by.call(routes.testEmail, { body: { address: to } });
  await expect(attempt(owner, address)).rejects.toMatchObject({
    status: 422,
    code: 'email_not_set_up',
  });
  await setUp();
  await expect(attempt(advisor, address)).rejects.toMatchObject({ status: 403 });
  expect(await attempt(owner, address)).toEqual({ address });
  expect(peer.to(address)).toHaveLength(1);
  await expect(attempt(owner, 'nobody@shop.example')).rejects.toMatchObject({
    code: 'email_refused',
    detail: expect.stringContaining('no such mailbox'),
  });
});
