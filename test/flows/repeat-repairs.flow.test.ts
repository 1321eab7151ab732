import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { repeatRepairRoutes } from '#modules/repeat-repairs/contract.ts';
import { serviceOrderRoutes as routes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk } from './support.ts';

const password = '雨后山里的石板路';
const people = {
  inspector: 'chenguodong',
  technician: 'zhangwei',
  advisor: 'linxiaodong',
} as const;
const vehicleIds: string[] = [];

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  for (const [name, role, post] of [
    ['陈国栋', 'inspector', '检验员'],
    ['张伟', 'technician', '技师'],
    ['林晓东', 'advisor', '服务顾问'],
  ] as const) {
    const body = { name, post, roleKeys: [role], username: people[role], password };
    await call(peopleRoutes.addEmployee, { body });
  }
  await site.moveTo('2027-03-15T01:00:00.000Z');
  for (const [plate, customerName, phone] of [
    ['鄂A12345', '单小红', '13871234567'],
    ['鄂A67890', '欧阳思远', '13871234568'],
  ] as const) {
    const desk = await site.signIn(people.advisor, password);
    const { vehicleId } = await desk(vehicleRoutes.arrive, {
      body: { plate, customerName, phone, model: '大众 帕萨特', mileageKm: 42_000 },
    });
    vehicleIds.push(vehicleId);
    await delivered(site, vehicleId);
  }
  await site.moveTo('2027-03-20T01:00:00.000Z');
});

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();

/** A car repaired and gone. */
async function delivered(at: ReturnType<typeof site>, vehicleId: string): Promise<void> {
  const desk = await at.signIn(people.advisor, password);
  const hand = await at.signIn(people.technician, password);
  const inspector = await at.signIn(people.inspector, password);
  const words = { customerWords: '刹车异响', mileageKm: 42_300 };
  const { id: orderId } = await desk(routes.receive, { body: { vehicleId, ...words } });
  const params = { orderId };
  const look = { methods: ['look' as const], findings: [] };
  await desk(routes.inspect, { params, body: { ...look, grade: 'minor' } });
  const lines = [
    { description: '更换前摩擦片', labourFen: 180_00 },
    { description: '清洁制动卡钳', labourFen: 60_00 },
  ];
  const quoted = await desk(routes.estimate, { params, body: { lines } });
  const answers = quoted.lines.map(({ id }) => ({ lineId: id, answer: 'approved' as const }));
  await desk(routes.approve, { params, body: { answers, answeredBy: '车主', how: 'phone' } });
  await hand(routes.start, { params, body: {} });
  for (const { lineId } of answers) {
    await hand(routes.markDone, { params: { ...params, lineId }, body: { done: true } });
  }
  await hand(routes.selfCheck, { params, body: { passed: true } });
  await hand(routes.teamCheck, { params, body: { passed: true } });
  await inspector(routes.finalInspect, { params, body: { ...look, passed: true } });
  const payments = [{ method: 'wechat' as const, amountFen: 240_00 }];
  await desk(routes.settle, { params, body: { totalFen: 240_00, payments, oldParts: 'return' } });
  await desk(routes.deliver, { params, body: { acceptedBy: '车主' } });
}

test('WSH-10 WSH-14 at the desk a car back after five days is seen at reception, confirmed, and counted', async () => {
  let orderId = '';
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, people.advisor, password);
    await page.goto(`/service-orders/new?vehicleId=${vehicleIds[0]}`);
    await page.getByText('5 天前在本店修过').waitFor();
    await page.getByLabel('进厂里程').fill('42500');
    await page.getByText('200 公里前在本店修过').waitFor();
    await picture('repeat-arrival');
    await page.getByLabel('客户原话').fill('刹车还是吱吱响');
    await press(page, '接车，开工单');
    await page.waitForURL(/service-orders\/[0-9a-f-]{36}$/);
    orderId = page.url().split('/').at(-1)!;
    await page.getByText('待判断').waitFor();
    await picture('repeat-proposed');
    await page.getByRole('button', { name: '是返修，免费' }).waitFor();
    await page.keyboard.press('r');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('更换前摩擦片').check();
    await sheet.getByLabel('现在的故障').fill('低速刹车吱吱响，右前轮');
    await picture('repeat-confirm');
    await sheet.getByLabel('现在的故障').press('Control+Enter');
    await page.getByText('这次返修免费').waitFor();
    await picture('repeat-confirmed');
    await page.goto('/repeat-repairs');
    await page.getByText('更换前摩擦片').first().waitFor();
    await picture('repeat-list');
    await page.goto('/repeat-repairs/figures');
    await page.getByRole('rowheader', { name: '张伟' }).waitFor();
    await picture('repeat-figures');
    await page.getByText('按项目').click();
    await page.getByRole('rowheader', { name: '更换前摩擦片' }).waitFor();
    await page
      .getByRole('row', { name: /更换前摩擦片/ })
      .getByRole('link', { name: '2' })
      .click();
    await page.getByText('计入的交车工单').first().waitFor();
    await page.getByText('回来返修').first().waitFor();
    await picture('repeat-orders');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, people.inspector, password);
    await page.goto(`/service-orders/${orderId}`);
    await page.getByRole('button', { name: '查明原因' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('配件质量').check();
    await sheet.getByLabel('怎么回事，凭什么这样说').fill('摩擦片批次偏硬，换另一批次后无异响');
    await picture('repeat-judge');
    await sheet.getByRole('button', { name: '保存' }).click();
    await page.getByText('配件质量：摩擦片批次偏硬').waitFor();
    await picture('repeat-judged');
  });
  const desk = await site().signIn(people.advisor, password);
  const { repeatRepair } = await desk(repeatRepairRoutes.ofOrder, { params: { orderId } });
  expect(repeatRepair).toMatchObject({ state: 'confirmed', causeKind: 'part', attempt: 1 });
});

test('WSH-14 on the phone a return is declined for a reason', async () => {
  const desk = await site().signIn(people.advisor, password);
  const { id } = await desk(routes.receive, {
    body: { vehicleId: vehicleIds[1]!, customerWords: '空调不凉', mileageKm: 42_600 },
  });
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, people.advisor, password);
    await page.goto(`/service-orders/${id}`);
    await page.getByRole('button', { name: '不是返修' }).click();
    const sheet = page.getByRole('dialog');
    await press(page, '是另一个部位的新故障');
    await picture('repeat-decline');
    await sheet.getByRole('button', { name: '保存' }).click();
    await page.getByText('林晓东 判断').waitFor();
    await page.goto('/repeat-repairs');
    await page.getByText('不是返修').last().waitFor();
    await picture('repeat-list');
    await page.goto('/repeat-repairs/figures');
    await page.getByRole('rowheader', { name: '张伟' }).waitFor();
    await picture('repeat-figures');
  });
});

test('WSH-14 the house promises longer guarantees than the law', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto('/settings/repair-guarantees');
    const minor = page.getByRole('group', { name: '小修' });
    await minor.getByLabel('天数').fill('90');
    await minor.getByLabel('公里数').fill('5000');
    await press(page, '公布承诺');
    await page.getByText('已公布').waitFor();
    await picture('repeat-guarantees');
    await page.reload();
    await page.getByText('本店承诺自 2027-03-20 起').waitFor();
  });
});
