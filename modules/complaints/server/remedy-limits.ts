import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { RemedyLimit, RemedyLimits } from '../contract-work.ts';
import { type RemedyKind, remedyKinds } from '../contract-work-vocabulary.ts';
import { remedyLimitEvents } from '../events.ts';
import { myRoleKeys, rolesOfHouse } from './queries-work.ts';

const key = 'complaints.remedies';

const each = (roleKey: string, amounts: Partial<Record<RemedyKind, number | null>>) =>
  remedyKinds.flatMap((kind): RemedyLimit[] => {
    const amountFen = amounts[kind];
    return amountFen === undefined ? [] : [{ roleKey, kind, amountFen }];
  });
/** No source fixes these sums: they are what a house has that has set none (CMP-07), and the tenant's to change. */
const suggested: readonly RemedyLimit[] = [
  ...each('owner', {
    labour: null,
    goods: null,
    voucher: null,
    loanCar: null,
    money: null,
    other: null,
  }),
  ...each('supervisor', {
    labour: 2000_00,
    goods: 1000_00,
    voucher: 500_00,
    loanCar: 500_00,
    money: 500_00,
    other: 0,
  }),
  ...each('advisor', { labour: 300_00, goods: 100_00, voucher: 100_00, loanCar: 0, other: 0 }),
];

/** The limits that hold at a place, from the nearest unit up the tree. */
export const limitsAt = (work: Work, orgPath: string): Promise<readonly RemedyLimit[]> =>
  settingOf(work, key, orgPath, suggested);

/** What is offered, added up by kind. */
export type Sums = ReadonlyMap<RemedyKind, number>;
export function sumsOf(remedies: readonly { kind: RemedyKind; amountFen: number }[]): Sums {
  const sums = new Map<RemedyKind, number>();
  for (const { kind, amountFen } of remedies) sums.set(kind, (sums.get(kind) ?? 0) + amountFen);
  return sums;
}

/** Whether these roles together may offer as much of every kind: the largest limit of each kind counts. */
export const isWithin = (
  limits: readonly RemedyLimit[],
  roleKeys: readonly string[],
  sums: Sums,
): boolean =>
  [...sums].every(([kind, sum]) =>
    limits.some(
      (limit) =>
        limit.kind === kind &&
        roleKeys.includes(limit.roleKey) &&
        (limit.amountFen === null || sum <= limit.amountFen),
    ),
  );

/**
 * What is put on record in one sum, without its kinds, stays within the largest limit that the caller has for any of
 * them; more goes by a version that another approves. @throws Problem 422 `cost_above_limit`
 */
export async function refuseCostAbove(work: Work, orgPath: string, costFen: number): Promise<void> {
  const limits = await limitsAt(work, orgPath);
  const own = await myRoleKeys(work, orgPath);
  const isWithinAny = remedyKinds.some((kind) => isWithin(limits, own, new Map([[kind, costFen]])));
  if (!isWithinAny) throw ruleBroken('/costFen', 'cost_above_limit');
}

/** As they hold at the caller's own unit, with the roles that the house has. */
export async function shownLimits(work: Work): Promise<RemedyLimits> {
  const limits = await limitsAt(work, work.actor.unitPath);
  return { limits: [...limits], roles: await rolesOfHouse(work) };
}

/** For the caller's own unit and what lies below it. @throws Problem 422 `role_unknown`, `remedy_role_twice` */
export async function setLimits(work: Work, limits: readonly RemedyLimit[]): Promise<RemedyLimits> {
  const roles = await rolesOfHouse(work);
  const known = new Set(roles.map((role) => role.key));
  const seen = new Set<string>();
  for (const [at, { roleKey, kind }] of limits.entries()) {
    const pointer = `/limits/${at}/roleKey`;
    if (!known.has(roleKey)) throw ruleBroken(pointer, 'role_unknown');
    if (seen.has(`${roleKey} ${kind}`)) throw ruleBroken(pointer, 'remedy_role_twice');
    seen.add(`${roleKey} ${kind}`);
  }
  const { unitId, unitPath } = work.actor;
  await saveSetting(work, key, unitPath, limits);
  await work.emit(
    remedyLimitEvents.set,
    { orgUnitId: unitId },
    { type: 'remedyLimit', id: unitId, orgPath: unitPath },
  );
  return { limits: [...limits], roles };
}
