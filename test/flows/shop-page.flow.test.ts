import { expect, test } from 'vitest';
import { appointmentRoutes, bayRoutes, teamHoursRoutes } from '#modules/appointments/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk } from './support.ts';

const car = { customerId: '' };
const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  await call(bayRoutes.add, {
    body: { name: '1 号举升机', kind: 'repair', usedFrom: '2026-01-01' },
  });
  await call(teamHoursRoutes.saveWeek, { body: { team: 'repair', week: Array(7).fill(480) } });
  const come = { plate: '鄂A88888', customerName: '单小红', phone: '13871234567', model: '秦PLUS' };
  const { vehicleId } = await call(vehicleRoutes.arrive, { body: come });
  const { ownerId } = await call(vehicleRoutes.read, { params: { vehicleId } });
  car.customerId = ownerId ?? '';
});

test('CAR-07 WSH-02 a manager opens the shop’s page, a customer books on it, the desk confirms, he moves it', async () => {
  let address = '';
  let link = '';
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto('/shop-page');
    await page.getByLabel('网址名').fill('chengdong');
    await page.getByLabel('门店介绍').fill('二十年老店，专修大众、丰田、比亚迪。');
    await page.getByLabel('地图坐标').fill('114.305500,30.592800');
    await page.getByLabel('救援电话').fill('13900139000');
    await page.getByLabel('本店另外的承诺').fill('旧件一律交还\n不推销');
    await page.getByLabel('公开给所有人').click();
    await page.getByLabel('接受网上预约').click();
    await page.getByLabel('提供上门取车').click();
    await page.locator('.shop-page-preview').getByText('不推销').waitFor();
    await picture('shop-page-written');
    await page.getByRole('button', { name: '保存' }).click();
    const at = page.locator('.shop-page-desk-address a');
    await at.waitFor();
    address = (await at.textContent()) ?? '';
    await picture('shop-page-open');
  });
  const { pathname, search } = new URL(address);
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(pathname + search);
    await page.getByText('投诉 24 小时内答复').waitFor();
    await page.getByText('12315').waitFor();
    await picture('shop-page-public');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('A complaint is answered within 24 hours').waitFor();
    await picture('shop-page-english');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // What is shown to everybody is good for a minute; that minute is over here.
    const browser = await page.context().newCDPSession(page);
    await browser.send('Network.clearBrowserCache');
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('Nothing can be reached').waitFor();
    await page.getByText('12315').waitFor();
    await picture('shop-page-offline');
    await page.context().setOffline(false);
    await page.getByText('Nothing can be reached').waitFor({ state: 'detached' });
    const manifest = await page.locator('link[rel=manifest]').getAttribute('href');
    const { start_url: start } = await (await page.request.get(manifest!)).json();
    expect(start).toBe(`${pathname}${search}`);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '预约到店' }).click();
    await page.locator('.shop-page-slot').nth(2).click();
    await page.getByLabel('想做什么、有什么毛病').fill('保养，刹车时方向盘抖');
    await page.getByLabel('您怎么称呼').fill('单小红');
    await page.getByLabel('手机号').fill('138 7123 4567');
    await page.getByLabel('车牌（可不填）').fill('鄂A12345');
    await page.getByLabel('上门取车').check();
    await page.getByLabel('取车地址').fill('武珞路 5 号');
    await picture('shop-page-booking');
    await page.getByRole('button', { name: '提交预约' }).dblclick();
    await page.getByText('已提交，等门店确认').waitFor();
    link = (await page.locator('.shop-page-url').textContent()) ?? '';
    await picture('shop-page-booked');
  });
  const call = await site().signIn(owner.username, owner.password);
  const { items } = await call(appointmentRoutes.list, {});
  expect(items).toMatchObject([{ state: 'asked', way: 'web', fetching: 'pickUp' }]);
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto(`/appointments/${items[0]!.id}`);
    await page.getByText('网约待确认').first().waitFor();
    await picture('shop-page-asked-desk');
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByText('已确认').first().waitFor();
    await page.getByRole('button', { name: '客户链接' }).click();
    await page.getByText('还没有打开过').waitFor();
    await page.locator('.link-phone').getByText('武珞路 5 号').waitFor();
    await picture('shop-page-link-desk');
  });
  const held = new URL(link);
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(held.pathname + held.hash);
    await page.getByRole('heading', { name: '已确认' }).waitFor();
    expect(await page.textContent('body')).not.toContain('12345');
    await page.getByLabel('手机号最后四位').fill('4567');
    await page.getByText('核对', { exact: true }).click();
    await page.getByText('武珞路 5 号').waitFor();
    await picture('shop-page-held');
    await page.getByRole('button', { name: '改时间' }).click();
    await page.locator('.shop-page-slot').last().click();
    await picture('shop-page-moving');
    await page.getByRole('button', { name: '改到这个时间' }).click();
    await page.getByText('时间已改').waitFor();
    await picture('shop-page-moved');
  });
  const [moved] = (await call(appointmentRoutes.list, {})).items;
  expect(moved).toMatchObject({ state: 'asked', timesMoved: 1 });
});

test('ARC-10 CAR-07 the desk hands a customer the way to his data; he switches a reminder and asks for a copy', async () => {
  let link = '';
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto(`/customers/${car.customerId}`);
    await page.getByRole('button', { name: '我的资料链接' }).click();
    await page.getByRole('button', { name: '生成链接' }).click();
    link = await page.locator('.link-url').innerText();
    await page.locator('.link-phone').getByText('单小红，您好').waitFor();
    await picture('my-data-link');
  });
  const held = new URL(link);
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(held.pathname + held.hash);
    await page.getByLabel('手机号最后四位').fill('4567');
    await page.getByText('核对', { exact: true }).click();
    await page.getByText('鄂A88888').waitFor();
    await picture('my-data');
    await page.getByLabel('优惠活动、新服务介绍').check();
    await page.getByText('已保存').waitFor();
    await page.getByLabel('请说明').fill('给我一份我的全部资料');
    await picture('my-data-ask');
    await page.getByRole('button', { name: '提交请求' }).click();
    await page.getByText('已提交，编号').waitFor();
    await picture('my-data-asked');
  });
});
