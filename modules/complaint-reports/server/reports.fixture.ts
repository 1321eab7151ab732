import { received } from '#modules/complaints/server/complaints.fixture.ts';
import { sisterShops } from '#test/sisters.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { reportRoutes } from '../contract.ts';
import { freshFacts } from './facts.ts';
import { insertReport } from './queries.ts';
import { placeToCount } from './reports.ts';

/** Tuesday, the first working day of December, after the night. */
export const december = '2026-12-01T01:00:00.000Z';
/** After the two working days for words are over. */
export const afterWords = '2026-12-03T14:00:00.000Z';
/** After those of the tier above, too. */
export const afterAgent = '2026-12-08T14:00:00.000Z';

/** A headquarters, an agent and two shops, each with somebody who answers for complaints; three complaints in November. */
export async function aChain(root: TestShop) {
  const [shop, sister] = await sisterShops(root);
  const agentUnit = await root.write((work) =>
    work.update('orgUnits', { code: 'agent' }, { name: '华中代理' }),
  );
  const agent = root.at(agentUnit!);
  const people = {
    advisor: await shop.employee('advisor'),
    manager: await shop.employee('supervisor'),
    other: await sister.employee('supervisor'),
    region: await agent.employee('supervisor'),
    maker: await root.employee('owner'),
  };
  await received(people.advisor, { complainantName: '王建国', complainantPhone: '13800138000' });
  await received(people.advisor, { kind: 'price', content: '报价比上次高了两成' });
  await received(people.other, { kind: 'timeliness', content: '等了三个小时' });
  return { shop, sister, agent, ...people };
}

export const listOf = async (by: TestEmployee, mine = false) =>
  (await by.call(reportRoutes.list, { query: { mine } })).items;
export const reportOf = (by: TestEmployee, complaintReportId: string) =>
  by.call(reportRoutes.one, { params: { complaintReportId } });
export const write = (
  by: TestEmployee,
  { id, version }: { id: string; version: number },
  body: object,
) => by.call(reportRoutes.write, { params: { complaintReportId: id }, body }, { version });

/** For the checks of all routes: a report that waits for words, and one that has gone. */
export async function furnishReports(shop: TestShop, mark: string): Promise<void> {
  await shop.write(async (work) => {
    const unit = {
      id: shop.unitId,
      name: mark,
      path: shop.unitPath,
      tier: 'shop',
      height: 0,
    } as const;
    const months = [
      { fromOn: '2026-09-01', untilOn: '2026-09-30', state: 'sent', sentAt: work.now },
      { fromOn: '2026-10-01', untilOn: '2026-10-31', state: 'drafted' },
    ] as const;
    for (const month of months) {
      const of = { grain: 'month', fromOn: month.fromOn, untilOn: month.untilOn } as const;
      const place = await placeToCount(work, { ...unit, parentId: null }, of);
      await insertReport(work, {
        ...{ grain: 'month', orgUnitId: unit.id, orgPath: unit.path, toUnitId: unit.id, ...month },
        ...{ wordsUntil: work.now, dueAt: work.now, figuresAt: work.now },
        facts: await freshFacts(work, place),
        plan: `下月每天回电${mark}`,
      });
    }
  });
}
