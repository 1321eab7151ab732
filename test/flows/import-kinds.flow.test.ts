import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const site = siteForThisFile(async (site) => {
  await site.setUp();
});

/** Headings of another shop program, of which none is known to us. */
const listOf = (plates: readonly string[]) =>
  ['座驾号,款式,卡主,联络', ...plates.map((plate) => `${plate},卡罗拉,王芳,13912345678`)].join(
    '\n',
  );

test.each(walkedScreens(import.meta.filename))(
  'ARC-09 a list of vehicles of another program is mapped once, and read by the saved map the next time (%s)',
  async (screen) => {
    const place = screen === 'desk' ? '京A1' : '京B1';
    const [first] = walkedScreens(import.meta.filename);
    const name = `老系统导出 ${first}`;
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/imports');
      await page.getByRole('radio', { name: /^客户/ }).focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.getByRole('radio', { name: /^车辆/ }).isChecked()).toBe(true);
      await picture('import-kinds');
      await choose(page, listOf([`${place}0001`, `${place}0002`]));
      await page.getByRole('button', { name: '1 列对应' }).click();
      if (screen === first) await mapAndKeep(page, name);
      await page
        .getByText(/^表头与上次相同|座驾号/)
        .first()
        .waitFor();
      await picture('import-map');
      await page.goto('/imports?kind=vehicles');
      await choose(page, listOf([`${place}0003`]));
      await page.getByRole('button', { name: '1 列对应' }).click();
      await page.getByText(`表头与上次相同，已按“${name}”对应。`).waitFor();
      await picture('import-map-known');
      await page.getByRole('button', { name: '导入 1 行' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
      await page.getByRole('heading', { name: /1 辆车$/ }).waitFor({ timeout: 60_000 });
      await picture('import-vehicles-done');
    });
    const call = await site().signIn(owner.username, owner.password);
    const { items } = await call(vehicleRoutes.list, { query: { q: `${place}0003` } });
    expect(items).toMatchObject([{ plate: `${place}0003`, model: '卡罗拉' }]);
  },
);

async function choose(page: Page, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /点这里选择文件/ }).click();
  await (await chooser).setFiles({
    name: '车辆.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.waitForURL('**/imports/*-*');
}

/** The heading is the first row; each column gets its field; the whole is kept under a name. */
async function mapAndKeep(page: Page, name: string): Promise<void> {
  await page.getByLabel('表头在第几行').selectOption('1');
  const column = (label: string) => page.getByLabel(`${label}: 对应字段`);
  await column('座驾号').waitFor();
  await column('座驾号').selectOption('plate');
  await column('款式').selectOption('model');
  await column('卡主').selectOption('customerName');
  await column('联络').selectOption('phone');
  await page.getByRole('button', { name: '按此重新检查' }).click();
  await page.getByRole('button', { name: '导入 2 行' }).waitFor();
  await page.getByRole('button', { name: '1 列对应' }).click();
  await page.getByLabel('存为').fill(name);
  await page.getByLabel('存为').press('Enter');
  await page.getByText(`已保存“${name}”，下次遇到同样的表头会自动对应`).waitFor();
}
