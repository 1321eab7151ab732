import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
const place = { order: '' };

const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '林晓东', post: '服务顾问', roleKeys: ['advisor'], ...advisor },
  });
  const { vehicleId } = await call(vehicleRoutes.arrive, {
    body: { plate: '鄂A12345', customerName: '单小红', phone: '13871234567', model: '秦PLUS' },
  });
  const order = await call(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '刹车时方向盘抖', mileageKm: 42_300 },
  });
  place.order = `/service-orders/${order.id}`;
});

/** What keeps Chromium from offering the page as a program of the telephone. */
async function installingFaults(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { errors } = await devtools.send('Page.getAppManifest');
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A window that keeps nothing installs nothing; the flows have no other.
  const ofPage = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  return [...errors.map(({ message }) => message), ...ofPage.map(({ errorId }) => errorId)];
}

test('D-40 a customer opens his papers on his telephone, until the link is withdrawn', async () => {
  let url = '';
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, advisor.username, advisor.password);
    await page.goto(place.order);
    await page.getByText('客户链接').click();
    await page.getByText('生成链接').click();
    url = await page.locator('.link-url').innerText();
    await picture('link-made');
  });
  const path = new URL(url).pathname + new URL(url).hash;
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(path);
    await page.getByLabel('手机号最后四位').waitFor();
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.textContent('body')).not.toContain('12345');
    await picture('link-opened');
    await page.getByLabel('手机号最后四位').fill('0000');
    await page.getByText('核对', { exact: true }).click();
    await page.getByText('尾号不对').waitFor();
    await page.getByLabel('手机号最后四位').fill('4567');
    await page.getByText('核对', { exact: true }).click();
    const papers = page.getByText('维修工单（委托、检验、质量保证）');
    await papers.waitFor();
    await picture('link-proved');
    // WeChat's browser shows no PDF: the paper opens as a picture, by finger or by key.
    await papers.press('Enter');
    const paper = page.getByRole('img', { name: '维修工单（委托、检验、质量保证）' });
    await paper.waitFor();
    await expect
      .poll(() => paper.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
      .toBeGreaterThan(400);
    await paper.scrollIntoViewIfNeeded();
    await picture('link-paper');
    const way = await page.getByRole('link', { name: '存成 PDF' }).getAttribute('href');
    const pdf = await page.request.get(way ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect(pdf.headers()['referrer-policy']).toBeDefined();
    await page.reload();
    await papers.waitFor();
    expect(await installingFaults(page)).toEqual([]);
    // From the telephone's own screen there is no link, and no tab that remembers one.
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('/k');
    await papers.waitFor();
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, advisor.username, advisor.password);
    await page.goto(place.order);
    await page.getByText('客户链接').click();
    await page.getByText('客户已打开 1 次').waitFor();
    await page.getByText('撤回', { exact: true }).click();
    await page.getByText('已撤回').waitFor();
    await picture('link-withdrawn');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(path);
    await page.getByText('链接已失效').waitFor();
    await picture('link-over');
  });
});

test.each(walkedScreens(import.meta.filename))(
  'D-57 an owner lets another program hear, and sees what was sent (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/settings/webhooks');
      await page.getByText('向外通知').waitFor();
      await picture('webhooks-none');
      await page.getByText('添加回调', { exact: true }).click();
      await page.getByLabel('名称').fill(`总部看板 ${screen}`);
      await page.getByLabel('投递网址').fill('http://10.0.0.8/hook');
      await page.getByText('保存', { exact: true }).click();
      await page.getByText('不能投递到这个网址').first().waitFor();
      await page.getByLabel('投递网址').fill('https://hooks.invalid/jingming');
      await picture('webhooks-add');
      await page.getByText('保存', { exact: true }).click();
      await page.locator('.hook-secret').waitFor();
      await page.getByText('已保存好').click();
      const card = page.locator('.card', { hasText: `总部看板 ${screen}` });
      await card.getByText('发送测试').click();
      await card.getByText('投递记录').click();
      await page.getByText('主机找不到或在内网').waitFor();
      await picture('webhooks-deliveries');
      await page.keyboard.press('Escape');
      await page.getByText('添加接收地址').click();
      await page.getByLabel('名称').fill(`12315 平台 ${screen}`);
      await page.getByText('保存', { exact: true }).click();
      await page.getByText('已保存好').click();
      await page.getByText(`12315 平台 ${screen}`).waitFor();
      await picture('webhooks');
    });
  },
);
