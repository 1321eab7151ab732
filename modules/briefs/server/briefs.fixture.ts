import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import type { TestEmployee, TestShop } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';
import { briefRoutes } from '../contract.ts';

/** Cars of a Saturday, called on Tuesday: one satisfied, one not, one that nobody answered, one that is left undone. */
export async function aMonthOfCalls(shop: TestShop) {
  const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
  const supervisor = await shop.employee('supervisor');
  const visits = [];
  for (const name of ['王秀英', '赵敏', '钱多', '孙立']) {
    visits.push(await endedVisit(shop, advisor, { name }));
  }
  await shop.moveTo('2026-11-24T03:00:00.000Z');
  const { items } = await agent.call(followUpRoutes.due, { query: { mine: true } });
  const [first, second, third] = visits.map(
    ({ customerId }) => items.find(({ customer }) => customer.id === customerId)!,
  );
  const talked = { result: 'connected', reason: 'talked' } as const;
  await record(agent, first!.id, { ...talked, mainPoints: '很满意，谢谢师傅', satisfaction: 5 });
  await record(agent, second!.id, { ...talked, mainPoints: '等了太久', satisfaction: 2 });
  await record(agent, third!.id, { result: 'notConnected', reason: 'noAnswer' });
  return { supervisor, advisor, agent, visits };
}

export const record = (
  agent: TestEmployee,
  followUpId: string,
  body: Parameters<typeof agent.call<typeof followUpRoutes.record>>[1]['body'],
) => agent.call(followUpRoutes.record, { params: { followUpId }, body });

export const november = { grain: 'month', on: '2026-11-21' } as const;
export const draftedBy = (by: TestEmployee, more: object = {}) =>
  by.call(briefRoutes.draft, { body: { ...november, ...more } });
