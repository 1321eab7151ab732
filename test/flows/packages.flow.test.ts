import { expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { priceRoutes } from '#modules/prices/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import {
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

const site = siteForThisFile(async (site) => {
  const owner = await site.setUp();
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

test.each(walkedScreens(import.meta.filename))(
  'WSH-11 a package is put together by keyboard, quoted in one pick, and falls apart where a line is refused (%s)',
  async (screen) => {
    const code = screen === 'desk' ? 'TC-01' : 'TC-02';
    await walk(site(), screen, async (page, picture) => {
      await enter(page, first.username, first.password);
      await page.goto('/prices?show=packages');
      await page.getByRole('button', { name: '新建套餐' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel('编号', { exact: true }).fill(code);
      await page.keyboard.press('Tab');
      await page.keyboard.type('小保养套餐');
      const finder = sheet.getByRole('combobox');
      for (const typed of ['BY-01', 'JY-01', 'BY-02']) {
        await finder.fill(typed);
        await sheet.getByRole('option', { name: typed }).waitFor();
        await page.keyboard.press('Enter');
        await sheet
          .getByRole('button', { name: /^去掉/ })
          .nth(['BY-01', 'JY-01', 'BY-02'].indexOf(typed))
          .waitFor();
      }
      await sheet.getByLabel('全合成机油 5W-30 数量').fill('4');
      await sheet.getByLabel('套餐价').fill('399');
      await sheet.getByText('省 63.00 元').waitFor();
      await picture('packages-made');
      await page.keyboard.press('Control+Enter');
      await page.getByText('全合成机油 5W-30 4L').first().waitFor();
      await picture('packages-list');
      await page.goto(`/service-orders/${orders[screen]}`);
      const job = page.getByRole('combobox').first();
      await job.fill(code);
      await page.getByRole('option', { name: code }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('单项合计 462.00，省 63.00').first().waitFor();
      await picture('packages-quoted');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: '全部同意' }).waitFor();
      await picture('packages-answered');
      const shown = await page.getByText('小保养套餐').count();
      expect(shown).toBeGreaterThan(0);
    });
  },
);
