import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { DiscountLimit, DiscountLimits } from '../contract.ts';
import { discountLimitEvents } from '../events.ts';
import { rolesOfHouse } from './queries-discounts.ts';

const key = 'serviceOrders.discounts';

/** What a house has that has set nothing: the owner as he likes, the advisor a courtesy, all others nothing (WSH-15). */
const fromSource: readonly DiscountLimit[] = [
  { roleKey: 'owner', percent: 100, amountFen: null },
  { roleKey: 'advisor', percent: 10, amountFen: 200_00 },
];

/** The limits as they are kept, as SQL sees them: null where nobody has set any. */
export const discountSetting = key;
export const limitsFrom = (own: unknown): readonly DiscountLimit[] =>
  (own as DiscountLimit[] | null) ?? fromSource;

/** The limits that hold at a place, from the nearest unit up the tree. */
export const limitsAt = (work: Work, orgPath: string): Promise<readonly DiscountLimit[]> =>
  settingOf(work, key, orgPath, fromSource);

/** What these roles may let off of a sum: the largest of their limits, each the lower of percentage and amount. */
export function mostOf(
  limits: readonly DiscountLimit[],
  roleKeys: readonly string[],
  baseFen: number,
): number {
  const each = limits
    .filter(({ roleKey }) => roleKeys.includes(roleKey))
    .map(({ percent, amountFen }) =>
      Math.min(Math.floor((baseFen * percent) / 100), amountFen ?? baseFen),
    );
  return Math.max(0, ...each);
}

/** The roles of which one may let off as much. */
export const rolesFor = (
  limits: readonly DiscountLimit[],
  { amountFen, baseFen }: { amountFen: number; baseFen: number },
): string[] =>
  limits
    .map(({ roleKey }) => roleKey)
    .filter((roleKey) => mostOf(limits, [roleKey], baseFen) >= amountFen);

/** As they hold at the caller's own unit, with the roles that the house has. */
export async function shownLimits(work: Work): Promise<DiscountLimits> {
  const limits = await limitsAt(work, work.actor.unitPath);
  return { limits: [...limits], roles: await rolesOfHouse(work) };
}

/** For the caller's own unit and what lies below it. @throws Problem 422 `role_unknown`, `discount_role_twice` */
export async function setLimits(
  work: Work,
  limits: readonly DiscountLimit[],
): Promise<DiscountLimits> {
  const roles = await rolesOfHouse(work);
  for (const [at, { roleKey }] of limits.entries()) {
    const pointer = `/limits/${at}/roleKey`;
    if (!roles.some((role) => role.key === roleKey)) throw ruleBroken(pointer, 'role_unknown');
    if (limits.findIndex((other) => other.roleKey === roleKey) < at)
      throw ruleBroken(pointer, 'discount_role_twice');
  }
  const { unitId, unitPath } = work.actor;
  await saveSetting(work, key, unitPath, limits);
  await work.emit(
    discountLimitEvents.set,
    { orgUnitId: unitId },
    { type: 'discountLimit', id: unitId, orgPath: unitPath },
  );
  return { limits: [...limits], roles };
}
