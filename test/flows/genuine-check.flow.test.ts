import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pressBy } from './keys.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const site = siteForThisFile(async (site) => {
  await site.setUp();
});

test.each(walkedScreens(import.meta.filename))(
  'ARC-11 codes are issued, a customer checks one, and a copied label is warned of (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/genuine-checks?show=batches');
      await page.getByRole('button', { name: '发放防伪码' }).click();
      await page.getByLabel('产品').fill(`前制动片（原厂）${screen}`);
      await page.getByLabel('数量').fill('3');
      await picture('genuine-issue');
      await page.getByRole('dialog').getByRole('button', { name: '发放防伪码' }).click();
      await page.getByText(/已发放 FW\d{6}-\d{3}/).waitFor();
      const coming = page.waitForEvent('download');
      await page.getByRole('dialog').getByRole('link', { name: '标签数据' }).click();
      const labels = readFileSync(await (await coming).path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(labels).toHaveLength(4);
      const address = new URL(labels[1]!.split(',')[2]!);
      const check = async (place: string) => {
        await page.goto('about:blank');
        await page.goto(`${address.pathname}${address.search}${address.hash}`);
        await page.getByLabel('您在哪里').selectOption(place);
        if (place === '广东') await picture('genuine-ask');
        await pressBy(page, page.getByRole('button', { name: '查询' }));
      };
      await check('广东');
      await page.getByRole('heading', { name: '是正品' }).waitFor();
      await picture('genuine-first');
      await check('新疆');
      await page.getByRole('heading', { name: '这个码以前查过' }).waitFor();
      await picture('genuine-again');
      await page.goto('/genuine-checks');
      await page.getByText(/新疆/).first().waitFor();
      await picture('genuine-warnings');
      await page.goto('/genuine-checks?show=batches');
      await page.getByText(`前制动片（原厂）${screen}`).first().waitFor();
      await picture('genuine-batches');
    });
  },
);
