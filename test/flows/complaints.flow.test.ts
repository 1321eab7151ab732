import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { bothScreens, enter, siteForThisFile, walk } from './support.ts';

const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
const car = {
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
  await call(vehicleRoutes.arrive, { body: car });
});

const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check();

/** Opens a step's sheet, fills what it asks, and waits until it is on record. */
async function take(page: Page, step: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).first().click();
  const sheet = page.getByRole('dialog', { name: step });
  await sheet.waitFor();
  await fill();
  await sheet.getByRole('button', { name: step }).click();
  await sheet.waitFor({ state: 'detached' });
}

test.each(bothScreens)(
  'CMP-01 CMP-03 CMP-11 a call becomes a complaint with a clock, and closes as a whole ring (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, advisor.username, advisor.password);
      await page.goto('/complaints/new');
      await page.getByLabel('投诉内容').fill('雨刮昨天换的今天就掉了，在高速上很危险。');
      await choose(page, '配件');
      await page.getByLabel('车牌、电话或姓名').fill('12345');
      await page.getByRole('button', { name: /单小红/ }).click();
      await picture('complaint-intake');
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByText('24 小时内响应', { exact: true }).first().waitFor();
      await picture('complaint-received');
      await take(page, '响应客户', () => page.getByLabel('怎样答复了客户').fill('已致电道歉。'));
      await take(page, '记录调查', async () => {
        await page.getByLabel('调查发现').fill('卡扣没有压到位。');
        await page.getByLabel('原因', { exact: true }).fill('安装后没有复查');
      });
      await take(page, '记录方案', async () => {
        await page.getByLabel('给客户的方案').fill('免费重装');
        await page.getByLabel('采取的措施').fill('更换雨刮并复查');
        await choose(page, '接受');
      });
      await take(page, '反馈客户', () =>
        page.getByLabel('告诉了什么、预期效果、客户的意见').fill('已装好，客户认可。'),
      );
      await take(page, '询问满意度', () => choose(page, '满意'));
      await take(page, '总结改进', () =>
        page.getByLabel('学到什么、怎样改进').fill('交车前检查加一项：雨刮卡扣。'),
      );
      await page.getByRole('img', { name: '闭环 6/6' }).waitFor();
      await take(page, '结案', async () => undefined);
      await page.getByText('已结案', { exact: true }).first().waitFor();
      await picture('complaint-closed');
    });
  },
);
