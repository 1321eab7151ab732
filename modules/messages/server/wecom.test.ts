import { afterEach, expect, test as plain } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import type { TestShop } from '#test/shop.ts';
import { test } from '#test/shop.ts';
import { messageRoutes as routes, wecomRoutes } from '../contract.ts';
import { agreed, corpId, openKfid, secret, WecomPeer } from './wecom-peer.fixture.ts';
import { flatXml, openedCall, sealedFor, signatureOf } from './wecom-sealing.ts';

const open: WecomPeer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((peer) => peer.close()));
});

const event = `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><CreateTime>1763600000</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[ENCtoken]]></Token><OpenKfId><![CDATA[${openKfid}]]></OpenKfId></xml>`;

async function begun(shop: TestShop) {
  const peer = new WecomPeer();
  open.push(peer);
  const endpoint = await peer.open();
  const advisor = await shop.employee('advisor');
  const owner = await shop.employee('owner');
  const { id: customerId } = await advisor.call(customerRoutes.add, {
    body: { name: '王丽', phone: '13700000001' },
  });
  const params = { customerId };
  const settings = { endpoint, corpId, openKfid };
  const secrets = { secret, callbackToken: agreed.token, aesKey: agreed.aesKey };
  const setUp = (more: object = {}) =>
    owner.call(wecomRoutes.setUpWecom, { body: { ...settings, ...secrets, ...more } });
  const send = (body = '您的车好了', purpose: 'service' | 'marketing' = 'service') =>
    advisor.call(routes.send, { params, body: { channel: 'wecom', purpose, body } });
  const thread = async () => (await advisor.call(routes.thread, { params })).items;
  const address = async () =>
    new URL((await owner.call(wecomRoutes.wecom, {})).callbackUrl).pathname;
  const callback = async (words = event, by = agreed) => {
    const { query, body } = peer.sealed(words, by);
    const answer = await shop.http.inject({
      method: 'POST',
      url: `${await address()}?${query}`,
      headers: { 'content-type': 'text/xml' },
      payload: body,
    });
    await shop.settle();
    return answer;
  };
  const link = async () => {
    const { url } = await advisor.call(wecomRoutes.link, { params });
    return new URL(url).searchParams.get('scene_param')!;
  };
  const enters = (external_userid: string, scene_param: string) =>
    peer.said.push({
      ...{ msgid: `e${peer.said.length}`, origin: 4, msgtype: 'event' },
      event: { event_type: 'enter_session', open_kfid: openKfid, external_userid, scene_param },
    });
  const says = (external_userid: string, content: string, msgid: string) =>
    peer.said.push({
      msgid,
      open_kfid: openKfid,
      external_userid,
      origin: 3,
      msgtype: 'text',
      text: { content },
    });
  const bound = async (externalUserid = 'wmWangLi') => {
    await setUp();
    enters(externalUserid, await link());
    await callback();
  };
  return {
    ...{ peer, advisor, owner, params, settings, setUp, send, thread, address },
    ...{ callback, link, enters, says, bound },
  };
}

plain('CAR-01 WeCom’s own example of a sealed address check opens', () => {
  const call = {
    signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
    timestamp: '1409659589',
    nonce: '263014780',
    sealed:
      'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
  };
  const example = {
    token: 'QDG6eK',
    aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    corpId: 'wx5823bf96d3bd56c7',
  };
  expect(openedCall(example, call)).toBe('1616140317555161061');
  expect(openedCall({ ...example, corpId: 'wxAnother' }, call)).toBeUndefined();
  expect(openedCall(example, { ...call, nonce: '1' })).toBeUndefined();
});

plain('CAR-01 what is cut, doubled or nested is no callback', () => {
  const sealed = sealedFor(agreed, '好', Buffer.alloc(16)).slice(0, -8);
  const stamp = { timestamp: '1', nonce: '2', sealed };
  const signature = signatureOf(agreed, stamp);
  expect(openedCall(agreed, { ...stamp, signature })).toBeUndefined();
  expect(flatXml('<xml><A><![CDATA[x<y]]></A> <B>1</B></xml>')).toEqual({ A: 'x<y', B: '1' });
  const wrong = [
    '<xml><A>1</A><A>2</A></xml>',
    '<xml><A><B>1</B></A></xml>',
    '<xml><A>&x;</A></xml>',
  ];
  expect([...wrong, '<!DOCTYPE x><xml></xml>', ''].map(flatXml)).toEqual(Array(5).fill(undefined));
});

test('CAR-01 a customer binds himself by his own link; what waited for it goes out once, under our id', async ({
  shop,
}) => {
  const { peer, advisor, params, setUp, send, thread, enters, link, callback } = await begun(shop);
  await setUp();
  expect(await send()).toMatchObject({ state: 'held', waitingFor: 'no_address' });
  enters('wmWangLi', await link());
  expect((await callback()).body).toBe('success');
  expect((await advisor.call(wecomRoutes.binding, { params })).boundAt).not.toBeNull();
  expect(peer.sent).toMatchObject([{ touser: 'wmWangLi', words: '您的车好了' }]);
  const [row] = await thread();
  expect(row).toMatchObject({ state: 'sent', channel: 'wecom' });
  expect(peer.sent[0]!.msgid).toBe(row!.id.replaceAll('-', ''));
});

test('CAR-01 a link binds one person, not a second one; a changed or old one binds nobody', async ({
  shop,
}) => {
  const { peer, enters, link, callback, setUp, send, bound } = await begun(shop);
  await setUp();
  const old = await link();
  await shop.forward(8 * 24);
  enters('wmOld', old);
  enters(
    'wmForged',
    old.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')),
  );
  await callback();
  expect(await send()).toMatchObject({ waitingFor: 'no_address' });
  await bound();
  const { scene_param } = (peer.said.at(-1) as { event: { scene_param: string } }).event;
  enters('wmFriend', scene_param);
  await callback();
  await send('再见');
  await shop.settle();
  expect(peer.sent.map(({ touser }) => touser)).toEqual(['wmWangLi', 'wmWangLi']);
});

test('CAR-01 replies come into the thread page by page, once; 退订 ends advertising', async ({
  shop,
}) => {
  const { advisor, params, says, callback, thread, bound } = await begun(shop);
  await bound();
  says('wmWangLi', '几点关门？', 'm1');
  says('wmStranger', '在吗', 'm2');
  says('wmWangLi', '退订', 'm3');
  await callback();
  await Promise.all([callback(), callback()]);
  expect((await thread()).map(({ direction, body }) => `${direction} ${body}`)).toEqual([
    'in 退订',
    'in 几点关门？',
  ]);
  const { consents } = await advisor.call(customerRoutes.read, { params });
  expect(consents).toContainEqual(
    expect.objectContaining({ given: false, evidence: expect.stringContaining('退订') }),
  );
});

test('CAR-01 a token that ended is renewed; a wrong secret is tried again; five messages are final in plain words', async ({
  shop,
}) => {
  const { peer, bound, setUp, send, thread } = await begun(shop);
  await bound();
  peer.expire();
  await send();
  await shop.settle();
  expect((await thread())[0]).toMatchObject({ state: 'sent' });
  expect(peer.tokens).toBe(2);
  await setUp({ secret: '别的' });
  await send();
  await shop.settle();
  expect((await thread())[0]).toMatchObject({ state: 'queued', attempts: 1 });
  await setUp();
  peer.fails = 95001;
  await shop.forward(0.05);
  expect((await thread())[0]).toMatchObject({ state: 'failed', waitingFor: 'reply_needed' });
});

test('CAR-01 no answer: nothing is sent again by itself; sent again by hand it is the same one', async ({
  shop,
}) => {
  const { peer, advisor, bound, send, thread } = await begun(shop);
  await bound();
  peer.isSilent = true;
  const { id: messageId } = await send();
  await shop.forward(5);
  expect((await thread())[0]).toMatchObject({ state: 'unknown' });
  await advisor.call(routes.retry, { params: { messageId } });
  await shop.settle();
  expect((await thread())[0]).toMatchObject({ state: 'sent' });
  expect(peer.sent).toHaveLength(1);
});

test('CAR-01 a message that WeCom took and could not bring is told as lost', async ({ shop }) => {
  const { peer, bound, send, thread, callback } = await begun(shop);
  await bound();
  const { id } = await send();
  await shop.settle();
  const fail = { event_type: 'msg_send_fail', fail_msgid: id.replaceAll('-', ''), fail_type: 10 };
  peer.said.push({ msgid: 'f1', origin: 4, msgtype: 'event', event: fail });
  await callback();
  expect((await thread())[0]).toMatchObject({ state: 'sent', delivery: 'lost' });
});

test('CAR-01 the address answers WeCom’s check, and nobody who signs or seals otherwise', async ({
  shop,
}) => {
  const { peer, setUp, address, callback, says } = await begun(shop);
  await setUp();
  const { query, sealed } = peer.sealed('5927782489442352469');
  const url = `${await address()}?${query}&echostr=${encodeURIComponent(sealed)}`;
  const good = await shop.http.inject({ url });
  expect([good.statusCode, good.body]).toEqual([200, '5927782489442352469']);
  const forged = await shop.http.inject({ url: url.replace('nonce=n0nce', 'nonce=n1nce') });
  expect(forged.statusCode).toBe(404);
  says('wmWangLi', '好', 'm9');
  const wrong = [
    callback(event, { ...agreed, token: 'another' }),
    callback(event, { ...agreed, corpId: 'ww0000000000000000' }),
    callback('x'.repeat(70_000)),
  ];
  expect((await Promise.all(wrong)).map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
});

test('D-70 the secrets are sealed, never shown, and belong to their address; the check says what WeCom said', async ({
  shop,
}) => {
  const { advisor, owner, settings, setUp } = await begun(shop);
  const check = () => owner.call(wecomRoutes.testWecom, {});
  await expect(check()).rejects.toMatchObject({ code: 'wecom_not_set_up' });
  expect(await setUp()).toMatchObject({ ...settings, hasSecret: true, hasCallback: true });
  expect(await check()).toEqual({ name: '景明汽修客服' });
  const said = JSON.stringify(await owner.call(wecomRoutes.wecom, {}));
  for (const kept of [secret, agreed.token, agreed.aesKey]) expect(said).not.toContain(kept);
  await setUp({ openKfid: 'wkSomebodyElse' });
  await expect(check()).rejects.toMatchObject({ code: 'wecom_no_account' });
  await setUp({ secret: '别的' });
  await expect(check()).rejects.toMatchObject({
    code: 'wecom_refused',
    detail: expect.stringContaining('40001'),
  });
  const elsewhere = { ...settings, endpoint: 'https://wecom.example.com' };
  expect(await owner.call(wecomRoutes.setUpWecom, { body: elsewhere })).toMatchObject({
    ...{ hasSecret: false, hasCallback: false },
  });
  const inside = { ...settings, endpoint: 'http://10.0.0.8' };
  await expect(owner.call(wecomRoutes.setUpWecom, { body: inside })).rejects.toMatchObject({
    code: 'wecom_endpoint',
  });
  await expect(advisor.call(wecomRoutes.wecom, {})).rejects.toMatchObject({ status: 403 });
});
