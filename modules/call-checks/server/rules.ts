import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { inScope } from '#platform/actor.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { CallCheckRule } from '../contract.ts';
import { callCheckRuleEvents } from '../events.ts';

export const ruleKey = 'callChecks.rule';

/**
 * As shipped. S2 has the supervisor check on the work (主管负责督查检查) and says not how much of it: the sample is practice,
 * so it is off until a house turns it on.
 */
const shipped: CallCheckRule = {
  isOn: false,
  way: 'number',
  amount: 2,
  termDays: 5,
  source: 'S2 四之〔五〕：主管负责督查检查售后服务工作；抽查数量为行业惯例，2026-11 整理',
};

export const ruleAt = (work: Work, orgPath: string): Promise<CallCheckRule> =>
  settingOf(work, ruleKey, orgPath, shipped);

/** The caller's own unit, where his right reaches it. @throws Problem 404 */
export function ownPlace({ actor }: Work): { orgUnitId: string; orgPath: string } {
  if (!inScope(actor, actor.unitPath)) throw notFound();
  return { orgUnitId: actor.unitId, orgPath: actor.unitPath };
}

export const ownRule = (work: Work): Promise<CallCheckRule> => ruleAt(work, ownPlace(work).orgPath);

/** For the caller's own unit and what lies below it. */
export async function setRule(work: Work, rule: CallCheckRule): Promise<CallCheckRule> {
  const { orgUnitId, orgPath } = ownPlace(work);
  await saveSetting(work, ruleKey, orgPath, rule);
  await work.emit(
    callCheckRuleEvents.set,
    { orgUnitId },
    { type: 'callCheckRule', id: orgUnitId, orgPath },
  );
  return rule;
}
