import type { Page } from 'playwright-core';
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

const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
const cars: Record<Screen, { plate: string; customerName: string; phone: string }> = {
  desk: { plate: '鄂A12345', customerName: '单小红', phone: '13871234567' },
  phone: { plate: '鄂AD67890', customerName: '欧阳思远', phone: '13971234568' },
};
const orders = {} as Record<Screen, string>;

const site = siteForThisFile(async (site) => {
  const owner = await site.setUp();
  await owner(peopleRoutes.addEmployee, {
    body: { name: '林晓东', post: '服务顾问', roleKeys: ['advisor'], ...advisor },
  });
  const { now } = await owner(peopleRoutes.session, {});
  const validFrom = now.slice(0, 10);
  await owner(priceRoutes.setRate, { body: { rateFen: 120_00, validFrom } });
  const job = { kind: 'job', hoursSource: 'maker', validFrom } as const;
  const part = { kind: 'part', validFrom } as const;
  for (const body of [
    { ...job, code: 'GS-01', name: '更换前制动片', standardHours: 150 },
    { ...job, code: 'GS-02', name: '更换机油机滤', standardHours: 50 },
    {
      ...part,
      code: 'BP-01',
      name: '前制动片（陶瓷、适用于 2019 年以后生产的各款车型、含报警线）',
      origin: 'original',
      priceFen: 350_00,
      measure: '套',
    },
    {
      ...part,
      code: 'JY-01',
      name: '全合成机油 5W-30',
      origin: 'equivalent',
      priceFen: 98_00,
      measure: 'L',
    },
  ] as const) {
    await owner(priceRoutes.add, { body });
  }
  const call = await site.signIn(advisor.username, advisor.password);
  for (const screen of walkedScreens(import.meta.filename)) {
    const { vehicleId } = await call(vehicleRoutes.arrive, {
      body: { ...cars[screen], model: '大众 帕萨特', mileageKm: 42_000 },
    });
    const receive = async () => {
      const body = { vehicleId, customerWords: '刹车时方向盘抖', mileageKm: 42_300 };
      const { id } = await call(serviceOrderRoutes.receive, { body });

      const params = { orderId: id };
      await call(serviceOrderRoutes.inspect, {
        params,
        body: { methods: ['look'], findings: [], grade: 'minor' },
      });
      return params;
    };
    const params = await receive();
    const lines = [
      { description: '清洗节气门', labourFen: 120_00 },
      { description: '更换雨刮片', labourFen: 20_00, partsFen: 88_00 },
    ];
    const quoted = await call(serviceOrderRoutes.estimate, { params, body: { lines } });
    const [first, second] = quoted.lines;
    const answers = [
      { lineId: first!.id, answer: 'approved' },
      { lineId: second!.id, answer: 'refused', refusalReason: '下次再换' },
    ] as const;
    await call(serviceOrderRoutes.approve, {
      params,
      body: { answers: [...answers], answeredBy: '本人', how: 'inPerson' },
    });
    await call(serviceOrderRoutes.leaveUnrepaired, {
      params,
      body: { diagnosis: '下午有事，改天再来' },
    });
    orders[screen] = (await receive()).orderId;
  }
});

type Picture = (name: string) => Promise<void>;

const type = async (page: Page, ...texts: string[]) => {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
};
const value = (page: Page, name: string, nth: number) =>
  page.getByRole('textbox', { name, exact: true }).nth(nth).inputValue();

test.each(walkedScreens(import.meta.filename))(
  'WSH-12 a quotation is written from the price list by keyboard alone, with parts and payers (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, advisor.username, advisor.password);
      await page.goto(`/service-orders/${orders[screen]}`);
      await page.getByRole('heading', { name: '报价', exact: true }).waitFor();
      await quote(page, picture);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: '客户确认', exact: true }).waitFor();
      await page.getByText('与价目不同').first().waitFor();
      await sign(page, picture);
      await letOff(page, picture);
      if (screen === 'desk') await owner(page, picture);
    });
  },
);

async function quote(page: Page, picture: Picture): Promise<void> {
  await page.keyboard.type('qzdp');
  await page.getByRole('option').filter({ hasText: 'GS-01' }).waitFor();
  await picture('estimate-search');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => value(page, '工时费', 0)).toBe('180.00');
  await page.keyboard.press('Alt+p');
  await page.keyboard.type('BP-01');
  await page.keyboard.press('Enter');
  await expect.poll(() => value(page, '单价', 0)).toBe('350.00');
  // Number, quantity, price; then the next line.
  await page.keyboard.press('Enter');
  await type(page, '2', '');
  await page.getByText('880.00').first().waitFor();
  await type(page, 'GS-02');
  await expect.poll(() => value(page, '工时费', 1)).toBe('60.00');
  await page.keyboard.press('Enter');
  await page.keyboard.type('45');
  await page.getByText('与价目不同，价目 60.00').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.getByText('厂家质保 ¥45.00').waitFor();
  await page.keyboard.press('Alt+r');
  await page.getByText('988.00').first().waitFor();
  await picture('estimate-quoted');
}

/** In person: the finger on the glass, the picture with the order's papers. */
async function sign(page: Page, picture: Picture): Promise<void> {
  await page.getByRole('button', { name: '全部同意' }).click();
  const pad = page.getByRole('img', { name: '请客户在这里签字' });
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox())!;
  await page.mouse.move(x + width * 0.2, y + height * 0.6);
  await page.mouse.down();
  for (const [right, down] of [
    [0.35, 0.3],
    [0.45, 0.7],
    [0.6, 0.35],
    [0.8, 0.6],
  ] as const)
    await page.mouse.move(x + width * right, y + height * down, { steps: 4 });
  await page.mouse.up();
  await picture('estimate-approval');
  await page.getByRole('button', { name: '记录答复' }).click();
  await page.getByRole('heading', { name: '派工', exact: true }).waitFor();
  await page.getByText(/^签字 · /).waitFor();
}

/** Within one's own limit at once, above it by somebody else. */
async function letOff(page: Page, picture: Picture): Promise<void> {
  await page.getByRole('button', { name: '给优惠' }).click();
  await page.getByRole('textbox', { name: '优惠金额（元）' }).fill('200');
  await page.getByRole('textbox', { name: '原因' }).fill('老客户');
  await picture('estimate-discount');
  await page.getByRole('button', { name: '超出权限，请上级批准' }).click();
  await page.getByText('待批准').waitFor();
}

/** Who is asked finds it by the bell, grants it; and says who may let off how much. */
async function owner(page: Page, picture: Picture): Promise<void> {
  const order = page.url();
  await enter(page, first.username, first.password);
  await page.goto(order);
  await page.getByRole('button', { name: '批准', exact: true }).waitFor();
  await picture('estimate-discount-asked');
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await page.getByText('已批准').waitFor();
  await page.getByText('788.00').first().waitFor();
  await page.goto('/settings/discounts');
  await page.getByRole('group', { name: '服务顾问' }).getByLabel('比例').waitFor();
  await picture('estimate-limits');
}
