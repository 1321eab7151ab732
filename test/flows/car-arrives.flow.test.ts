import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enterOnScreen, siteForThisFile, walk, walkedScreens } from './support.ts';

const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
const known = {
  plate: '鄂A·12345',
  customerName: '单小红',
  phone: '13871234567',
  model: '大众 帕萨特',
  mileageKm: 42_000,
};

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '林晓东', post: '服务顾问', roleKeys: ['advisor'], ...advisor },
  });
  await call(vehicleRoutes.arrive, { body: known });
});

const plateField = (page: Page) => page.getByRole('combobox', { name: '车牌' });

async function atTheDesk(page: Page): Promise<void> {
  await enterOnScreen(page, advisor.username, advisor.password);
  await page.waitForURL('**/reception');
}

test('issue 2: from the end of a plate to the open order in at most twelve keys', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await atTheDesk(page);
    await picture('reception');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    const keys = ['2', '3', '4', '5', 'Enter', 'o'];
    for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
    await page.waitForURL('**/reception/cars/*');
    const card = page.getByRole('article', { name: '鄂A12345' });
    await card.getByText('单小红').waitFor();
    await picture('plate-card');
    await page.keyboard.press('o');
    await page.waitForURL('**/service-orders/new?vehicleId=*');
    expect(keys.length).toBeLessThanOrEqual(12);
  });
});

test.each(walkedScreens(import.meta.filename))(
  'issue 2: a known car shows its card (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await atTheDesk(page);
      await plateField(page).fill('sxh');
      await page.getByRole('option').first().waitFor();
      await picture('search');
      await page.getByRole('option').first().click();
      const card = page.getByRole('article', { name: '鄂A12345' });
      await card.getByText('138****4567').waitFor();
      await card.getByText('42,000 公里').waitFor();
      await card.getByText('第一次来店').waitFor();
      await card.getByRole('button', { name: '开工单' }).waitFor();
      await picture('known-car');
    });
  },
);

test.each([
  ['desk', '鄂B·D56789', '王建国'],
  ['phone', '鄂C99887', '赵丽'],
] as const)(
  'ARC-02 an unknown plate is on file with a name alone (%s)',
  async (screen, plate, name) => {
    await walk(site(), screen, async (page, picture) => {
      await atTheDesk(page);
      await plateField(page).fill(plate);
      await page.getByText('新车牌').waitFor();
      await picture('unknown-plate');
      await plateField(page).press('Enter');
      await page.getByLabel('姓名').fill(name);
      await picture('new-arrival');
      await page.getByLabel('姓名').press('Enter');
      await page.waitForURL('**/reception/cars/*');
      const card = page.getByRole('article', { name: plate.replace('·', '') });
      await card.getByText(name).waitFor();
      await card.getByText('档案还缺').waitFor();
      await picture('new-car');
    });
  },
);

test('a telephone of seven digits is refused, and the next key goes on in it', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await atTheDesk(page);
    await plateField(page).fill('鄂G55667');
    await page.getByText('新车牌').waitFor();
    await plateField(page).press('Enter');
    await page.getByLabel('姓名').fill('钱进');
    await page.getByLabel('电话').fill('1380013');
    await page.getByLabel('姓名').press('Enter');
    await page.getByRole('alert').getByText('现为 7 位').waitFor();
    await picture('faulty-telephone');
    await page.keyboard.press('End');
    await page.keyboard.type('8000');
    await page.context().setOffline(true);
    await page.keyboard.press('Enter');
    // What was corrected is not called wrong while it waits for the line.
    await page.getByRole('button', { name: '再次提交' }).waitFor();
    await page.getByText('现为 7 位').waitFor({ state: 'hidden' });
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '再次提交' }).click();
    await page.waitForURL('**/reception/cars/*');
  });
});

test('a faulty plate is told what is wrong, and mended by one press', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await atTheDesk(page);
    await plateField(page).fill('鄂A1234O');
    await page.getByText('是否为数字 0').waitFor();
    await picture('faulty-plate');
    await page.getByRole('button', { name: /改用 鄂A12340/ }).waitFor();
    await plateField(page).press('Enter');
    await page.getByText('新车牌').waitFor();
    expect(await plateField(page).inputValue()).toBe('鄂A12340');
  });
});

test('what a colleague opens elsewhere shows on the desk by itself', async () => {
  const call = await site().signIn(advisor.username, advisor.password);
  const arrived = await call(vehicleRoutes.arrive, {
    body: { plate: '鄂F66666', customerName: '孙涛', mileageKm: 1000 },
  });
  await walk(site(), 'desk', async (page) => {
    await atTheDesk(page);
    await page.getByText('现在没有在店的车').waitFor();
    await call(serviceOrderRoutes.receive, {
      body: { vehicleId: arrived.vehicleId, customerWords: '刹车有异响', mileageKm: 1200 },
    });
    await page.getByRole('link', { name: /鄂F/ }).waitFor();
  });
});

test.each([
  ['desk', '鄂G77771'],
  ['phone', '鄂G77772'],
] as const)(
  'issue 2: a lost connection in the middle of a form loses nothing and doubles nothing (%s)',
  async (screen, plate) => {
    const words = '方向盘抖，过减速带有异响';
    const call = await site().signIn(advisor.username, advisor.password);
    const { vehicleId } = await call(vehicleRoutes.arrive, {
      body: { plate, customerName: '孙涛', mileageKm: 1000 },
    });
    await walk(site(), screen, async (page, picture) => {
      await atTheDesk(page);
      await page.goto(`/service-orders/new?vehicleId=${vehicleId}`);
      await page.getByLabel('客户原话').fill(words);
      await page.getByLabel('进厂里程').fill('1200');
      await page.context().setOffline(true);
      await page.getByRole('button', { name: '接车，开工单' }).click();
      const told = page.getByRole('alert').filter({ hasText: '没有连上服务器' });
      await told.waitFor();
      await picture('connection-lost');
      expect(await page.getByLabel('客户原话').inputValue()).toBe(words);
      await page.context().setOffline(false);
      await loseTheAnswer(page, () => told.getByRole('button', { name: '再次提交' }).click());
      await told.getByRole('button', { name: '再次提交' }).click();
      await page.waitForURL(/service-orders\/[0-9a-f-]{36}$/);
      await page.getByText(words).waitFor();
    });
    const { items } = await call(serviceOrderRoutes.list, { query: { vehicleId } });
    expect(items).toHaveLength(1);
  },
);

/** The order reaches the house and is written down, but nobody hears of it. */
async function loseTheAnswer(page: Page, submit: () => Promise<void>): Promise<void> {
  const orders = '**/api/v1/service-orders';
  await page.route(orders, async (route) => {
    await route.fetch();
    await route.abort('internetdisconnected');
  });
  const lost = page.waitForEvent('requestfailed', (sent) => sent.method() === 'POST');
  await submit();
  await lost;
  await page.unroute(orders);
}

/** Every key that goes down is counted by the browser; the letters of Control, Alt and Shift are no keys of their own. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { pressed: number };
    counted.pressed = 0;
    const isModifier = (key: string) => ['Control', 'Alt', 'Shift', 'Meta'].includes(key);
    document.addEventListener(
      'keydown',
      ({ key }) => {
        if (!isModifier(key)) counted.pressed++;
      },
      { capture: true },
    );
  });
  return () => page.evaluate(() => (window as unknown as { pressed: number }).pressed);
}

test('issue 5: from the plate to the order that is open in at most twelve keys, the plate’s own among them', async () => {
  const call = await site().signIn(advisor.username, advisor.password);
  await call(vehicleRoutes.arrive, {
    body: { plate: '鄂H88882', customerName: '周立', mileageKm: 42_000 },
  });
  await walk(site(), 'desk', async (page, picture) => {
    await atTheDesk(page);
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    const pressed = await countKeys(page);
    await page.keyboard.type('8882');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/service-orders/new?vehicleId=*');
    await page.getByLabel('客户原话').waitFor();
    await page.keyboard.press('Alt+1');
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('inputmode') === 'numeric',
    );
    await picture('receive-by-keyboard');
    await page.keyboard.type('42300');
    await page.keyboard.press('Enter');
    await page.waitForURL(/service-orders\/[0-9a-f-]{36}$/);
    await page.getByText('做保养').first().waitFor();
    expect(await pressed()).toBeLessThanOrEqual(12);
  });
});

test('issue 5: a car beyond 100,000 km takes no more keys: the last five digits go on from the last reading', async () => {
  const call = await site().signIn(advisor.username, advisor.password);
  const { vehicleId } = await call(vehicleRoutes.arrive, {
    body: { plate: '鄂H55553', customerName: '周远', mileageKm: 142_000 },
  });
  await walk(site(), 'desk', async (page, picture) => {
    await atTheDesk(page);
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    const pressed = await countKeys(page);
    await page.keyboard.type('5553');
    await page.getByRole('option').first().waitFor();
    await picture('receive-long-typed');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/service-orders/new?vehicleId=*');
    await page.getByLabel('客户原话').waitFor();
    await page.getByText('上次 142,000').waitFor();
    await page.keyboard.press('Alt+1');
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('inputmode') === 'numeric',
    );
    await page.keyboard.type('42300');
    await page.getByText('按 142,300 公里记').waitFor();
    await picture('receive-long-mileage');
    await page.keyboard.press('Enter');
    await page.waitForURL(/service-orders\/[0-9a-f-]{36}$/);
    expect(await pressed()).toBeLessThanOrEqual(12);
  });
  const { items } = await call(serviceOrderRoutes.list, { query: { vehicleId } });
  const [order] = items;
  const read = await call(serviceOrderRoutes.read, { params: { orderId: order!.id } });
  expect(read.mileageKm).toBe(142_300);
});
