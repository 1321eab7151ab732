import { expect, test } from 'vitest';
import { reportRuleRoutes } from '#modules/complaint-reports/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { organisationRoutes } from '#modules/organisation/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { addMonths, dateIn } from '#shared/dates.ts';
import { enter, owner, type Screen, siteForThisFile, walk, walkedScreens } from './support.ts';

const password = '河边的灯一盏一盏亮起';
const shops: Record<Screen, string> = { desk: '武汉光谷服务店', phone: '武汉汉阳服务店' };
const sisters: Record<Screen, string> = { desk: '宜昌东山服务店', phone: '荆州沙市服务店' };
let month = '';
let isLater = false;

const complaints = [
  { kind: 'repairTechnique', content: '刹车异响修了两次还响，说好昨天给答复也没有人打电话。' },
  { kind: 'repairTechnique', content: '空调不制冷，修完第三天又不行了。' },
  { kind: 'repairTechnique', content: '底盘异响，换了摆臂还是响，要求复检。' },
  { kind: 'price', content: '结算比报价多了四百多，事先没有说。' },
  { kind: 'timeliness', content: '说好下午四点取车，等到六点半。' },
] as const;

const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  const [top] = (await call(organisationRoutes.listUnits, {})).items;
  await call(
    organisationRoutes.changeUnit,
    { params: { orgUnitId: top!.id }, body: { tier: 'headquarters' } },
    { version: top!.version },
  );
  const { mayChange: _, ...rule } = await call(reportRuleRoutes.read, {});
  // Long enough for words, whichever holidays the month begins with.
  await call(reportRuleRoutes.save, { body: { ...rule, wordDays: 10, dueDays: 15 } });
  for (const screen of walkedScreens(import.meta.filename)) {
    const unit = (parentId: string, tier: 'agent' | 'shop', code: string, name: string) =>
      call(organisationRoutes.addUnit, { body: { parentId, tier, code, name } });
    const agent = await unit(top!.id, 'agent', `HZ-${screen}`, '华中代理商');
    const shop = await unit(agent.id, 'shop', `S1-${screen}`, shops[screen]);
    const sister = await unit(agent.id, 'shop', `S2-${screen}`, sisters[screen]);
    const employ = (name: string, username: string, orgUnitId: string) =>
      call(peopleRoutes.addEmployee, {
        body: { name, roleKeys: ['owner'], username, password, orgUnitId },
      });
    await employ('陈区域', `region-${screen}`, agent.id);
    await employ('何店长', `shop-${screen}`, shop.id);
    await employ('邓店长', `sister-${screen}`, sister.id);
    const there = await opened.signIn(`shop-${screen}`, password);
    for (const one of complaints) {
      const { receivedAt } = await there(complaintRoutes.receive, {
        body: { channel: 'phone', complainantName: '孙丽', ...one },
      });
      month = dateIn('Asia/Shanghai', new Date(receivedAt)).slice(0, 7);
    }
  }
  await opened.moveTo(`${addMonths(`${month}-01`, 1).slice(0, 7)}-10T02:00:00.000Z`);
});

test.each(walkedScreens(import.meta.filename))(
  'CMP-14 the month is over: the report lies there, the manager adds a word and sends it, the tier above reads it (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, `shop-${screen}`, password);
      await page.goto('/complaint-reports');
      await page.getByText('待上报').first().waitFor();
      await picture('reports-mine');
      if (screen === 'desk') {
        await page.keyboard.press('j');
        await page.keyboard.press('Enter');
      } else await page.locator('.row-card-link').first().click();
      await page.getByLabel('总体情况').waitFor();
      await page.getByLabel('总体情况').fill('王先生打电话 13800138000 来催');
      await page.getByText('里面像是有个人信息').waitFor();
      await picture('report-names-person');
      await page.getByLabel('总体情况').fill('维修技术类三件，都是一次没修好；已定返修复检制度。');
      await page.getByText('已保存', { exact: true }).waitFor();
      await page.getByLabel('逾期原因').fill('配件等了一周，下周三到货后处理完。');
      await page.getByText('已保存', { exact: true }).waitFor();
      await page.reload();
      await page.getByText('配件等了一周').waitFor();
      await picture('report-drafted');
      await page.getByRole('button', { name: '现在上报' }).click();
      await page.getByText('何店长 上报').waitFor();
      expect(await page.getByLabel('总体情况').count()).toBe(0);
      await page.getByRole('button', { name: '更正', exact: true }).click();
      const sheet = page.getByRole('dialog', { name: '更正这份报告' });
      await sheet.getByLabel('为什么更正').fill('核对一遍');
      await sheet.getByRole('button', { name: '更正', exact: true }).click();
      await sheet.getByText('重新统计后没有变化').waitFor();
      await picture('report-correcting');
    });
    await walk(site(), screen, async (page, picture) => {
      await enter(page, `region-${screen}`, password);
      await page.goto('/complaint-reports');
      await page.getByText('1 / 2 个单位已上报').waitFor();
      await picture('reports-below');
      await page.getByRole('link', { name: shops[screen] }).first().click();
      await page.getByText('维修技术类三件').waitFor();
      await picture('report-seen-above');
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'CMP-14 what nobody sent goes by itself; the agent’s report is made of both (%s)',
  async (screen) => {
    if (!isLater)
      await site().moveTo(`${addMonths(`${month}-01`, 2).slice(0, 7)}-14T02:00:00.000Z`);
    isLater = true;
    await walk(site(), screen, async (page, picture) => {
      await enter(page, `region-${screen}`, password);
      await page.goto(`/complaint-reports?on=${month}-05`);
      await page.getByText('2 / 2 个单位已上报').waitFor();
      await page.getByRole('link', { name: '本单位的这一期' }).click();
      await page.getByText(/系统自动上报/).waitFor();
      await page.getByRole('link', { name: sisters[screen] }).waitFor();
      await picture('report-of-units');
      await page.goto('/settings/complaint-reports');
      await page.getByText('由最上级单位的主管设置').waitFor();
    });
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/settings/complaint-reports');
      await page.getByLabel('写说明的工作日').waitFor();
      await picture('report-rule');
    });
  },
);
