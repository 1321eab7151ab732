import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect } from 'vitest';
import { customerRoutes, reminderChoiceRoutes } from '#modules/customers/contract.ts';
import { templateRoutes } from '#modules/message-templates/contract.ts';
import type { TestShop } from '#test/shop.ts';
import { test } from '#test/shop.ts';
import { messageRuleRoutes, messageRoutes as routes } from '../contract.ts';

const mails: { to: string; text: string }[] = [];
const peer = new SMTPServer({
  hideSTARTTLS: true,
  authOptional: true,
  onData: (stream, session, done) => {
    const pieces: Buffer[] = [];
    stream.on('data', (piece) => pieces.push(piece));
    stream.on('end', () => {
      const to = session.envelope.rcptTo[0]!.address;
      mails.push({ to, text: Buffer.concat(pieces).toString() });
      done();
    });
  },
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((ready) => peer.listen(0, '127.0.0.1', ready));
  port = (peer.server.address() as { port: number }).port;
});
afterAll(() => new Promise<void>((closed) => peer.close(closed)));

async function begun(shop: TestShop) {
  const advisor = await shop.employee('advisor');
  const owner = await shop.employee('owner');
  const { id: customerId } = await advisor.call(customerRoutes.add, { body: { name: '王丽' } });
  const params = { customerId };
  const address = `w-${shop.tenantId.slice(-12)}@example.cn`;
  const agree = (given: boolean) =>
    advisor.call(customerRoutes.recordConsent, {
      params,
      body: { purpose: 'marketing', channel: 'any', given, evidence: '接车单签字' },
    });
  const setUp = () =>
    owner.call(routes.setUpEmail, {
      body: {
        ...{ host: '127.0.0.1', port, isSecure: false, username: '' },
        ...{ from: 'service@shop.example', fromName: '试车行' },
      },
    });
  const send = (
    purpose: 'service' | 'marketing' = 'marketing',
    channel: 'email' | 'sms' = 'email',
  ) =>
    advisor.call(routes.send, {
      params,
      body: { channel, purpose, subject: '冬季', body: '检测八折', address },
    });
  const thread = async () => (await advisor.call(routes.thread, { params })).items;
  const received = () => mails.filter(({ to }) => to === address);
  return { advisor, owner, params, agree, setUp, send, thread, received };
}

test('CAR-04 who opted out a second before it is sent gets nothing, and the thread says why', async ({
  shop,
}) => {
  const { agree, setUp, send, thread, received } = await begun(shop);
  await agree(true);
  expect(await send()).toMatchObject({ state: 'queued' });
  await shop.forward(0.001);
  await agree(false);
  await setUp();
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'held', waitingFor: 'no_consent' }]);
  expect(received()).toEqual([]);
});

test('CAR-04 over all channels together a customer gets so many advertisements in so many days', async ({
  shop,
}) => {
  const { owner, agree, setUp, send, thread, received } = await begun(shop);
  await setUp();
  await agree(true);
  expect(await owner.call(messageRuleRoutes.rules, {})).toEqual({ most: 2, days: 30 });
  await owner.call(messageRuleRoutes.setRules, { body: { most: 2, days: 7 } });
  await send();
  await send('marketing', 'sms');
  await shop.settle();
  expect(await send()).toMatchObject({ state: 'held', waitingFor: 'too_often' });
  expect(await send('service')).toMatchObject({ state: 'queued' });
  await shop.settle();
  expect(received()).toHaveLength(2);
  await shop.forward(7 * 24 + 1);
  const [, third] = await thread();
  expect(third).toMatchObject({ state: 'sent', waitingFor: '' });
  expect(received()).toHaveLength(3);
});

test('CAR-04 of several written at once no more leave than the limit allows', async ({ shop }) => {
  const { owner, agree, setUp, send, thread, received } = await begun(shop);
  await agree(true);
  await owner.call(messageRuleRoutes.setRules, { body: { most: 1, days: 7 } });
  await Promise.all([send(), send(), send(), send()]);
  await setUp();
  await shop.settle();
  expect(received()).toHaveLength(1);
  expect((await thread()).filter(({ state }) => state === 'sent')).toHaveLength(1);
});

test('CAR-04 by the mail’s own button advertising ends at once, on record, without a login', async ({
  shop,
}) => {
  const { advisor, params, agree, setUp, send, received } = await begun(shop);
  await setUp();
  await agree(true);
  await send();
  await shop.settle();
  const [mail] = received();
  const text = mail!.text.replaceAll(/\r\n[ \t]/g, ' ');
  expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const path = new URL(/List-Unsubscribe: <([^>]+)>/.exec(text)![1]!).pathname;
  await shop.forward(0.01);
  const looked = await shop.http.inject({ method: 'GET', url: path });
  expect(looked.statusCode).toBe(200);
  expect(looked.body).toContain('<form method="post">');
  const consents = async () =>
    (await advisor.call(customerRoutes.read, { params })).consents.filter(({ given }) => !given);
  expect(await consents()).toEqual([]);
  const press = (url: string) =>
    shop.http.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
  const made = path.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
  expect((await press(made)).statusCode).toBe(200);
  expect(await consents()).toEqual([]);
  const pressed = await Promise.all([press(path), press(path)]);
  expect(pressed.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  await press(path);
  expect(await consents()).toMatchObject([
    { purpose: 'marketing', channel: 'any', evidence: expect.stringContaining('退订链接') },
  ]);
  expect(await send()).toMatchObject({ state: 'held', waitingFor: 'no_consent' });
  expect(await send('service')).toMatchObject({ state: 'queued' });
});

test('CAR-04 a service message carries no way out of service; only the house sets the limit', async ({
  shop,
}) => {
  const { advisor, setUp, send, received } = await begun(shop);
  await setUp();
  await send('service');
  await shop.settle();
  expect(received()[0]!.text).not.toContain('List-Unsubscribe');
  const body = { most: 9, days: 1 };
  await expect(advisor.call(messageRuleRoutes.setRules, { body })).rejects.toMatchObject({
    status: 403,
  });
});

test('CAR-04 a reminder whose kind was switched off a second before it leaves is held, and goes out once it is on again', async ({
  shop,
}) => {
  const { advisor, params, agree, setUp, send, thread, received } = await begun(shop);
  const choose = (isOn: boolean) =>
    advisor.call(reminderChoiceRoutes.choose, {
      params,
      body: { kind: 'offer', isOn, evidence: '来电' },
    });
  await agree(true);
  expect(await send()).toMatchObject({ state: 'queued' });
  await choose(false);
  await setUp();
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'held', waitingFor: 'reminder_off' }]);
  expect(received()).toEqual([]);
  await shop.forward(0.01);
  await choose(true);
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'sent' }]);
});

test('CAR-04 CAR-05 a template says what it reminds of: a service reminder too is kept from who switched it off', async ({
  shop,
}) => {
  const { advisor, owner, params } = await begun(shop);
  const writer = await shop.employee('supervisor');
  const { id: templateId } = await writer.call(templateRoutes.add, {
    body: {
      ...{ name: '保养到期', purpose: 'service', channel: 'sms', language: 'zh-CN' },
      ...{ remindsOf: 'maintenance', body: '{称呼}，该保养了。' },
    },
  });
  const of = { params: { templateId } };
  await writer.call(templateRoutes.ask, of);
  expect(await owner.call(templateRoutes.approve, of)).toMatchObject({ remindsOf: 'maintenance' });
  const body = { templateId, address: '13800138000' };
  const write = () => advisor.call(templateRoutes.send, { params, body });
  expect(await write()).toMatchObject({ state: 'queued' });
  const off = { kind: 'maintenance', isOn: false } as const;
  await advisor.call(reminderChoiceRoutes.choose, { params, body: off });
  expect(await write()).toMatchObject({ state: 'held', waitingFor: 'reminder_off' });
  expect(await advisor.call(routes.send, { params, body: service })).toMatchObject({
    state: 'queued',
  });
});
const service = {
  address: '13800138000',
  channel: 'sms',
  purpose: 'service',
  subject: '',
  body: '您的车修好了',
} as const;
