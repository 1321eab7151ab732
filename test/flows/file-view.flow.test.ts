import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { customerRoutes, paperRoutes } from '#modules/customers/contract.ts';
import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';
import { type Caller, enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const place = { customer: '' };
let call: Caller;

const site = siteForThisFile(async (site) => {
  call = await site.setUp();
  const { id } = await call(customerRoutes.add, {
    body: { name: '单小红', phone: '13871234567', address: '武汉市江汉区常青路 18 号' },
  });
  place.customer = id;
});

/** Stores bytes as the browser does, and files them with the customer. */
async function file(page: Page, title: string, data: Buffer): Promise<void> {
  const stored = await page.request.post(pathOf(fileRoutes.add, {}, { name: `${title}.pdf` }), {
    data,
    headers: { 'content-type': 'application/octet-stream' },
  });
  const { id: fileId } = (await stored.json()) as { id: string };
  const body = { fileId, kind: 'signedForm' as const, title };
  await call(paperRoutes.add, { params: { customerId: place.customer }, body });
}

/** A PDF of these objects, the first of which is its catalogue. */
function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const size = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n`;
  return Buffer.from(`${text}${head}${size}startxref\n${text.length}\n%%EOF\n`, 'latin1');
}
const pages = (count: number) => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, at) => `${at + 3} 0 R`).join(' ')}] >>`,
  ...Array.from(
    { length: count },
    () =>
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents ${count + 3} 0 R /Resources << /Font << /F ${count + 4} 0 R >> >> >>`,
  ),
];
const words = 'BT /F 24 Tf 20 300 Td <CEACD0DEB9A4B5A5> Tj ET';
/** As older programs write it: no font inside, the letters 维修工单 in GBK, which a reader has to know by itself. */
const olderChinese = pdfOf([
  ...pages(4),
  `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [9 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 10 0 R >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
]);
const locked = pdfOf(
  [
    ...pages(1),
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >>`,
  ],
  `/Encrypt 6 0 R /ID [<${'0c'.repeat(16)}> <${'0c'.repeat(16)}>]`,
);
const broken = Buffer.from('%PDF-1.7\n这不是 PDF\n');

/** How many of the dots of the first drawn page are ink. */
const inkOf = (page: Page) =>
  page
    .locator('.files-page canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at]! < 128) dark++;
      return dark;
    });

test.each(walkedScreens(import.meta.filename))(
  'ARC-08 a filed PDF is read in the page: its words, its pages, larger and smaller, with keys alone (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      const printed = await page.request.get(`/api/v1/customers/${place.customer}/archive.pdf`);
      await file(page, `档案基本资料表 ${screen}`, await printed.body());
      await file(page, `旧系统工单 ${screen}`, olderChinese);
      await file(page, `加密合同 ${screen}`, locked);
      await file(page, `坏文件 ${screen}`, broken);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`/customers/${place.customer}`);
      const open = page.getByRole('button', { name: `打开 档案基本资料表 ${screen}` });
      await open.waitFor();
      expect(asked.filter((path) => path.includes('pdf'))).toEqual([]);

      await open.focus();
      await page.keyboard.press('Enter');
      const first = page.getByRole('article', { name: '第 1 页' });
      await first.locator('canvas').waitFor();
      await expect.poll(() => first.textContent()).toContain('常青路');
      const text = ((await first.textContent()) ?? '').replaceAll(/\s/g, '');
      for (const said of ['客户档案基本资料表', '单小红', '常青路18号'])
        expect(text).toContain(said);
      expect(await inkOf(page)).toBeGreaterThan(2000);
      await picture('pdf-in-the-page');
      const width = (await first.boundingBox())!.width;
      await page.keyboard.press('+');
      await expect
        .poll(async () => (await first.boundingBox())!.width / width)
        .toBeCloseTo(1.25, 1);
      await page.keyboard.press('0');
      await expect.poll(async () => (await first.boundingBox())!.width).toBeCloseTo(width, 0);
      const saved = page.waitForEvent('download');
      await page.getByRole('link', { name: '下载' }).click();
      expect((await saved).suggestedFilename()).toBe(`档案基本资料表 ${screen}.pdf`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect
        .poll(() => open.evaluate((button) => button === document.activeElement))
        .toBe(true);

      await page.getByRole('button', { name: `打开 旧系统工单 ${screen}` }).click();
      await first.locator('canvas').waitFor();
      await expect.poll(() => first.textContent()).toContain('维修工单');
      // What is far away is not drawn yet.
      expect(await page.locator('.files-page canvas').count()).toBeLessThan(4);
      await page.getByLabel('页码').fill('4');
      await page.getByLabel('页码').press('Enter');
      await page.getByRole('article', { name: '第 4 页' }).locator('canvas').waitFor();
      await expect.poll(() => page.getByLabel('页码').inputValue()).toBe('4');
      await page.keyboard.press('Escape');

      for (const [title, why] of [
        ['加密合同', '加了密码'],
        ['坏文件', '已经损坏'],
      ]) {
        await page.getByRole('button', { name: `打开 ${title} ${screen}` }).click();
        await page.getByRole('alert').getByText(why!).waitFor();
        if (title === '加密合同') await picture('pdf-locked');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    });
  },
);
