import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { cashierRoutes } from '#modules/cashier/contract.ts';
import { serviceOrderRoutes as orders } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type Caller, enter, owner, siteForThisFile, walk } from './support.ts';

let phones = 13_871_234_560;

/** A car that passed its final inspection: 956.00 were approved. */
async function readyCar(call: Caller, plate: string, customerName: string) {
  const car = { plate, customerName, phone: String(phones++), model: '大众 帕萨特' };
  const { vehicleId } = await call(vehicleRoutes.arrive, { body: { ...car, mileageKm: 42_000 } });
  const received = { vehicleId, customerWords: '保养', mileageKm: 42_010 };
  const { id: orderId } = await call(orders.receive, { body: received });
  const params = { orderId };
  const finding = { item: '前摩擦片', light: 'yellow', note: '余 3.5 mm' } as const;
  await call(orders.inspect, {
    params,
    body: { methods: ['look'], findings: [finding], grade: 'secondary' },
  });
  const line = { description: '二级维护', labourFen: 270_00, partsFen: 686_00 };
  const { lines } = await call(orders.estimate, { params, body: { lines: [line] } });
  const lineId = lines[0]!.id;
  const answers = [{ lineId, answer: 'approved' as const }];
  await call(orders.approve, {
    params,
    body: { answers, answeredBy: customerName, how: 'inPerson' },
  });
  await call(orders.start, { params, body: {} });
  await call(orders.markDone, { params: { orderId, lineId }, body: { done: true } });
  for (const check of [orders.selfCheck, orders.teamCheck]) {
    await call(check, { params, body: { passed: true } });
  }
  const { customer } = await call(orders.finalInspect, {
    params,
    body: { passed: true, methods: ['roadTest'], findings: [] },
  });
  return { orderId, customerId: customer.id };
}

let call: Caller;
let fleetId = '';
const site = siteForThisFile(async (given) => {
  call = await given.setUp();
  const fleet = await readyCar(call, '鄂A55555', '江城机动车驾驶培训有限责任公司武昌分公司车队');
  fleetId = fleet.customerId;
  const params = { customerId: fleetId };
  await call(cashierRoutes.grant, { params, body: { limitFen: 5_000_00, days: 30 } });
  await call(orders.settle, {
    params: { orderId: fleet.orderId },
    body: {
      totalFen: 956_00,
      payments: [{ method: 'onAccount', amountFen: 956_00 }],
      oldParts: 'none',
    },
  });
  await call(cashierRoutes.receive, {
    params,
    body: { amountFen: 300_00, method: 'transfer', note: '十一月对公转账' },
  });
  await readyCar(call, '鄂A12345', '单小红');
  await readyCar(call, '鄂AD67890', '欧阳思远');
});

/** Presses keys one after the other. @returns how many */
async function keys(page: Page, ...pressed: readonly string[]): Promise<number> {
  for (const key of pressed) await page.keyboard.press(key);
  return pressed.length;
}

test('WSH-15 a car is settled and the day closed with the keyboard alone', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto('/cashier');
    await page.getByText('鄂A12345').waitFor();
    await picture('cashier-desk');
    await keys(page, 'j', 'Enter');
    const total = page.getByRole('textbox', { name: '结算', exact: true });
    await total.waitFor();
    await expect.poll(() => total.evaluate((field) => field === document.activeElement)).toBe(true);
    await keys(page, 'Control+a');
    await page.keyboard.type('956');
    await picture('cashier-settle');
    // The amount stands: which old parts, and done.
    const pressed = await keys(page, 'Alt+2');
    await expect.poll(() => page.getByRole('radio', { name: '客户放弃' }).isChecked()).toBe(true);
    expect(pressed + (await keys(page, 'Control+Enter'))).toBeLessThanOrEqual(4);
    await page.getByText('待交车').first().waitFor();
    await page.getByRole('button', { name: '收付' }).click();
    await page.getByRole('button', { name: '退款' }).first().click();
    await page.getByLabel('退款金额').waitFor();
    await picture('cashier-refund');
    await keys(page, 'Escape', 'g', 'y');
    await page.getByText('¥1,256.00').first().waitFor();
    await keys(page, 'd');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('200');
    await keys(page, 'Tab');
    await page.keyboard.type('2');
    await picture('cashier-close');
    await keys(page, 'Enter');
    await page.getByText('上次日结之后还没有收款').waitFor();
    await picture('cashier-closed');
  });
  const { items } = await call(cashierRoutes.listCloses, {});
  expect(items).toMatchObject([{ totalFen: 1_256_00, expectedFen: 200_00, differenceFen: 0 }]);
  await walk(site(), 'desk', (page, picture) => look(page, picture));
  await walk(site(), 'phone', (page, picture) => look(page, picture));
}, 180_000);

async function look(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await enter(page, owner.username, owner.password);
  for (const [path, said, name] of [
    ['/cashier', '欧阳思远', 'cashier-after'],
    ['/till-closes', '相符', 'cashier-closes'],
    ['/receivables', '武昌分公司', 'cashier-owed'],
  ] as const) {
    await page.goto(path);
    await page.getByText(said).first().waitFor();
    await picture(name);
  }
  await page.goto(`/receivables/${fleetId}`);
  await page.getByText('收过的款').waitFor();
  await picture('cashier-account');
  await page.getByRole('button', { name: '收款', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await picture('cashier-receive');
}

/** What is opened by the last key, as the printer would get it. */
async function printed(page: Page, key: string): Promise<string> {
  const opened = page.context().waitForEvent('request', (sent) => sent.url().includes('.pdf'));
  await page.keyboard.press(key);
  const url = (await opened).url();
  const reply = await page.request.get(url);
  expect(reply.headers()['content-type']).toBe('application/pdf');
  return url;
}

test('WSH-15 the list and the receipt of a deposit are printed on the roll with the keyboard alone', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto('/cashier');
    await page.getByText('鄂AD67890').waitFor();
    await keys(page, 'j');
    expect(await printed(page, 'p')).toMatch(/settlement-list\.pdf\?paper=roll$/);
    await page.bringToFront();
    expect(await printed(page, 'a')).toMatch(/settlement-list\.pdf\?paper=a4$/);
    await page.bringToFront();
    await keys(page, 'Tab', 'Tab', 'Tab', 'Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('100');
    await keys(page, 'Enter');
    const roll = page.getByRole('link', { name: '打印小票收据' });
    await roll.waitFor();
    await expect.poll(() => roll.evaluate((link) => link === document.activeElement)).toBe(true);
    await picture('cashier-deposit-taken');
    expect(await printed(page, 'Enter')).toMatch(/receipt\.pdf\?paper=roll$/);
  });
});
