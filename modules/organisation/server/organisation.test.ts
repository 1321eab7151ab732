import { expect } from 'vitest';
import { test } from '#test/shop.ts';
import { organisationRoutes as routes } from '../contract.ts';

test('ORG-01 nothing stands below a shop in the tree', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const [top] = (await owner.call(routes.listUnits, {})).items;
  const below = { parentId: top!.id, tier: 'shop', code: 'CS-EAST', name: '城东店' } as const;
  await expect(owner.call(routes.addUnit, { body: below })).rejects.toMatchObject({
    status: 422,
    code: 'tier_order',
  });
});
