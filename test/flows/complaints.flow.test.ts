import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, siteForThisFile, walk, walkedScreens } from './support.ts';

const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
const supervisor = { username: 'zhaomin', password: '院子里的柿子红了' };
const technician = { username: 'shilei', password: '河边的风车慢慢转' };
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
  const colleagues = [
    { name: '赵敏', post: '客服主管', roleKeys: ['supervisor'], ...supervisor },
    { name: '石磊', post: '机修技师', roleKeys: ['technician'], ...technician },
  ];
  for (const body of colleagues) await call(peopleRoutes.addEmployee, { body });
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

test.each(walkedScreens(import.meta.filename))(
  'CMP-01 CMP-03 CMP-11 a call becomes a complaint with a clock, and closes as a whole ring (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, advisor.username, advisor.password);
      await page.goto('/complaints/new');
      await page.getByLabel('投诉内容').fill('雨刮昨天换的今天就掉了，在高速上很危险。');
      await choose(page, '配件');
      // A landline without its area code is asked about, and refused to nobody.
      await page.getByRole('textbox', { name: '电话', exact: true }).fill('8888666');
      await page.getByLabel('车牌、电话或姓名').fill('12345');
      await page.getByText('这个号码可能拨不通').waitFor();
      await page.getByRole('button', { name: /单小红/ }).click();
      await picture('complaint-intake');
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByText('24 小时内响应', { exact: true }).first().waitFor();
      await picture('complaint-received');
      await take(page, '响应客户', () => page.getByLabel('怎样答复了客户').fill('已致电道歉。'));
      await take(page, '记录调查', async () => {
        await page.getByLabel('调查发现').fill('卡扣没有压到位。');
        await choose(page, '属实');
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

/** Another person sits down at the same screen. */
async function changeTo(page: Page, who: { username: string; password: string }): Promise<void> {
  await page.context().clearCookies();
  await enter(page, who.username, who.password);
}

test.each(walkedScreens(import.meta.filename))(
  'CMP-05 CMP-07 CMP-11 a call is assessed, a colleague has a task, a solution above the limit is approved, and it closes (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, advisor.username, advisor.password);
      await page.goto('/complaints/new');
      await page.getByLabel('投诉内容').fill('刹车异响修了两次还响，耽误我两天。');
      await choose(page, '维修技术');
      await page.getByLabel('车牌、电话或姓名').fill('12345');
      await page.getByRole('button', { name: /单小红/ }).click();
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByText('24 小时内响应', { exact: true }).first().waitFor();
      const address = page.url();
      await take(page, '评估级别', async () => {
        await choose(page, '升级');
        await page.getByLabel('理由', { exact: true }).fill('同一问题两次返修');
      });
      await take(page, '响应客户', () => page.getByLabel('怎样答复了客户').fill('已致电道歉。'));
      await take(page, '记录调查', async () => {
        await page.getByLabel('调查发现').fill('导向销缺油。');
        await choose(page, '属实');
        await page.getByLabel('原因', { exact: true }).fill('导向销没有润滑');
      });
      await page.getByRole('button', { name: '交办任务' }).click();
      await page.getByLabel('做什么').fill('复查导向销并试车');
      await page.getByLabel('负责人').selectOption({ label: '石磊 · 机修技师' });
      await page.getByLabel('期限').fill('2030-01-15');
      await picture('complaint-give-task');
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
      await page.getByText('参与：石磊').waitFor();

      await page.getByRole('button', { name: '起草方案' }).click();
      await page.getByLabel('方案怎样说给客户').fill('免费返修，并借您一辆代步车。');
      await page.getByLabel('内容', { exact: true }).fill('返修工时全免');
      await page.getByLabel('金额（元）').fill('600');
      await page.getByLabel('期限').fill('2030-01-16');
      await picture('complaint-draft-solution');
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
      await page.getByText('待批准', { exact: true }).waitFor();

      await changeTo(page, supervisor);
      await page.goto(address);
      await page.getByRole('button', { name: '批准', exact: true }).waitFor();
      await page.getByText('待批准', { exact: true }).scrollIntoViewIfNeeded();
      await picture('complaint-approve');
      await page.getByRole('button', { name: '批准', exact: true }).click();
      await page.getByText('待客户答复', { exact: true }).waitFor();

      await changeTo(page, technician);
      await page.goto('/complaint-tasks');
      await page.getByLabel('写下结果').fill('已复查，润滑后试车无异响。');
      await picture('complaint-own-tasks');
      await page.getByRole('button', { name: '办结' }).click();
      await page.getByText('没有要您办的投诉任务。').waitFor();

      await changeTo(page, advisor);
      await page.goto(address);
      await page.getByRole('button', { name: '记客户答复' }).click();
      await page.getByLabel('客户怎么说').fill('可以，周三来。');
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
      await page.getByText('客户接受', { exact: true }).waitFor();
      await page.getByText('客户接受', { exact: true }).scrollIntoViewIfNeeded();
      await picture('complaint-agreed');
      await page.getByRole('button', { name: '填结果' }).click();
      await page.getByLabel('结果', { exact: true }).fill('已返修。');
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
      await page.getByRole('button', { name: '填结果' }).waitFor({ state: 'detached' });
      await take(page, '反馈客户', () =>
        page.getByLabel('告诉了什么、预期效果、客户的意见').fill('已修好，客户认可。'),
      );
      await take(page, '询问满意度', () => choose(page, '满意'));
      await take(page, '总结改进', () =>
        page.getByLabel('学到什么、怎样改进').fill('换片作业表加一项。'),
      );
      await page.getByRole('img', { name: '闭环 6/6' }).waitFor();
      await take(page, '结案', async () => undefined);
      await page.getByText('已结案', { exact: true }).first().waitFor();
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'CMP-03 who writes waits to hear that it is received; whom one speaks with does not; an anonymous one has nobody (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, advisor.username, advisor.password);
      await page.goto('/complaints/new');
      await page.getByLabel('投诉内容').fill('洗车把后视镜碰歪了，没人跟我说。');
      await choose(page, '服务态度');
      await page.getByLabel('投诉人', { exact: true }).and(page.locator('input')).fill('单小红');
      const told = page.getByRole('radiogroup', { name: '告知受理' });
      await told.getByRole('radio', { name: '已当场告知' }).waitFor();
      await told.scrollIntoViewIfNeeded();
      await picture('complaint-receipt-at-once');
      await page
        .getByRole('radiogroup', { name: '渠道' })
        .getByRole('radio', { name: '企业微信' })
        .check();
      await told.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByText('告知投诉已受理', { exact: true }).waitFor();
      await picture('complaint-receipt-due');
      await page.getByRole('button', { name: '告知受理', exact: true }).click();
      const sheet = page.getByRole('dialog', { name: '告知受理' });
      await sheet.getByRole('radio', { name: '短信' }).check();
      await picture('complaint-receipt-sheet');
      await sheet.getByRole('button', { name: '告知受理' }).click();
      await sheet.waitFor({ state: 'detached' });
      await page.getByText(/· 短信$/).waitFor();
      await picture('complaint-receipt-told');

      await page.goto('/complaints/new');
      await page.getByLabel('投诉内容').fill('店门口占道停车。');
      await choose(page, '其他');
      await choose(page, '匿名投诉');
      await page.getByText('匿名投诉，没有可告知的人，不计时').waitFor();
      await picture('complaint-anonymous');
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByText('24 小时内响应', { exact: true }).first().waitFor();
      await page.getByText('匿名投诉，没有可告知的人，不计时').scrollIntoViewIfNeeded();
      await picture('complaint-anonymous-received');
    });
  },
);
