import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk } from './support.ts';

const password = '雨后山里的石板路';
const people = {
  inspector: 'chenguodong',
  technician: 'zhangwei',
  advisor: 'linxiaodong',
} as const;
const vehicleIds: string[] = [];

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  for (const [name, role, post] of [
    ['陈国栋', 'inspector', '检验员'],
    ['张伟', 'technician', '技师'],
    ['林晓东', 'advisor', '服务顾问'],
  ] as const) {
    const body = { name, post, roleKeys: [role], username: people[role], password };
    await call(peopleRoutes.addEmployee, { body });
  }
  for (const [plate, customerName, phone] of [
    ['鄂A12345', '单小红', '13871234567'],
    ['鄂A67890', '欧阳思远', '13871234568'],
  ] as const) {
    const { vehicleId } = await call(vehicleRoutes.arrive, {
      body: { plate, customerName, phone, model: '大众 帕萨特', mileageKm: 42_000 },
    });
    vehicleIds.push(vehicleId);
  }
});

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const photo = async () => ({
  name: 'IMG_0002.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#47606b' } })
    .jpeg()
    .toBuffer(),
});

/** A car of the shop, repaired, inspected and settled. */
async function finished(vehicleId: string): Promise<string> {
  const desk = await site().signIn(people.advisor, password);
  const hand = await site().signIn(people.technician, password);
  const inspector = await site().signIn(people.inspector, password);
  const order = await desk(serviceOrderRoutes.receive, {
    body: {
      vehicleId,
      customerWords: '换刹车片',
      mileageKm: 42_300,
      fuelEighths: 5,
      valuables: '行车记录仪、后备箱工具包',
    },
  });
  const params = { orderId: order.id };
  const look = { methods: ['look' as const], findings: [] };
  await desk(serviceOrderRoutes.inspect, { params, body: { ...look, grade: 'minor' } });
  const lines = [{ description: '更换前摩擦片', labourFen: 180_00 }];
  const quoted = await desk(serviceOrderRoutes.estimate, { params, body: { lines } });
  const lineId = quoted.lines[0]!.id;
  await desk(serviceOrderRoutes.approve, {
    params,
    body: { answers: [{ lineId, answer: 'approved' }], answeredBy: '单小红', how: 'phone' },
  });
  await hand(serviceOrderRoutes.start, { params, body: {} });
  await hand(serviceOrderRoutes.markDone, { params: { ...params, lineId }, body: { done: true } });
  await hand(serviceOrderRoutes.selfCheck, { params, body: { passed: true } });
  await hand(serviceOrderRoutes.teamCheck, { params, body: { passed: true } });
  const note = '前 200 公里避免急刹';
  await inspector(serviceOrderRoutes.finalInspect, {
    params,
    body: { ...look, passed: true, note },
  });
  const payments = [{ method: 'wechat' as const, amountFen: 180_00 }];
  await desk(serviceOrderRoutes.settle, {
    params,
    body: { totalFen: 180_00, payments, oldParts: 'return' },
  });
  return order.id;
}

async function draw(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: '客户签字' });
  // What is merely in view may lie under the bar at the bottom.
  await pad.evaluate((place) => place.scrollIntoView({ block: 'center' }));
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 20, { steps: 4 });
  await page.mouse.move(box.x + 200, box.y + 70, { steps: 4 });
  await page.mouse.up();
}

test('WSH-01 WSH-08 by thumb: compared, a difference photographed, told, walked through, signed, delivered', async () => {
  const orderId = await finished(vehicleIds[0]!);
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, people.advisor, password);
    await page.goto(`/service-orders/${orderId}`);
    await press(page, '开始交车核对');
    await page.waitForURL(/delivery-packs\/[0-9a-f-]{36}$/);
    await page.getByText('一、核对车辆').waitFor();
    await picture('delivery-begun');
    await page.getByRole('group', { name: '外观' }).getByRole('button', { name: '有差异' }).click();
    await page.getByLabel('外观 差在哪里').fill('右后门新划痕 4 cm');
    await page.getByText('要拍照').waitFor();
    await page.getByLabel('外观 拍照').setInputFiles(await photo());
    await press(page, '用这张');
    await page.getByAltText('照片 1').waitFor();
    await press(page, '其余全部一致');
    await page.getByText('已保存', { exact: true }).waitFor();
    await picture('delivery-compared');
    await press(page, '核对完成');
    await page.getByText('林晓东 核对完成').waitFor();
    await press(page, '电话');
    await page.getByText('林晓东 已电话通知客户').waitFor();
    await press(page, '其余全部已说明');
    await press(page, '已展示，客户带走');
    await page.getByText('前 200 公里避免急刹').waitFor();
    await page.getByText('已保存', { exact: true }).waitFor();
    await picture('delivery-walked');
    await draw(page);
    await press(page, '签字并交车');
    await page.getByText('单小红 已签字交车').waitFor();
    await picture('delivery-signed');
    const desk = await site().signIn(people.advisor, password);
    expect(await desk(serviceOrderRoutes.read, { params: { orderId } })).toMatchObject({
      state: 'delivered',
      acceptedBy: '单小红',
    });
    await page.goto(`/service-orders/${orderId}`);
    await page.getByText('查看交车单').waitFor();
  });
});

test('WSH-01 at the desk: what was begun keeps the car until it is signed; the house sets its own words', async () => {
  const orderId = await finished(vehicleIds[1]!);
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, people.advisor, password);
    await page.goto(`/service-orders/${orderId}`);
    await page.getByText('先把外观和随车物品与接车时逐项核对').waitFor();
    await picture('delivery-gate');
    await press(page, '开始交车核对');
    await page.waitForURL(/delivery-packs\/[0-9a-f-]{36}$/);
    await page.getByText('一、核对车辆').waitFor();
    await picture('delivery-desk');
    await page.goto(`/service-orders/${orderId}`);
    await page.getByText('继续交车').waitFor();
    expect(await page.getByRole('button', { name: '确认交车' }).count()).toBe(0);
    await picture('delivery-kept');
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto('/settings/deliveries');
    await page.getByLabel('必须签交车单才能交车').check();
    await page.getByLabel('交车前另外核对').fill('钥匙两把\n行驶证');
    await press(page, '保存');
    await page.getByText('已保存').waitFor();
    await page.reload();
    await page.getByText('钥匙两把').waitFor();
    await picture('delivery-rules');
  });
});
