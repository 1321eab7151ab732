import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const ids: string[] = [];
const site = siteForThisFile(async (site) => {
  await site.setUp();
  const call = await site.signIn(owner.username, owner.password);
  const people = [
    { name: '赵敏', phone: '13800138001' },
    { name: '钱进', phone: '13800138002' },
    { name: '孙立', phone: '13800138003' },
  ];
  for (const body of people) ids.push((await call(customerRoutes.add, { body })).id);
});

async function workbook(): Promise<Buffer> {
  const book = new exceljs.Workbook();
  book
    .addWorksheet('会员余额')
    .addRows([
      ['会员储值余额表（老系统导出）'],
      [
        '卡号',
        '姓名',
        '手机号',
        '会员等级',
        '积分',
        '本金余额',
        '赠送余额',
        '套餐',
        '剩余次数',
        '有效期至',
        '单次价格',
      ],
      [
        '8001',
        '赵敏',
        13800138001,
        '金卡',
        1200,
        1234.5,
        '￥200',
        '洗车 10 次卡',
        7,
        '2029-12-31',
        30,
      ],
      ['8002', '钱进', '138-0013-8002', '', '300', '2,000.00', 0, '', '', '', ''],
      ['8003', '孙立', '13800138003', '', '', '－50', '', '', '', '', ''],
      ['8004', '周建国', '13800138004', '', '', '600', '', '', '', '', ''],
      ['8005', '钱进', '13800138002', '', '', '88', '', '', '', '', ''],
      ['合计', '', '', '', 1500, 3872.5, 200, '', 7, '', ''],
    ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test.each(walkedScreens(import.meta.filename))(
  'ARC-07 ARC-09 balances of another program come in: checked, sums confirmed, seen on the card, taken back (%s)',
  async (screen) => {
    const bytes = await workbook();
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/imports?kind=balances');
      await expect
        .poll(() => page.getByRole('radio', { name: /^会员余额/ }).isChecked())
        .toBe(true);
      await picture('import-balances-kind');
      await choose(page, bytes);
      await page.getByText('金额是负数').first().waitFor();
      await page.getByText('档案里没有找到这位客户').first().waitFor();
      await picture('import-balances-held');
      await page.getByRole('button', { name: '1 列对应' }).click();
      await page.getByRole('combobox', { name: /^单次价格/ }).waitFor();
      await picture('import-balances-columns');
      await page.getByRole('button', { name: '2 核对' }).click();
      await tile(page, '待确认').click();
      await page.getByText('与第 4 行是同一位客户').waitFor();
      await picture('import-balances-question');
      await page.getByRole('button', { name: '两行都导入' }).first().click();
      await page.getByRole('button', { name: '导入 3 行' }).click();
      const sure = page.getByRole('dialog').getByRole('button', { name: '确定' });
      expect(await sure.isDisabled()).toBe(true);
      await page.getByLabel('合计已与原系统的报表核对一致').check();
      await picture('import-balances-sums');
      await sure.click();
      await page.getByRole('heading', { name: '已导入 3 行' }).waitFor({ timeout: 60_000 });
      await picture('import-balances-done');
      const imported = page.url();
      await page.goto(`/customers/${ids[0]}`);
      await page.getByText('期初转入').first().waitFor();
      await page.getByText('期初转入').first().scrollIntoViewIfNeeded();
      await picture('import-balances-card');
      await page.goto('/members-liability');
      await page.getByText('其中期初转入').first().waitFor();
      await picture('import-balances-liability');
      await page.goto(imported);
      await page.getByRole('button', { name: '撤销这次导入' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
      await page.getByRole('heading', { name: '已撤销' }).waitFor({ timeout: 60_000 });
      await picture('import-balances-undone');
    });
  },
);

const tile = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^[\\d,]+ ?${name}`) });

async function choose(page: Page, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /点这里选择文件/ }).click();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await (await chooser).setFiles({ name: '会员余额表.xlsx', mimeType, buffer });
  await page.waitForURL('**/imports/*-*');
}
