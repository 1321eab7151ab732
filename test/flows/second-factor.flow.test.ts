import { generateSync } from 'otplib/functional';
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { peopleRoutes, signInRuleRoutes } from '#modules/people/contract.ts';
import {
  enterOnScreen,
  owner,
  type Screen,
  siteForThisFile,
  walk,
  walkedScreens,
} from './support.ts';

/* The test clock of the server stands where it was moved to; codes are made for that time. */
let now = new Date();
const site = siteForThisFile(async (it) => {
  now = new Date(Date.now() + 60_000);
  await it.setUp();
  await it.moveTo(now.toISOString());
});

/** The server's clock goes on from where it was moved to. */
const startedAt = Date.now();
const codeOf = (key: string) => {
  const epoch = Math.floor((now.getTime() + (Date.now() - startedAt)) / 1000);
  return generateSync({ secret: key, epoch });
};
/** A code works once: waits for the next step on the server's clock. */
async function nextStep(): Promise<void> {
  now = new Date(now.getTime() + 30_000);
  const moved = new Date(now.getTime() + (Date.now() - startedAt));
  await site().moveTo(moved.toISOString());
}

/** A finger reader in software, as Chromium offers it to tests. */
async function withFinger(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return devtools;
}

/** A colleague with a password of his own. */
async function colleague(username: string) {
  const call = await site().signIn(owner.username, owner.password);
  const password = '秋天的晚上看星星';
  const body = { name: `同事${username}`, roleKeys: ['advisor'], username, password };
  await call(peopleRoutes.addEmployee, { body });
  return { username, password, call };
}

const names: Record<Screen, string> = { desk: 'zhao', phone: 'qian' };

test.each(walkedScreens(import.meta.filename))(
  'D-60 an app of codes is set up, asked for at the door, and a recovery code opens once (%s)',
  async (screen) => {
    const { username, password } = await colleague(`${names[screen]}app`);
    await walk(site(), screen, async (page, picture) => {
      await enterOnScreen(page, username, password);
      await page.goto('/account');
      await page.getByText('未设置。微信').waitFor();
      await picture('factor-account-none');
      await page.getByRole('button', { name: '设置验证器' }).click();
      const shown = page.locator('.person-totp-key');
      await expect.poll(() => shown.textContent()).toMatch(/^[A-Z2-7 ]{39}$/);
      const key = (await shown.textContent())!.replaceAll(' ', '');
      await picture('factor-totp');
      await page.getByLabel('2. 输入验证器显示的 6 位数字').fill(codeOf(key));
      await page.getByRole('button', { name: '确认启用' }).click();
      const codes = page.locator('.person-printed li');
      await codes.first().waitFor();
      expect(await codes.count()).toBe(10);
      const recovery = (await codes.first().textContent())!;
      await picture('factor-codes');
      await page.getByRole('button', { name: '我已保存' }).click();
      await page.getByText('还剩 10 个没用过').waitFor();
      await picture('factor-account');
      await nextStep();
      await signOut(page);
      await enterToSecondStep(page, username, password);
      await picture('factor-door');
      await page.getByLabel('验证码').fill('000000');
      await page.getByRole('button', { name: '继续' }).click();
      await page.getByText('验证没有通过').waitFor();
      await page.getByLabel('验证码').fill(codeOf(key));
      await page.getByRole('button', { name: '继续' }).click();
      await page.getByRole('banner').waitFor();
      await signOut(page);
      await enterToSecondStep(page, username, password);
      await page.getByRole('button', { name: '手机不在身边，用恢复码' }).click();
      await page.getByLabel('恢复码').fill(recovery);
      await picture('factor-recovery');
      await page.getByRole('button', { name: '继续' }).click();
      await page.getByRole('banner').waitFor();
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'D-60 a passkey is made with a finger, is the second step, and signs in alone (%s)',
  async (screen) => {
    const { username, password } = await colleague(`${names[screen]}key`);
    await walk(site(), screen, async (page, picture) => {
      await withFinger(page);
      await enterOnScreen(page, username, password);
      await page.goto('/account');
      await page.getByRole('button', { name: '添加通行密钥' }).click();
      await page.getByLabel('名称').fill('前台电脑指纹');
      await picture('passkey-make');
      await page.getByRole('button', { name: '在设备上确认' }).click();
      await page.getByRole('button', { name: '我已保存' }).click();
      await page.getByText('前台电脑指纹').waitFor();
      await picture('passkey-account');
      await signOut(page);
      await enterToSecondStep(page, username, password);
      await picture('passkey-door');
      await page.getByRole('button', { name: '用通行密钥', exact: true }).click();
      await page.getByRole('banner').waitFor();
      await signOut(page);
      await page.goto('/login');
      await page.getByRole('button', { name: '使用通行密钥' }).click();
      await page.getByRole('banner').waitFor();
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'D-60 a role needs a second factor: its people are led to it, and later to nothing else (%s)',
  async (screen) => {
    const { username, password, call } = await colleague(`${names[screen]}due`);
    const ask = async (secondFactorFrom: string | null) => {
      const { version } = await call(signInRuleRoutes.read, {});
      const body = { roles: [{ key: 'advisor', secondFactorFrom }] };
      await call(signInRuleRoutes.change, { body }, { version });
    };
    await ask('2099-01-01');
    await walk(site(), screen, async (page, picture) => {
      await enterOnScreen(page, username, password);
      await page.getByText('从 2099-01-01 起，登录需要二次验证').waitFor();
      await picture('factor-lead');
      await ask('2020-01-01');
      await page.reload();
      await page.waitForURL('**/second-factor');
      await page.getByText('选一种方式').waitFor();
      await picture('factor-needed');
      await page.goto('/customers');
      await page.waitForURL('**/second-factor');
      await page.getByRole('button', { name: '验证器（手机上的 6 位验证码）' }).click();
      const shown = page.locator('.person-totp-key');
      await expect.poll(() => shown.textContent()).toMatch(/^[A-Z2-7 ]{39}$/);
      const key = (await shown.textContent())!.replaceAll(' ', '');
      await picture('factor-needed-totp');
      await page.getByLabel('2. 输入验证器显示的 6 位数字').fill(codeOf(key));
      await page.getByRole('button', { name: '确认启用' }).click();
      await picture('factor-needed-codes');
      await page.getByRole('button', { name: '我已保存' }).click();
      await page.getByRole('banner').waitFor();
    });
    await ask(null);
  },
);

test.each(walkedScreens(import.meta.filename))(
  'L01 a step that matters asks once more who it is, and keeps what was typed (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enterOnScreen(page, owner.username, owner.password);
      await page.goto('/people/new');
      now = new Date(now.getTime() + 11 * 60_000);
      await site().moveTo(new Date(now.getTime() + (Date.now() - startedAt)).toISOString());
      await page.getByLabel('姓名').fill(`孙新来${screen}`);
      await page.getByLabel('角色').click();
      await page.getByTitle('技师', { exact: true }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('checkbox', { name: '给他一个登录账号' }).uncheck();
      await page.getByRole('button', { name: '添加员工' }).click();
      await page.getByRole('heading', { name: '请确认是您本人' }).waitFor();
      await picture('proof');
      await page.getByLabel('密码', { exact: true }).fill('一个不对的密码');
      await page.getByRole('button', { name: '继续' }).click();
      await page.getByText('用户名或密码不对').waitFor();
      await page.getByLabel('密码', { exact: true }).fill(owner.password);
      await page.getByRole('button', { name: '继续' }).click();
      await page.getByText(`已添加 孙新来${screen}`).waitFor();
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'D-60 the owner asks a role for a second factor (%s)',
  async (screen) => {
    const { username, call } = await colleague(`${names[screen]}rule`);
    await walk(site(), screen, async (page, picture) => {
      await enterOnScreen(page, owner.username, owner.password);
      await page.goto('/settings/sign-in');
      await page.getByRole('radiogroup', { name: '服务顾问' }).getByText('必须').click();
      await picture('sign-in-rules');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存，马上生效').waitFor();
      await page.goto('/people');
      await page.getByText('未设置二次验证').first().waitFor();
      await picture('people-badge');
      const { items } = await call(peopleRoutes.listEmployees, { query: { limit: 200 } });
      await page.goto(`/people/${items.find(({ username: one }) => one === username)!.id}`);
      await page.getByRole('button', { name: '重设二次验证' }).waitFor();
      await picture('person-security');
      await page.goto('/settings/sign-in');
      await page.getByRole('radiogroup', { name: '服务顾问' }).getByText('不要求').click();
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存，马上生效').waitFor();
    });
  },
);

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies({ name: /jm_session/ });
}

async function enterToSecondStep(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '第二步验证' }).waitFor();
}
