import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { fileRoutes } from '#modules/files/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { MailPeer, mailPassword } from '#modules/messages/server/mail-peer.fixture.ts';
import { pathOf } from '#shared/call.ts';
import { readPdf } from '#test/pdf.ts';
import { type TestShop, test } from '#test/shop.ts';
import { letterRoutes as routes } from '../contract.ts';
import { usual } from './letters.fixture.ts';

const peer = new MailPeer();
beforeAll(() => peer.open());
afterAll(() => peer.close());

/** A letter that was approved to go by mail. */
async function approved(shop: TestShop) {
  const writer = await shop.employee('supervisor');
  const boss = await shop.employee('owner');
  const { id: customerId } = await boss.call(customerRoutes.add, {
    body: { name: '王丽', salutation: 'ms', phone: '13800138000' },
  });
  const { id: letterId } = await writer.call(routes.write, {
    params: { customerId },
    body: { ...usual, way: 'email' },
  });
  await writer.call(routes.ask, { params: { letterId } });
  await boss.call(routes.approve, { params: { letterId } });
  const address = `wang-${shop.tenantId.slice(-12)}@example.cn`;
  const setUp = () =>
    boss.call(messageRoutes.setUpEmail, { body: { ...peer.settings(), password: mailPassword } });
  const send = () => writer.call(routes.send, { params: { letterId }, body: { email: address } });
  const thread = async () =>
    (await writer.call(messageRoutes.thread, { params: { customerId } })).items;
  return { boss, address, setUp, send, thread };
}

test('FUP-07 CAR-01 a letter that is mailed brings its PDF, the one that lies in the archive bag', async ({
  shop,
}) => {
  const { boss, address, setUp, send, thread } = await approved(shop);
  await setUp();
  const sent = await send();
  await shop.settle();
  const [mail, ...more] = peer.to(address);
  expect(more).toEqual([]);
  const { subject, text, attachments } = await PostalMime.parse(mail!.text);
  expect(subject).toBe(usual.subject);
  expect(text).toContain('届时提供免费检测，敬请光临。');
  expect(attachments).toMatchObject([
    { filename: `${sent.number}.pdf`, mimeType: 'application/pdf', disposition: 'attachment' },
  ]);
  const pdf = Buffer.from(attachments[0]!.content as ArrayBuffer);
  const { pages } = await readPdf(pdf);
  expect(pages[0]).toContain(usual.subject);
  const kept = await boss.raw('GET', pathOf(fileRoutes.read, { fileId: sent.fileId! }).slice(7));
  expect(kept.rawPayload.equals(pdf)).toBe(true);
  expect(await thread()).toMatchObject([{ channel: 'email', state: 'sent' }]);
});

test('FUP-07 a letter that waits for the mail server leaves with its PDF all the same', async ({
  shop,
}) => {
  const { address, setUp, send, thread } = await approved(shop);
  peer.isBusy = true;
  await setUp();
  await send();
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'queued' }]);
  peer.isBusy = false;
  await shop.forward(1);
  await shop.settle();
  const { attachments } = await PostalMime.parse(peer.to(address)[0]!.text);
  expect(attachments).toHaveLength(1);
});
