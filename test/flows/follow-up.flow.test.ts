import { expect, test } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { followUpRoutes, matterRoutes } from '#modules/follow-ups/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import {
  type Caller,
  enter,
  enterOnScreen,
  owner,
  type Site,
  siteForThisFile,
  walk,
} from './support.ts';

const agent = { username: 'limei', password: '雨后山里的石板路' };
const customers = [
  { plate: '鄂A12345', customerName: '王秀英', phone: '13871234567', model: '大众 帕萨特' },
  { plate: '鄂A23456', customerName: '李强', phone: '13871234568', model: '比亚迪 秦PLUS' },
];

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '李梅', post: '客服专员', roleKeys: ['followUpAgent'], ...agent },
  });
  for (const customer of customers) await visit(call, customer);
  await site.moveTo(await firstMorning(site, call));
});

/** Comes with a question and leaves with an answer: followed up like every other visit (FUP-01). */
async function visit(call: Caller, customer: (typeof customers)[number]): Promise<void> {
  const { vehicleId } = await call(vehicleRoutes.arrive, { body: customer });
  const body = { vehicleId, customerWords: '刹车有异响', mileageKm: 42_000 };
  const { id: orderId } = await call(serviceOrderRoutes.receive, { body });
  const params = { orderId };
  await call(serviceOrderRoutes.leaveUnrepaired, { params, body: { diagnosis: '建议换刹车片' } });
}

/** Ten o'clock on the first day of the window, as the house itself reckoned it. */
async function firstMorning(site: Site, call: Caller): Promise<string> {
  const { now } = await call(peopleRoutes.session, {});
  await site.moveTo(new Date(Date.parse(now) + 60_000).toISOString());
  const { items } = await call(followUpRoutes.list, { query: { rule: 'first' } });
  return `${items[0]!.earliestOn}T02:00:00.000Z`;
}

test('issue 2: from the day list to a complaint and a matter, all by keyboard (FUP-04, CMP-01)', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await enterOnScreen(page, agent.username, agent.password);
    await page.waitForURL('**/calls');
    await page.getByText(customers[0]!.customerName).waitFor();
    await picture('calls');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/calls/*');
    await page.getByRole('button', { name: '未接通' }).waitFor();
    await page.keyboard.press('e');
    await page.getByLabel('地址').fill('武汉市洪山区珞喻路 1 号');
    await picture('call-bench-archive');
    await page.getByLabel('地址').press('Enter');
    await page.getByText('档案已更新').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    for (const key of ['1', '1', '3', 't', '1', 'n']) await page.keyboard.press(key);
    await page.keyboard.type('异响没有解决，客户着急');
    await page.reload();
    await page.getByText('异响没有解决，客户着急').waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('投诉内容').fill('刹车异响没有修好');
    await page.getByLabel('投诉内容').blur();
    await page.keyboard.press('m');
    await page.getByLabel('客户要什么').fill('补寄发票');
    await picture('call-bench');
    const first = page.url();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((address) => address.href !== first);
    await page.getByRole('button', { name: '未接通' }).waitFor();
  });
  const call = await site().signIn(owner.username, owner.password);
  const complaints = await call(complaintRoutes.list, {});
  expect(complaints.items).toHaveLength(1);
  const { items } = await call(matterRoutes.list, {});
  expect(items.map(({ content, state }) => [content, state])).toEqual([['补寄发票', 'open']]);
});

test('issue 2: nobody answers, with the thumb; the next try is planned by itself', async () => {
  await walk(site(), 'phone', async (page, picture) => {
    await enterOnScreen(page, agent.username, agent.password);
    await page.waitForURL('**/calls');
    await page.getByRole('link', { name: '开始拨打' }).click();
    await page.getByRole('button', { name: '未接通' }).click();
    await picture('call-bench');
    await page.getByRole('button', { name: '无人接听' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL('**/calls');
    await page.getByText('已拨 1 次').waitFor();
    await picture('calls');
  });
});

test('issue 7: a rule is tried out and then changed, at the desk and with the thumb (FUP-01)', async () => {
  for (const screen of ['desk', 'phone'] as const) {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/calls?by=kind');
      await page.getByText('刚取车，问题越早听到越好补救').waitFor();
      await picture('calls-by-kind');
      await page.getByRole('button', { name: '回访分配' }).click();
      await page.getByRole('button', { name: '分给别人' }).first().click();
      await picture('call-loads');
      await page.keyboard.press('Escape');
      await page.goto('/settings/follow-up-rules');
      await page.getByText('久未进厂').waitFor();
      await picture('follow-up-rules');
      await page.getByRole('link', { name: '来访咨询后第一次' }).click();
      await page.getByLabel('最晚第几天').fill(screen === 'desk' ? '5' : '6');
      await page.getByRole('button', { name: '试算 60 天' }).click();
      await page.getByText('已安排 1 个').waitFor();
      await picture('follow-up-rule');
      await page.getByRole('button', { name: '保存为新的一版' }).click();
      await page.getByText(screen === 'desk' ? '本单位第 1 版' : '本单位第 2 版').waitFor();
    });
  }
});
