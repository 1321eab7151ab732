import { expect, test } from 'vitest';
import { priceRoutes } from '#modules/prices/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const site = siteForThisFile(async (site) => {
  await site.setUp();
});

const listOf = (mark: string) =>
  [
    '类别,编号,名称,工时定额,定额来源,单价,单位,配件类别',
    `工时,${mark}-GS1,更换前制动片,1.5,生产厂家,,,`,
    `工时,${mark}-GS2,四轮定位,,,180,,`,
    `配件,${mark}-BP1,前制动片（陶瓷、适用于 2019 年以后生产的各款车型、含报警线）,,,350,套,原厂`,
    `配件,${mark}-BP2,机油滤清器,,,三十,个,同质`,
  ].join('\n');

test.each(walkedScreens(import.meta.filename))(
  'WSH-12 a price list comes in from a file, gets its labour rate, and a customer reads it without a login (%s)',
  async (screen) => {
    const mark = screen === 'desk' ? 'A' : 'B';
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/imports?kind=prices');
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: /点这里选择文件/ }).click();
      const buffer = Buffer.from(listOf(mark));
      await (await chooser).setFiles({ name: '价格表.csv', mimeType: 'text/csv', buffer });
      await page.waitForURL('**/imports/*-*');
      await page.getByText('价格不是数字').first().waitFor();
      await picture('prices-import');
      await page.getByRole('button', { name: '导入 3 行' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
      await page.getByText('已导入 3 行').first().waitFor({ timeout: 60_000 });
      await picture('prices-import-done');
      await page.goto('/prices?show=rates');
      await page.getByLabel('单价（元/小时）').fill('120');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('cell', { name: '120.00' }).first().waitFor();
      await picture('prices-rates');
      await page.goto('/prices');
      await page.getByText('¥180.00').first().waitFor();
      await picture('prices-list');
      const row =
        screen === 'desk' ? page.getByText('更换前制动片') : page.locator('.row-card-link');
      await row.first().click();
      await page
        .getByRole('dialog')
        .getByText(/起 · 城东汽车服务中心/)
        .first()
        .waitFor();
      await picture('prices-item');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '添加' }).click();
      await page.getByLabel('编号').fill(`${mark}-GS3`);
      await page.getByLabel('名称').fill('更换机油');
      await page.getByLabel('工时定额').fill('0.5');
      await picture('prices-add');
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
      await page.getByText('¥60.00').first().waitFor();
      await page.getByRole('button', { name: '公开价目表' }).click();
      const isOpen = page.getByRole('dialog').getByRole('switch');
      if (!(await isOpen.isChecked())) {
        await isOpen.click();
        await page.getByLabel('价格投诉电话').fill('12315');
        await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
      }
      const link = page.getByRole('dialog').getByRole('link', { name: /\/p\?h=/ });
      await link.waitFor();
      await picture('prices-open');
      const { pathname, search } = new URL((await link.textContent())!);
      await page.context().clearCookies();
      await page.goto(pathname + search);
      await page.getByText('¥180.00').first().waitFor();
      await picture('prices-public');
      await page.getByPlaceholder('编号开头，或名称中的字').fill('制动');
      await page.getByRole('button', { name: '查', exact: true }).click();
      await expect.poll(() => page.getByRole('listitem').count()).toBe(screen === 'desk' ? 2 : 4);
      await picture('prices-public-found');
    });
    const call = await site().signIn(owner.username, owner.password);
    const { items } = await call(priceRoutes.list, { query: { q: `${mark}-GS1` } });
    expect(items).toMatchObject([{ amountFen: 180_00 }]);
  },
);
