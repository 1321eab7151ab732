import { expect, test } from 'vitest';
import { PlatformPeer } from '#modules/health-records/server/platform-peer.fixture.ts';
import { serviceOrderRoutes as orders } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type Caller, enter, owner, siteForThisFile, walk } from './support.ts';

const peer = new PlatformPeer();
let call: Caller;
let vehicleId = '';
const site = siteForThisFile(async (given) => {
  call = await given.setUp();
  const car = { plate: '鄂A12345', customerName: '单小红', phone: '13871234567' };
  const arrived = await call(vehicleRoutes.arrive, {
    body: { ...car, model: '大众 帕萨特', mileageKm: 42_000 },
  });
  vehicleId = arrived.vehicleId;
});

/** A car that is settled. */
async function settled(): Promise<string> {
  const received = { vehicleId, customerWords: '保养，电话 13871234567', mileageKm: 42_010 };
  const { id: orderId } = await call(orders.receive, { body: received });
  const params = { orderId };
  const look = { methods: ['look' as const], findings: [] };
  await call(orders.inspect, { params, body: { ...look, grade: 'secondary' } });
  const line = { description: '二级维护', standardMinutes: 90, labourFen: 270_00 };
  const { lines } = await call(orders.estimate, { params, body: { lines: [line] } });
  const lineId = lines[0]!.id;
  const answers = [{ lineId, answer: 'approved' as const }];
  await call(orders.approve, { params, body: { answers, answeredBy: '单小红', how: 'phone' } });
  await call(orders.start, { params, body: {} });
  await call(orders.markDone, { params: { orderId, lineId }, body: { done: true } });
  for (const check of [orders.selfCheck, orders.teamCheck]) {
    await call(check, { params, body: { passed: true } });
  }
  await call(orders.finalInspect, { params, body: { ...look, passed: true } });
  const payments = [{ method: 'cash' as const, amountFen: 270_00 }];
  await call(orders.settle, { params, body: { totalFen: 270_00, payments, oldParts: 'none' } });
  return orderId;
}

test('WSH-15 the health archive is set up, says at the order what is lacking, and has the record once it is mended', async () => {
  const address = await peer.open();
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto('/settings/health-platform');
    await page.getByLabel('登录地址').fill(`${address}/token`);
    await page.getByLabel('上传地址').fill(`${address}/record`);
    await page.getByLabel('企业名称').fill('城东汽车服务中心');
    await page.getByLabel('企业编码').fill('5101000017');
    await page.getByLabel('密码').fill('档案口令-0123');
    await picture('health-platform');
    await page.getByLabel('密码').press('Control+Enter');
    await page.getByRole('button', { name: '试登录' }).click();
    await page.getByText('平台认得本店').waitFor();
    await picture('health-platform-heard');
  });
  const orderId = await settled();
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto(`/service-orders/${orderId}`);
    await page.getByText('资料不全，还没有上传：车架号不全').waitFor();
    await picture('health-lacking');
    await page.goto('/health-records?state=incomplete');
    await page.getByText('车架号不全').first().waitFor();
    await picture('health-list');
  });
  const params = { vehicleId };
  const { version } = await call(vehicleRoutes.read, { params });
  const body = { vin: 'LSVAA49J132047371' };
  await call(vehicleRoutes.change, { params, body }, { version });
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto(`/service-orders/${orderId}`);
    await page.getByRole('button', { name: '核对并上传' }).click();
    await page.getByText('平台已收到').waitFor();
    await page.getByText('往来记录').click();
    await page.getByText('上传成功').waitFor();
    await picture('health-accepted');
    await page.goto('/health-records');
    await page.getByText('已上传').last().waitFor();
    await picture('health-list');
  });
  expect(peer.told).toMatchObject([
    { basicInfo: { vehicleplatenumber: '鄂A12345', faultdescription: '保养，电话 ' } },
  ]);
  await peer.close();
});
