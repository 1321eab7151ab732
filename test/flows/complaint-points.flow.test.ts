import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '林晓东', post: '服务顾问', roleKeys: ['advisor'], ...advisor },
  });
});

const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check();

test.each(walkedScreens(import.meta.filename))(
  'CMP-02 CMP-06 what a customer says is taken down point by point, and each is judged (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, advisor.username, advisor.password);
      await page.goto('/complaints/new');
      await page.getByLabel('投诉内容').fill('刹车异响修了两次还响，结账还多收一百元。');
      await choose(page, '维修技术');
      await page.getByLabel('具体类别').selectOption('没修好');
      await page.getByLabel('投诉人').fill('王先生');
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByText('维修技术 › 没修好').waitFor();

      await page.getByRole('button', { name: '加一点' }).click();
      const sheet = page.getByRole('dialog', { name: '加一点' });
      await sheet.getByLabel('客户说的是什么').fill('结账多收一百元，没有先问他。');
      await choose(page, '价格');
      await sheet.getByLabel('具体类别').selectOption('超出报价');
      await picture('complaint-add-point');
      await sheet.getByRole('button', { name: '保存' }).click();
      await page.getByText('价格 › 超出报价').waitFor();

      await page.getByRole('button', { name: '响应客户' }).first().click();
      const answer = page.getByRole('dialog', { name: '响应客户' });
      await answer.getByLabel('怎样答复了客户').fill('已致电道歉。');
      await answer.getByRole('button', { name: '响应客户' }).click();
      await answer.waitFor({ state: 'detached' });

      await page.getByRole('button', { name: '记录调查' }).first().click();
      const investigation = page.getByRole('dialog', { name: '记录调查' });
      await investigation.getByLabel('调查发现').fill('看了两次工单和结账单。');
      const first = investigation.getByRole('group', { name: /第 1 点/ });
      await first.getByRole('radio', { name: '属实', exact: true }).check();
      await first.getByRole('radio', { name: '维修作业' }).check();
      await first.getByLabel('具体原因').selectOption('操作不规范');
      await first.getByLabel('原因', { exact: true }).fill('导向销没有润滑');
      await first.getByLabel('责任').fill('机修一组');
      await picture('complaint-investigate-points');
      await investigation.getByRole('button', { name: '记录调查' }).click();
      await investigation.waitFor({ state: 'detached' });
      await page.getByText('维修作业 › 操作不规范').waitFor();

      await page.getByText('待判定').waitFor();
      await page.getByRole('button', { name: '判定', exact: true }).nth(1).click();
      const judging = page.getByRole('dialog', { name: '判定' });
      await judging.getByRole('radio', { name: '不属实' }).check();
      await judging.getByRole('button', { name: '保存' }).click();
      await judging.waitFor({ state: 'detached' });
      await page.getByText('待判定').waitFor({ state: 'detached' });
      await page.getByText('投诉要点', { exact: true }).scrollIntoViewIfNeeded();
      await picture('complaint-points');
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'CMP-02 CMP-03 CMP-04 the house adds a class, retires another, and sets its terms (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/settings/complaint-classes');
      const name = `会员价没算（${screen}）`;
      await page.getByLabel('加到“价格”').fill(name);
      await page.getByLabel('加到“价格”').press('Enter');
      await page.getByText(name).waitFor();
      const retire = page.getByRole('button', { name: '停用 改装、加装' });
      await retire.click();
      await page.getByRole('button', { name: '恢复 改装、加装' }).waitFor();
      await picture('complaint-classes');
      await page.getByRole('button', { name: '恢复 改装、加装' }).click();
      await retire.waitFor();

      await page.goto('/settings/complaint-terms');
      const answer = page.getByLabel('响应客户（小时） 一般');
      await answer.fill('25');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('不能这么长').waitFor();
      await answer.fill('12');
      await page.getByLabel('超时后告诉负责人（分钟） 重大').fill('30');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('投诉时限已保存').waitFor();
      await picture('complaint-terms');
    });
  },
);
