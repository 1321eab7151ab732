import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect } from 'vitest';
import { createCustomer } from '#modules/customers/server/index.ts';
import { TestShop, test } from '#test/shop.ts';
import { webhookRoutes as routes } from '../contract.ts';
import { listening, Receiver } from './receiver.fixture.ts';

const receiver = new Receiver();
beforeEach(() => receiver.reset());

const customers = (shop: TestShop, count: number) =>
  shop.write(async (work) => {
    for (let at = 0; at < count; at++) {
      const phone = `138001${String(38_000 + at)}`;
      await createCustomer(work, { name: `客户${at}`, phone } as never);
    }
  });

describe('what leaves', () => {
  test('D-21 D-57 an event goes out signed, with ids and nothing of the person', async ({
    shop,
  }) => {
    const { secret, deliveries } = await listening(shop, receiver.url);
    await customers(shop, 1);
    expect(receiver.received).toEqual([]);
    await shop.settle();
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[0]];
    expect(JSON.parse(body)).toEqual({
      type: 'customer.added',
      timestamp: shop.now.toISOString(),
      data: { customerId: expect.any(String) },
    });
    expect(body).not.toContain('客户');
    const stamp = new Date(Number(headers['webhook-timestamp']) * 1000);
    expect(new Webhook(secret).sign(String(headers['webhook-id']), stamp, body)).toBe(
      headers['webhook-signature'],
    );
    const [sent] = await deliveries();
    expect(sent).toMatchObject({ state: 'delivered', attempts: 1, outcome: '2xx' });
    expect(sent!.eventId).toBe(headers['webhook-id']);
    expect(JSON.stringify(sent)).not.toContain('inside of the other house');
  });

  test('D-21 what was rolled back is never told', async ({ shop }) => {
    await listening(shop, receiver.url);
    const cause = shop.write(async (work) => {
      await createCustomer(work, { name: '谁', phone: '13800138000' } as never);
      throw new Error('changed my mind');
    });
    await expect(cause).rejects.toThrow('changed my mind');
    await shop.settle();
    expect(receiver.received).toEqual([]);
  });

  test('G-04 a receiver that fails three times in ten loses nothing; drained twice, nothing changes', async ({
    shop,
  }) => {
    const { deliveries } = await listening(shop, receiver.url);
    receiver.status = (count) => (count % 10 < 3 ? 500 : 200);
    await customers(shop, 40);
    for (let hour = 0; hour < 24; hour += 6) await shop.forward(6);
    expect(receiver.eventIds.size).toBe(40);
    const all = await deliveries();
    expect(all.filter(({ state }) => state === 'delivered')).toHaveLength(40);
    expect(all.some(({ attempts }) => attempts > 1)).toBe(true);
    const seen = receiver.received.length;
    await shop.settle();
    await shop.forward(24);
    expect(receiver.received).toHaveLength(seen);
  });

  test('D-57 a body that was changed on the way fits no signature', async ({ shop }) => {
    const { secret } = await listening(shop, receiver.url);
    await customers(shop, 1);
    await shop.settle();
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[0]];
    const stamp = new Date(Number(headers['webhook-timestamp']) * 1000);
    const changed = new Webhook(secret).sign(String(headers['webhook-id']), stamp, `${body} `);
    expect(changed).not.toBe(headers['webhook-signature']);
  });

  test('D-57 after a change of the secret both sign, and a day later only the new one', async ({
    shop,
  }) => {
    const { owner, params, secret: former, shown } = await listening(shop, receiver.url);
    const { secret } = await owner.call(routes.rotate, { params });
    expect((await shown()).formerSecretUntil).not.toBeNull();
    await customers(shop, 1);
    await shop.forward(25);
    await customers(shop, 2);
    await shop.settle();
    const signatures = receiver.received.map(({ headers }) =>
      String(headers['webhook-signature']).split(' '),
    );
    expect(signatures.map((each) => each.length)).toEqual([2, 1, 1]);
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[0]];
    const stamp = new Date(Number(headers['webhook-timestamp']) * 1000);
    const by = (one: string) => new Webhook(one).sign(String(headers['webhook-id']), stamp, body);
    expect(signatures[0]).toEqual([by(secret), by(former)]);
  });
});

describe('who may hear', () => {
  test.for([
    'https://10.0.0.8/hook',
    'https://169.254.169.254/latest',
    'https://[::ffff:10.0.0.8]/',
    'http://example.com/hook',
    'https://example.com:22/',
    'https://user:word@example.com/',
    'ftp://example.com/',
    'example.com',
  ])('D-56 %s is refused when it is set up', async (url, { shop }) => {
    const owner = await shop.employee('owner');
    const body = { name: '内网', url, kinds: ['customer.added'] };
    await expect(owner.call(routes.add, { body })).rejects.toMatchObject({
      status: 422,
      code: 'webhook_url_refused',
    });
  });

  test('D-56 a redirect is not followed, and what the receiver says is not shown', async ({
    shop,
  }) => {
    const { deliveries } = await listening(shop, receiver.url);
    receiver.status = () => 302;
    await customers(shop, 1);
    await shop.settle();
    expect(await deliveries()).toMatchObject([{ state: 'pending', outcome: '3xx', attempts: 1 }]);
    expect(receiver.received).toHaveLength(1);
  });

  test('G-10 nobody of another house hears, sees or sends again', async ({ shop }) => {
    const { webhook, deliveries } = await listening(shop, receiver.url);
    const other = await TestShop.open();
    await customers(other, 1);
    await other.settle();
    await shop.settle();
    expect(receiver.received).toEqual([]);
    await customers(shop, 1);
    await shop.settle();
    const stranger = await other.employee('owner');
    const params = { webhookId: webhook.id };
    await expect(stranger.call(routes.deliveries, { params })).rejects.toMatchObject({
      status: 404,
    });
    const [sent] = await deliveries();
    const which = { params: { ...params, deliveryId: sent!.id } };
    await expect(stranger.call(routes.resend, which)).rejects.toMatchObject({ status: 404 });
  });
});

describe('by hand', () => {
  test('D-57 disabled, nothing leaves any more, not even what waits; enabled, it goes', async ({
    shop,
  }) => {
    const { owner, params } = await listening(shop, receiver.url);
    await customers(shop, 2);
    await owner.call(routes.disable, { params });
    await shop.forward(2);
    expect(receiver.received).toEqual([]);
    await owner.call(routes.enable, { params });
    await shop.settle();
    expect(receiver.eventIds.size).toBe(2);
  });

  test('D-57 a receiver that answers nothing for three days is disabled, and its owner is told', async ({
    shop,
  }) => {
    const { shown, deliveries, owner, params } = await listening(shop, receiver.url);
    receiver.status = () => 503;
    await customers(shop, 1);
    for (let day = 0; day < 6; day++) await shop.forward(24);
    expect(await shown()).toMatchObject({ state: 'disabled', disabledReason: 'failing' });
    const [failed] = await deliveries();
    expect(failed).toMatchObject({ state: 'failed', attempts: 10, outcome: '5xx' });
    receiver.reset();
    await owner.call(routes.enable, { params });
    await owner.call(routes.resend, { params: { ...params, deliveryId: failed!.id } });
    await shop.settle();
    expect([...receiver.eventIds]).toEqual([failed!.eventId]);
    expect(await shown()).toMatchObject({ state: 'enabled', failingSince: null, waiting: 0 });
  });

  test('D-57 one that says it is gone is not asked again', async ({ shop }) => {
    const { shown } = await listening(shop, receiver.url);
    receiver.status = () => 410;
    await customers(shop, 1);
    await shop.settle();
    expect(await shown()).toMatchObject({ state: 'disabled', disabledReason: 'failing' });
    expect(receiver.received).toHaveLength(1);
  });

  test('D-34 a test goes out like anything else, five a minute', async ({ shop }) => {
    const { owner, params, deliveries } = await listening(shop, receiver.url);
    for (let at = 0; at < 5; at++) await owner.call(routes.test, { params });
    await expect(owner.call(routes.test, { params })).rejects.toMatchObject({ status: 429 });
    await shop.settle();
    expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(
      Array(5).fill('webhook.test'),
    );
    expect(await deliveries()).toHaveLength(5);
  });

  test('D-15 changed with the version that was seen; removed with all that was sent', async ({
    shop,
  }) => {
    const { owner, params, webhook } = await listening(shop, receiver.url);
    const change = { params, body: { name: '大屏' } };
    const { version } = await owner.call(routes.change, change, { version: webhook.version });
    await expect(
      owner.call(routes.change, change, { version: webhook.version }),
    ).rejects.toMatchObject({ status: 412 });
    await customers(shop, 1);
    await shop.settle();
    await owner.call(routes.remove, { params }, { version });
    await expect(owner.call(routes.get, { params })).rejects.toMatchObject({ status: 404 });
    await customers(shop, 2);
    await shop.settle();
    expect(receiver.received).toHaveLength(1);
  });

  test('D-57 a secret is shown once and stands nowhere in clear', async ({ shop }) => {
    const { secret, owner, params } = await listening(shop, receiver.url);
    expect(secret).toMatch(/^whsec_/);
    const page = await owner.raw('GET', '/webhooks');
    expect(page.body).not.toContain(secret.slice(6, 20));
    expect(JSON.stringify(await owner.call(routes.get, { params }))).not.toContain('secret":"');
  });
});
