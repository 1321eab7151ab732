import sharp from 'sharp';
import { expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const photo = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a9aa8' } })
    .jpeg()
    .toBuffer();

let customerId = '';
let vehicleId = '';
const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  const arrived = await call(vehicleRoutes.arrive, {
    body: { plate: '粤C6M218', customerName: '欧阳思远', phone: '13800138000' },
  });
  ({ customerId, vehicleId } = arrived);
  await call(vehicleRoutes.changePlate, { params: { vehicleId }, body: { plate: '粤CD20366' } });
  for (const [channel, given] of [
    ['sms', true],
    ['phone', false],
    ['wecom', true],
  ] as const) {
    await call(customerRoutes.recordConsent, {
      params: { customerId },
      body: { purpose: 'marketing', channel, given, evidence: '进厂登记表签字，2026 年 11 月' },
    });
  }
});

test.each(walkedScreens(import.meta.filename))(
  'ARC-08 a photo is filed and looked at in the history (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto(`/customers/${customerId}`);
      await page.getByRole('button', { name: '归档资料' }).click();
      await page
        .getByLabel('选择文件')
        .setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: await photo() });
      await page.getByLabel('名称').fill('左前门划痕，接车时已有');
      await picture('paper-form');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('button', { name: '左前门划痕，接车时已有' }).first().click();
      await page.locator('.files-scroller img').waitFor();
      await picture('paper-whole');
      await page.keyboard.press('Escape');
      await page.locator('.archive-timeline-kinds').getByText('意愿').click();
      await expect.poll(() => page.locator('.archive-timeline-title').count()).toBe(3);
      await page.locator('.archive-timeline-kinds').getByText('全部').click();
      await page.locator('.archive-timeline').last().scrollIntoViewIfNeeded();
      await picture('history');
      const asked: string[] = [];
      page.on('request', (request) => {
        const [, path] = new URL(request.url()).pathname.split('/api/v1');
        if (path?.startsWith('/vehicles') || path?.startsWith('/service-proposals'))
          asked.push(path);
      });
      await page.goto(`/vehicles/${vehicleId}`);
      await page.getByRole('heading', { name: '这辆车的人' }).waitFor();
      await page.locator('.archive-timeline-title').first().waitFor();
      await expect.poll(() => page.locator('.archive-timeline-title').count()).toBe(3);
      await picture('car-at-a-glance');
      expect(asked).toEqual([`/vehicles/${vehicleId}/archive`]);
      await page.locator('.archive-timeline-kinds').scrollIntoViewIfNeeded();
      await picture('history-of-car');
      await page.locator('.archive-timeline-kinds').getByText('车牌').click();
      await expect.poll(() => page.locator('.archive-timeline-title').count()).toBe(1);
    });
  },
);
