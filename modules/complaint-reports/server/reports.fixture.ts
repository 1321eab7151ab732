import { received } from '#modules/complaints/server/complaints.fixture.ts';
import { sisterShops } from '#test/sisters.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { reportRoutes } from '../contract.ts';

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

/** For the checks of all routes: a chain whose reports have been drafted and sent. */
export async function furnishReports(root: TestShop): Promise<void> {
  const manager = await root.employee('owner');
  await manager.call(reportRoutes.overview, { query: {} });
}
