import { expect, test } from 'vitest';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const site = siteForThisFile(async (opened) => {
  await opened.setUp();
});
const hourMs = 3_600_000;

test.each(walkedScreens(import.meta.filename))(
  'D-81 the owner sees on the first screen how old the backups are, red when they are late (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/shop');
      await page.getByRole('heading', { name: '备份' }).waitFor();
      await page.getByText('备份和数据在同一块磁盘上').waitFor();
      await page.getByRole('heading', { name: '备份' }).scrollIntoViewIfNeeded();
      await picture('backups-shop');
      await site().moveTo(new Date(Date.now() + nextHours() * hourMs).toISOString());
      await enter(page, owner.username, owner.password);
      await page.goto('/supervision');
      const line = page.getByRole('status').filter({ hasText: '备份已过期' });
      await line.waitFor();
      expect(await line.getAttribute('data-health')).toBe('late');
      await picture('backups-late');
    });
  },
);

let hours = 0;
/** More than a day and a bit, and always later than before: the clock only goes forward. */
const nextHours = () => {
  hours += 30;
  return hours;
};
