import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { TestProvider } from '../oidc-provider.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

// The provider of this test listens on this machine: the operator has to vouch for it.
let group: TestProvider;
const site = siteForThisFile(async (it) => {
  group = await TestProvider.open(it.baseUrl);
  await it.setUp();
});
afterAll(() => group.close());

/** The provider's login page wants letters from the Internet. */
const withoutLetters = (page: Page) =>
  page.route('https://fonts.googleapis.com/**', (route) =>
    route.fulfill({ contentType: 'text/css', body: '' }),
  );

async function signInThere(page: Page, subject: string): Promise<void> {
  await page.waitForURL((address) => address.origin === group.issuer);
  await page.getByPlaceholder('Enter any login').fill(subject);
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.waitForURL((address) => address.origin === site().baseUrl);
}

test.each(walkedScreens(import.meta.filename))(
  'L03 the owner sets up a provider and tests it; he links his account and signs in by it (%s)',
  async (screen) => {
    const label = screen === 'desk' ? '集团账号' : '主机厂账号';
    await walk(site(), screen, async (page, picture) => {
      await withoutLetters(page);
      await enter(page, owner.username, owner.password);
      await page.goto('/settings/sign-on');
      await page.getByText(`${site().baseUrl}/api/v1/sign-on/callback`).waitFor();
      if (screen === 'desk') await picture('sign-on-none');
      await page.getByRole('button', { name: '接入平台' }).click();
      await page.getByLabel('按钮上的名字').fill(label);
      await page.getByLabel('发行方网址').fill(group.issuer);
      await page.getByLabel('应用编号').fill(group.clientId);
      await page.getByLabel('应用密钥').fill('a-wrong-one-0123456789-0123456789');
      await picture('sign-on-form');
      await page.getByRole('button', { name: '保存' }).last().click();
      const card = page.locator('section.card').filter({ hasText: label });
      await card.getByRole('button', { name: '测试' }).click();
      await page.getByText('应用密钥不对，或已过期').waitFor();
      await picture('sign-on-test-bad');
      await page.keyboard.press('Escape');
      await card.getByRole('button', { name: '修改' }).click();
      await page.getByLabel('应用密钥').fill(group.clientSecret);
      await page.getByRole('button', { name: '保存' }).last().click();
      await page.getByText('已保存，马上生效').first().waitFor();
      await card.getByRole('button', { name: '测试' }).click();
      await page.getByText('都通过了').waitFor();
      await picture('sign-on-test-good');
      await page.keyboard.press('Escape');
      await picture('sign-on-settings');
      await page.goto('/account');
      await page.getByRole('button', { name: `绑定${label}` }).click();
      await signInThere(page, `boss-${screen}`);
      await page.getByText('还没用过').first().waitFor();
      await page.getByText('外部账号').first().scrollIntoViewIfNeeded();
      await picture('sign-on-linked');
      await page.context().clearCookies();
      await page.goto('/login?next=/people');
      await page.getByRole('button', { name: `用${label}登录` }).waitFor();
      await picture('sign-on-door');
      await page.getByRole('button', { name: `用${label}登录` }).click();
      await signInThere(page, `boss-${screen}`);
      await page.waitForURL('**/people');
      await page.getByRole('banner').waitFor();
      const call = await site().signIn(owner.username, owner.password);
      const { items } = await call(peopleRoutes.listSessions, {});
      expect(items.length).toBeGreaterThan(1);
      await page.context().clearCookies();
      await page.goto('/login');
      await page.getByRole('button', { name: `用${label}登录` }).click();
      await signInThere(page, 'nobody');
      await page.getByText('没有对应的员工账号').waitFor();
      await picture('sign-on-unknown');
    });
  },
);
