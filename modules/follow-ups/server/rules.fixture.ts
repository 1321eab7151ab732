import type { TestEmployee, TestShop } from '#test/shop.ts';
import { followUpRoutes, type RuleDraft, followUpRuleRoutes as routes } from '../contract.ts';
import type { Occasion } from '../locales/vocabulary.ts';
import { beginUnseen } from './planning-unseen.ts';

export const noAnswer = { result: 'notConnected', reason: 'noAnswer' } as const;

/** The rule as it holds, with these terms changed. */
export async function draftOf(
  supervisor: TestEmployee,
  occasion: Occasion,
  change: Partial<RuleDraft>,
): Promise<RuleDraft & { basedOn: number }> {
  const rule = (await supervisor.call(routes.list, {})).items.find(
    (one) => one.occasion === occasion,
  )!;
  const { isOn, earliestDays, latestDays, conditions, channel, script } = rule;
  const { mostTries, spacingMinutes, expiresDays, countsAsDone, ownEdition: basedOn } = rule;
  const terms = { isOn, earliestDays, latestDays, conditions, channel, script };
  const how = { mostTries, spacingMinutes, expiresDays, countsAsDone };
  return { ...terms, ...how, startsOn: '2026-11-01', basedOn, ...change };
}
export async function setRule(
  supervisor: TestEmployee,
  occasion: Occasion,
  change: Partial<RuleDraft & { basedOn: number }> = {},
) {
  const body = await draftOf(supervisor, occasion, { isOn: true, ...change });
  return supervisor.call(routes.set, { params: { occasion }, body });
}
export async function previewOf(
  supervisor: TestEmployee,
  occasion: Occasion,
  change: Partial<RuleDraft>,
) {
  const { basedOn: _, ...body } = await draftOf(supervisor, occasion, change);
  return supervisor.call(routes.preview, { params: { occasion }, body });
}
export const planned = async (
  agent: TestEmployee,
  query: { orderId?: string; customerId?: string } = {},
) => (await agent.call(followUpRoutes.list, { query: { ...query, state: 'planned' } })).items;

export async function people(shop: TestShop) {
  const advisor = await shop.employee('advisor');
  const agent = await shop.employee('followUpAgent');
  return { advisor, agent, supervisor: await shop.employee('supervisor') };
}
export async function night(shop: TestShop) {
  await shop.write((work) => beginUnseen(work));
  await shop.settle();
}
/** A customer with a car that was in on that day. */
export const carSeen = (
  shop: TestShop,
  plate: string,
  lastVisitOn: string | null,
  more: object = {},
) =>
  shop.write(async (work) => {
    const person = { name: `车主${plate}`, phone: '13800138000', firstSeenOn: '2026-01-01' };
    const customer = await work.insert('customers', { ...person, lastVisitOn });
    const car = {
      plate,
      plateType: 'ordinary' as const,
      ownerId: customer.id,
      lastVisitOn,
      ...more,
    };
    const vehicle = await work.insert('vehicles', car);
    return { customerId: customer.id, vehicleId: vehicle.id };
  });
