import { afterEach, beforeEach, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { type TestShop, test } from '#test/shop.ts';
import { MailboxPeer } from './imap-peer.fixture.ts';
import { connected, letter } from './letters.fixture.ts';

let peer: MailboxPeer;
let port = 0;
const at = new Date('2026-11-21T07:30:00.000Z');
const address = 'wangli@customer.example';
beforeEach(async () => {
  peer = new MailboxPeer();
  port = await peer.open();
});
afterEach(() => peer.close());

/** A mail that an agent wrote to a customer, and what came of it. */
async function written(shop: TestShop) {
  const agent = await shop.employee('followUpAgent');
  const { id: customerId } = await agent.call(customerRoutes.add, {
    body: { name: '王丽', phone: '13800138000' },
  });
  const mail = await shop.write((work) =>
    work.insert('messages', {
      ...{ customerId, direction: 'out', channel: 'email', purpose: 'marketing', state: 'sent' },
      ...{ address: 'WangLi@customer.example', subject: '免费检测周', body: '欢迎来店' },
      createdBy: agent.id,
    }),
  );
  const thread = async () =>
    (await agent.call(messageRoutes.thread, { params: { customerId }, query: {} })).items;
  const bells = async (by = agent) =>
    (await by.call(commitmentRoutes.listNotices, { query: {} })).items
      .map(({ kind }) => kind)
      .filter((kind) => kind === 'messages.replied');
  const headers = [`In-Reply-To: <${mail.id}@shop.example>`];
  return { agent, customerId, thread, bells, headers };
}

test('CAR-06 a letter that answers one of our mails comes into the thread, once, and who wrote hears of it; 退订 ends advertising', async ({
  shop,
}) => {
  const { agent, customerId, thread, bells, headers } = await written(shop);
  peer.put(
    letter({
      from: `王丽 <${address}>`,
      subject: '回复：免费检测周',
      text: '周六可以吗？',
      headers,
    }),
    at,
  );
  await connected(shop, peer, port);
  await shop.settle();
  expect(await thread()).toMatchObject([
    { direction: 'in', channel: 'email', state: 'received', body: '周六可以吗？' },
    { direction: 'out' },
  ]);
  expect(await bells()).toHaveLength(1);
  peer.put(letter({ from: address, subject: '回复', text: '退订\n\n谢谢', headers }), at);
  await shop.forward(0.1);
  expect(await thread()).toHaveLength(3);
  const { consents } = await agent.call(customerRoutes.read, { params: { customerId } });
  expect(consents).toContainEqual(
    expect.objectContaining({ given: false, evidence: expect.stringContaining('退订') }),
  );
});

test('D-57 a letter from another address, one that names no mail of ours, or a machine’s stays out of the thread', async ({
  shop,
}) => {
  const { thread, bells, headers } = await written(shop);
  peer.put(letter({ from: 'other@customer.example', text: '退订', headers }), at);
  peer.put(letter({ from: address, text: '另外问一下' }), at);
  const automatic = [...headers, 'Auto-Submitted: auto-replied'];
  peer.put(letter({ from: address, text: '我在休假', headers: automatic }), at);
  const { fetched } = await connected(shop, peer, port);
  expect(await fetched()).toHaveLength(3);
  expect(await thread()).toHaveLength(1);
  expect(await bells()).toEqual([]);
});

test('CAR-06 where nobody wrote by name, the supervisor hears that a customer answered', async ({
  shop,
}) => {
  const { customerId, bells, headers } = await written(shop);
  const supervisor = await shop.employee('supervisor');
  await shop.write((work) =>
    work.update('messages', { customerId, direction: 'out' }, { createdBy: null }),
  );
  peer.put(letter({ from: address, text: '好的', headers }), at);
  await connected(shop, peer, port);
  await shop.settle();
  expect(await bells(supervisor)).toHaveLength(1);
  expect(await bells()).toEqual([]);
});
