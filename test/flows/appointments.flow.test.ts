import { expect, test } from 'vitest';
import {
  bayRoutes,
  appointmentRoutes as routes,
  teamHoursRoutes,
} from '#modules/appointments/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, enterOnScreen, siteForThisFile, walk, walkedScreens } from './support.ts';

const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
const long =
  '方向盘在八十公里以上抖动，下坡踩刹车时更明显，上次做过动平衡没有解决，这次请先路试再拆。';

/** A Monday morning, nine o'clock in Shanghai. */
const site = siteForThisFile(async (site) => {
  await site.moveTo('2027-03-15T01:00:00.000Z');
  const call = await site.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '林晓东', post: '服务顾问', roleKeys: ['advisor'], ...advisor },
  });
  for (const [name, kind] of [
    ['1 号举升机', 'repair'],
    ['2 号举升机', 'repair'],
    ['四轮定位兼大梁校正的综合工位', 'general'],
    ['烤漆房', 'paint'],
  ] as const) {
    await call(bayRoutes.add, { body: { name, kind } });
  }
  const { bays } = await call(bayRoutes.read, {});
  await call(bayRoutes.close, {
    params: { bayId: bays[1]!.id },
    body: { reason: '油缸漏油，等配件' },
  });
  await call(teamHoursRoutes.saveWeek, { body: { team: 'repair', week: Array(7).fill(960) } });
  await call(teamHoursRoutes.saveWeek, { body: { team: 'paint', week: Array(7).fill(480) } });
  const car = {
    plate: '鄂A·12345',
    customerName: '单小红',
    phone: '13871234567',
    mileageKm: 42_000,
  };
  await call(vehicleRoutes.arrive, { body: car });
  const said = { kind: 'repair', plannedMinutes: 120, phone: '13600136000' } as const;
  const at = (time: string) => `2027-03-15T${time}:00.000Z`;
  const [lift, , general] = bays.map(({ id }) => id);
  const book = (body: object) => call(routes.book, { body: { ...said, ...body } as never });
  await book({ name: '陈先生', plate: '鄂B11223', wish: long, bayId: lift, startsAt: at('06:00') });
  await book({
    name: '赵丽',
    plate: '鄂C99887',
    wish: '保养',
    bayId: general,
    startsAt: at('02:00'),
  });
  await book({ name: '孙涛', wish: '空调不冷', startsAt: at('02:30') });
  await call(routes.walkIn, {
    body: { name: '老周', plate: '鄂F66666', wish: '补胎', kind: 'repair' },
  });
});

test('WSH-02 booked on the telephone, expected at the desk, and one key makes it the order', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await enterOnScreen(page, advisor.username, advisor.password);
    await page.waitForURL('**/reception');
    await page.goto('/appointments');
    await page.getByText('机修 6 / 16 小时').waitFor();
    await picture('book');
    await page.keyboard.press('n');
    await page.getByLabel('车牌、姓名或电话').fill('12345');
    await page.getByRole('button', { name: /单小红/ }).click();
    await page.getByLabel('客户原话').fill('刹车异响');
    await page.getByRole('button', { name: /今天 09:30 · 1 号举升机/ }).click();
    await picture('new-appointment');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('机修 8 / 16 小时').waitFor();
    await page.getByRole('button', { name: /鄂A12345/ }).waitFor();
    await page.goto('/reception');
    await page.getByText('老周').waitFor();
    await picture('desk-queue');
    await page
      .getByRole('link', { name: /单小红/ })
      .first()
      .click();
    await page.getByRole('article', { name: '鄂A12345' }).getByText('今天有预约').waitFor();
    await picture('card-with-appointment');
    await page.keyboard.press('o');
    await page.waitForURL('**/service-orders/new?vehicleId=*');
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '刹车异响');
    await page.getByLabel('进厂里程').fill('42100');
    await picture('received-with-appointment');
    await page.getByRole('button', { name: '接车，开工单' }).click();
    await page.waitForURL(/service-orders\/[0-9a-f-]{36}$/);
  });
  const call = await site().signIn(advisor.username, advisor.password);
  const { items } = await call(routes.day, { query: {} });
  expect(items.find(({ plate }) => plate === '鄂A12345')).toMatchObject({ state: 'received' });
});

test.each(walkedScreens(import.meta.filename))(
  'WSH-02 the book, an appointment and the bays (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, 'zhoujianguo', '春天的早上去跑步');
      await page.goto('/appointments');
      await page.getByText('陈先生').first().waitFor();
      await picture('book');
      await page.getByText('陈先生').first().click();
      // The book shows his words too: the key belongs to his own page.
      await page.waitForURL(/appointments\/[0-9a-f-]{36}$/);
      await page.getByRole('button', { name: /^接车/ }).waitFor();
      await picture('appointment');
      await page.keyboard.press('o');
      await page.getByLabel('姓名').waitFor();
      expect(await page.getByLabel('姓名').inputValue()).toBe('陈先生');
      await picture('unknown-car-arrives');
      await page.goto('/bays');
      await page.getByText('烤漆房').waitFor();
      await picture('bays');
      await page.goto('/appointments?on=2027-03-19');
      await page.getByText('这天还没有预约').waitFor();
      await picture('empty-day');
    });
  },
);
