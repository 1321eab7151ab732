import { expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { type OrgUnit, organisationRoutes, treeRoutes } from '#modules/organisation/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { type Caller, enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

let call: Caller;
const site = siteForThisFile(async (opened) => {
  call = await opened.setUp();
  const [top] = (await call(organisationRoutes.listUnits, {})).items;
  await call(
    organisationRoutes.changeUnit,
    { params: { orgUnitId: top!.id }, body: { tier: 'headquarters' } },
    { version: top!.version },
  );
  const add = (parent: OrgUnit, tier: 'agent' | 'shop', name: string, code: string) =>
    call(organisationRoutes.addUnit, { body: { parentId: parent.id, tier, code, name } });
  const north = await add(top!, 'agent', '北方代理', 'BF');
  await add(top!, 'agent', '南方代理', 'NF');
  for (const screen of walkedScreens(import.meta.filename)) {
    const east = await add(north, 'shop', `城东店-${screen}`, `SZ-01-${screen}`);
    await add(north, 'shop', `城西店-${screen}`, `SZ-02-${screen}`);
    const username = `shop-${screen}`;
    const password = '秋天的晚上去散步';
    const roleKeys = ['owner'];
    await call(peopleRoutes.addEmployee, {
      body: { name: '何店长', roleKeys, username, password, orgUnitId: east.id },
    });
    const there = await opened.signIn(username, password);
    await there(customerRoutes.add, { body: { name: '孙丽', phone: '13871234501' } });
  }
});

const placeOf = async (name: string) => {
  const { items } = await call(treeRoutes.readTree, {});
  const unit = items.find((one) => one.name === name)!;
  const parent = items.find(({ id }) => id === unit.parentId)!;
  return { parent: parent.name, closed: unit.closedAt !== null, position: unit.position };
};

for (const screen of walkedScreens(import.meta.filename)) {
  test(`ORG-01 a shop is put in order, moved to another agent and closed, on the ${screen}`, async () => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/organisation');
      const [east, west] = [`城东店-${screen}`, `城西店-${screen}`];
      await page.getByText(east).waitFor();
      await picture('tree');
      const before = (await placeOf(west)).position;
      const handle = page.getByRole('button', { name: `拖动 ${west}` });
      await handle.focus();
      await page.keyboard.press('Alt+ArrowUp');
      await page.getByText(`${west} 现在排第`, { exact: false }).waitFor();
      expect((await placeOf(west)).position).toBeLessThan(before);

      if (screen === 'desk')
        await page
          .getByRole('button', { name: `拖动 ${east}` })
          .dragTo(page.getByText('南方代理', { exact: true }));
      else {
        await page.getByRole('button', { name: `移动 ${east}` }).click();
        await page.getByLabel('移到谁的下面').selectOption({ label: '南方代理（代理商）' });
      }
      await page.getByText('全部记录').waitFor();
      await picture('tree-move');
      await page.getByRole('button', { name: '确认移动' }).click();
      await page.getByText(`${east} 已移到“南方代理”下面`).waitFor();
      expect((await placeOf(east)).parent).toBe('南方代理');
      await picture('tree-moved');

      await page.getByRole('button', { name: `关闭 ${east}` }).click();
      await page.getByText('在职人员').waitFor();
      expect(await page.getByRole('button', { name: '确认关闭' }).isDisabled()).toBe(true);
      await picture('tree-still-open');
      await page.getByRole('button', { name: '取消' }).click();
      await page.getByRole('button', { name: `关闭 ${west}` }).click();
      await page.getByText('这里没有没办完的事', { exact: false }).waitFor();
      await page.getByLabel('原因').fill('门店搬迁');
      await page.getByRole('button', { name: '确认关闭' }).click();
      await page.getByRole('button', { name: `重新启用 ${west}` }).waitFor();
      expect((await placeOf(west)).closed).toBe(true);
      await picture('tree-closed');
    });
  });
}
