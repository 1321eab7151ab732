import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const site = siteForThisFile(async (site) => {
  await site.setUp();
});

async function workbook(): Promise<Buffer> {
  const book = new exceljs.Workbook();
  book
    .addWorksheet('员工')
    .addRows([
      ['城东汽车服务中心员工花名册'],
      ['序号', '姓名', '手机', '岗位', '门店'],
      [1, '赵敏', 13800138001, '服务顾问', ''],
      [2, '钱进', '138-0013-8002', '顾问', '城东汽车服务中心'],
      [3, '孙立', '13800138003', '技师', '城南店'],
      [4, '赵 敏', '', '服务顾问', ''],
      [5, '周建国', '', '', ''],
    ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test.each(walkedScreens(import.meta.filename))(
  'ARC-09 ORG-04 a list of employees comes in: mended, asked about, imported, undone (%s)',
  async (screen) => {
    const bytes = await workbook();
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/people');
      await page.getByRole('button', { name: '导入名单' }).click();
      await expect.poll(() => page.getByRole('radio', { name: /^员工/ }).isChecked()).toBe(true);
      await picture('import-employees-kind');
      await choose(page, bytes);
      await page.getByText('没有这个岗位').first().waitFor();
      await page.getByText('没有这家门店').first().waitFor();
      await picture('import-employees-held');
      await page.getByRole('button', { name: '改为 服务顾问' }).click();
      await page
        .getByRole('button', { name: /^保\s?存$/ })
        .first()
        .click();
      await page.getByText('第 4 行已通过').waitFor();
      await tile(page, '待确认').click();
      await page.getByText('与第 3 行可能是同一个人').waitFor();
      await page.getByText('名册中可能已有这个人').waitFor();
      await picture('import-employees-questions');
      await page.getByRole('button', { name: '是两个人' }).first().click();
      await page.getByRole('button', { name: '导入 3 行' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
      await page.getByRole('heading', { name: '已导入 3 位员工' }).waitFor({ timeout: 60_000 });
      await picture('import-employees-done');
      const imported = page.url();
      await page.getByRole('link', { name: '看员工名册' }).click();
      await page.getByText('钱进').first().waitFor();
      await picture('import-employees-people');
      await page.goto(imported);
      await page.getByRole('button', { name: '撤销这次导入' }).click();
      await picture('import-employees-undo');
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
      await page.getByRole('heading', { name: '已撤销' }).waitFor({ timeout: 60_000 });
      await page.goto('/imports');
      await page.getByText('已撤销').first().waitFor();
      await picture('import-employees-list');
    });
    const call = await site().signIn(owner.username, owner.password);
    const { items } = await call(peopleRoutes.listEmployees, {});
    expect(items.map(({ name }) => name)).toEqual([owner.employeeName]);
  },
);

const tile = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^[\\d,]+ ?${name}`) });

async function choose(page: Page, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /点这里选择文件/ }).click();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await (await chooser).setFiles({ name: '员工花名册.xlsx', mimeType, buffer });
  await page.waitForURL('**/imports/*-*');
}
