import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes as orders } from '#modules/service-orders/contract.ts';
import { subletPartnerRoutes, subletRoutes } from '#modules/sublets/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk } from './support.ts';

const password = '雨后山里的石板路';
const people = { technician: 'zhangwei', advisor: 'linxiaodong' } as const;
let orderId = '';

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  for (const [name, role, post] of [
    ['张伟', 'technician', '技师'],
    ['林晓东', 'advisor', '服务顾问'],
  ] as const) {
    const body = { name, post, roleKeys: [role], username: people[role], password };
    await call(peopleRoutes.addEmployee, { body });
  }
  await call(subletPartnerRoutes.add, {
    body: {
      ...{ name: '老字号缸体修复', trades: '镗缸', qualification: '备案 4201-0077' },
      qualificationUntil: '2026-06-30',
    },
  });
  await site.moveTo('2027-03-15T01:00:00.000Z');
  const desk = await site.signIn(people.advisor, password);
  const hand = await site.signIn(people.technician, password);
  const { vehicleId } = await desk(vehicleRoutes.arrive, {
    body: {
      ...{ plate: '鄂A12345', customerName: '单小红', phone: '13871234567' },
      ...{ model: '大众 帕萨特', mileageKm: 42_000 },
    },
  });
  const words = { customerWords: '冷却液少，排气冒白烟', mileageKm: 42_300 };
  const { id } = await desk(orders.receive, { body: { vehicleId, ...words } });
  orderId = id;
  const params = { orderId };
  const look = { methods: ['look' as const], findings: [] };
  await desk(orders.inspect, { params, body: { ...look, grade: 'minor' } });
  const lines = [
    { description: '缸盖磨平并试压', labourFen: 1_200_00 },
    { description: '更换气缸垫', labourFen: 600_00, partsFen: 380_00 },
  ];
  const quoted = await desk(orders.estimate, { params, body: { lines } });
  const answers = quoted.lines.map(({ id: lineId }) => ({ lineId, answer: 'approved' as const }));
  await desk(orders.approve, { params, body: { answers, answeredBy: '单小红', how: 'phone' } });
  await hand(orders.start, { params, body: {} });
});

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

test('WSH-05 WSH-15 a job goes to another firm by keyboard, comes back, is checked on the phone, booked and counted', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto('/sublet-partners');
    await page.getByText('老字号缸体修复').waitFor();
    await page.keyboard.press('n');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('单位名称').fill('宏达精密机加工有限责任公司汉阳分厂');
    await sheet.getByLabel('做什么').fill('缸盖磨平、压装衬套');
    await sheet.getByLabel('联系人').fill('丁建军');
    await sheet.getByLabel('联系电话').fill('13900139000');
    await sheet.getByLabel('资质（名称、编号）').fill('机动车维修备案 4201-2291');
    await picture('sublet-partner');
    await sheet.getByLabel('备注').press('Control+Enter');
    await page.getByText('宏达精密机加工').waitFor();
    await picture('sublet-partners');
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, people.advisor, password);
    await page.goto(`/service-orders/${orderId}`);
    await page.getByRole('button', { name: /交外协/ }).waitFor();
    await page.keyboard.press('o');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('外协单位').click();
    await page.getByTitle(/宏达精密/).click();
    await sheet.getByLabel('约定成本').fill('800');
    await picture('sublet-give');
    await sheet.getByLabel('约定成本').press('Control+Enter');
    await page.getByText('缸盖磨平并试压 → 宏达精密').waitFor();
    await picture('sublet-out');
    await page.goto('/board');
    await page.getByText('1 项在外协').waitFor();
    await picture('sublet-board');
    await page.goto('/sublets');
    await page.getByText('宏达精密').first().waitFor();
    await picture('sublet-list');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, people.technician, password);
    await page.goto(`/service-orders/${orderId}`);
    await page.getByText('缸盖磨平并试压 → 宏达精密').waitFor();
    expect(await page.getByText('约定成本').count()).toBe(0);
    await press(page, '已取回');
    await press(page, '验收');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('合格', { exact: true }).click();
    await sheet.getByLabel('怎么验的，哪里不合格').fill('刀口尺 0.02 mm，试压 0.4 MPa 不漏');
    await picture('sublet-check');
    await press(page, '保存');
    await page.getByText('验收记录：刀口尺').waitFor();
    await picture('sublet-passed');
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, people.advisor, password);
    await page.goto(`/service-orders/${orderId}`);
    await press(page, '成本入账');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('实付成本').fill('850');
    await sheet.getByLabel('与约定不同的原因').fill('多磨一刀');
    await picture('sublet-book');
    await sheet.getByLabel('与约定不同的原因').press('Control+Enter');
    await page.getByText('多磨一刀').waitFor();
    await picture('sublet-booked');
    await page.goto('/sublets/figures');
    await page.getByRole('rowheader', { name: /宏达精密/ }).waitFor();
    await picture('sublet-figures');
    await page
      .getByRole('row', { name: /宏达精密/ })
      .getByRole('link', { name: '1' })
      .click();
    await page.getByText('外协成本明细').first().waitFor();
    await page.getByText('多磨一刀').waitFor();
    await picture('sublet-costs');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    for (const [path, said, name] of [
      ['/sublets', '验收合格', 'sublet-list'],
      ['/sublet-partners', '宏达精密', 'sublet-partners'],
      ['/sublets/figures', '毛利率', 'sublet-figures'],
    ] as const) {
      await page.goto(path);
      await page.getByText(said).last().waitFor();
      await picture(name);
    }
  });
  const desk = await site().signIn(people.advisor, password);
  const { items } = await desk(subletRoutes.ofOrder, { params: { orderId } });
  expect(items).toMatchObject([{ state: 'passed', bookedFen: 850_00 }]);
});
