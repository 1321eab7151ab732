import { expect, test } from 'vitest';
import { enterOnScreen, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const site = siteForThisFile();

test('issue 2: the first run names the shop and makes the only account', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await page.goto('/');
    await page.waitForURL('**/setup');
    await picture('first-run');
    await page.getByLabel('店名').fill('城东汽车服务中心');
    await page.getByLabel('你的姓名').fill(owner.employeeName);
    await page.getByLabel('用户名').fill(owner.username);
    await page.getByLabel('设一个密码').fill('12345678');
    await page.getByRole('button', { name: '建好，进入系统' }).click();
    await page.getByText('这个密码太容易猜到').first().waitFor();
    await page.getByLabel('设一个密码').fill(owner.password);
    await page.getByRole('button', { name: '建好，进入系统' }).click();
    await page.getByRole('combobox', { name: '搜索' }).waitFor();
    await picture('first-page');
  });
});

test.each(walkedScreens(import.meta.filename))(
  'G-46 a wrong password is refused, the right one lets in (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await page.goto('/login');
      await page.getByLabel('用户名').fill(owner.username);
      await page.getByLabel('密码', { exact: true }).fill('一个不对的密码');
      await page.getByRole('button', { name: '登录', exact: true }).click();
      const refusal = page.getByRole('alert');
      await refusal.waitFor();
      expect(await refusal.textContent()).toContain('用户名或密码不对');
      await picture('login-refused');
      await enterOnScreen(page, owner.username, owner.password);
      await page.getByRole('banner').waitFor();
      await picture('home');
    });
  },
);
