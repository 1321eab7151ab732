import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const received: string[] = [];
const peer = new SMTPServer({
  hideSTARTTLS: true,
  authOptional: true,
  onData: (stream, _session, done) => {
    const pieces: Buffer[] = [];
    stream.on('data', (piece) => pieces.push(piece));
    stream.on('end', () => {
      received.push(Buffer.concat(pieces).toString());
      done();
    });
  },
});
afterAll(() => new Promise<void>((closed) => peer.close(closed)));

const supervisor = { username: 'chenjing', password: '山里的雨下了一整夜' };
const customers: Record<string, string> = {};
const site = siteForThisFile(async (opened) => {
  await new Promise<void>((ready) => peer.listen(0, 'localhost', ready));
  const { port } = peer.server.address() as { port: number };
  const call = await opened.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '陈静', post: '客服主管', roleKeys: ['supervisor'], ...supervisor },
  });
  await call(messageRoutes.setUpEmail, {
    body: {
      ...{ host: 'localhost', port, isSecure: false, username: '' },
      ...{ from: 'service@shop.example', fromName: '城东汽车服务中心' },
    },
  });
  for (const [at, screen] of walkedScreens(import.meta.filename).entries()) {
    const body = { name: `王丽${screen}`, salutation: 'ms', phone: `1380013800${at}` } as const;
    const { id: ownerId } = await call(customerRoutes.add, { body });
    await call(vehicleRoutes.add, { body: { plate: `粤A1234${at}`, ownerId } });
    customers[screen] = ownerId;
  }
});

test.each(walkedScreens(import.meta.filename))(
  'CAR-05 a template is written, approved by another person, read as the customer will, and sent (%s)',
  async (screen) => {
    const name = `到件通知${screen}`;
    const plate = `粤A1234${walkedScreens(import.meta.filename).indexOf(screen)}`;
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/settings/sms');
      await page.getByLabel('最多几条').waitFor();
      await picture('template-sms-settings');
      await page.goto('/settings/templates');
      await page.getByRole('button', { name: '新建模板' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('名称').fill(name);
      await dialog.getByText('邮件', { exact: true }).click();
      await dialog.getByLabel('标题').fill('您订的件到了');
      await dialog.getByLabel('内容').fill('，您的');
      await dialog.getByLabel('内容').press('Home');
      await dialog.getByRole('button', { name: '称呼', exact: true }).click();
      await dialog.getByLabel('内容').press('End');
      await dialog.getByRole('button', { name: '车牌', exact: true }).click();
      expect(await dialog.getByLabel('内容').inputValue()).toBe('{称呼}，您的{车牌}');
      await picture('template-write');
      await dialog.getByRole('button', { name: '保存草稿' }).click();
      await dialog.getByRole('button', { name: '送审' }).click();
      await dialog
        .getByRole('button', { name: '批准' })
        .and(page.locator('[aria-disabled]'))
        .waitFor();
      await picture('template-asked');
    });
    await walk(site(), screen, async (page, picture) => {
      await enter(page, supervisor.username, supervisor.password);
      await page.goto('/settings/templates?show=asked');
      const row = screen === 'desk' ? page.getByText(name) : page.locator('.row-card-link');
      await row.first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('用一位真实客户预览').fill(`王丽${screen}`);
      await page.locator('.ant-select-item-option', { hasText: `王丽${screen}` }).click();
      await dialog.getByText(`王丽${screen}女士，您的${plate}`).waitFor();
      await picture('template-preview');
      await dialog.getByRole('button', { name: '批准' }).click();
      await page.goto('/settings/templates');
      await page.getByText(name).first().waitFor();
      await picture('template-list');
      await page.goto(`/customers/${customers[screen]}`);
      await page.getByRole('button', { name: '写一条' }).click();
      await dialog.getByRole('combobox', { name: '模板' }).click();
      await page.locator('.ant-select-item-option', { hasText: name }).click();
      await dialog.getByText(`王丽${screen}女士，您的${plate}`).waitFor();
      await dialog.getByLabel('收件地址').fill(`${screen}@example.cn`);
      await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
      await picture('template-choose');
      await dialog.getByRole('button', { name: /发\s*送/ }).click();
      await page
        .getByText(new RegExp(`${name} · 1`))
        .first()
        .waitFor();
      await expect
        .poll(() => received.some((mail) => mail.includes(`${screen}@example.cn`)))
        .toBe(true);
      await page.getByText('已发送', { exact: true }).first().waitFor();
      await picture('template-thread');
    });
  },
);
