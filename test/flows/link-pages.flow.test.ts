import { expect, test } from 'vitest';
import { appointmentRoutes, bayRoutes, teamHoursRoutes } from '#modules/appointments/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { orderLinkRoutes, serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { dataLinkRoutes, shopPageRoutes } from '#modules/shop-page/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { pressBy, tabTo, typeInto } from './keys.ts';
import { type Caller, siteForThisFile, walk } from './support.ts';

const place = { orderId: '', order: '', mine: '', shop: '' };
let desk: Caller;
const within = (url: string) => {
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash;
};

const site = siteForThisFile(async (opened) => {
  desk = await opened.setUp();
  const { vehicleId } = await desk(vehicleRoutes.arrive, {
    body: { plate: '鄂A55555', customerName: '单小红', phone: '13871234567', model: '秦PLUS' },
  });
  const { ownerId } = await desk(vehicleRoutes.read, { params: { vehicleId } });
  const { id: orderId } = await desk(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '过坎时右前有响声', mileageKm: 42_300 },
  });
  const params = { orderId };
  await desk(serviceOrderRoutes.inspect, {
    params,
    body: { methods: ['look'], findings: [], grade: 'minor' },
  });
  const lines = [
    { description: '更换机油机滤', labourFen: 9_000, partsFen: 26_000 },
    { description: '更换右前下摆臂', labourFen: 32_400, partsFen: 89_000 },
  ];
  await desk(serviceOrderRoutes.estimate, { params, body: { lines } });
  await desk(bayRoutes.add, {
    body: { name: '1 号举升机', kind: 'repair', usedFrom: '2026-01-01' },
  });
  await desk(teamHoursRoutes.saveWeek, { body: { team: 'repair', week: Array(7).fill(480) } });
  const page = await desk(shopPageRoutes.save, {
    body: {
      ...{ slug: 'chengdong', isOpen: true, intro: '二十年老店', mapPoint: '114.305500,30.592800' },
      ...{ rescuePhone: '13900139000', complaintPhone: '', promises: [], receptionSteps: [] },
      ...{ complaintSteps: [], authorityPhone: '12315', transportPhone: '12328' },
      // The first free time may be the next hour: whenever this is walked, it can still be moved.
      ...{ takesBookings: true, confirmsItself: true, fetches: false, changeUntilHours: 0 },
    },
  });
  const order = await desk(orderLinkRoutes.makeLink, { params, body: {} });
  const of = { params: { customerId: ownerId ?? '' }, body: {} };
  const mine = await desk(dataLinkRoutes.makeLink, of);
  Object.assign(place, {
    ...{ orderId, order: within(order.url), mine: within(mine.url), shop: within(page.at) },
  });
});

test('CAR-07 WSH-12 CMP-12 by keyboard alone a customer answers the estimate, signs, and complains', async () => {
  await walk(site(), 'phone', async (page, picture) => {
    const code = page.getByLabel('手机号最后四位');
    await page.goto(place.order);
    await typeInto(page, code, '4567');
    await page.keyboard.press('Enter');
    const oil = page.locator('fieldset', { hasText: '更换机油机滤' });
    await pressBy(page, oil.getByLabel('同意'), 'Space');
    const arm = page.locator('fieldset', { hasText: '更换右前下摆臂' });
    await tabTo(page, arm.getByLabel('同意'));
    await page.keyboard.press('ArrowDown');
    await typeInto(page, arm.getByLabel('不做的原因（可不填）'), '下次');
    await typeInto(page, page.getByLabel('签字人姓名'), '单小红');
    await pressBy(page, page.getByRole('button', { name: '用姓名代替手写' }));
    await picture('keys-signed');
    await pressBy(page, page.getByRole('button', { name: '签字并提交' }));
    await page.getByText('请确认报价').waitFor({ state: 'detached' });
    const { lines } = await desk(serviceOrderRoutes.read, { params: { orderId: place.orderId } });
    expect(lines.map(({ answer }) => answer)).toEqual(['approved', 'refused']);

    await pressBy(page, page.getByText('不满意？投诉或提意见'));
    await typeInto(page, page.getByLabel('发生了什么'), '说好三点交车，五点还没有人说一声。');
    await pressBy(page, page.getByRole('button', { name: '提交投诉' }));
    await pressBy(page, page.getByRole('button', { name: '查看处理进度' }));
    await typeInto(page, code, '4567');
    await page.keyboard.press('Enter');
    await typeInto(page, page.getByLabel('补充情况或询问'), '请打这个电话');
    await pressBy(page, page.getByRole('button', { name: '发送' }));
    await page.getByText('请打这个电话').waitFor();
    await picture('keys-complained');
  });
  expect((await desk(complaintRoutes.list, {})).items).toMatchObject([{ state: 'received' }]);
});

test('CAR-07 WSH-02 by keyboard alone he books on the shop’s page, moves it and calls it off', async () => {
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(place.shop);
    await pressBy(page, page.getByRole('button', { name: '预约到店' }));
    await pressBy(page, page.locator('.shop-page-slot input').first(), 'Space');
    await typeInto(page, page.getByLabel('想做什么、有什么毛病'), '保养');
    await typeInto(page, page.getByLabel('您怎么称呼'), '单小红');
    await typeInto(page, page.getByLabel('手机号'), '13871234567');
    await pressBy(page, page.getByRole('button', { name: '提交预约' }));
    await pressBy(page, page.locator('a.link-button'));
    await typeInto(page, page.getByLabel('手机号最后四位'), '4567');
    await page.keyboard.press('Enter');
    await pressBy(page, page.getByRole('button', { name: '改时间' }));
    const slots = page.locator('.shop-page-slot input');
    await tabTo(page, slots.first());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await picture('keys-moving');
    await pressBy(page, page.getByRole('button', { name: '改到这个时间' }));
    await page.getByText('时间已改').waitFor();
    await pressBy(page, page.getByRole('button', { name: '取消预约' }));
    await typeInto(page, page.getByLabel('为什么取消'), '出差');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '已取消' }).waitFor();
  });
  expect((await desk(appointmentRoutes.list, {})).items).toMatchObject([{ timesMoved: 1 }]);
});

test('ARC-10 CAR-07 by keyboard alone he switches what is sent to him, and asks for a copy', async () => {
  await walk(site(), 'phone', async (page) => {
    await page.goto(place.mine);
    await typeInto(page, page.getByLabel('手机号最后四位'), '4567');
    await page.keyboard.press('Enter');
    await pressBy(page, page.getByLabel('优惠活动、新服务介绍'), 'Space');
    await page.getByText('已保存').waitFor();
    await typeInto(page, page.getByLabel('请说明'), '给我一份我的全部资料');
    await pressBy(page, page.getByRole('button', { name: '提交请求' }));
    await page.getByText('已提交，编号').waitFor();
  });
});

/** As a page meets it there: no worker of its own, nothing kept on the telephone, its own name. */
const wechat =
  'Mozilla/5.0 (Linux; Android 14; V2307A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240404 MicroMessenger/8.0.49 WeChat/arm64 Weixin NetType/4G Language/zh_CN';
const asWithinWechat = () => {
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  Object.defineProperty(window, 'localStorage', { get: refuse });
};

test('CAR-07 within WeChat, where nothing is kept and no PDF is shown, he sees his car and his paper', async () => {
  await walk(site(), 'phone', async (page, picture) => {
    const browser = await page.context().newCDPSession(page);
    await browser.send('Emulation.setUserAgentOverride', { userAgent: wechat });
    await page.addInitScript(asWithinWechat);
    await page.goto(place.order);
    expect(await page.evaluate(() => navigator.userAgent)).toContain('MicroMessenger');
    await page.getByLabel('手机号最后四位').fill('4567');
    await page.getByText('核对', { exact: true }).click();
    await page.getByText('维修工单（委托、检验、质量保证）').click();
    const paper = page.getByRole('img', { name: '维修工单（委托、检验、质量保证）' });
    await expect
      .poll(() => paper.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
      .toBeGreaterThan(400);
    await paper.scrollIntoViewIfNeeded();
    await picture('wechat-paper');
    await page.reload();
    await page.getByText('我的单据').waitFor();
  });
});
