import { expect, test } from 'vitest';
import { genuineRoutes } from '#modules/genuine-check/contract.ts';
import { orderLinkRoutes, serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { dataLinkRoutes, shopPageRoutes } from '#modules/shop-page/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk } from './support.ts';

const place = { customerId: '', mine: '', order: '' };
const within = (url: string) => {
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash;
};

const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  const { vehicleId } = await call(vehicleRoutes.arrive, {
    body: { plate: '鄂A66666', customerName: '单小红', phone: '13871234567', model: '秦PLUS' },
  });
  const { ownerId } = await call(vehicleRoutes.read, { params: { vehicleId } });
  place.customerId = ownerId ?? '';
  const { id: orderId } = await call(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '保养', mileageKm: 42_300 },
  });
  place.order = within(
    (await call(orderLinkRoutes.makeLink, { params: { orderId }, body: {} })).url,
  );
  await call(genuineRoutes.issue, {
    body: { product: '前制动片（原厂）', partNumber: '04465-02240', codes: 3 },
  });
  await call(shopPageRoutes.save, {
    body: {
      ...{ slug: 'chengdong', isOpen: true, intro: '二十年老店', mapPoint: '114.305500,30.592800' },
      ...{ rescuePhone: '', complaintPhone: '', promises: [], receptionSteps: [] },
      ...{ complaintSteps: [], authorityPhone: '12315', transportPhone: '12328' },
      ...{ takesBookings: true, confirmsItself: true, fetches: true, changeUntilHours: 2 },
    },
  });
  const params = { customerId: place.customerId };
  place.mine = within((await call(dataLinkRoutes.makeLink, { params, body: {} })).url);
});

test('CAR-07 WSH-15 he hands in what his invoice needs, wrong first; the cashier finds it on her list', async () => {
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(place.order);
    await page.getByLabel('手机号最后四位').fill('4567');
    await page.getByText('核对', { exact: true }).click();
    await page.getByText('填写开票资料').click();
    await page.getByLabel('开给').selectOption('company');
    await page.getByLabel('抬头').fill('武汉试车贸易有限公司');
    await page.getByLabel('统一社会信用代码').fill('91310115591673062R');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('校验位不符').waitFor();
    await picture('own-invoice-wrong');
    await page.getByLabel('统一社会信用代码').fill('91350100M000100Y43');
    await page.getByRole('button', { name: '提交' }).press('Enter');
    await page.getByText('已提交，待开票').waitFor();
    await picture('own-invoice-asked');
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto('/invoices');
    await page.getByText('武汉试车贸易有限公司').first().waitFor();
    await picture('invoices');
    await page.getByText('武汉试车贸易有限公司').first().click();
    await page.getByRole('dialog').getByText('91350100M000100Y43').waitFor();
    await picture('invoice-sheet');
  });
});

test('CAR-07 CAR-04 on his telephone a customer switches a reminder off and writes his wishes; the desk reads both', async () => {
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(place.mine);
    await page.getByLabel('手机号最后四位').fill('4567');
    await page.getByText('核对', { exact: true }).click();
    // What he began to write outlives a switch that he moves meanwhile.
    await page.getByLabel('请不要和我提起').fill('上次的保险');
    await page.getByLabel('年检到期').uncheck();
    await page.getByText('已保存').waitFor();
    await expect
      .poll(() => page.getByLabel('请不要和我提起').inputValue(), { timeout: 15_000 })
      .toBe('上次的保险');
    await picture('own-wishes-reminders');
    await page.getByLabel('怎样联系您').selectOption('sms');
    await page.getByLabel('从几点').fill('20:00');
    await page.getByLabel('到几点').fill('18:00');
    const save = page.getByRole('button', { name: '保存' });
    await save.click();
    await page.getByText('时间不对').waitFor();
    await picture('own-wishes-hours');
    await page.getByLabel('从几点').fill('18:00');
    await page.getByLabel('到几点').fill('20:00');
    await save.focus();
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/wishes'));
    await page.keyboard.press('Enter');
    await answered;
    await page.getByText('已保存').waitFor();
    await picture('own-wishes-saved');
    await page.getByLabel('用哪种语言').selectOption('en');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('How we reach you').waitFor();
    await picture('own-wishes-english');
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto(`/customers/${place.customerId}`);
    await page.getByText('客户本人通过链接').first().waitFor();
    await page.getByText('提醒开关').scrollIntoViewIfNeeded();
    await picture('own-wishes-desk');
    await page.getByRole('button', { name: '关闭或打开提醒' }).click();
    await page.getByRole('dialog').getByLabel('依据').fill('来电');
    await picture('own-wishes-form');
  });
});

test('ARC-11 the genuine check speaks English, keeps the code over the change, and says plainly that there is no line', async () => {
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto('/g?h=shop#ABCD-EFGH-JKMN-PQRS');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Genuine check' }).waitFor();
    expect(await page.getByLabel('Code').inputValue()).toBe('ABCD-EFGH-JKMN-PQRS');
    await picture('genuine-english');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.getByText('Nothing can be reached').waitFor();
    await picture('genuine-offline');
    await page.context().setOffline(false);
    await page.getByText('Nothing can be reached').waitFor({ state: 'detached' });
  });
});

test('CAR-07 ARC-11 from the page of his order he goes on to the shop, to a time and to the genuine check, and back', async () => {
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(place.order);
    // His file asks for English since he changed it: what stands around the page follows it, and his own choice.
    await page.getByRole('navigation', { name: 'At the shop' }).waitFor();
    await page.getByText('中文', { exact: true }).click();
    const ways = page.getByRole('navigation', { name: '门店服务' });
    await ways.scrollIntoViewIfNeeded();
    await picture('own-ways');
    await ways.getByText('配件防伪查询').click();
    await page.getByRole('heading', { name: '防伪查询' }).waitFor();
    await page.goBack();
    await ways.getByText('门店主页').press('Enter');
    await page.getByText('二十年老店').waitFor();
    await page.goBack();
    await ways.getByText('预约到店').click();
    await page.getByText('上门取车').waitFor();
    await picture('own-ways-book');
  });
});
