import { afterAll, beforeAll, expect } from 'vitest';
import { briefRoutes, campaignReportRoutes } from '#modules/briefs/contract.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { smsRoutes } from '#modules/messages/contract.ts';
import { keyId, SmsPeer, secret } from '#modules/messages/server/sms-peer.fixture.ts';
import { visited } from '#modules/segments/server/segments.fixture.ts';
import type { BodyOf } from '#shared/route.ts';
import { readPdf } from '#test/pdf.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { type CampaignResult, campaignRoutes as campaigns, resultRoutes } from '../contract.ts';
import { campaignTemplate, everybody } from './campaigns.fixture.ts';

const peer = new SmsPeer();
let endpoint = '';
beforeAll(async () => {
  endpoint = await peer.open();
});
afterAll(() => peer.close());

/** A house that sends, with customers who agree to offers unless said otherwise. */
async function house(shop: TestShop) {
  const writer = await shop.employee('supervisor');
  const boss = await shop.employee('owner');
  const provider = {
    provider: 'aliyun',
    endpoint,
    keyId,
    appId: '',
    region: 'cn-hangzhou',
  } as const;
  const more = { signature: '景明汽修', priceLi: 45, secret };
  await boss.call(smsRoutes.setUpSms, { body: { ...provider, ...more } });
  const templateId = await campaignTemplate(writer, { providerTemplate: 'SMS_1001' });
  let phones = 13_800_138_000;
  const customer = async (name: string, agrees = true) => {
    const made = await visited(shop, writer, name, [{ daysAgo: 90, fen: 50_000 }]);
    const params = { customerId: made.customerId };
    const { version } = await boss.call(customerRoutes.read, { params });
    phones += 1;
    await boss.call(customerRoutes.change, { params, body: { phone: `${phones}` } }, { version });
    const said = { purpose: 'marketing', channel: 'any', evidence: '进厂登记表签字' } as const;
    if (agrees)
      await boss.call(customerRoutes.recordConsent, { params, body: { ...said, given: true } });
    return made;
  };
  const started = async (body: Partial<BodyOf<typeof campaigns.write>> = {}) => {
    const { id: campaignId } = await writer.call(campaigns.write, {
      body: {
        ...{ kind: 'offer', name: '冬季检测优惠', content: '空调免费检测', event: null },
        ...{ segmentId: await everybody(writer), templateId, way: 'message', ...body },
      },
    });
    const params = { campaignId };
    await writer.call(campaigns.examine, { params });
    await shop.settle();
    await boss.call(campaigns.approve, { params });
    await boss.call(campaigns.start, { params });
    await shop.settle();
    return params;
  };
  return { writer, boss, customer, started };
}

let numbers = 0;
/** A visit as it stands on file, some hours from now. */
const comes = (
  advisor: TestEmployee,
  { customerId, vehicleId }: { customerId: string; vehicleId: string },
  {
    hours,
    fen = 0,
    state = 'delivered',
  }: { hours: number; fen?: number; state?: 'delivered' | 'cancelled' },
) =>
  advisor.shop.write(async (work) => {
    const at = new Date(advisor.shop.now.getTime() + hours * 3_600_000);
    numbers += 1;
    await work.insert('serviceOrders', {
      ...{ customerId, vehicleId, state, number: `GD-R-${numbers}`, customerWords: '检测' },
      ...{ advisorId: advisor.id, mileageKm: 42_000, stateSince: at, receivedAt: at },
      ...(fen > 0 && { approvedFen: fen, settledFen: fen }),
    });
  });

const sideOf = (result: CampaignResult, which: string) =>
  result.sides.find(({ side }) => side === which);
const cell = (result: CampaignResult, which: string, figure: string) =>
  sideOf(result, which)?.cells.find((each) => each.figure === figure);

test('FUP-12 who was reached and came afterwards counts with what he paid; what was before, cancelled or too late does not', async ({
  shop,
}) => {
  const { writer, customer, started } = await house(shop);
  const [wang, li, zhao, qian] = [
    await customer('王丽'),
    await customer('李强'),
    await customer('赵敏'),
    await customer('钱多', false),
  ];
  const params = await started({ resultDays: 10 });
  await comes(writer, wang, { hours: 30, fen: 88_000 });
  await comes(writer, wang, { hours: 60, fen: 12_000 });
  await comes(writer, li, { hours: -30, fen: 70_000 });
  await comes(writer, li, { hours: 31, state: 'cancelled' });
  await comes(writer, zhao, { hours: 24 * 12, fen: 40_000 });
  await comes(writer, qian, { hours: 33, fen: 30_000 });
  const result = await writer.call(resultRoutes.show, { params });
  expect(result.customers).toBe(4);
  expect(sideOf(result, 'reached')?.customers).toBe(3);
  expect(cell(result, 'reached', 'came')).toMatchObject({ customers: 1 });
  expect(cell(result, 'reached', 'spent')).toMatchObject({ customers: 1, fen: 100_000 });
  expect(cell(result, 'leftOut', 'came')).toMatchObject({ customers: 1 });
  expect(result.leftOut).toEqual([{ reason: 'no_consent', customers: 1 }]);
  expect(result.rounds).toMatchObject([{ way: 'message', told: 3, reached: { customers: 3 } }]);
  const spent = { campaignId: params.campaignId, figure: 'spent', side: 'reached' } as const;
  const first = await writer.call(resultRoutes.list, { query: { ...spent, limit: 1 } });
  expect(first.items).toMatchObject([{ customerName: '王丽', fen: 12_000 }]);
  const query = { ...spent, limit: 1, cursor: first.nextCursor! };
  const second = await writer.call(resultRoutes.list, { query });
  expect(second.items).toMatchObject([{ aboutType: 'serviceOrder', fen: 88_000 }]);
  const people = { campaignId: params.campaignId, side: 'leftOut' } as const;
  expect((await writer.call(resultRoutes.list, { query: people })).items).toMatchObject([
    { customerName: '钱多', figure: 'people' },
  ]);
});

test('FUP-12 who is held back by draw hears nothing in any round and stands as a group of his own', async ({
  shop,
}) => {
  const { writer, customer, started } = await house(shop);
  for (let at = 0; at < 12; at += 1) await customer(`客户${at}`);
  const params = await started({ heldBackPercent: 50 });
  const result = await writer.call(resultRoutes.show, { params });
  const held = sideOf(result, 'heldBack')?.customers ?? 0;
  const told = result.rounds[0]?.told ?? 0;
  expect(held + told).toBe(12);
  const { rounds, heldBackPercent } = await writer.call(campaigns.one, { params });
  expect(heldBackPercent).toBe(50);
  expect(rounds[0]?.tally).toMatchObject({ sent: told, leftOut: held });
});

test('FUP-12 before it starts there is nothing to count, and another house sees none of it', async ({
  shop,
}) => {
  const { writer } = await house(shop);
  const { id: campaignId } = await writer.call(campaigns.write, {
    body: {
      ...{ kind: 'tip', name: '用车提示', content: '', event: null, templateId: null, way: 'call' },
      segmentId: await everybody(writer),
    },
  });
  const params = { campaignId };
  const early = { status: 409, code: 'campaign_not_started' };
  await expect(writer.call(resultRoutes.show, { params })).rejects.toMatchObject(early);
  await expect(writer.call(campaignReportRoutes.open, { params })).rejects.toMatchObject(early);
  await expect(
    writer.call(resultRoutes.list, { query: { campaignId: crypto.randomUUID() } }),
  ).rejects.toMatchObject({ status: 404 });
});

test('FUP-12 the report of a campaign is drawn up once, finished, signed, and printed with what it counts', async ({
  shop,
}) => {
  const { writer, boss, customer, started } = await house(shop);
  const wang = await customer('王丽');
  await customer('钱多', false);
  const params = await started();
  await comes(writer, wang, { hours: 30, fen: 88_000 });
  const brief = await writer.call(campaignReportRoutes.open, { params });
  expect(brief).toMatchObject({
    grain: 'campaign',
    campaignName: '冬季检测优惠',
    state: 'drafted',
  });
  expect(brief.campaign).toMatchObject({ campaignId: params.campaignId, customers: 2 });
  expect(brief.summary).toContain('告知到 1 位');
  expect(brief.summary).toContain('不能由这些数字说明');
  expect((await boss.call(campaignReportRoutes.open, { params })).id).toBe(brief.id);
  const one = { briefId: brief.id };
  const { version } = await writer.call(
    briefRoutes.write,
    { params: one, body: { plan: '下次先核对电话' } },
    { version: brief.version },
  );
  await comes(writer, wang, { hours: 50, fen: 12_000 });
  const anew = await writer.call(briefRoutes.refresh, { params: one }, { version });
  expect(cell(anew.campaign!, 'reached', 'spent')).toMatchObject({ fen: 100_000 });
  expect(anew.plan).toBe('下次先核对电话');
  await writer.call(briefRoutes.sign, { params: one }, { version: anew.version });
  const { items } = await writer.call(briefRoutes.list, { query: { grain: 'campaign' } });
  expect(items).toMatchObject([{ id: brief.id, state: 'signed' }]);
  const reply = await writer.raw('GET', `/briefs/${brief.id}/print.pdf`);
  expect(reply.statusCode).toBe(200);
  (await import('node:fs')).writeFileSync('/tmp/care-x/report.pdf', reply.rawPayload);
  const text = (await readPdf(reply.rawPayload)).pages.join('');
  for (const words of ['回访总结报告', '冬季检测优惠', '告知到的', '1,000.00', '没有同意营销']) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('王丽');
});

test('FUP-12 once its days are over the report lies there by itself, and the supervisor hears of it', async ({
  shop,
}) => {
  const { writer, customer, started } = await house(shop);
  await customer('王丽');
  const params = await started({ resultDays: 3 });
  const reports = async () =>
    (await writer.call(briefRoutes.list, { query: { grain: 'campaign' } })).items;
  expect(await reports()).toEqual([]);
  await shop.forward(24 * 6);
  expect(await reports()).toMatchObject([{ campaignName: '冬季检测优惠', state: 'drafted' }]);
  const { items } = await writer.call(commitmentRoutes.listNotices, {});
  expect(items.map(({ kind }) => kind)).toContain('briefs.campaignDrafted');
  expect((await writer.call(resultRoutes.show, { params })).isOver).toBe(true);
  await shop.forward(48);
  expect(await reports()).toHaveLength(1);
});
