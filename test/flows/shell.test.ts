import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, settled, withPage } from '../browser.ts';
import { openShellSite } from '../shell-site.ts';

let site: Awaited<ReturnType<typeof openShellSite>>;
beforeAll(async () => {
  site = await openShellSite();
});
afterAll(async () => {
  await closeBrowser();
  await site.close();
});

const now = '2026-11-21T08:00:00.000Z';
const session = {
  employeeId: '0198f0c0-0000-7000-8000-000000000001',
  name: '李强',
  username: 'liqiang',
  tenantId: '0198f0c0-0000-7000-8000-000000000002',
  tenantName: '城东汽车',
  orgUnitId: '0198f0c0-0000-7000-8000-000000000003',
  orgUnitName: '城东汽车服务中心',
  post: '服务顾问',
  permissions: [],
  home: 'reception',
  expiresAt: now,
  now,
};

interface Answers {
  isSignedIn: boolean;
  /** Every note that came in: its idempotency key; `lost` ones get no answer. */
  notes: string[];
  isLost: boolean;
}

/** Answers the interface as the server would, and keeps what was sent. */
async function answering(page: Page, isSignedIn = true): Promise<Answers> {
  const answers: Answers = { isSignedIn, notes: [], isLost: false };
  await page.route('**/api/v1/**', async (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.slice('/api/v1'.length);
    if (path === '/session' && request.method() === 'POST') answers.isSignedIn = true;
    if (path === '/session' && answers.isSignedIn) return route.fulfill({ json: session });
    if (path === '/session') return route.fulfill({ status: 401, json: { code: 'signed_out' } });
    if (path === '/setup') return route.fulfill({ json: { needed: false, asksTenant: false } });
    if (path !== '/notes') return route.abort();
    answers.notes.push(request.headers()['idempotency-key'] ?? '');
    return answers.isLost ? route.abort() : route.fulfill({ status: 201, json: {} });
  });
  return answers;
}

const onPhone = { width: 390, height: 844 };

describe('the shell in a browser', () => {
  test('D-62 nothing it does breaks the content security policy', async () => {
    await withPage({ baseUrl: site.baseUrl }, async ({ page, complaints }) => {
      await answering(page);
      await page.goto('/cars/1');
      await page.getByRole('combobox', { name: '顾问' }).click();
      await page.getByText('李强').last().click();
      await page.getByRole('textbox', { name: '预约日' }).click();
      await page.getByText('今天').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '接车' }).click();
      await page.getByText('确认接车').waitFor();
      await settled(page);
      expect(complaints.filter((words) => !words.includes('ERR_FAILED'))).toEqual([]);
    });
  });

  test('without a session it asks for one and goes on where it was', async () => {
    await withPage({ baseUrl: site.baseUrl }, async ({ page }) => {
      await answering(page, false);
      await page.goto('/cars/2');
      await page.getByLabel('用户名').fill('liqiang');
      await page.getByLabel('密码', { exact: true }).fill('a long enough one');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/cars/2');
      await page.getByRole('heading', { name: '京A12345' }).waitFor();
    });
  });

  test('one box finds by the keyboard alone', async () => {
    await withPage({ baseUrl: site.baseUrl }, async ({ page }) => {
      await answering(page);
      await page.goto('/');
      await page.waitForURL('**/cars');
      await page.keyboard.press('/');
      await page.keyboard.type('88');
      await page.getByRole('option', { name: '沪A88' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/cars/2');
    });
  });

  test('single keys walk a list, and do nothing while something is typed', async () => {
    await withPage({ baseUrl: site.baseUrl }, async ({ page }) => {
      await answering(page);
      await page.goto('/cars/1');
      await page.getByLabel('客户原话').pressSequentially('g c ? /');
      expect(await page.getByLabel('客户原话').inputValue()).toBe('g c ? /');
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('g');
      await page.keyboard.press('c');
      await page.waitForURL('**/cars');
      await page.getByText('王丽').waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/cars/2');
    });
  });

  test('a lost connection loses nothing, and the second submission is the same one', async () => {
    await withPage({ baseUrl: site.baseUrl }, async ({ page }) => {
      const answers = await answering(page);
      await page.goto('/cars/1');
      await page.getByLabel('客户原话').fill('冷车异响');
      answers.isLost = true;
      await page.getByRole('button', { name: '保存' }).click();
      const again = page.getByRole('button', { name: '再次提交' });
      await again.waitFor();
      await page.reload();
      expect(await page.getByLabel('客户原话').inputValue()).toBe('冷车异响');
      await page.getByRole('button', { name: '保存' }).click();
      await again.waitFor();
      answers.isLost = false;
      await again.click();
      await page.getByText('已记下').waitFor();
      expect(answers.notes).toHaveLength(3);
      expect(answers.notes[2]).toBe(answers.notes[1]);
    });
  });

  test('on a phone a step that is not allowed says why to the thumb', async () => {
    await withPage({ baseUrl: site.baseUrl, ...onPhone }, async ({ page }) => {
      await answering(page);
      await page.goto('/cars/1');
      // It is announced as disabled, so the driver must be told to press it all the same.
      await page.getByRole('button', { name: '结算' }).tap({ force: true });
      await page.getByRole('tooltip').waitFor();
      expect(await page.getByRole('tooltip').textContent()).toContain('终检还没有通过');
    });
  });

  test('on a phone rows are cards and nothing hangs over the edge', async () => {
    await withPage({ baseUrl: site.baseUrl, ...onPhone }, async ({ page }) => {
      await answering(page);
      await page.goto('/cars');
      await page.getByText('王丽').waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBe(0);
    });
  });

  test('"why this time?" shows the sum', async () => {
    await withPage({ baseUrl: site.baseUrl }, async ({ page }) => {
      await answering(page);
      await page.goto('/cars');
      await page.getByRole('button', { name: /还剩 (2 小时 0|1 小时 59) 分/ }).click();
      const sum = page.getByRole('dialog', { name: '为什么是这个时间' });
      expect(await sum.textContent()).toContain('今天 16:00 – 18:00');
    });
  });
});
