import { expect, test, vi } from 'vitest';
import { campaignRoutes } from '#modules/campaigns/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { templateRoutes } from '#modules/message-templates/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { segmentRoutes } from '#modules/segments/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const supervisor = { username: 'chenjing', password: '山里的雨下了一整夜' };
const segment = '全部客户';
const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
const eventOn = (screen: string) => `客户联谊会${screen}`;
const events: Record<string, string> = {};
const wordsOn = (screen: string) => `冬季优惠短信${screen}`;
const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '陈静', post: '客服主管', roleKeys: ['supervisor'], ...supervisor },
  });
  const people = [
    ['王丽', '13800138001', true],
    ['李强', '13800138002', false],
    ['赵敏', '', true],
    ['周洋', '13800138004', true],
  ] as const;
  for (const [name, phone, agrees] of people) {
    const { id: customerId } = await call(customerRoutes.add, { body: { name, phone } });
    const body = {
      purpose: 'marketing',
      channel: 'any',
      given: agrees,
      evidence: '进厂登记表',
    } as const;
    await call(customerRoutes.recordConsent, { params: { customerId }, body });
  }
  const writer = await opened.signIn(supervisor.username, supervisor.password);
  for (const screen of walkedScreens(import.meta.filename)) {
    const said = { purpose: 'marketing', channel: 'sms', language: 'zh-CN' } as const;
    const body = {
      ...said,
      name: wordsOn(screen),
      body: '{称呼}，{门店}冬季检测八折，拒收请回复R',
    };
    const { id: templateId } = await writer(templateRoutes.add, { body });
    await writer(templateRoutes.ask, { params: { templateId } });
    await call(templateRoutes.approve, { params: { templateId } });
  }
  const conditions = { name: segment, isShared: true, conditions: {} };
  const { id: segmentId } = await call(segmentRoutes.add, { body: conditions });
  const { items } = await call(campaignRoutes.templates, {});
  for (const screen of walkedScreens(import.meta.filename)) {
    const { id: campaignId } = await writer(campaignRoutes.write, {
      body: {
        ...{ kind: 'event', name: eventOn(screen), content: '免费检测，带家人来' },
        ...{ segmentId, templateId: items[0]!.id },
        event: { happensAt: `${tomorrow}T06:00:00.000Z`, place: '客户休息区', capacity: 3 },
      },
    });
    const params = { campaignId };
    events[screen] = campaignId;
    await writer(campaignRoutes.examine, { params });
    await vi.waitUntil(async () => (await writer(campaignRoutes.one, { params })).isExamined, {
      timeout: 60_000,
      interval: 500,
    });
    await call(campaignRoutes.approve, { params });
  }
});

test.each(walkedScreens(import.meta.filename))(
  'CAR-04 a campaign is drawn up, its customers judged, approved by another person, started, told of in a report, and stopped (%s)',
  async (screen) => {
    const name = `冬季检测优惠${screen}`;
    const words = wordsOn(screen);
    await walk(site(), screen, async (page, picture) => {
      await enter(page, supervisor.username, supervisor.password);
      await page.goto('/campaigns');
      await page.getByRole('button', { name: '新建客户活动' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('优惠', { exact: true }).click();
      await dialog.getByLabel('名称').fill(name);
      await dialog.getByLabel('客户分组').click();
      await page.locator('.ant-select-item-option', { hasText: segment }).click();
      await dialog.getByLabel('模板').click();
      await page.locator('.ant-select-item-option', { hasText: words }).click();
      await picture('campaign-write');
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await page.getByRole('button', { name: '核对名单' }).click();
      await page.getByText('没有同意营销').first().waitFor();
      await page.getByText('没有联系地址').first().waitFor();
      await picture('campaign-examined');
      await page.getByRole('button', { name: /没有同意营销/ }).click();
      await page.getByText('李强').first().waitFor();
      await page.getByRole('button', { name: '全部', exact: true }).waitFor();
      await picture('campaign-left-out');
    });
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/campaigns');
      const row = screen === 'desk' ? page.getByText(name) : page.locator('.row-card-link');
      await row.first().click();
      await page.getByRole('button', { name: /批\s*准/ }).click();
      await page.getByRole('button', { name: /开\s*始/ }).click();
      await page.getByText('已完成').first().waitFor();
      await page.getByRole('table', { name: '活动结果' }).waitFor();
      await picture('campaign-running');
      await page
        .getByRole('row', { name: /未联系的/ })
        .getByRole('link')
        .first()
        .click();
      await page.getByText('李强').first().waitFor();
      await picture('campaign-result-records');
      await page.getByText('返回活动').click();
      await page.getByRole('button', { name: '活动回访总结报告' }).click();
      await page.getByText(`“${name}”回访总结报告`).first().waitFor();
      await page.getByRole('table', { name: '活动结果' }).waitFor();
      await picture('campaign-report');
      await page.getByText('打开活动').click();
      await page.getByRole('button', { name: '立即停止' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('为什么停止').fill('价格写错了');
      await dialog.getByRole('button', { name: '立即停止' }).click();
      await page.getByText('价格写错了').first().waitFor();
      await picture('campaign-stopped');
      await page.goto('/campaigns');
      await page.getByText(name).first().waitFor();
      await picture('campaigns');
      expect(await page.getByText('已停止').count()).toBeGreaterThan(0);
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'FUP-08 an answer is taken on the telephone, who finds no seat waits, and guests are signed in at the door (%s)',
  async (screen) => {
    if (screen === walkedScreens(import.meta.filename)[0])
      await site().moveTo(`${tomorrow}T02:00:00.000Z`);
    await walk(site(), screen, async (page, picture) => {
      await enter(page, supervisor.username, supervisor.password);
      await page.goto(`/campaigns/${events[screen]}`);
      const dialog = page.getByRole('dialog');
      for (const [name, seats] of [
        ['王丽', '2'],
        ['周洋', '2'],
      ] as const) {
        await page.getByRole('button', { name: '登记报名' }).click();
        await dialog.getByLabel('客户').fill(name);
        await page.locator('.ant-select-item-option', { hasText: name }).click();
        await dialog.getByLabel('人数').fill(seats);
        if (name === '王丽') await picture('campaign-answer');
        await dialog.getByRole('button', { name: /保\s*存/ }).click();
        await dialog.waitFor({ state: 'detached' });
      }
      await page.getByText('候补第 1 位').first().waitFor();
      await picture('campaign-event');
      await page.getByRole('button', { name: '现场签到' }).click();
      await page.getByLabel('来宾姓名').fill('王');
      await page.getByRole('button', { name: '多一人' }).click();
      await page.getByRole('button', { name: /签\s*到/ }).click();
      await page.getByText('已到 3 人').first().waitFor();
      await picture('campaign-door');
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'CAR-03 a greeting for each Spring Festival is drawn up, shows whom it greets, and waits for another person (%s)',
  async (screen) => {
    const name = `春节问候${screen}`;
    await walk(site(), screen, async (page, picture) => {
      await enter(page, supervisor.username, supervisor.password);
      await page.goto('/standing-campaigns');
      await page.getByRole('button', { name: '新建常设问候' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('名称').fill(name);
      await dialog.getByLabel('客户分组').click();
      await page.locator('.ant-select-item-option', { hasText: segment }).click();
      await dialog.getByLabel('模板').click();
      await page.locator('.ant-select-item-option', { hasText: wordsOn(screen) }).click();
      await picture('standing-write');
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('heading', { name }).waitFor();
      await page.getByRole('button', { name: '今后 60 天会问候谁' }).first().click();
      await page
        .getByText(/会问候 4 位客户|没有轮到它的日子/)
        .first()
        .waitFor();
      await picture('standing-preview');
    });
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/standing-campaigns');
      await page
        .getByRole('button', { name: /批\s*准/ })
        .first()
        .click();
      await page.getByText('使用中').first().waitFor();
      await picture('standing-approved');
    });
  },
);
