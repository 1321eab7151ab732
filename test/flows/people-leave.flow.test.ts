import { test } from 'vitest';
import { organisationRoutes } from '#modules/organisation/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { staffingRoutes } from '#modules/staffing/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const secret = '秋天的晚上去散步';
const leavers: Record<string, string> = {};

const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  const [top] = (await call(organisationRoutes.listUnits, {})).items;
  await call(
    organisationRoutes.changeUnit,
    { params: { orgUnitId: top!.id }, body: { tier: 'headquarters' } },
    { version: top!.version },
  );
  const shops = [];
  for (const [at, name] of ['城东店', '城西店'].entries()) {
    const body = { parentId: top!.id, tier: 'shop', code: `SZ-0${at + 1}`, name } as const;
    shops.push(await call(organisationRoutes.addUnit, { body }));
  }
  const [east, west] = shops;
  for (const unit of shops) {
    const params = { orgUnitId: unit.id };
    await call(staffingRoutes.classify, { params, body: { shopClass: 'C' } });
  }
  await call(peopleRoutes.addEmployee, {
    body: {
      ...{ name: '何店长', roleKeys: ['owner'], username: 'hedianzhang', password: secret },
      orgUnitId: west!.id,
    },
  });
  await call(peopleRoutes.addEmployee, {
    body: { name: '接手的林顾问', post: '服务顾问', roleKeys: ['advisor'], orgUnitId: east!.id },
  });
  for (const screen of walkedScreens(import.meta.filename)) {
    const username = `leaver-${screen}`;
    const { id } = await call(peopleRoutes.addEmployee, {
      body: {
        ...{ name: '要走的陈顾问', post: '服务顾问', roleKeys: ['advisor'] },
        ...{ username, password: secret, orgUnitId: east!.id },
      },
    });
    leavers[screen] = id;
    await call(staffingRoutes.hold, {
      params: { employeeId: id },
      body: { postKey: 'serviceAdvisor', isDedicated: true },
    });
    await call(staffingRoutes.addCertificate, {
      params: { employeeId: id },
      body: {
        ...{ name: '机动车维修技术人员从业资格证', number: 'SZ-2024-0417', issuer: '交通运输局' },
        ...{ issuedOn: '2024-01-10', expiresOn: '2027-01-10', fileId: null },
      },
    });
    const advisor = await opened.signIn(username, secret);
    const plate = `粤B1234${walkedScreens(import.meta.filename).indexOf(screen)}`;
    await advisor(vehicleRoutes.arrive, {
      body: {
        plate,
        customerName: '孙丽',
        phone: `1387123450${walkedScreens(import.meta.filename).indexOf(screen)}`,
      },
    });
  }
});

for (const screen of walkedScreens(import.meta.filename)) {
  test(`ORG-07 a colleague leaves, and his work goes to another, on the ${screen}`, async () => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/organisation');
      await page.getByText('城东店').waitFor();
      await picture('organisation-tree');
      await page.goto('/staffing');
      await page.getByText('城东店').waitFor();
      await picture('staffing');
      await page.goto('/posts');
      await page.getByText('心理素质', { exact: false }).first().waitFor();
      await picture('posts');
      await page.goto('/certificates');
      await page.getByText('SZ-2024-0417').first().waitFor();
      await picture('certificates');
      await page.goto(`/people/${leavers[screen]}`);
      await page.getByText('SZ-2024-0417').first().waitFor();
      await picture('person');
      await page.getByRole('button', { name: '办理离职' }).click();
      const receivers = page.getByRole('dialog').getByRole('combobox');
      await receivers.first().waitFor();
      await receivers.first().click();
      const list = page.locator('.ant-select-dropdown:visible');
      await list.locator('.ant-select-item-option', { hasText: '接手的林顾问' }).click();
      // The list stays open for more receivers, until one looks elsewhere.
      await page.getByRole('dialog').locator('header').click();
      await list.waitFor({ state: 'hidden' });
      await picture('leaving');
      await page
        .getByRole('button', { name: /办理离职/ })
        .last()
        .click();
      await page.getByText('已离职：不能登录', { exact: false }).waitFor();
      await picture('left');
      await page.getByText('移交记录').first().waitFor();
    });
  });

  test(`trust 2 beyond one's own shop, with a banner on every page, on the ${screen}`, async () => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, 'hedianzhang', secret);
      await page.goto('/emergency');
      await page.getByRole('button', { name: '开启紧急访问' }).click();
      await page.getByLabel('网点编号').fill('SZ-01');
      await page.getByLabel('原因').fill(`夜间值班，城东店联系不上，客户要查记录（${screen}）`);
      await picture('emergency-open');
      await page.getByRole('button', { name: '开启紧急访问' }).last().click();
      await page.getByText('紧急访问中', { exact: false }).waitFor();
      await page.goto('/customers');
      await page.getByText('孙丽').first().waitFor();
      await picture('emergency-banner');
      await page.getByRole('button', { name: '现在结束' }).click();
      await page.getByText('紧急访问中', { exact: false }).waitFor({ state: 'detached' });
      await page.goto('/emergency');
      await page.getByText('提前结束').first().waitFor();
      await picture('emergency-list');
    });
  });
}
