import { afterAll, beforeAll, beforeEach, expect, test as plain } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import type { TestShop } from '#test/shop.ts';
import { test } from '#test/shop.ts';
import { messageRoutes as routes, smsRoutes } from '../contract.ts';
import { queueMessage } from './index.ts';
import { keyId, SmsPeer, secret } from './sms-peer.fixture.ts';
import { isOptOut, readSaid } from './sms-said.ts';
import { signedForAliyun, signedForTencent } from './sms-signing.ts';

const peer = new SmsPeer();
let endpoint = '';
beforeAll(async () => {
  endpoint = await peer.open();
});
beforeEach(() => {
  peer.mood = 'well';
});
afterAll(() => peer.close());

let phones = 13_700_000_000;

async function begun(shop: TestShop, provider: 'aliyun' | 'tencent' = 'aliyun') {
  const advisor = await shop.employee('advisor');
  const owner = await shop.employee('owner');
  const phone = String(phones++);
  const { id: customerId } = await advisor.call(customerRoutes.add, {
    body: { name: '王丽', phone },
  });
  const params = { customerId };
  const settings = {
    ...{ provider, endpoint, keyId, appId: '1400006666', region: 'ap-guangzhou' },
    ...{ signature: '景明汽修', priceLi: 45 },
  };
  const setUp = (more: object = {}) =>
    owner.call(smsRoutes.setUpSms, { body: { ...settings, secret, ...more } });
  const send = (
    body = '王丽女士，粤A12345该保养了',
    purpose: 'service' | 'marketing' = 'service',
  ) =>
    shop.write((work) =>
      queueMessage(work, {
        ...{ customerId, channel: 'sms', purpose, template: '保养提醒 · 1', body, address: phone },
        made: {
          ...{ templateId: null, providerTemplate: 'SMS_100', providerSignature: '' },
          templateValues: [
            ['salutation', '王丽女士'],
            ['plate', '粤A12345'],
          ],
        },
      }),
    );
  const thread = async () => (await advisor.call(routes.thread, { params })).items;
  const callback = async (body: unknown, url?: string) => {
    const { sms } = await owner.call(smsRoutes.sms, {});
    const { pathname } = new URL(url ?? sms!.callbackUrl);
    return shop.http.inject({
      method: 'POST',
      url: pathname,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
  };
  const received = () => peer.taken.filter((one) => one.phone.endsWith(phone));
  return { advisor, owner, phone, params, settings, setUp, send, thread, callback, received };
}

plain('CAR-01 requests are signed exactly as the examples in the providers’ documents', () => {
  const aliyun = signedForAliyun(
    { keyId: 'YourAccessKeyId', secret: 'YourAccessKeySecret' },
    {
      ...{ host: 'ecs.cn-shanghai.aliyuncs.com', action: 'RunInstances', version: '2014-05-26' },
      query: {
        ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
        RegionId: 'cn-shanghai',
      },
      ...{ at: new Date('2023-10-26T10:22:32Z'), nonce: '3156853299f313e23d1673dc12e1703d' },
    },
  );
  expect(aliyun.headers.authorization).toMatch(
    /Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0$/,
  );
  const hidden = '*'.repeat(32);
  const tencent = signedForTencent(
    { keyId: `AKID${hidden}`, secret: hidden },
    {
      ...{ host: 'cvm.tencentcloudapi.com', service: 'cvm', action: 'DescribeInstances' },
      ...{ version: '2017-03-12', region: 'ap-guangzhou', at: new Date(1_551_113_065_000) },
      body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
    },
  );
  expect(tencent.headers.authorization).toMatch(
    /Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f$/,
  );
});

test('CAR-01 a text message leaves by Alibaba Cloud, signed, once, with its template, values and cost', async ({
  shop,
}) => {
  const { setUp, send, thread, received } = await begun(shop);
  await setUp();
  const { id } = await send();
  await shop.settle();
  await shop.settle();
  expect(received()).toMatchObject([
    {
      ...{ action: 'aliyun', template: 'SMS_100', signature: '景明汽修', outId: id },
      values: { salutation: '王丽女士', plate: '粤A12345' },
    },
  ]);
  expect(await thread()).toMatchObject([{ state: 'sent', costLi: 45, delivery: '' }]);
});

test('CAR-01 and by Tencent Cloud, by its own signature, the values in their order', async ({
  shop,
}) => {
  const { phone, setUp, send, thread, received } = await begun(shop, 'tencent');
  await setUp();
  const { id } = await send('长'.repeat(71));
  await shop.settle();
  expect(received()).toMatchObject([
    {
      ...{ action: 'tencent 1400006666', phone: `+86${phone}`, outId: id },
      values: ['王丽女士', '粤A12345'],
    },
  ]);
  expect(await thread()).toMatchObject([{ state: 'sent', costLi: 90 }]);
});

test('CAR-01 a wrong key or a busy provider is tried again; a number that is none has failed', async ({
  shop,
}) => {
  const { setUp, send, thread, received } = await begun(shop);
  await setUp({ secret: '别的口令' });
  await send();
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'queued', attempts: 1 }]);
  await setUp();
  peer.mood = 'busy';
  await shop.forward(0.05);
  expect(await thread()).toMatchObject([{ state: 'queued', attempts: 2 }]);
  peer.mood = 'well';
  await shop.forward(0.1);
  expect(await thread()).toMatchObject([{ state: 'sent' }]);
  expect(received()).toHaveLength(1);
  peer.mood = 'refuses';
  await send();
  await shop.settle();
  expect((await thread())[0]).toMatchObject({ state: 'failed', waitingFor: 'undeliverable' });
});

test('CAR-01 no answer: nothing is sent a second time; the provider is asked, and says it has it', async ({
  shop,
}) => {
  const { setUp, send, thread, received } = await begun(shop);
  await setUp();
  peer.mood = 'silent';
  await send();
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'unknown' }]);
  peer.mood = 'well';
  await shop.forward(0.05);
  expect(await thread()).toMatchObject([{ state: 'sent', costLi: 45 }]);
  expect(received()).toHaveLength(1);
});

test('CAR-01 what the provider never saw stays unknown until a person sends it again', async ({
  shop,
}) => {
  const { advisor, setUp, send, thread, received } = await begun(shop);
  await setUp();
  peer.mood = 'lost';
  const { id: messageId } = await send();
  await shop.settle();
  peer.mood = 'well';
  await shop.forward(6);
  expect(await thread()).toMatchObject([
    { state: 'unknown', steps: [{ step: 'retry', allowed: true }] },
  ]);
  expect(received()).toEqual([]);
  await advisor.call(routes.retry, { params: { messageId } });
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'sent' }]);
  expect(received()).toHaveLength(1);
});

test('CAR-01 who dies while he carries a text message leaves it unknown, not sent twice', async ({
  shop,
}) => {
  const { setUp, send, thread, received } = await begun(shop);
  const { id } = await send();
  await shop.settle();
  await shop.write((work) =>
    work.update(
      'outbox',
      { id },
      { lastError: 'under way', nextTryAt: new Date(work.now.getTime() + 60_000) },
    ),
  );
  await setUp();
  await shop.settle();
  expect(received()).toEqual([]);
  expect(await thread()).toMatchObject([{ state: 'queued' }]);
  await shop.forward(0.05);
  await setUp();
  await shop.settle();
  expect(received()).toEqual([]);
  expect(await thread()).toMatchObject([{ state: 'unknown' }]);
});

test('CAR-01 what was written by hand is not sent by a provider that knows only templates', async ({
  shop,
}) => {
  const { advisor, params, setUp, thread } = await begun(shop);
  await setUp();
  const body = { channel: 'sms', purpose: 'service', body: '请来取车' } as const;
  await advisor.call(routes.send, { params, body });
  await shop.settle();
  expect(await thread()).toMatchObject([{ state: 'failed', waitingFor: 'no_template' }]);
});

test('CAR-01 reports say whether it arrived, once, however often they come', async ({ shop }) => {
  const { phone, setUp, send, thread, callback } = await begun(shop);
  await setUp();
  const { id } = await send();
  await shop.settle();
  const report = (success: boolean) => [
    {
      ...{ phone_number: phone, success, err_code: 'MOBILE_OFF', err_msg: '关机' },
      ...{ biz_id: 'any', out_id: id, send_time: '2026-11-21 16:00:00', sms_size: '1' },
    },
  ];
  expect((await callback(report(false))).json()).toMatchObject({ code: 0, result: 0 });
  await callback(report(false));
  await callback(report(true));
  expect(await thread()).toMatchObject([{ state: 'sent', delivery: 'lost' }]);
  const { owner } = await begun(shop);
  const { sms } = await owner.call(smsRoutes.sms, {});
  const made = sms!.callbackUrl.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
  expect((await callback(report(true), made)).statusCode).toBe(404);
});

test('CAR-06 a reply comes into the thread of whom we wrote to, once; 退订 ends advertising at once', async ({
  shop,
}) => {
  const { advisor, params, phone, setUp, send, thread, callback } = await begun(shop);
  await setUp();
  await advisor.call(customerRoutes.recordConsent, {
    params,
    body: { purpose: 'marketing', channel: 'any', given: true, evidence: '签字' },
  });
  await shop.forward(0.01);
  await send('检测八折，拒收请回复R', 'marketing');
  await shop.forward(0.01);
  const reply = (content: string, sequence_id: number) => [
    { phone_number: `86${phone}`, content, send_time: '2026-11-21 16:05:00', sequence_id },
  ];
  await callback(reply('几点关门？', 1));
  const replies = await Promise.all([
    callback(reply('几点关门？', 1)),
    callback(reply('几点关门？', 1)),
  ]);
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  const [first, ...rest] = await thread();
  expect(first).toMatchObject({ direction: 'in', state: 'received', body: '几点关门？' });
  expect(rest).toHaveLength(1);
  await shop.forward(0.01);
  await callback(reply('退订', 2));
  const { consents } = await advisor.call(customerRoutes.read, { params });
  expect(consents).toContainEqual(
    expect.objectContaining({ given: false, evidence: expect.stringContaining('退订') }),
  );
  await shop.forward(0.01);
  const { id } = await send('检测八折，拒收请回复R', 'marketing');
  expect(await thread()).toContainEqual(
    expect.objectContaining({ id, state: 'held', waitingFor: 'no_consent' }),
  );
  // Of whom we do not know nothing is kept.
  const strange = [{ mobile: '13999999999', text: 'TD', time: '1', nationcode: '86' }];
  expect((await callback(strange)).statusCode).toBe(200);
});

test('D-70 the secret of a provider is sealed, never shown, and belongs to its address', async ({
  shop,
}) => {
  const { advisor, owner, settings, setUp } = await begun(shop);
  expect(await setUp()).toMatchObject({ ...settings, hasSecret: true });
  expect(JSON.stringify(await owner.call(smsRoutes.sms, {}))).not.toContain(secret);
  expect(await owner.call(smsRoutes.setUpSms, { body: settings })).toMatchObject({
    hasSecret: true,
  });
  const elsewhere = { ...settings, endpoint: 'https://sms.example.com' };
  const moved = await owner.call(smsRoutes.setUpSms, { body: elsewhere });
  expect(moved.hasSecret).toBe(false);
  const inside = { ...settings, endpoint: 'http://10.0.0.8' };
  await expect(owner.call(smsRoutes.setUpSms, { body: inside })).rejects.toMatchObject({
    code: 'sms_endpoint',
  });
  await expect(advisor.call(smsRoutes.sms, {})).rejects.toMatchObject({ status: 403 });
});

test('CAR-01 a provider is tried with one message, and its refusal is told in its own words', async ({
  shop,
}) => {
  const { owner, setUp, received, phone } = await begun(shop);
  const body = { phone, providerTemplate: 'SMS_100', values: ['王丽'] };
  const attempt = () => owner.call(smsRoutes.testSms, { body });
  await expect(attempt()).rejects.toMatchObject({ code: 'sms_not_set_up' });
  await setUp();
  expect(await attempt()).toEqual({ isTaken: true });
  expect(received()).toHaveLength(1);
  peer.mood = 'refuses';
  await expect(attempt()).rejects.toMatchObject({
    code: 'sms_refused',
    detail: expect.stringContaining('isv.MOBILE_NUMBER_ILLEGAL'),
  });
});

plain('CAR-06 what providers post is read; what is neither report nor reply is left aside', () => {
  const { reports, replies } = readSaid([
    { sid: '2019:1', report_status: 'FAIL', errmsg: 'user is black', mobile: '13800138000' },
    { mobile: '13800138000', nationcode: '86', text: ' td ', sign: '景明', time: 1_476_686_400 },
    { phone_number: '+8613800138000', content: '好', sequence_id: 7 },
    null,
    'x',
    { a: 1 },
  ]);
  expect(reports).toEqual([
    { providerId: '2019:1', messageId: '', isArrived: false, note: 'user is black' },
  ]);
  expect(replies.map(({ phone, text }) => `${phone}${text}`)).toEqual([
    '13800138000 td ',
    '13800138000好',
  ]);
  expect(['TD', ' td。', '退订', 'Ｒ', 'T'].map(isOptOut)).toEqual(Array(5).fill(true));
  expect(['退订后还能来吗', '好', ''].map(isOptOut)).toEqual([false, false, false]);
});
