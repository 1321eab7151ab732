import { test } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { organisationRoutes } from '#modules/organisation/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const password = '秋天的晚上去散步';
const complaintOf = new Map<string, { id: string; number: string }>();
const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  const [top] = (await call(organisationRoutes.listUnits, {})).items;
  await call(
    organisationRoutes.changeUnit,
    { params: { orgUnitId: top!.id }, body: { tier: 'headquarters' } },
    { version: top!.version },
  );
  for (const screen of walkedScreens(import.meta.filename)) {
    const agent = await call(organisationRoutes.addUnit, {
      body: { parentId: top!.id, tier: 'agent', code: `HN-${screen}`, name: '华南代理商' },
    });
    const shop = await call(organisationRoutes.addUnit, {
      body: { parentId: agent.id, tier: 'shop', code: `SZ-${screen}`, name: '深圳南山服务店' },
    });
    const employ = (name: string, username: string, orgUnitId: string) =>
      call(peopleRoutes.addEmployee, {
        body: { name, roleKeys: ['owner'], username, password, orgUnitId },
      });
    await employ('陈区域', `region-${screen}`, agent.id);
    await employ('何店长', `shop-${screen}`, shop.id);
    const there = await opened.signIn(`shop-${screen}`, password);
    const { id: customerId } = await there(customerRoutes.add, {
      body: { name: '孙丽', phone: screen === 'desk' ? '13871234501' : '13871234502' },
    });
    const { id: vehicleId } = await there(vehicleRoutes.add, {
      body: {
        plate: screen === 'desk' ? '粤B12345' : '粤B54321',
        model: '秦PLUS DM-i 2023 冠军版',
        ownerId: customerId,
      },
    });
    const complaint = await there(complaintRoutes.receive, {
      body: {
        ...{ channel: 'phone', kind: 'productQuality', customerId, vehicleId },
        complainantName: '孙丽',
        complainantPhone: screen === 'desk' ? '13871234501' : '13871234502',
        content: '制动片换了两次还是异响，店里说是厂家件的问题，拖了一周没有结果，要求厂家给说法。',
      },
    });
    complaintOf.set(screen, complaint);
  }
});

test.each(walkedScreens(import.meta.filename))(
  'CMP-16 a complaint goes up to the agent with a reason, is taken over there and handed down (%s)',
  async (screen) => {
    const complaint = complaintOf.get(screen)!;
    await walk(site(), screen, async (page, picture) => {
      await enter(page, `shop-${screen}`, password);
      await page.goto(`/complaints/${complaint.id}`);
      await page.getByRole('button', { name: '上报', exact: true }).click();
      const up = page.getByRole('dialog', { name: '上报给华南代理商' });
      await up
        .getByLabel('为什么上报')
        .fill('疑似同批次制动片问题，店里换了两次无效，客户要找媒体。');
      await picture('level-pass-up');
      await up.getByRole('button', { name: '上报', exact: true }).click();
      await up.waitFor({ state: 'detached' });
      const way = page.getByText('已上报，待接手').first();
      await way.waitFor();
      await way.scrollIntoViewIfNeeded();
      await picture('level-card');
    });
    await walk(site(), screen, async (page, picture) => {
      await enter(page, `region-${screen}`, password);
      await page.goto(`/complaints/${complaint.id}`);
      await page.getByText('姓名电话已隐藏').waitFor();
      await page.getByText('姓名电话已隐藏').scrollIntoViewIfNeeded();
      await picture('level-wall');
      await page.goto('/complaint-levels');
      await page.getByText(complaint.number).first().waitFor();
      await picture('level-list');
      if (screen === 'desk') {
        await page.keyboard.press('j');
        await page.keyboard.press('Enter');
      } else await page.locator('.row-card-link').first().click();
      await page.getByRole('button', { name: '接手', exact: true }).waitFor();
      await picture('level-page');

      await page.getByRole('button', { name: '查看姓名电话' }).click();
      const asking = page.getByRole('dialog', { name: '查看姓名电话' });
      await asking.getByLabel('具体用途').fill('致电道歉并约检测');
      await asking.getByRole('button', { name: '查看姓名电话' }).click();
      await page.getByText('孙丽 138').waitFor();

      await page.getByRole('button', { name: '接手', exact: true }).click();
      const taking = page.getByRole('dialog', { name: '接手' });
      await taking.getByRole('button', { name: '接手', exact: true }).click();
      await taking.waitFor({ state: 'detached' });
      await page.getByText('已接手').last().waitFor();

      await page.getByRole('button', { name: '交回', exact: true }).click();
      const down = page.getByRole('dialog', { name: '交回' });
      await down
        .getByLabel('要下级怎么做')
        .fill('按技术通报 2026-11 更换新批次制动片，三天内回访。');
      await picture('level-hand-down');
      await down.getByRole('button', { name: '交回', exact: true }).click();
      await down.waitFor({ state: 'detached' });
      await page.getByText('华南代理商 → 深圳南山服务店').waitFor();
      await picture('level-handed-down');
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'CMP-16 headquarters sets how long each level has (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/settings/complaint-levels');
      await page.getByLabel('店（工作日）').fill('9');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('时限太长').waitFor();
      await picture('level-terms');
      await page.getByLabel('店（工作日）').fill('1');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存', { exact: false }).waitFor();
      await page.goto('/complaint-levels?show=mine');
      await page.getByText('您手上没有上下级之间的投诉').waitFor();
      await picture('level-none');
    });
  },
);
