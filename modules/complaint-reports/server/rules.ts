import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { type Actor, can, inScope, topPath } from '#platform/actor.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { ReportRule } from '../contract.ts';
import { reportRuleEvents } from '../events.ts';
import { topUnit } from './queries-units.ts';

const key = 'complaintReports.rule';

/**
 * As shipped. S1 asks for regular reports and not how often: the month of the house's briefs is practice, and so are two
 * working days for words and five for each tier.
 */
const shipped: ReportRule = {
  isOn: true,
  grain: 'month',
  wordDays: 2,
  dueDays: 5,
  source:
    'S1《修理厂客户关系管理规定》报告制度：定期向上级管理层报告投诉处理的总体情况、关键指标和改进措施；按月、2 日和 5 日为行业惯例，2026-11 整理',
};

/** One rule for the whole tree: sums are made of reports on the same days. */
export const ruleOf = (work: Work): Promise<ReportRule> => settingOf(work, key, topPath, shipped);

const mayChange = (actor: Actor) =>
  inScope(actor, topPath) && can(actor, 'complaints.supervise', topPath);

/** The rule as it goes out, with whether the caller may change it. */
export async function ruleShown(work: Work) {
  return { ...(await ruleOf(work)), mayChange: mayChange(work.actor) };
}

/**
 * Sets the rule; what was drafted before goes by the one it was drafted by.
 * @throws Problem 403 `rule_of_the_top`, 422 `words_after_due`
 */
export async function setRule(work: Work, rule: ReportRule) {
  if (!mayChange(work.actor)) throw new Problem(403, 'rule_of_the_top');
  if (rule.wordDays >= rule.dueDays) throw ruleBroken('/wordDays', 'words_after_due');
  await saveSetting(work, key, topPath, rule);
  const { id: orgUnitId } = await topUnit(work);
  await work.emit(
    reportRuleEvents.set,
    { orgUnitId },
    { type: 'complaintReportRule', id: orgUnitId, orgPath: topPath },
  );
  return ruleShown(work);
}
