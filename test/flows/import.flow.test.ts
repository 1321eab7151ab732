import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { enter, owner, type Screen, siteForThisFile, walk, walkedScreens } from './support.ts';

const list = resolve(import.meta.dirname, '../fixtures/old-customer-list.xlsx');
const site = siteForThisFile(async (site) => {
  await site.setUp();
});

test.each(walkedScreens(import.meta.filename))(
  'ARC-09 the old list comes in: dropped, mended, decided, handed back, imported, undone (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/imports');
      await page.getByRole('button', { name: /把 Excel 或 CSV 文件拖到这里/ }).waitFor();
      await picture('imports');
      await (screen === 'desk' ? drop(page) : choose(page));
      await page.waitForURL('**/imports/*-*');
      await page.getByRole('button', { name: /待处理$/ }).waitFor();
      await page.getByText('第 8 行').waitFor();
      await picture('import-counts');
      await mendOne(page);
      await picture('import-held');
      await decideOne(page, screen, () => picture('import-question'));
      await takeBackFile(page);
      await run(page, () => picture('import-sure'));
      await picture('import-done');
      const imported = page.url();
      await find(page, screen);
      await page.goto(imported);
      await undo(page);
      await picture('import-undone');
    });
    const call = await site().signIn(owner.username, owner.password);
    expect((await call(customerRoutes.list, {})).items).toEqual([]);
  },
);

/** As the hand does it: the file is let go over the field. */
async function drop(page: Page): Promise<void> {
  const bytes = readFileSync(list).toString('base64');
  const dataTransfer = await page.evaluateHandle((coded) => {
    const transfer = new DataTransfer();
    const content = Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([content], 'old-customer-list.xlsx'));
    return transfer;
  }, bytes);
  const zone = page.getByRole('button', { name: /把 Excel 或 CSV 文件拖到这里/ });
  await zone.dispatchEvent('dragover', { dataTransfer });
  await zone.dispatchEvent('drop', { dataTransfer });
}

async function choose(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /点这里选择文件/ }).click();
  await (await chooser).setFiles(list);
}

const tile = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^[\\d,]+ ?${name}`) });

async function countOn(page: Page, name: string): Promise<number> {
  const text = await tile(page, name).locator('strong').textContent();
  return Number(text?.replaceAll(',', ''));
}

/** One number on a tile becomes one less, as soon as the row is judged anew. */
async function expectOneLess(page: Page, name: string, before: number): Promise<void> {
  await expect.poll(() => countOn(page, name), { timeout: 30_000 }).toBe(before - 1);
}

/** Row 8 says -4153 km: typed over in its place. */
async function mendOne(page: Page): Promise<void> {
  const before = await countOn(page, '待处理');
  await page.getByRole('button', { name: /^里程是负数/ }).click();
  await page.getByText('第 8 行').waitFor();
  const field = page.getByLabel('里程（公里）').first();
  expect(await field.inputValue()).toBe('-4153');
  await field.fill('41530');
  // The message goes by itself: waited for before it can come.
  const told = page.getByText('第 8 行已通过').waitFor();
  await field.press('Enter');
  await told;
  await expectOneLess(page, '待处理', before);
}

/** Both records side by side; the first answer by its key, on the phone by the thumb. */
async function decideOne(page: Page, screen: Screen, seen: () => Promise<void>): Promise<void> {
  const before = await countOn(page, '待确认');
  await tile(page, '待确认').click();
  const question = page.getByRole('region', { name: /^第 \d+ 行$/ }).first();
  await question.waitFor();
  await seen();
  if (screen === 'desk') await page.keyboard.press('1');
  else await question.getByRole('button').first().click();
  await expectOneLess(page, '待确认', before);
}

/** What is still held comes back as a list with a reason in each row. */
async function takeBackFile(page: Page): Promise<void> {
  const waiting = (await countOn(page, '待处理')) + (await countOn(page, '待确认'));
  const handedBack = page.waitForEvent('download');
  await page.getByText('下载待处理的行').click();
  const path = await (await handedBack).path();
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets[0]!;
  const heading = sheet.getRow(1).values as (string | undefined)[];
  const reason = heading.indexOf('原因');
  expect(reason).toBeGreaterThan(0);
  const reasons = sheet.getColumn(reason).values.slice(2);
  expect(reasons).toHaveLength(waiting);
  expect(reasons.every(Boolean)).toBe(true);
}

async function run(page: Page, seen: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: /^导入 \d+ 行$/ }).click();
  await page
    .getByRole('dialog')
    .getByText(/将写入 \d+ 行/)
    .waitFor();
  await seen();
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await page.getByRole('status').getByText('正在导入').waitFor();
  await page.getByRole('heading', { name: /已导入 \d+ 位客户/ }).waitFor({ timeout: 60_000 });
}

/** Who came in is found at once, with his car. */
async function find(page: Page, screen: Screen): Promise<void> {
  if (screen === 'phone') await page.getByRole('button', { name: '车牌、姓名、手机尾号' }).click();
  await page.getByRole('combobox', { name: '搜索' }).fill('范洋');
  await page.getByRole('option').filter({ hasText: '范洋' }).first().click();
  await page.waitForURL((address) => !address.pathname.startsWith('/imports'));
  await page.locator('main').getByText('范洋').first().waitFor();
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  const told = page.getByRole('heading', { name: '已撤销，档案恢复到导入之前' });
  await told.waitFor({ timeout: 60_000 });
}
