import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { priceRoutes } from '#modules/prices/contract.ts';
import { orderLinkRoutes, serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import {
  type Caller,
  enter,
  owner as first,
  type Screen,
  siteForThisFile,
  walk,
  walkedScreens,
} from './support.ts';

const cars: Record<Screen, { plate: string; customerName: string; phone: string }> = {
  desk: { plate: '鄂A12345', customerName: '单小红', phone: '13871234567' },
  phone: { plate: '鄂AD67890', customerName: '欧阳思远', phone: '13971234568' },
};
const orders = {} as Record<Screen, string>;
let owner: Caller;

const site = siteForThisFile(async (site) => {
  owner = await site.setUp();
  const { now } = await owner(peopleRoutes.session, {});
  const validFrom = now.slice(0, 10);
  const job = { kind: 'job', hoursSource: 'shop', standardHours: 50, validFrom } as const;
  for (const body of [
    { ...job, code: 'BY-01', name: '更换机油机滤', priceFen: 60_00 },
    { ...job, code: 'BY-02', name: '全车安全检查', priceFen: 50_00 },
    {
      kind: 'part',
      code: 'JY-01',
      name: '全合成机油 5W-30',
      validFrom,
      origin: 'equivalent',
      priceFen: 88_00,
      measure: 'L',
    },
  ] as const)
    await owner(priceRoutes.add, { body });
  for (const screen of walkedScreens(import.meta.filename)) {
    const { vehicleId } = await owner(vehicleRoutes.arrive, {
      body: { ...cars[screen], model: '大众 帕萨特', mileageKm: 42_000 },
    });
    const body = { vehicleId, customerWords: '做小保养', mileageKm: 42_300 };
    const { id } = await owner(serviceOrderRoutes.receive, { body });
    const params = { orderId: id };
    await owner(serviceOrderRoutes.inspect, {
      params,
      body: { methods: ['look'], findings: [], grade: 'minor' },
    });
    orders[screen] = id;
  }
});

type Picture = (name: string) => Promise<void>;

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const fieldAt = (page: Page, row: number, label: string) =>
  page.locator(`[data-row="${row}"]`).getByLabel(label, { exact: true }).first();

test.each(walkedScreens(import.meta.filename))(
  'WSH-11 WSH-12 a package is put together and quoted by keyboard alone, and its price falls away where a line is refused (%s)',
  async (screen) => {
    const code = screen === 'desk' ? 'TC-01' : 'TC-02';
    await walk(site(), screen, async (page, picture) => {
      await enter(page, first.username, first.password);
      await page.goto('/prices?show=packages');
      await page.getByRole('button', { name: '新建套餐' }).press('Enter');
      await make(page, code, picture);
      await page.goto(`/service-orders/${orders[screen]}`);
      await page.getByRole('heading', { name: '报价', exact: true }).waitFor();
      await quote(page, code, picture);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: '客户确认', exact: true }).waitFor();
      await page.getByText('单项合计 462.00，省 63.00').first().waitFor();
      await picture('packages-answered');
    });
    const params = { orderId: orders[screen] };
    const { url } = await owner(orderLinkRoutes.makeLink, { params, body: {} });
    await walk(site(), screen, (page, picture) =>
      answer(page, new URL(url), cars[screen].phone.slice(-4), picture),
    );
    const { address } = await owner(priceRoutes.publish, { body: { isOpen: true } });
    await walk(site(), screen, async (page, picture) => {
      const { pathname, search } = new URL(address);
      await page.goto(pathname + search);
      await page.getByText('小保养套餐').first().scrollIntoViewIfNeeded();
      await picture('packages-public');
    });
    const { lines } = await owner(serviceOrderRoutes.read, { params });
    expect(lines).toMatchObject([
      { answer: 'approved', labourFen: 60_00, partsFen: 352_00, jobPackage: null },
      { answer: 'refused', jobPackage: null },
      { answer: 'approved', description: '洗车' },
    ]);
  },
);

async function make(page: Page, code: string, picture: Picture): Promise<void> {
  const sheet = page.getByRole('dialog');
  await expect.poll(() => focused(page)).toBe('编号');
  await page.keyboard.type(code);
  await page.keyboard.press('Tab');
  await page.keyboard.type('小保养套餐');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  // The first is taken faster than the list comes, the others from the list.
  await page.keyboard.type('BY-01');
  await page.keyboard.press('Enter');
  await sheet.getByRole('button', { name: '去掉 更换机油机滤' }).waitFor();
  for (const [typed, name] of [
    ['JY-01', '全合成机油 5W-30'],
    ['BY-02', '全车安全检查'],
  ] as const) {
    await page.keyboard.type(typed);
    await sheet.getByRole('option', { name: typed }).waitFor();
    if (typed === 'JY-01') await picture('packages-finder');
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: `去掉 ${name}` }).waitFor();
  }
  const quantity = '全合成机油 5W-30 数量';
  for (let nth = 0; nth < 3; nth++) await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe(quantity);
  await page.keyboard.type('4');
  for (let nth = 0; nth < 4; nth++) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('套餐价');
  await page.keyboard.type('399');
  await sheet.getByText('省 63.00 元').waitFor();
  await picture('packages-made');
  await page.keyboard.press('Control+Enter');
  await page.getByText('全合成机油 5W-30 4L').first().waitFor();
  await picture('packages-list');
}

/** Taken whole, the focus goes on below it; a line taken off, the rest costs what the list asks; taken anew, it is whole. */
async function quote(page: Page, code: string, picture: Picture): Promise<void> {
  const head = page.getByText('单项合计 462.00，省 63.00');
  await page.keyboard.type(code);
  await page.getByRole('option', { name: code }).waitFor();
  await picture('packages-offered');
  await page.keyboard.press('Enter');
  await head.waitFor();
  await page.keyboard.type('洗车');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('30');
  await expect.poll(() => fieldAt(page, 2, '项目').inputValue()).toBe('洗车');
  await page.getByText('429.00').first().waitFor();
  await picture('packages-quoted');
  await fieldAt(page, 1, '删除这一行').press('Enter');
  await head.waitFor({ state: 'detached' });
  await expect.poll(() => fieldAt(page, 0, '工时费').inputValue()).toBe('60.00');
  await page.getByText('442.00').first().waitFor();
  await picture('packages-broken');
  await fieldAt(page, 0, '项目').fill(code);
  await page.getByRole('option', { name: code }).waitFor();
  await page.keyboard.press('Enter');
  await head.waitFor();
}

/** On his link the customer sees what he spares, and hears before he signs what refusing a line does to the price. */
async function answer(page: Page, link: URL, lastFour: string, picture: Picture): Promise<void> {
  await page.goto(link.pathname + link.hash);
  await page.getByLabel('手机号最后四位').fill(lastFour);
  await page.keyboard.press('Enter');
  await page.getByText('单项合计 ¥462.00，省 ¥63.00').waitFor();
  await picture('packages-asked');
  await page.locator('fieldset', { hasText: '更换机油机滤' }).getByText('同意').click();
  await page.locator('fieldset', { hasText: '洗车' }).getByText('同意').click();
  await page.locator('fieldset', { hasText: '全车安全检查' }).getByText('不做').click();
  await page.getByText(/套餐价就不再适用/).waitFor();
  // Oil and its job at the list's price, and the washing: what he signs is what he reads.
  await page.locator('.portal-sum').getByText('¥442.00').waitFor();
  await page
    .locator('fieldset', { hasText: '更换机油机滤' })
    .getByText('¥412.00', { exact: true })
    .waitFor();
  await page.getByLabel('签字人姓名').fill('车主');
  await page.getByText('用姓名代替手写').press('Enter');
  await picture('packages-falls-apart');
  await page.getByText('签字并提交').click();
  await page.getByText('准备施工').first().waitFor();
  await page.getByText('¥442.00').first().scrollIntoViewIfNeeded();
  await picture('packages-agreed');
}
