import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type ReadPdf, readPdf } from '../pdf.ts';
import { enter, siteForThisFile, walk, walkedScreens } from './support.ts';

const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
const words = '早上冷车启动有“咯噔”一声，刹车时方向盘抖';
const paths = { order: '', customer: '' };

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '林晓东', post: '服务顾问', roleKeys: ['advisor'], ...advisor },
  });
  const { vehicleId, customerId } = await call(vehicleRoutes.arrive, {
    body: { plate: '鄂A12345', customerName: '单小红', phone: '13871234567', model: '秦PLUS' },
  });
  const order = await call(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: words, mileageKm: 42_300 },
  });
  paths.order = `/service-orders/${order.id}`;
  paths.customer = `/customers/${customerId}`;
});

/** Presses the print button and reads what the opened page brings, as the printer would get it. */
async function printed(page: Page, button: string): Promise<ReadPdf> {
  const opened = page.context().waitForEvent('request', (sent) => sent.url().endsWith('.pdf'));
  await page.getByText(button, { exact: true }).click();
  const reply = await page.request.get((await opened).url());
  expect(reply.headers()['content-type']).toBe('application/pdf');
  const pdf = await reply.body();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  return readPdf(pdf);
}

/** Whoever scans the code stands before the record. */
async function scan(page: Page, qr: string | undefined, short: RegExp, record: string) {
  const { pathname } = new URL(qr ?? '');
  expect(pathname).toMatch(short);
  await page.goto(pathname);
  await page.waitForURL(`**${record}`);
}

test.each(walkedScreens(import.meta.filename))(
  'WSH-04 the order on paper leads back to the order (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, advisor.username, advisor.password);
      await page.goto(paths.order);
      await page.getByText(words).waitFor();
      const paper = await printed(page, '打印工单');
      const text = paper.pages.join('');
      for (const said of ['任务委托书', '单小红', '鄂A·12345', words]) expect(text).toContain(said);
      expect(paper.embeddedFonts).toBeGreaterThan(0);
      await scan(page, paper.qr, /^\/r\/o\//, paths.order);
      await page.getByText(words).waitFor();
      await picture('scanned-order');
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'FUP-13 the archive sheet on paper leads back to the customer (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, advisor.username, advisor.password);
      await page.goto(paths.customer);
      await page.getByRole('heading', { name: '单小红' }).waitFor();
      await picture('customer-file');
      const paper = await printed(page, '打印档案');
      const text = paper.pages.join('');
      for (const said of ['客户档案基本资料表', '单小红', '鄂A12345']) expect(text).toContain(said);
      expect(paper.embeddedFonts).toBeGreaterThan(0);
      await scan(page, paper.qr, /^\/r\/c\//, paths.customer);
      await page.getByRole('heading', { name: '单小红' }).waitFor();
    });
  },
);
