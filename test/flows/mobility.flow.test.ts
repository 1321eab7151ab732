import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { loanCarRoutes, loanRoutes, tripRoutes } from '#modules/mobility/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, siteForThisFile, walk } from './support.ts';

const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
const driver = { username: 'zhangwei', password: '雨后山里的石板路' };
let vehicleId = '';
const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  for (const [name, role, post, person] of [
    ['林晓东', 'advisor', '服务顾问', advisor],
    ['张伟', 'technician', '技师', driver],
  ] as const) {
    await call(peopleRoutes.addEmployee, { body: { name, post, roleKeys: [role], ...person } });
  }
  ({ vehicleId } = await call(vehicleRoutes.arrive, {
    body: {
      ...{ plate: '鄂A12345', customerName: '单小红', phone: '13871234567' },
      ...{ model: '大众 帕萨特', mileageKm: 42_000 },
    },
  }));
  const papers = { inspectionUntil: '2030-11-30', insuranceUntil: '2030-10-31' };
  await call(loanCarRoutes.add, {
    body: { plate: '鄂A88001', model: '卡罗拉', mileageKm: 20_000, ...papers },
  });
});

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
async function sign(page: Page) {
  const pad = page.locator('canvas').last();
  await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 4, { steps: 5 });
  await page.mouse.move(box.x + box.width - 40, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
}
const photo = async () => ({
  name: 'IMG_0003.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#47606b' } })
    .jpeg()
    .toBuffer(),
});

test('WSH-13 the desk arranges a pick-up by keyboard; its driver goes it by thumb until the car stands in the shop', async () => {
  let tripId = '';
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, advisor.username, advisor.password);
    await page.goto('/trips');
    await page.getByText('现在没有外出任务').waitFor();
    await picture('trips-empty');
    await page.keyboard.press('n');
    await page.getByLabel('查车牌、客户').fill('12345');
    await page.getByRole('button', { name: '单小红' }).waitFor();
    await page.getByLabel('查车牌、客户').press('Enter');
    await page.getByRole('button', { name: '换一辆' }).waitFor();
    await page.getByLabel('地点').fill('武汉市洪山区珞喻路 1037 号 地下二层 B203');
    await page.getByLabel('现场联系人').fill('单小红');
    await page.getByLabel('要办的事').fill('六万公里保养，顺便看看刹车');
    await picture('trip-new');
    await page.getByLabel('地点').press('Control+Enter');
    await page.waitForURL(/trips\/[0-9a-f-]{36}$/);
    tripId = page.url().split('/').at(-1)!;
    await page.getByRole('heading', { name: '安排的事' }).waitFor();
    await page.locator('.trip-steps').getByText('派人').waitFor();
    await page.keyboard.press('a');
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('combobox').click();
    await page.getByTitle('张伟').last().click();
    await sheet.getByRole('button', { name: '保存' }).click();
    await page.getByText('已派', { exact: true }).waitFor();
    await picture('trip-assigned');
    await page.getByRole('button', { name: /改地址或要求/ }).waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('要办的事').fill('六万公里保养，看看刹车，钥匙在前台');
    await picture('trip-change');
    await page.getByLabel('要办的事').press('Tab');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('钥匙在前台').waitFor();
    await page.goto('/trips');
    await page.getByRole('list', { name: '已派' }).getByText('张伟').waitFor();
    await picture('trips-board');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, driver.username, driver.password);
    await page.goto('/trips/mine');
    await page.getByRole('list', { name: '我的外出' }).getByRole('link').click();
    await page.getByText('珞喻路 1037 号').waitFor();
    await picture('trip-mine');
    await press(page, '出发');
    await press(page, '到了');
    await page.getByLabel('里程（公里）').fill('42260');
    await page.getByLabel('损伤、随车物品').fill('右前轮毂刮伤');
    await page.context().setOffline(true);
    await page.getByLabel('拍照').setInputFiles(await photo());
    await press(page, '用这张');
    await page.getByText('1 张照片存在本机').waitFor();
    await picture('trip-photo-waits');
    await page.context().setOffline(false);
    await page.getByAltText('照片 1').waitFor();
    await sign(page);
    await picture('trip-take-over');
    await press(page, '确认交接');
    await page.getByText('已接到车').waitFor();
    await page.getByLabel('里程（公里）').fill('42275');
    await press(page, '确认交接');
    await page.getByText('已完成').waitFor();
    await picture('trip-done');
    const desk = await site().signIn(advisor.username, advisor.password);
    const trip = await desk(tripRoutes.one, { params: { tripId } });
    expect(trip).toMatchObject({
      state: 'done',
      handovers: [{ mileageKm: 42_260, note: '右前轮毂刮伤' }, { mileageKm: 42_275 }],
    });
  });
});

test('WSH-13 a loan car is lent from the order, and comes back', async () => {
  const desk = await site().signIn(advisor.username, advisor.password);
  const order = await desk(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '六万公里保养', mileageKm: 42_300 },
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, advisor.username, advisor.password);
    await page.goto('/loan-cars');
    await page.getByText('可借').waitFor();
    await picture('loan-cars');
    await page.goto(`/service-orders/${order.id}`);
    await press(page, '借代步车');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('代步车').click();
    await page.getByTitle('鄂A88001 卡罗拉').last().click();
    await sheet.getByLabel('6/8').check();
    await sheet.getByLabel('驾驶证有效期至').fill('2030-05-01');
    await sheet.getByLabel('已查验驾驶证原件').check();
    await sign(page);
    await picture('loan-lend');
    await sheet.getByRole('button', { name: '借出', exact: true }).click();
    const link = page.getByRole('link', { name: '代步车 鄂A88001' });
    await link.waitFor();
    await picture('loan-of-order');
    await link.click();
    await page.getByText('借出中').waitFor();
    await picture('loan');
  });
  const { items } = await desk(loanRoutes.list, { query: { orderId: order.id } });
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, advisor.username, advisor.password);
    await page.goto(`/loans/${items[0]!.id}`);
    await press(page, '归还');
    await page.getByLabel('里程（公里）').fill('20180');
    await page.getByLabel('5/8').check();
    await page.getByLabel('客户承担费用（元）').fill('80');
    await page.getByLabel('费用原因').fill('补油');
    await picture('loan-back');
    await page.getByRole('button', { name: '归还', exact: true }).last().click();
    await page.getByText('已归还').waitFor();
    await picture('loan-returned');
    const loan = await desk(loanRoutes.one, { params: { loanId: items[0]!.id } });
    expect(loan).toMatchObject({ state: 'returned', costFen: 80_00 });
  });
});
