import { describe, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { smsRoutes } from '#modules/messages/contract.ts';
import { keyId, SmsPeer, secret } from '#modules/messages/server/sms-peer.fixture.ts';
import { rightsRoutes } from '#modules/privacy/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { statement } from '#platform/sql.ts';
import { test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { dataLinkRoutes } from '../contract.ts';
import { linked } from './mine.fixture.ts';

const consentsOf = statement<
  { purpose: string; channel: string; given: boolean; evidence: string },
  { customerId: string }
>(
  'test.consentsByLink',
  `select purpose, channel, given, evidence from consents
    where tenant_id = :tenant and customer_id = :customerId order by at`,
);

describe('my data', () => {
  test('ARC-10 D-40 before the digits of the telephone a link tells nothing of the person', async ({
    shop,
  }) => {
    const { asking, visit } = await linked(shop);
    const before = await asking('read');
    expect(before).toMatchObject({ status: 200, isProved: false, cars: [], kept: [], name: '' });
    expect(before.text).not.toContain(visit.order.plate);
    for (const [name, body] of [
      ['consent', { purpose: 'marketing', given: true }],
      ['ask', { kind: 'copy', wish: '给我一份' }],
    ] as const) {
      expect(await asking(name, body)).toMatchObject({ status: 403, code: 'link_code_needed' });
    }
    expect((await asking('prove', { code: '0001' })).code).toBe('link_code_wrong');
  });

  test('CAR-07 ARC-10 after them: his cars with visits, what is kept, who looked', async ({
    shop,
  }) => {
    const { asking, visit, owner, params } = await linked(shop);
    await owner.call(customerRoutes.reveal, { params, body: { reason: 'contact' } });
    const mine = await asking('prove', { code: '8000' });
    expect(mine).toMatchObject({ status: 200, isProved: true, rightsDays: 15 });
    expect(mine.cars).toMatchObject([
      { plate: visit.order.plate, visits: [{ number: visit.order.number }] },
    ]);
    expect(mine.cars[0].visits[0].jobs.length).toBeGreaterThan(0);
    const named = (mine.kept as { what: string }[]).map(({ what }) => what);
    expect(named).toEqual(expect.arrayContaining(['客户资料', '车辆', '工单']));
    expect(mine.readings).toMatchObject([{ month: '2026-11', times: 1 }]);
    expect(mine.text).not.toContain(owner.name);
  });

  test('CAR-07 D-40 who keeps the file sees the page beforehand; who may not hand it out does not', async ({
    shop,
  }) => {
    const { asking, owner, params, visit } = await linked(shop);
    const { status: _, text: __, ...proved } = await asking('prove', { code: '8000' });
    const seen = await owner.call(dataLinkRoutes.preview, { params });
    expect(seen).toEqual(proved);
    expect(seen.cars).toMatchObject([{ plate: visit.order.plate }]);
    const advisor = await shop.employee('advisor');
    const refused = advisor.call(dataLinkRoutes.preview, { params });
    await expect(refused).rejects.toMatchObject({ status: 403 });
  });

  test('ARC-10 a kind of message is switched at once, and it stands on record as his own word', async ({
    shop,
  }) => {
    const { asking, params } = await linked(shop);
    const mine = await asking('prove', { code: '8000' });
    expect(mine.consents).toMatchObject([
      { purpose: 'service', isOn: true, since: null },
      { purpose: 'marketing', isOn: false },
      { purpose: 'sharing', isOn: false },
    ]);
    const after = await asking('consent', { purpose: 'service', given: false });
    expect(after.consents[0]).toMatchObject({ purpose: 'service', isOn: false });
    expect(await shop.reading.rows(consentsOf, params)).toEqual([
      {
        ...{ purpose: 'service', channel: 'any', given: false },
        evidence: '客户本人通过链接操作，已核对手机尾号',
      },
    ]);
  });

  test('ARC-10 PIPL 45 47 what he asks for is a request with its clock, once', async ({ shop }) => {
    const { asking, owner, params } = await linked(shop);
    await asking('prove', { code: '8000' });
    const asked = await asking('ask', { kind: 'deletion', wish: '车卖了，请删掉我的资料' });
    expect(asked).toMatchObject({ status: 201, requests: [{ kind: 'deletion', state: 'open' }] });
    const { items } = await owner.call(rightsRoutes.list, { query: params });
    expect(items).toMatchObject([
      { channel: 'link', identityBy: 'linkCode', wish: '车卖了，请删掉我的资料', termDays: 15 },
    ]);
    const again = await asking('ask', { kind: 'deletion', wish: '再说一遍' });
    expect(again).toMatchObject({ status: 409, code: 'request_open_already' });
    expect(again.text).not.toContain('再说一遍');
  });

  test('D-40 a link to one person opens nobody else, and no sister shop makes one', async ({
    shop,
  }) => {
    const [north, south] = await sisterShops(shop);
    const { asking, params } = await linked(north);
    await asking('prove', { code: '8000' });
    const other = await Visit.begin(north, '粤B90001');
    expect((await asking('read', undefined, other.customerId)).status).toBe(404);
    const there = await south.employee('owner');
    const made = there.call(dataLinkRoutes.makeLink, { params, body: {} });
    await expect(made).rejects.toMatchObject({ status: 404 });
    const technician = await north.employee('technician');
    const unfit = technician.call(dataLinkRoutes.makeLink, { params, body: {} });
    await expect(unfit).rejects.toMatchObject({ status: 403 });
  });
});

test('ARC-10 D-40 where codes can be sent nothing of him is shown before one, and it is his proof', async ({
  shop,
}) => {
  const peer = new SmsPeer();
  try {
    const endpoint = await peer.open();
    const { asking, owner } = await linked(shop);
    const settings = { provider: 'aliyun' as const, endpoint, keyId, secret, appId: '' };
    const words = { region: '', signature: '景明汽修', priceLi: 45, codeTemplate: 'SMS_777' };
    await owner.call(smsRoutes.setUpSms, { body: { ...settings, ...words } });
    expect(await asking('read')).toMatchObject({ isProved: false, needsMessage: true, kept: [] });
    // The digits are known to others than him.
    expect(await asking('prove', { code: '8000' })).toMatchObject({ isProved: false, name: '' });
    expect(await asking('consent', { purpose: 'marketing', given: true })).toMatchObject({
      ...{ status: 403, code: 'link_message_needed' },
    });
    expect((await asking('sendCode')).sentTo).toBe('138****8000');
    const { code } = peer.taken[0]!.values as { code: string };
    expect(await asking('confirm', { code })).toMatchObject({ isProved: true, name: '欧阳思远' });
    expect(await asking('read')).toMatchObject({ isProved: true, needsMessage: false });
    await asking('ask', { kind: 'copy', wish: '给我一份' });
    const { items } = await owner.call(rightsRoutes.list, { query: { state: 'open' } });
    expect(items).toMatchObject([{ channel: 'link', identityBy: 'messageCode' }]);
  } finally {
    await peer.close();
  }
});
