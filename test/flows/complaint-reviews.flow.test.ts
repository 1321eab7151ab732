import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  await call(peopleRoutes.addEmployee, {
    body: {
      name: '林晓东',
      post: '服务顾问',
      roleKeys: ['advisor'],
      username: 'linxiaodong',
      password: '雨后山里的石板路',
    },
  });
  for (let car = 0; car < 12; car++) {
    const { vehicleId } = await call(vehicleRoutes.arrive, {
      body: {
        plate: `鄂A·${12_345 + car}`,
        customerName: '单小红',
        phone: `138712345${10 + car}`,
        model: '大众 帕萨特',
        mileageKm: 42_000,
      },
    });
    await call(serviceOrderRoutes.receive, {
      body: { vehicleId, customerWords: '刹车异响', mileageKm: 42_000 },
    });
  }
  for (const [kind, times] of [
    ['repairTechnique', 4],
    ['timeliness', 2],
    ['price', 1],
  ] as const) {
    for (let more = 0; more < times; more++) {
      await call(complaintRoutes.receive, {
        body: {
          channel: 'phone',
          complainantName: '单小红',
          kind,
          content: '刹车异响修了两次还响，说好昨天给答复也没有人打电话。',
        },
      });
    }
  }
});

/** Ant Design's select: opened, then the option that is seen. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}

test.each(walkedScreens(import.meta.filename))(
  'CMP-13 CMP-14 a pack is made, minutes save themselves, a measure becomes a promise (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/complaint-analysis');
      await page.getByRole('heading', { name: '按类别' }).waitFor();
      await picture('complaint-analysis');
      await page.getByRole('heading', { name: '按车型' }).scrollIntoViewIfNeeded();
      await picture('complaint-analysis-bars');
      await page
        .getByRole('link', { name: /维修技术/ })
        .first()
        .click();
      await page.getByText('按类别：维修技术', { exact: false }).waitFor();
      await picture('complaint-analysis-records');
      await page.goto('/complaint-analysis');
      await page.getByRole('button', { name: '生成会议资料' }).click();
      const sheet = page.getByRole('dialog', { name: '生成会议资料' });
      await sheet.waitFor();
      await picture('complaint-review-make');
      await sheet.getByRole('button', { name: '生成', exact: true }).click();
      await page.getByRole('heading', { name: '会议纪要' }).waitFor();
      const minutes = '导向销缺油是主因，作业表要加一项。';
      await page.getByLabel('会议纪要').fill(minutes);
      await page.getByText('已保存', { exact: true }).waitFor();
      await page.getByRole('button', { name: '定措施' }).click();
      await page.getByLabel('做什么').fill('换片作业表加一项：导向销清洁润滑');
      await pick(page, '针对类别', '维修技术');
      await pick(page, '责任人', owner.employeeName);
      await page.getByLabel('完成日期').fill('2099-12-05');
      await picture('complaint-measure-agree');
      await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
      await page.getByRole('heading', { name: '换片作业表加一项：导向销清洁润滑' }).waitFor();
      await page.reload();
      await page.getByText(minutes).waitFor();
      await picture('complaint-review');
      await page.getByRole('button', { name: '全屏演示' }).click();
      await page.getByRole('dialog', { name: '全屏演示' }).waitFor();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('heading', { name: '投诉率走势', level: 1 }).waitFor();
      await picture('complaint-review-show');
      await page.getByRole('button', { name: '结束演示' }).click();
      await page.goto('/complaint-measures');
      await page
        .getByRole('heading', { name: /导向销清洁润滑/ })
        .first()
        .waitFor();
      await picture('complaint-measures');
    });
  },
);
