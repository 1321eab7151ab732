import { Webhook } from 'standardwebhooks';
import { describe, expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { newId } from '#platform/ids.ts';
import type { TestShop } from '#test/shop.ts';
import { test } from '#test/shop.ts';
import { inboundRoutes } from '../contract.ts';

const complaint = {
  channel: 'authority',
  complainantName: '王丽',
  complainantPhone: '13800138000',
  kind: 'repairTechnique',
  content: '保养后异响，经 12315 转来',
};

async function bridge(shop: TestShop) {
  const owner = await shop.employee('owner');
  const { secret, endpoint } = await owner.call(inboundRoutes.add, {
    body: { name: '12315 平台', source: 'complaints' },
  });
  const path = new URL(endpoint.url).pathname;
  interface Odd {
    by?: string;
    id?: string;
    at?: Date;
    body?: string;
    path?: string;
    sent?: string;
  }
  const hand = async (odd: Odd = {}) => {
    const { by = secret, id = newId(shop.now), at = shop.now } = odd;
    const body = odd.body ?? JSON.stringify(complaint);
    return shop.http.inject({
      method: 'POST',
      url: odd.path ?? path,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(by).sign(id, at, body),
      },
      payload: odd.sent ?? body,
    });
  };
  const register = async () => (await owner.call(complaintRoutes.list, {})).items;
  return { owner, secret, endpoint, path, hand, register, params: { endpointId: endpoint.id } };
}

describe('what comes in', () => {
  test('CMP-01 D-57 a complaint from a bridge stands on the register, once, however often it is sent', async ({
    shop,
  }) => {
    const { hand, register } = await bridge(shop);
    const id = 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W';
    const replies = await Promise.all([hand({ id }), hand({ id }), hand({ id })]);
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(replies.filter((reply) => reply.json().isNew)).toHaveLength(1);
    const items = await register();
    expect(items).toMatchObject([{ channel: 'authority', complainantName: '王丽' }]);
    expect(replies.map((reply) => reply.json().aboutId)).toEqual(Array(3).fill(items[0]!.id));
  });

  test('D-57 nothing comes in unsigned, changed, late, early, by another secret or to another address', async ({
    shop,
  }) => {
    const { hand, register, path, owner, params } = await bridge(shop);
    const minutes = (count: number) => new Date(shop.now.getTime() + count * 60_000);
    const strange = path.replace(params.endpointId, newId(shop.now));
    const replies = [
      await shop.http.inject({ method: 'POST', url: path, payload: complaint }),
      await hand({ sent: JSON.stringify({ ...complaint, content: '改过' }) }),
      await hand({ at: minutes(-6) }),
      await hand({ at: minutes(6) }),
      await hand({ by: `whsec_${Buffer.alloc(32, 1).toString('base64')}` }),
      await hand({ path: strange }),
    ];
    await owner.call(inboundRoutes.disable, { params });
    replies.push(await hand());
    expect(replies.map((reply) => [reply.statusCode, reply.json().code])).toEqual(
      Array(7).fill([401, 'signature_wrong']),
    );
    expect(await register()).toEqual([]);
  });

  test('D-30 what is signed is looked at like anything else: unknown fields, other channels, ids of records', async ({
    shop,
  }) => {
    const { hand, register } = await bridge(shop);
    const replies = await Promise.all(
      [
        { ...complaint, mood: 1 },
        { ...complaint, channel: 'desk' },
        { ...complaint, orderId: newId(shop.now) },
        { channel: 'portal' },
      ].map((body) => hand({ body: JSON.stringify(body) })),
    );
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 400]);
    expect((await hand({ body: '{"a":1,"a":2}' })).statusCode).toBe(400);
    expect(await register()).toEqual([]);
  });

  test('D-57 after a change of the secret the former one is good for a day', async ({ shop }) => {
    const { hand, owner, params, secret } = await bridge(shop);
    const { secret: next } = await owner.call(inboundRoutes.rotate, { params });
    expect([
      (await hand({ by: secret })).statusCode,
      (await hand({ by: next })).statusCode,
    ]).toEqual([200, 200]);
    await shop.forward(25);
    expect((await hand({ by: secret })).statusCode).toBe(401);
    expect((await hand({ by: next })).statusCode).toBe(200);
  });

  test('D-34 an endpoint takes 120 a minute and then asks to wait', async ({ shop }) => {
    const { path } = await bridge(shop);
    let last = 0;
    for (let at = 0; at < 121; at++) {
      last = (await shop.http.inject({ method: 'POST', url: path, payload: {} })).statusCode;
    }
    expect(last).toBe(429);
  });
});
