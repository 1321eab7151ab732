import { expect, test } from 'vitest';
import { keyTagRoutes } from '#modules/key-tags/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { pathOf } from '#shared/call.ts';
import { readPdf } from '../pdf.ts';
import { type Caller, enter, owner, siteForThisFile, walk } from './support.ts';

const place = { orderId: '' };
let desk: Caller;
const site = siteForThisFile(async (opened) => {
  desk = await opened.setUp();
  const { vehicleId } = await desk(vehicleRoutes.arrive, {
    body: { plate: '鄂AD12345', customerName: '单小红', phone: '13871234567', model: '秦PLUS' },
  });
  const { id } = await desk(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '过坎时右前有响声', mileageKm: 42_300 },
  });
  place.orderId = id;
});

test('CAR-07 the advisor prints the sticker of a key by keyboard; the customer scans it, a colleague comes to the order', async () => {
  const params = { orderId: place.orderId };
  let scanned = '';
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto(`/service-orders/${place.orderId}`);
    await page.getByRole('button', { name: '钥匙标签' }).waitFor();
    await page.keyboard.press('y');
    const print = page.getByRole('button', { name: '生成并打印' });
    await print.waitFor();
    await picture('key-tag');
    const [made] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST'),
      page.keyboard.press('Enter'),
    ]);
    expect(made.status()).toBe(200);
    await page.getByRole('button', { name: '打印标签' }).waitFor();
    const paper = await page.request.get(pathOf(keyTagRoutes.sheet, params));
    const { qr } = await readPdf(await paper.body());
    const { pathname, search, hash } = new URL(qr!);
    scanned = pathname + search + hash;
    await page.goto(scanned);
    await page.waitForURL(`**/service-orders/${place.orderId}`);
    await page.getByRole('button', { name: '钥匙标签' }).click();
    await page.getByText('打印过').waitFor();
    await picture('key-tag-again');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(scanned);
    await page.getByLabel('手机号最后四位').waitFor();
    expect(await page.textContent('body')).not.toContain('D12345');
    expect(new URL(page.url()).search).toBe('');
    await picture('key-tag-scanned');
  });
});
