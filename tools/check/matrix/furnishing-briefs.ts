import { briefRoutes } from '#modules/briefs/contract.ts';
import type { TestShop } from '#test/tenant.ts';

/** The brief of this month, written to; and the summary of the year, signed. */
export async function furnishBriefs(shop: TestShop, mark: string): Promise<void> {
  const supervisor = await shop.employee('supervisor');
  const on = shop.now.toISOString().slice(0, 10);
  const brief = await supervisor.call(briefRoutes.draft, { body: { grain: 'month', on } });
  await supervisor.call(
    briefRoutes.write,
    { params: { briefId: brief.id }, body: { plan: `下月补一名回访员${mark}` } },
    { version: brief.version },
  );
  const { id, version } = await supervisor.call(briefRoutes.draft, { body: { grain: 'year', on } });
  await supervisor.call(briefRoutes.sign, { params: { briefId: id } }, { version });
}
