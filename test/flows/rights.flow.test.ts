import { test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const pages: Record<string, string> = {};

const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  for (const [at, screen] of walkedScreens(import.meta.filename).entries()) {
    await call(vehicleRoutes.arrive, {
      body: { plate: `鄂A2234${at}`, customerName: '单小红', phone: `1387123456${at}` },
    });
    const { items } = await call(customerRoutes.list, {});
    pages[screen] = `/customers/${items[0]!.id}`;
  }
});

for (const screen of walkedScreens(import.meta.filename)) {
  test(`ARC-10 PIPL 44 a request is put on record, done at the desk, and stands on the file, on the ${screen}`, async () => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto(pages[screen]!);
      await page.getByRole('button', { name: '个人信息' }).click();
      await page.getByRole('button', { name: '登记请求' }).click();
      await page.getByLabel('请求', { exact: true }).click();
      await page.getByTitle('限制处理').click();
      await page
        .getByLabel('请求内容')
        .fill('以后不要再打电话推销，只在修车时联系我，旧号码也请不要再用了');
      await picture('rights-new');
      await page.getByRole('button', { name: /保\s?存/ }).click();
      await page.getByRole('button', { name: /以后不要再打电话/ }).click();
      await page.getByText('企业自定').waitFor();
      await picture('rights-on-the-sheet');
      await page.goto('/rights-requests');
      await page.getByText('限制处理').first().waitFor();
      await picture('rights-desk');
      const row = screen === 'phone' ? page.locator('.row-card-link') : page.getByText('单小红');
      await row.first().click();
      await page.getByRole('button', { name: '限制处理' }).click();
      await page.getByText('限制后不再主动致电').waitFor();
      await picture('rights-act');
      await page.getByRole('button', { name: '限制处理' }).click();
      await page.getByText('已限制处理').waitFor();
      await picture('rights-done');
      await page.goto(pages[screen]!);
      await page.getByText('不主动致电、发消息或推介').waitFor();
      await picture('rights-restricted');
    });
  });
}
