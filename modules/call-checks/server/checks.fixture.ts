import { callRoutes } from '#modules/follow-ups/contract.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import {
  type CallCheck,
  type CallCheckRule,
  callCheckRuleRoutes,
  type Mark,
  callCheckRoutes as routes,
} from '../contract.ts';
import { drawWeek } from './drawing.ts';

/** A talk that a customer had with a caller, on record. */
export async function aTalk(by: TestEmployee, customerId: string, mainPoints: string) {
  const body = { direction: 'in', result: 'connected', reason: 'talked', mainPoints } as const;
  return by.call(callRoutes.recordFor, { params: { customerId }, body });
}

export async function turnOn(
  supervisor: TestEmployee,
  change: Partial<CallCheckRule> = {},
): Promise<CallCheckRule> {
  const rule = await supervisor.call(callCheckRuleRoutes.read, {});
  return supervisor.call(callCheckRuleRoutes.save, { body: { ...rule, isOn: true, ...change } });
}

/** All points for each criterion, but for those that are named. */
export const marksOf = (
  { marks }: Pick<CallCheck, 'marks'>,
  points: Record<string, number | null> = {},
): Mark[] =>
  marks.map(({ key, most }) => ({ key, points: points[key] === undefined ? most : points[key] }));

export async function judge(
  by: TestEmployee,
  callCheckId: string,
  given: {
    points?: Record<string, number | null>;
    coaching?: string;
    agreed?: string;
    agreedOn?: string;
  } = {},
): Promise<CallCheck> {
  const params = { callCheckId };
  const shown = await by.call(routes.read, { params });
  const { points, coaching = '', ...more } = given;
  const { formEdition } = shown;
  const body = { formEdition, marks: marksOf(shown, points), coaching, ...more };
  return by.call(routes.check, { params, body });
}

/** A week of talks with some of each state, for who walks over every route; words end in the mark. */
export async function furnishCallChecks(
  shop: TestShop,
  customerId: string,
  mark: string,
): Promise<void> {
  const owner = await shop.employee('owner');
  const supervisor = await shop.employee('supervisor');
  const agent = await shop.employee('followUpAgent');
  for (let talks = 0; talks < 5; talks++) await aTalk(agent, customerId, `问保养${mark}`);
  for (let talks = 0; talks < 2; talks++) await aTalk(owner, customerId, `问价格${mark}`);
  await turnOn(owner, { amount: 9 });
  await shop.write((work) => drawWeek(work, shop.unitId, '2026-11-23'));
  const ofAgent = (await owner.call(routes.list, { query: { agentId: agent.id } })).items;
  const agreement = { agreed: `每次先报姓名${mark}`, agreedOn: '2026-12-20' };
  for (const { id } of ofAgent.slice(0, 3)) {
    await judge(owner, id, { coaching: `先报姓名${mark}`, ...agreement });
  }
  for (const { id: callCheckId } of ofAgent.slice(0, 2)) {
    const body = { words: `那次客户先挂了${mark}` };
    await agent.call(routes.disagree, { params: { callCheckId }, body });
  }
  const ofOwner = (await supervisor.call(routes.list, { query: { agentId: owner.id } })).items;
  for (const { id } of ofOwner) await judge(supervisor, id, { coaching: `很好${mark}` });
}
