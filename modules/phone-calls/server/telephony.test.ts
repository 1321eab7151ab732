import { afterAll, beforeAll, describe, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { fileRoutes } from '#modules/files/contract.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { pathOf } from '#shared/call.ts';
import { TestShop, test } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';
import { phoneCallRoutes as routes, telephonyRoutes } from '../contract.ts';
import { Exchange, exchangeOf, silence, type Told } from './exchange.fixture.ts';

const phone = '13800138000';
const exchange = new Exchange();
let dialUrl = '';
beforeAll(async () => {
  dialUrl = await exchange.open();
});
afterAll(() => exchange.close());

async function begun(shop: TestShop) {
  const agent = await shop.employee('followUpAgent');
  const owner = await shop.employee('owner');
  const { id: customerId } = await owner.call(customerRoutes.add, {
    body: { name: '王丽', phone },
  });
  const extension = '801';
  await owner.call(telephonyRoutes.setExtension, { body: { employeeId: agent.id, extension } });
  const { secret, say } = await exchangeOf(shop, owner);
  const all = async () => (await agent.call(routes.list, { query: {} })).items;
  const ringing = async (by = agent) => (await by.call(routes.ringing, {})).items;
  return { agent, owner, customerId, secret, say, all, ringing, extension };
}

const later = (shop: TestShop, seconds: number) => new Date(shop.now.getTime() + seconds * 1000);

describe('what a telephone system tells', () => {
  test('FUP-06 whose telephone rings sees the caller, others do not, until it is over', async ({
    shop,
  }) => {
    const { say, ringing, extension } = await begun(shop);
    const other = await shop.employee('followUpAgent');
    const reply = await say({ type: 'ringing', number: phone, extension });
    expect([reply.statusCode, reply.json()]).toMatchObject([200, { aboutType: 'phoneCall' }]);
    expect(await ringing()).toMatchObject([{ state: 'ringing', customerName: '王丽' }]);
    expect(await ringing(other)).toEqual([]);
    await say({ type: 'answered', number: phone, extension });
    expect(await ringing()).toMatchObject([{ state: 'talking' }]);
    await say({ type: 'ended', number: phone });
    expect(await ringing()).toEqual([]);
  });

  test('FUP-06 the open screens are told of a ringing call after its transaction', async ({
    shop,
  }) => {
    const { say, extension } = await begun(shop);
    const told: string[] = [];
    const stop = shop.host.live.listen(({ tenantId, changes }) => {
      if (tenantId === shop.tenantId) told.push(...changes.map(({ type }) => type));
    });
    await say({ type: 'ringing', number: phone, extension });
    stop();
    expect(told).toContain('phoneCall');
  });

  const orders: Told['type'][][] = [
    ['ringing', 'answered', 'ended'],
    ['ended', 'answered', 'ringing'],
    ['answered', 'ended', 'ringing'],
    ['ringing', 'ended', 'answered'],
  ];
  const seconds = { ringing: 0, answered: 4, ended: 60, missed: 20, recording: 61 };
  test.for(orders)(
    'FUP-06 D-57 %s %s %s, each of them twice, come to one call that was answered',
    async (order, { shop }) => {
      const { agent, say, all, extension } = await begun(shop);
      for (const type of order) {
        const at = later(shop, seconds[type]);
        await say({ type, at, number: phone, extension });
        await say({ type, at, number: phone, extension });
      }
      expect(await all()).toMatchObject([
        {
          state: 'ended',
          ownerId: agent.id,
          startedAt: shop.now.toISOString(),
          answeredAt: later(shop, 4).toISOString(),
          endedAt: later(shop, 60).toISOString(),
          callBackBy: null,
        },
      ]);
      expect((await agent.call(routes.list, { query: { show: 'owed' } })).items).toEqual([]);
    },
  );

  test('D-57 the same events at the same moment are one call', async ({ shop }) => {
    const { say, all, extension } = await begun(shop);
    const replies = await Promise.all(
      ['801', '802', '803', extension].map((each) =>
        say({ type: 'ringing', number: phone, extension: each }),
      ),
    );
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect(await all()).toHaveLength(1);
  });

  test('FUP-06 a call with a withheld number is on the list without a clock', async ({ shop }) => {
    const { agent, say, all } = await begun(shop);
    await say({ type: 'ringing', number: '' });
    await say({ type: 'missed' });
    const [row] = await all();
    expect(row).toMatchObject({ state: 'missed', number: '', callBackBy: null });
    await expect(
      agent.call(routes.callBack, { params: { phoneCallId: row!.id } }),
    ).rejects.toMatchObject({ code: 'phone_number_withheld' });
  });

  test('D-30 an event of another year starts no clock there', async ({ shop }) => {
    const { say, all } = await begun(shop);
    const at = new Date('9999-12-31T23:00:00.000Z');
    const replies = [
      await say({ type: 'ringing', at, number: phone }),
      await say({ type: 'missed', at, number: phone }),
    ];
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await all())[0]!.callBackBy?.slice(0, 4)).toBe('2026');
  });

  test('D-30 unknown fields and kinds of events are refused, and leave nothing', async ({
    shop,
  }) => {
    const { say, all } = await begun(shop);
    const wrong = [{ type: 'parked' }, { type: 'ringing', mood: 'bad' }] as unknown as Told[];
    for (const one of wrong) expect((await say(one)).statusCode).toBe(400);
    expect(await all()).toEqual([]);
  });
});

describe('what is said to it', () => {
  test('FUP-06 D-57 the test is signed with the secret of the endpoint and on record', async ({
    shop,
  }) => {
    const { owner, secret } = await begun(shop);
    const test = () => owner.call(telephonyRoutes.test, {});
    await expect(test()).rejects.toMatchObject({ code: 'telephony_not_set_up' });
    await owner.call(telephonyRoutes.setUp, { body: { dialUrl, callBackMinutes: 30 } });
    exchange.secret = secret;
    expect(await test()).toEqual({ isHeard: true });
    exchange.secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    await expect(test()).rejects.toMatchObject({ code: 'telephony_refused' });
  });

  test('D-56 an address inside that nobody vouched for is refused', async ({ shop }) => {
    const { owner } = await begun(shop);
    const setUp = (url: string) =>
      owner.call(telephonyRoutes.setUp, { body: { dialUrl: url, callBackMinutes: 30 } });
    for (const url of ['http://pbx.example.com', 'https://10.0.0.7', 'ftp://pbx']) {
      await expect(setUp(url)).rejects.toMatchObject({
        errors: [{ pointer: '/dialUrl', code: 'telephony_address' }],
      });
    }
  });

  test('FUP-06 a call back rings one’s own telephone, and what is told of it settles what was owed', async ({
    shop,
  }) => {
    const { agent, owner, secret, say, extension } = await begun(shop);
    await owner.call(telephonyRoutes.setUp, { body: { dialUrl, callBackMinutes: 30 } });
    exchange.secret = secret;
    await say({ type: 'ringing', number: phone, extension });
    await say({ type: 'missed', number: phone });
    const [missed] = (await agent.call(routes.list, { query: { show: 'owed' } })).items;
    const params = { phoneCallId: missed!.id };
    const out = await agent.call(routes.callBack, { params });
    const dialId = out.id;
    expect(exchange.asked.at(-1)).toMatchObject({ type: 'dial', dialId, extension, number: phone });
    expect(out.state).toBe('ringing');
    const told = { callId: 'OUT-1', dialId, direction: 'out', number: phone, extension } as const;
    await say({ type: 'answered', at: later(shop, 5), ...told });
    await say({ type: 'ended', at: later(shop, 65), ...told });
    expect(await agent.call(routes.read, { params })).toMatchObject({ state: 'settled' });
    expect(await agent.call(routes.read, { params: { phoneCallId: dialId } })).toMatchObject({
      state: 'ended',
      direction: 'out',
    });
  });

  test('FUP-06 a customer is dialled by who he is, and what is put on record at the bench finds its call', async ({
    shop,
  }) => {
    const { owner, agent, secret, say, extension } = await begun(shop);
    const visit = await endedVisit(shop, await shop.employee('advisor'));
    const body = { customerId: visit.customerId };
    expect(await agent.call(routes.dial, { body })).toEqual({
      isDialled: false,
      phoneCallId: null,
    });
    await owner.call(telephonyRoutes.setUp, { body: { dialUrl, callBackMinutes: 30 } });
    exchange.secret = secret;
    await shop.moveTo('2026-11-25T02:00:00.000Z');
    const [due] = (await agent.call(followUpRoutes.list, { query: { orderId: visit.orderId } }))
      .items;
    const { phoneCallId: dialId } = await agent.call(routes.dial, { body });
    expect(exchange.asked.at(-1)).toMatchObject({ type: 'dial', dialId, extension, number: phone });
    const told = {
      callId: 'OUT-9',
      dialId: dialId!,
      direction: 'out',
      number: phone,
      extension,
    } as const;
    await say({ type: 'answered', at: later(shop, 5), ...told });
    await agent.call(followUpRoutes.record, {
      params: { followUpId: due!.id },
      body: { result: 'connected', reason: 'talked', mainPoints: '车况正常' },
    });
    await shop.settle();
    const params = { phoneCallId: dialId! };
    const attached = await agent.call(routes.read, { params });
    expect(attached).toMatchObject({ state: 'recorded', result: 'talked' });
    expect(attached.callId).not.toBeNull();
    await say({ type: 'ended', at: later(shop, 65), ...told });
    const ended = await agent.call(routes.read, { params });
    expect(ended).toMatchObject({ state: 'recorded', endedAt: later(shop, 65).toISOString() });
    const stranger = await (await TestShop.open()).employee('followUpAgent');
    await expect(stranger.call(routes.dial, { body })).rejects.toMatchObject({ status: 404 });
  });

  test('FUP-06 without an extension of one’s own the telephone system is not asked', async ({
    shop,
  }) => {
    const { owner, secret, say } = await begun(shop);
    await owner.call(telephonyRoutes.setUp, { body: { dialUrl, callBackMinutes: 30 } });
    exchange.secret = secret;
    await say({ type: 'ringing', number: phone });
    await say({ type: 'missed', number: phone });
    const other = await shop.employee('followUpAgent');
    const [missed] = (await other.call(routes.list, { query: { show: 'owed' } })).items;
    await expect(
      other.call(routes.callBack, { params: { phoneCallId: missed!.id } }),
    ).rejects.toMatchObject({ code: 'phone_no_extension' });
  });
});

describe('what was recorded', () => {
  test('FUP-06 the recording is fetched and kept with whether it was announced', async ({
    shop,
  }) => {
    const { agent, secret, say, all, extension } = await begun(shop);
    exchange.secret = secret;
    await say({ type: 'answered', number: phone, extension });
    await say({ type: 'ended', number: phone });
    const recording = { type: 'recording', recordingUrl: `${dialUrl}/a1.wav` } as const;
    await say({ ...recording, isAnnounced: true });
    await say({ ...recording, isAnnounced: true });
    await shop.settle();
    const id = (await all())[0]!.id;
    const call = await agent.call(routes.read, { params: { phoneCallId: id } });
    expect(call).toMatchObject({ isAnnounced: true, hasRecording: true });
    const url = pathOf(fileRoutes.read, { fileId: call.fileId! });
    const reply = await shop.http.inject({ url, headers: { cookie: agent.cookie } });
    expect([reply.headers['content-type'], reply.rawPayload.equals(silence())]).toEqual([
      'audio/wav',
      true,
    ]);
  });

  test('FUP-06 a recording is attached by hand, once, and only a recording', async ({ shop }) => {
    const { agent } = await begun(shop);
    const { id: phoneCallId } = await agent.call(routes.add, {
      body: { direction: 'in', number: phone },
    });
    const upload = async (payload: Buffer, name: string) =>
      (
        await shop.http.inject({
          method: 'POST',
          url: pathOf(fileRoutes.add, {}, { name }),
          headers: { cookie: agent.cookie, 'content-type': 'application/octet-stream' },
          payload,
        })
      ).json().id;
    const keep = (fileId: string) =>
      agent.call(routes.keepRecording, {
        params: { phoneCallId },
        body: { fileId, isAnnounced: false },
      });
    const list = await upload(Buffer.from('姓名,电话\n'), 'list.csv');
    await expect(keep(list)).rejects.toMatchObject({
      errors: [{ pointer: '/fileId', code: 'phone_recording_kind' }],
    });
    const sound = await upload(silence(), 'a.wav');
    expect(await keep(sound)).toMatchObject({ fileId: sound, isAnnounced: false });
    await expect(keep(sound)).rejects.toMatchObject({ code: 'phone_recording_kept' });
  });
});
