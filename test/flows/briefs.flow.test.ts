import { expect, test } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type Caller, enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const agent = { username: 'limei', password: '雨后山里的石板路' };
const customers = ['王秀英', '李强', '赵敏', '钱多多', '孙立'];

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '李梅', post: '客服专员', roleKeys: ['followUpAgent'], ...agent },
  });
  for (const [at, customerName] of customers.entries()) await visit(call, customerName, at);
  await call(complaintRoutes.receive, {
    body: {
      channel: 'phone',
      complainantName: '赵敏',
      kind: 'timeliness',
      content: '说好下午四点取车，等到六点半也没有人来说一声。',
    },
  });
  const { now } = await call(peopleRoutes.session, {});
  await site.moveTo(new Date(Date.parse(now) + 60_000).toISOString());
  const { items } = await call(followUpRoutes.list, { query: { rule: 'first' } });
  await site.moveTo(`${items[0]!.earliestOn}T02:00:00.000Z`);
  const calls = await site.signIn(agent.username, agent.password);
  const talked = { result: 'connected', reason: 'talked' } as const;
  const said = [
    { ...talked, mainPoints: '车好开，师傅讲得清楚，下次还来', satisfaction: 5 },
    { ...talked, mainPoints: '等了两个多小时没有人来说一声', satisfaction: 2 },
    { ...talked, mainPoints: '都好', satisfaction: 4 },
    { result: 'notConnected', reason: 'noAnswer' } as const,
  ];
  const due = await calls(followUpRoutes.due, { query: {} });
  for (const [at, body] of said.entries()) {
    const params = { followUpId: due.items[at]!.id };
    await calls(followUpRoutes.record, { params, body });
  }
});

/** Comes with a question and leaves with an answer: followed up like every other visit (FUP-01). */
async function visit(call: Caller, customerName: string, at: number): Promise<void> {
  const { vehicleId } = await call(vehicleRoutes.arrive, {
    body: {
      plate: `鄂A${12_345 + at}`,
      customerName,
      phone: `138712345${10 + at}`,
      model: '大众 帕萨特',
    },
  });
  const body = { vehicleId, customerWords: '刹车有异响', mileageKm: 42_000 };
  const { id: orderId } = await call(serviceOrderRoutes.receive, { body });
  await call(serviceOrderRoutes.leaveUnrepaired, {
    params: { orderId },
    body: { diagnosis: '建议换刹车片' },
  });
}

test.each(walkedScreens(import.meta.filename))(
  'FUP-12 ASM-01 a figure opens its records; a brief is drawn up, written, presented and signed (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/indicators');
      await page.getByText('75%', { exact: true }).first().waitFor();
      await picture('indicators');
      await page.getByRole('heading', { name: '按人员' }).scrollIntoViewIfNeeded();
      await picture('indicators-people');
      await page
        .getByRole('link', { name: /接通率/ })
        .first()
        .click();
      await page.getByText('王秀英').first().waitFor();
      await picture('indicator-records');
      // The desk draws up the month, the phone the year: there is one of each.
      await page.goto('/briefs');
      await page.getByRole('button', { name: '起草' }).waitFor();
      if (screen === 'desk') await picture('briefs-empty');
      await page.getByRole('button', { name: '起草' }).click();
      const sheet = page.getByRole('dialog', { name: '起草月报或年度总结' });
      await sheet.waitFor();
      const { now } = await (await site().signIn(owner.username, owner.password))(
        peopleRoutes.session,
        {},
      );
      await sheet.getByLabel('哪一期').fill(now.slice(0, 10));
      if (screen === 'phone') {
        await sheet.getByLabel('种类').click();
        await page.locator('.ant-select-item-option', { hasText: '年度总结' }).first().click();
      }
      await picture('brief-draft');
      await sheet.getByRole('button', { name: '起草', exact: true }).click();
      await page.getByLabel('下期安排').waitFor();
      await picture('brief');
      const plan = '下月起每天下午两点前把等车超过一小时的客户都告知一遍，李梅负责。';
      await page.getByLabel('下期安排').fill(plan);
      await page.getByText('已保存', { exact: true }).waitFor();
      await page.reload();
      await page.getByText(plan).waitFor();
      await page.getByRole('heading', { name: '典型案例' }).scrollIntoViewIfNeeded();
      await picture('brief-cases');
      if (screen === 'desk') {
        await page.getByRole('heading', { name: '典型案例' }).click();
        await page.keyboard.press('p');
      } else await page.getByRole('button', { name: '全屏演示' }).click();
      const show = page.getByRole('dialog', { name: '全屏演示' });
      await show.waitFor();
      await picture('brief-show');
      await page.keyboard.press('ArrowRight');
      await show.getByRole('heading', { name: '本期小结', level: 1 }).waitFor();
      await page.keyboard.press('ArrowRight');
      // Which figures have a course depends on the day of the month: what is due later is not counted yet.
      await show.getByRole('img', { name: /走势/ }).waitFor();
      await picture('brief-show-trend');
      await page.keyboard.press('End');
      await show.getByText(plan).waitFor();
      await page.keyboard.press('Escape');
      await show.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '签发', exact: true }).click();
      await page.getByText('已签发，不再修改').first().waitFor();
      expect(await page.getByLabel('下期安排').count()).toBe(0);
      await picture('brief-signed');
      await page.goto('/briefs');
      await page.getByText('已签发', { exact: true }).first().waitFor();
      await picture('briefs');
    });
  },
);
