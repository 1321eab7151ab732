import { expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { type OrgUnit, organisationRoutes, sharingRoutes } from '#modules/organisation/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type Caller, enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

let call: Caller;
const shops = new Map<string, OrgUnit>();
const site = siteForThisFile(async (opened) => {
  call = await opened.setUp();
  const [top] = (await call(organisationRoutes.listUnits, {})).items;
  await call(
    organisationRoutes.changeUnit,
    { params: { orgUnitId: top!.id }, body: { tier: 'headquarters' } },
    { version: top!.version },
  );
  for (const screen of walkedScreens(import.meta.filename)) {
    const unit = await call(organisationRoutes.addUnit, {
      body: { parentId: top!.id, tier: 'shop', code: `SZ-${screen}`, name: `城东店-${screen}` },
    });
    shops.set(screen, unit);
    const username = `shop-${screen}`;
    const password = '秋天的晚上去散步';
    await call(peopleRoutes.addEmployee, {
      body: { name: '何店长', roleKeys: ['owner'], username, password, orgUnitId: unit.id },
    });
    const there = await opened.signIn(username, password);
    const { id: ownerId } = await there(customerRoutes.add, {
      body: { name: `孙丽${screen}`, phone: '13871234501', address: '深圳市南山区科苑路 15 号' },
    });
    const plate = screen === 'desk' ? '粤B12345' : '粤B54321';
    await there(vehicleRoutes.add, {
      body: { plate, model: '秦PLUS', vin: 'LSVAU2180N2183294', ownerId },
    });
  }
});

for (const screen of walkedScreens(import.meta.filename)) {
  test(`ARC-10 another company’s customers are shared with headquarters by a basis on record, on the ${screen}`, async () => {
    await walk(site(), screen, async (page, picture) => {
      const name = `城东店-${screen}`;
      await enter(page, owner.username, owner.password);
      await page.goto('/organisation');
      await page.getByRole('button', { name: `修改 ${name}` }).click();
      const sharing = page.getByRole('region', { name: `${name} 的客户信息共享` });
      await sharing.getByText('和上级是同一家公司', { exact: false }).waitFor();
      await sharing.getByRole('checkbox').click();
      await sharing.getByText('还没有登记依据', { exact: false }).waitFor();
      await sharing.scrollIntoViewIfNeeded();
      await picture('sharing-none');
      await page.goto('/customers');
      await page.getByText('孙**').first().waitFor();
      await picture('sharing-masked');

      await page.goto('/organisation');
      await page.getByRole('button', { name: `修改 ${name}` }).click();
      await sharing.getByRole('button', { name: '登记依据' }).click();
      await sharing.getByLabel('用途').fill('统一回访');
      await sharing.getByLabel('文件').fill('共享协议 2026-018，法务柜');
      await sharing.getByLabel('从哪天起').fill('2026-11-01');
      await picture('sharing-form');
      await sharing.getByRole('button', { name: '保存' }).click();
      await sharing.getByText('有效', { exact: false }).waitFor();
      await picture('sharing-basis');
      await page.goto('/customers');
      await page.getByText(`孙丽${screen}`).waitFor();

      await page.goto('/organisation');
      await page.getByRole('button', { name: `修改 ${name}` }).click();
      await sharing.getByRole('button', { name: '撤回' }).click();
      await sharing.getByLabel('撤回原因').fill('客户撤回同意');
      await sharing.getByRole('button', { name: '确认撤回' }).click();
      await sharing.getByText('客户撤回同意', { exact: false }).waitFor();
      await picture('sharing-withdrawn');
      const { items } = await call(sharingRoutes.read, {
        params: { orgUnitId: shops.get(screen)!.id },
      });
      expect(items.map(({ holds }) => holds)).toEqual([false]);
    });
  });
}
