import { expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const supervisor = { username: 'chenjing', password: '山里的雨下了一整夜' };
const customers: Record<string, string> = {};
const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '陈静', post: '客服主管', roleKeys: ['supervisor'], ...supervisor },
  });
  for (const [at, screen] of walkedScreens(import.meta.filename).entries()) {
    const address = `广东省深圳市福田区福强路${at + 1}号福田花园3栋502`;
    const body = { name: `王丽${screen}`, salutation: 'ms', phone: `1380013800${at}` } as const;
    const { id } = await call(customerRoutes.add, { body: { ...body, address } });
    customers[screen] = id;
  }
});

test.each(walkedScreens(import.meta.filename))(
  'FUP-07 a letter is written, approved with its number, printed, posted and kept (%s)',
  async (screen) => {
    const subject = `客户联谊活动邀请${screen}`;
    await walk(site(), screen, async (page, picture) => {
      await enter(page, supervisor.username, supervisor.password);
      await page.goto('/letters');
      await page.getByRole('button', { name: '写信' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('客户').fill(`王丽${screen}`);
      await page.locator('.ant-select-item-option', { hasText: `王丽${screen}` }).click();
      await dialog.getByText('邀请函', { exact: true }).click();
      await dialog.getByLabel('事由').fill(subject);
      await dialog
        .getByLabel('正文')
        .fill('兹定于12月5日上午九时在本店举行客户联谊活动。\n届时提供免费检测，敬请光临。');
      await picture('letter-write');
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.getByRole('button', { name: /送\s*审/ }).click();
      await dialog
        .getByRole('button', { name: '批准并登记' })
        .and(page.locator('[aria-disabled]'))
        .waitFor();
      await picture('letter-asked');
    });
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/letters?state=asked');
      const row = screen === 'desk' ? page.getByText(subject) : page.locator('.row-card-link');
      await row.first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '批准并登记' }).click();
      await dialog
        .getByText(/函\d{4}-00\d/)
        .first()
        .waitFor();
      await picture('letter-approved');
      await page.goto('/letters?post=1');
      await dialog.getByRole('status').waitFor();
      await picture('letter-many');
      await page.goto('/letters?state=approved');
      await row.first().click();
      const paper = page.context().waitForEvent('page');
      await dialog.getByRole('button', { name: /^打\s*印$/ }).click();
      await (await paper).close();
      await dialog.getByRole('button', { name: '登记寄出' }).click();
      await dialog.getByText('存档的 PDF').waitFor();
      await picture('letter-sent');
      await page.goto('/letters');
      await page.getByText(subject).first().waitFor();
      await picture('letter-register');
      await page.goto('/letters?labels=1');
      await dialog.getByLabel('从第几张标签开始').waitFor();
      await picture('letter-labels');
      await page.goto(`/customers/${customers[screen]}`);
      await page.getByText(subject).first().waitFor();
      await page.getByRole('button', { name: '写一条' }).click();
      await dialog.getByText('写信函').click();
      await dialog.getByLabel('事由').waitFor();
      await picture('letter-from-the-file');
      expect(await page.getByText(subject).count()).toBeGreaterThan(0);
    });
  },
);
