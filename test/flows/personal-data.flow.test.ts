import { expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const pages: Record<string, string> = {};

const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  for (const [at, screen] of walkedScreens(import.meta.filename).entries()) {
    await call(vehicleRoutes.arrive, {
      body: { plate: `鄂A1234${at}`, customerName: '单小红', phone: `1387123456${at}` },
    });
    const { items } = await call(customerRoutes.list, {});
    pages[screen] = `/customers/${items[0]!.id}`;
    await call(customerRoutes.reveal, {
      params: { customerId: items[0]!.id },
      body: { reason: 'contact' },
    });
  }
});

for (const screen of walkedScreens(import.meta.filename)) {
  test(`G-42 what is held of a customer, his copy and erasure, on the ${screen}`, async () => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto(pages[screen]!);
      await page.getByRole('button', { name: '个人信息' }).click();
      await page.getByText('查看完整联系方式', { exact: true }).waitFor();
      await picture('personal-data');
      await page.getByLabel('用途').fill('客户本人到店申请复制');
      await page.getByRole('button', { name: '申请副本' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: '下载副本' }).click();
      expect((await download).suggestedFilename()).toMatch(/^个人信息-.+\.zip$/);
      await page.getByLabel('原因').fill('客户书面要求删除');
      await page.getByRole('button', { name: '确认删除' }).click();
      await page
        .getByText(/个人信息已删除|正在删除/)
        .first()
        .waitFor();
      await picture('personal-data-erased');
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: '[已删除]' }).waitFor();
      expect(await page.textContent('body')).not.toContain('单小红');
    });
  });
}
