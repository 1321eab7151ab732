import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const names = ['王芳', '李建国', '珠海香洲物流有限公司', '欧阳修远', '买买提·艾力'];
const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  for (const [at, name] of names.entries()) {
    const phone = `1380013800${at}`;
    const { id: ownerId } = await call(customerRoutes.add, { body: { name, phone } });
    const plate = `粤C1234${at}`;
    await call(vehicleRoutes.add, { body: { plate, model: '卡罗拉 1.8L', ownerId } });
  }
});

test.each(walkedScreens(import.meta.filename))(
  'ARC-09 a list is taken out as it is shown, says what for, and stands on record (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/customers?q=13800138');
      await page.getByRole('button', { name: '导出' }).click();
      await page.getByText('共 5 条').waitFor();
      await picture('export-asked');
      await page.getByRole('button', { name: '导出 Excel' }).click();
      await page.getByText('请写明用途').waitFor();
      await page.getByLabel('导出用途').fill('保养活动电话邀约');
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出 Excel' }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toMatch(/^客户 DC\d{6}-\d{3}\.xlsx$/);
      const book = new exceljs.Workbook();
      await book.xlsx.readFile(await file.path());
      expect(book.worksheets[0]!.rowCount).toBe(6);
      await page.getByText('已导出 5 条').waitFor();
      await picture('export-done');
      await page.getByRole('button', { name: '关闭' }).last().click();
      await page.goto('/exports');
      await page.getByText('保养活动电话邀约').first().waitFor();
      await picture('exports');
      await page.getByRole('button', { name: '修改' }).first().click();
      await page.getByRole('spinbutton').fill('3');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('3 条', { exact: true }).waitFor();
      await page.goto('/customers');
      await page.getByRole('button', { name: '导出' }).click();
      await page.getByText('超过了今天剩下的条数').waitFor();
      expect(await page.getByRole('button', { name: '导出 Excel' }).isDisabled()).toBe(true);
      await picture('export-refused');
      await page.keyboard.press('Escape');
      await page.goto('/exports');
      await page.getByRole('button', { name: '修改' }).first().click();
      await page.getByRole('spinbutton').fill('4321');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('4,321 条', { exact: true }).waitFor();
    });
  },
);
