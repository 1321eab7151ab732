import { expect, test } from 'vitest';
import { campaignRoutes } from '#modules/campaigns/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { templateRoutes } from '#modules/message-templates/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { segmentRoutes } from '#modules/segments/contract.ts';
import { addDays, dateIn } from '#shared/dates.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const supervisor = { username: 'chenjing', password: '山里的雨下了一整夜' };
const segment = '全部客户';
const words = '生日祝福短信';
const screens = walkedScreens(import.meta.filename);
/** The days of the shop's clock, wherever this is run. */
const today = dateIn('Asia/Shanghai', new Date());
const soon = addDays(today, 3);
const ids: Record<string, string> = {};
const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '陈静', post: '客服主管', roleKeys: ['supervisor'], ...supervisor },
  });
  const people = [
    ['王丽', '13800138001', soon.slice(5), true],
    ['李强', '13800138002', soon.slice(5), false],
    ['赵敏', '13800138004', '农历八月十五', true],
  ] as const;
  for (const [name, phone, birthday, agrees] of people) {
    const { id: customerId } = await call(customerRoutes.add, { body: { name, phone, birthday } });
    const said = { purpose: 'marketing', channel: 'any', given: agrees } as const;
    const body = { ...said, evidence: '进厂登记表' };
    await call(customerRoutes.recordConsent, { params: { customerId }, body });
  }
  for (const screen of screens) {
    const body = { name: `钱多${screen}`, phone: '13800138009' };
    ids[screen] = (await call(customerRoutes.add, { body })).id;
  }
  const writer = await opened.signIn(supervisor.username, supervisor.password);
  const said = { purpose: 'marketing', channel: 'sms', language: 'zh-CN' } as const;
  const { id: templateId } = await writer(templateRoutes.add, {
    body: { ...said, name: words, body: '{称呼}，{门店}祝您生日快乐，拒收请回复R' },
  });
  await writer(templateRoutes.ask, { params: { templateId } });
  await call(templateRoutes.approve, { params: { templateId } });
  await call(segmentRoutes.add, { body: { name: segment, isShared: true, conditions: {} } });
});

test.each(screens)(
  'CAR-03 a birthday is typed as people say it, what cannot be read is told, and on the day the file says so (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto(`/customers/${ids[screen]}`);
      await page
        .getByRole('button', { name: /修\s*改/ })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('生日').fill('八月十五');
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.getByText('请写明农历还是公历').first().waitFor();
      await picture('birthday-unclear');
      await dialog.getByLabel('生日').fill('农历八月十五');
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('农历八月十五').first().waitFor();
      await picture('birthday-on-file');
      await page
        .getByRole('button', { name: /修\s*改/ })
        .first()
        .click();
      await dialog.getByLabel('生日').fill(`1984-${today.slice(5)}`);
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('今天生日').first().waitFor();
      await picture('birthday-today');
    });
  },
);

test('CAR-03 CAR-04 a birthday greeting is drawn up, shows whom it greets, is approved, and lays out each birthday on its day', async () => {
  for (const screen of screens) {
    const name = `生日祝福${screen}`;
    await walk(site(), screen, async (page, picture) => {
      await enter(page, supervisor.username, supervisor.password);
      await page.goto('/standing-campaigns');
      await page.getByRole('button', { name: '新建常设问候' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('日子').click();
      await page.locator('.ant-select-item-option', { hasText: '客户生日' }).click();
      await dialog.getByLabel('名称').fill(name);
      await dialog.getByLabel('客户分组').click();
      await page.locator('.ant-select-item-option', { hasText: segment }).click();
      await dialog.getByLabel('模板').click();
      await page.locator('.ant-select-item-option', { hasText: words }).click();
      await picture('birthday-greeting-write');
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('heading', { name }).waitFor();
      await page.getByRole('button', { name: '今后 60 天会问候谁' }).first().click();
      await page.getByText('会问候 2 位客户').first().waitFor();
      await picture('birthday-greeting-preview');
    });
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/standing-campaigns');
      await page
        .getByRole('button', { name: /批\s*准/ })
        .first()
        .click();
      await page.getByText('每天').first().waitFor();
      await picture('birthday-greeting-approved');
    });
  }
  await site().moveTo(new Date(Date.now() + 26 * 3_600_000).toISOString());
  const call = await site().signIn(owner.username, owner.password);
  const made = async () => (await call(campaignRoutes.list, { query: {} })).items;
  await expect.poll(async () => (await made()).length, { timeout: 60_000 }).toBeGreaterThan(0);
  const campaignId = (await made()).at(-1)!.id;
  for (const screen of screens) {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto(`/campaigns/${campaignId}`);
      await page
        .getByRole('button', { name: /没有同意营销/ })
        .first()
        .click();
      await page.getByText('李强').first().waitFor();
      await picture('birthday-campaign');
    });
  }
});
