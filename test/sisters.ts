import { insertUnit } from '#modules/organisation/server/index.ts';
import type { TestShop } from './tenant.ts';

/** Makes the tenant's root a headquarters with an agent below it, and below the agent two shops that are sisters. */
export async function sisterShops(root: TestShop): Promise<readonly [TestShop, TestShop]> {
  const shops = await root.write(async (work) => {
    await work.update('orgUnits', { id: root.unitId }, { tier: 'headquarters' });
    const agent = await insertUnit(work, {
      parentId: root.unitId,
      tier: 'agent',
      code: 'agent',
      name: '代理商',
      path: `${root.unitPath}1.`,
    });
    const shop = (step: string) =>
      insertUnit(work, {
        parentId: agent.id,
        tier: 'shop',
        code: `shop-${step}`,
        name: `分店${step}`,
        path: `${agent.path}${step}.`,
      });
    return [await shop('1'), await shop('2')] as const;
  });
  return [root.at(shops[0]), root.at(shops[1])];
}
