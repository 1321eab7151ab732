import { refuseClosed, unitById } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { inScope } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays } from '#shared/dates.ts';
import type { FollowUpRuleShown, RuleDraft, RuleEditionShown } from '../contract-rules.ts';
import { followUpRuleEvents } from '../events.ts';
import { conditionsOf, type Occasion, occasions } from '../locales/vocabulary.ts';
import type { FollowUpRow } from './queries.ts';
import { takesIn } from './queries-conditions.ts';
import {
  type EditionRow,
  editionById,
  editionsHolding,
  historyOf,
  insertEdition,
  oneRuleAtATime,
  ownEditions,
} from './queries-rules.ts';
import { type FollowUpRule, followUpRules, ruleFrom } from './rules.ts';

/** The rule for an occasion as it holds at a place: of the nearest unit up the tree that has one, else as shipped. */
export async function ruleFor(
  work: Work,
  occasion: Occasion,
  orgPath: string,
): Promise<FollowUpRule> {
  const [row] = await editionsHolding(work, orgPath, [occasion]);
  return row ? ruleFrom(row) : followUpRules[occasion];
}

/** The same, where it is to plan something for this customer now: it is on, begun, and takes him in. */
export async function ruleTaking(
  work: Work,
  occasion: Occasion,
  at: { orgPath: string; customerId: string; orderId: string | null; anchorOn: string },
): Promise<FollowUpRule | undefined> {
  const rule = await ruleFor(work, occasion, at.orgPath);
  if (!rule.isOn || isTooEarly(rule, at.anchorOn)) return undefined;
  return (await takesIn(work, rule.conditions, at)) ? rule : undefined;
}

/** Whether what an anchor brings about fell due before the rule began. */
export const isTooEarly = (
  { startsOn, earliestDays }: Pick<FollowUpRule, 'startsOn' | 'earliestDays'>,
  anchorOn: string,
): boolean => startsOn !== null && addDays(anchorOn, earliestDays) < startsOn;

/** What was agreed when a follow-up was planned; a later edition does not change it. */
export async function ruleOf(
  work: Work,
  row: Pick<FollowUpRow, 'editionId' | 'rule'>,
): Promise<FollowUpRule> {
  const edition = row.editionId === null ? undefined : await editionById(work, row.editionId);
  return edition ? ruleFrom(edition) : followUpRules[row.rule as keyof typeof followUpRules];
}

/** The caller's own unit, where his right reaches it: who only belongs to a unit has nothing to see or to say there. */
export function ownPlace({ actor }: Work): string {
  if (!inScope(actor, actor.unitPath)) throw notFound();
  return actor.unitPath;
}

/** All rules as they hold at the caller's unit, in the order of the screen. */
export async function rulesShown(work: Work): Promise<FollowUpRuleShown[]> {
  const unitPath = ownPlace(work);
  const rows = await editionsHolding(work, unitPath, occasions);
  const own = await ownEditions(work, unitPath);
  return occasions.map((occasion) => {
    const row = rows.find((one) => one.occasion === occasion);
    const rule = row ? ruleFrom(row) : followUpRules[occasion];
    return {
      ...termsOf(rule),
      occasion,
      postKey: rule.postKey as FollowUpRuleShown['postKey'],
      // Whom a unit above names is nobody of this one: he stands in its own rule.
      agentId: row?.orgPath === unitPath ? rule.agentId : null,
      agentName: row?.orgPath === unitPath ? (row.agentName ?? '') : '',
      startsOn: rule.startsOn,
      source: followUpRules[occasion].source,
      ownEdition: own.get(occasion) ?? 0,
      isOwn: row?.orgPath === unitPath,
      setAt: row?.unitName ?? '',
      changedAt: row?.createdAt.toISOString() ?? null,
    };
  });
}

export const ruleShown = async (work: Work, occasion: Occasion): Promise<FollowUpRuleShown> =>
  (await rulesShown(work)).find((one) => one.occasion === occasion)!;

const termsOf = (rule: FollowUpRule | EditionRow) => ({
  isOn: rule.isOn,
  earliestDays: rule.earliestDays,
  latestDays: rule.latestDays,
  conditions: rule.conditions,
  channel: rule.channel,
  script: rule.script,
  mostTries: rule.mostTries,
  spacingMinutes: rule.spacingMinutes,
  expiresDays: rule.expiresDays,
  countsAsDone: rule.countsAsDone,
});

/** How the caller's own unit had a rule, the latest edition first. */
export async function editionsShown(work: Work, occasion: Occasion): Promise<RuleEditionShown[]> {
  const rows = await historyOf(work, ownPlace(work), occasion);
  return rows.map((row) => ({
    ...termsOf(row),
    id: row.id,
    edition: row.edition,
    isWithdrawn: row.isWithdrawn,
    postKey: row.postKey as RuleEditionShown['postKey'],
    agentId: row.agentId,
    agentName: row.agentName ?? '',
    startsOn: row.startsOn,
    byName: row.byName ?? '',
    createdAt: row.createdAt.toISOString(),
  }));
}

/** Writes a new edition for the caller's unit and what lies below it. */
export async function setRule(
  work: Work,
  occasion: Occasion,
  { basedOn, ...draft }: RuleDraft & { basedOn: number },
): Promise<void> {
  await refuseBadRule(work, occasion, draft);
  const { postKey = null, agentId = null, ...rest } = draft;
  await write(work, occasion, basedOn, { ...rest, postKey, agentId, isWithdrawn: false });
}

/** Gives the caller's own rule up; on record like every other edition. */
export async function withdrawRule(work: Work, occasion: Occasion, basedOn: number): Promise<void> {
  const unitPath = ownPlace(work);
  const [row] = await editionsHolding(work, unitPath, [occasion]);
  if (row?.orgPath !== unitPath) throw new Problem(409, 'rule_not_own');
  const { postKey, agentId, startsOn } = row;
  const given = { ...termsOf(row), postKey, agentId, startsOn, isWithdrawn: true };
  await write(work, occasion, basedOn, given);
}

/** What cannot be a rule, whether it is to be kept or only looked at. */
export async function refuseBadRule(
  work: Work,
  occasion: Occasion,
  draft: RuleDraft,
): Promise<void> {
  if (draft.latestDays < draft.earliestDays) {
    throw ruleBroken('/latestDays', 'latest_before_earliest');
  }
  if (draft.postKey && draft.agentId) throw ruleBroken('/agentId', 'one_caller');
  if (occasion === 'segment' && !draft.isOn) throw ruleBroken('/isOn', 'rule_always_on');
  for (const [key, value] of Object.entries(draft.conditions)) {
    const asks = Array.isArray(value) ? value.length > 0 : value !== undefined;
    const isKnown = conditionsOf[occasion].some((one) => one === key);
    if (asks && !isKnown) throw ruleBroken(`/conditions/${key}`, 'condition_not_here');
  }
  if (draft.agentId === undefined) return;
  const callers = await employeesWith(work, 'followUps.call', ownPlace(work));
  if (!callers.some(({ id }) => id === draft.agentId)) {
    throw ruleBroken('/agentId', 'agent_cannot_call');
  }
}

type Written = Omit<
  Parameters<typeof insertEdition>[1],
  'occasion' | 'edition' | 'createdBy' | 'orgUnitId' | 'orgPath'
>;
async function write(work: Work, occasion: Occasion, basedOn: number, given: Written) {
  const { unitId } = work.actor;
  const unitPath = ownPlace(work);
  const unit = await unitById(work, unitId);
  if (!unit) throw notFound();
  refuseClosed(unit, '');
  await oneRuleAtATime(work);
  const last = (await ownEditions(work, unitPath)).get(occasion) ?? 0;
  if (last !== basedOn) throw new Problem(409, 'rule_changed_meanwhile');
  const edition = last + 1;
  const row = await insertEdition(work, {
    ...given,
    occasion,
    edition,
    createdBy: work.actor.id,
    orgUnitId: unitId,
    orgPath: unitPath,
  });
  const about = { type: 'followUpRule', id: row.id, orgPath: unitPath };
  const { isOn, isWithdrawn, earliestDays, latestDays } = row;
  const told = { occasion, edition, isOn, isWithdrawn, earliestDays, latestDays };
  await work.emit(followUpRuleEvents.set, told, about);
}
