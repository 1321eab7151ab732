import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { clockRoutes, dispatchRoutes, guideRoutes } from '#modules/job-clock/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type Caller, enter, enterOnScreen, owner, siteForThisFile, walk } from './support.ts';

const technician = { username: 'chenzhiqiang', password: '工具柜第三层的扳手' };
const plate = '鄂A12345';
const place = { orderId: '' };

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '陈志强', post: '机电技师', roleKeys: ['technician'], ...technician },
  });
  await approvedOrder(call);
  const operation =
    '1. 举升到位，锁止。\n2. 拆车轮，量摩擦片厚度。\n3. 导向销涂润滑脂，按 35 N·m 拧紧。';
  const safety = '车下作业先锁举升机。制动液不能入眼。';
  const guide = { jobWords: '制动', operation, safety, certificate: '' };
  await call(guideRoutes.addGuide, { body: guide });
});

/** A car whose two jobs the customer has agreed to; it is promised for the afternoon. */
async function approvedOrder(call: Caller): Promise<void> {
  const { vehicleId } = await call(vehicleRoutes.arrive, {
    body: {
      plate,
      model: '大众 帕萨特',
      mileageKm: 42_000,
      customerName: '单小红',
      phone: '13871234567',
    },
  });
  const promisedAt = new Date(Date.now() + 3 * 3_600_000).toISOString();
  const { id: orderId } = await call(serviceOrderRoutes.receive, {
    body: {
      vehicleId,
      customerWords: '刹车时有尖叫声，方向盘有点抖',
      mileageKm: 42_100,
      promisedAt,
    },
  });
  place.orderId = orderId;
  const params = { orderId };
  const body = { methods: ['look' as const], findings: [], grade: 'minor' as const };
  await call(serviceOrderRoutes.inspect, { params, body });
  const { lines } = await call(serviceOrderRoutes.estimate, {
    params,
    body: {
      lines: [
        { description: '更换前制动摩擦片', standardMinutes: 60, labourFen: 12_000 },
        { description: '四轮动平衡', standardMinutes: 40, labourFen: 8_000 },
      ],
    },
  });
  const answers = lines.map(({ id }) => ({ lineId: id, answer: 'approved' as const }));
  const answered = { answers, answeredBy: '单小红', how: 'inPerson' as const };
  await call(serviceOrderRoutes.approve, { params, body: answered });
}

const line = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('WSH-11 a job is given at the desk, clocked on the phone, also without a network, and on the wall', async () => {
  await walk(site(), 'desk', async (desk, picture) => {
    await enter(desk, owner.username, owner.password);
    await desk.goto('/dispatch');
    await walk(site(), 'phone', async (phone, take) => {
      await enterOnScreen(phone, technician.username, technician.password);
      await phone.getByRole('heading', { name: '我的活' }).waitFor();
      await phone.getByRole('button', { name: '上班', exact: true }).click();
      await desk.getByText('在班', { exact: true }).waitFor();
      await desk.getByRole('option').first().click();
      await desk.keyboard.press('1');
      await desk.getByRole('option').first().getByText('陈志强').waitFor();
      await picture('dispatch');
      // Neither screen is loaded anew.
      await line(phone, '更换前制动摩擦片').getByRole('button', { name: '开工' }).click();
      await phone.getByLabel('车牌后四位').fill('2346');
      await phone.getByRole('button', { name: '核对无误，开工' }).click();
      await phone.getByText('不是这辆车').waitFor();
      await take('job-clock-wrong-plate');
      await phone.getByLabel('车牌后四位').fill('2345');
      await phone.getByRole('button', { name: '核对无误，开工' }).click();
      await line(phone, '更换前制动摩擦片').getByRole('button', { name: '完工' }).waitFor();
      await take('job-clock-running');
      const atDesk = desk.getByRole('article', { name: '陈志强' });
      await atDesk.getByText('更换前制动摩擦片').waitFor();
      await withoutNetwork(phone, take);
      await desk
        .getByRole('option')
        .filter({ hasText: '更换前制动摩擦片' })
        .waitFor({ state: 'detached' });
    });
    await desk.getByRole('button', { name: '陈志强', exact: true }).click();
    await desk.getByText('等工具设备').waitFor();
    await picture('dispatch-day');
    await desk.goto('/workshop/wall');
    await desk.getByText('12345').first().waitFor();
    await picture('wall');
    await desk.goto('/job-hours');
    await desk.getByText('陈志强').first().waitFor();
    await picture('hours');
    await desk.goto('/job-guides');
    await desk.getByText('制动', { exact: true }).waitFor();
    await picture('guides');
    await desk.goto('/board');
    await desk.getByText('1/2', { exact: false }).first().waitFor();
    await picture('board-filter');
  });
  const call = await site().signIn(technician.username, technician.password);
  const { papers } = await call(serviceOrderRoutes.read, { params: { orderId: place.orderId } });
  expect(papers.map(({ kind, contentType }) => [kind, contentType])).toEqual([
    ['photo', 'image/jpeg'],
    ['document', 'audio/wav'],
  ]);
  const mine = await call(clockRoutes.mine, {});
  expect(mine).toMatchObject({ running: null, conflicts: [] });
  const leader = await site().signIn(owner.username, owner.password);
  const { items } = await leader(dispatchRoutes.hours, { query: {} });
  expect(items).toMatchObject([{ name: '陈志强', soldMinutes: 60 }]);
});

/** Under the car there is none: pause, start again, done; all of it arrives by itself. */
async function withoutNetwork(phone: Page, take: (name: string) => Promise<void>): Promise<void> {
  const job = line(phone, '更换前制动摩擦片');
  await phone.context().setOffline(true);
  await job.getByRole('button', { name: '暂停' }).click();
  await phone.getByRole('button', { name: '等工具设备' }).click();
  await job.getByRole('button', { name: '开工' }).click();
  await phone.getByLabel('车牌后四位').fill('2345');
  await phone.getByRole('button', { name: '核对无误，开工' }).click();
  await job.getByRole('button', { name: '完工' }).click();
  await phone.getByText('3 条打卡等网络').waitFor();
  await take('job-clock-offline');
  await foundUnderTheCar(phone, take);
  await phone.context().setOffline(false);
  await phone.getByText('条打卡等网络').waitFor({ state: 'detached' });
  await phone.getByText('存在本机，等待上传').waitFor({ state: 'detached' });
}

/** A photo and a few spoken words, kept on the telephone until there is a line; the sheet may be closed meanwhile. */
async function foundUnderTheCar(phone: Page, take: (name: string) => Promise<void>): Promise<void> {
  await phone.getByRole('button', { name: '报告故障' }).click();
  const sheet = phone.getByRole('dialog');
  const background = '#47606b';
  const photo = sharp({ create: { width: 1600, height: 1200, channels: 3, background } });
  await sheet.getByLabel('拍照').setInputFiles({
    ...{ name: 'IMG_0007.jpg', mimeType: 'image/jpeg' },
    buffer: await photo.jpeg().toBuffer(),
  });
  await sheet.getByText('已加上 1 份').waitFor();
  await sheet.getByRole('button', { name: '录音' }).click();
  await sheet.getByRole('button', { name: '停止 1″' }).waitFor();
  await take('job-clock-voice');
  await sheet.getByRole('button', { name: /^停止/ }).click();
  await sheet.getByText('已加上 2 份').waitFor();
  await phone.keyboard.press('Escape');
  await phone.getByText('2 份照片、录音存在本机').waitFor();
  await take('job-clock-waiting');
}
