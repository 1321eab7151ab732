import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { SignInRules, signInRuleRoutes } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import {
  insertRules,
  rolesWithFactors,
  rulesOf,
  updateRoleFactor,
  updateRules,
} from './queries-rules.ts';

/** Who needs a second factor from when, and how many of each role still lack one. */
export async function readSignInRules(work: Work): Promise<SignInRules> {
  const rules = await rulesOf(work);
  return {
    secondFactorFrom: rules?.secondFactorFrom ?? null,
    remembersDevices: rules?.remembersDevices ?? false,
    roles: await rolesWithFactors(work),
    version: rules?.version ?? 0,
  };
}

/** From the day on, who has no factor may only set one up; until then he is led to it. Holds at once everywhere. */
export async function changeSignInRules(
  work: Work,
  { roles = [], ...change }: BodyOf<typeof signInRuleRoutes.change>,
  expectedVersion: number | undefined,
): Promise<SignInRules> {
  const before = await readSignInRules(work);
  if (expectedVersion !== before.version) throw new Problem(412, 'version_stale');
  for (const [at, { key, secondFactorFrom }] of roles.entries()) {
    if (!(await updateRoleFactor(work, key, secondFactorFrom)))
      throw ruleBroken(`/roles/${at}/key`, 'role_unknown');
  }
  const next = { ...pick(before), ...change };
  if (before.version === 0) await insertRules(work, next);
  else if (!(await updateRules(work, before.version, next)))
    throw new Problem(412, 'version_stale');
  await work.emit(
    peopleEvents.signInRulesChanged,
    { ...next, roles },
    { type: 'signInRules', id: work.actor.tenantId },
  );
  return readSignInRules(work);
}

const pick = ({ secondFactorFrom, remembersDevices }: SignInRules) => ({
  secondFactorFrom,
  remembersDevices,
});
