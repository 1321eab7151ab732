import { calendarOf } from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { type Calendar, windowOfDays } from '#shared/business-calendar.ts';
import { addDays, dateIn } from '#shared/dates.ts';
import type { RuleDraft, RulePreview } from '../contract-rules.ts';
import type { Occasion } from '../locales/vocabulary.ts';
import { callersFor } from './callers.ts';
import { factsOf } from './queries-conditions.ts';
import { foreseen } from './queries-preview.ts';
import { editionsEverywhere } from './queries-rules.ts';
import { ownPlace, refuseBadRule, ruleFor } from './rules-service.ts';

const daysAhead = 60;

/** What a rule would make due in the next 60 days at the caller's unit and below; what is planned stays as it is. */
export async function previewRule(
  work: Work,
  occasion: Occasion,
  draft: RuleDraft,
): Promise<RulePreview> {
  await refuseBadRule(work, occasion, draft);
  const unitPath = ownPlace(work);
  const today = dateIn(zoneOfTenant, work.now);
  const untilOn = addDays(today, daysAhead);
  const business = await calendarOf(work, unitPath);
  const first = occasion === 'second' ? await ruleFor(work, 'first', unitPath) : undefined;
  const spans = spansOf(business, draft, today, first);
  const { agentId = null, postKey = null } = draft;
  const callers = await callersFor(work, { agentId, postKey }, unitPath);
  const nearer = (await editionsEverywhere(work, occasion))
    .map(({ orgPath }) => orgPath)
    .filter((orgPath) => orgPath !== unitPath && orgPath.startsWith(unitPath));
  const answer = await foreseen(work, occasion, {
    ...factsOf(draft.conditions),
    orgPath: unitPath,
    nearer,
    today,
    untilOn,
    startsOn: draft.startsOn,
    earliestDays: draft.earliestDays,
    latestDays: draft.latestDays,
    isOn: draft.isOn,
    rule: occasion === 'question' ? 'first' : occasion,
    anchors: anchorsOf[occasion] ?? null,
    days: spans.map(({ anchorOn }) => anchorOn),
    earliest: spans.map(({ earliestOn }) => earliestOn),
    latest: spans.map(({ latestOn }) => latestOn),
    callerIds: callers.map(({ id }) => id),
  });
  return { fromOn: today, untilOn, ...answer };
}

/** Two occasions bring about a first call. */
const anchorsOf: Partial<Record<Occasion, readonly string[]>> = {
  first: ['delivered'],
  question: ['leftUnrepaired'],
};

type Days = Pick<RuleDraft, 'earliestDays' | 'latestDays'>;

/** For every day on which something may begin the days of the call, closed days left out as the planner does. */
function spansOf(business: Calendar, rule: Days, today: string, first: Days | undefined) {
  const spans = [];
  for (let back = first ? 0 : rule.latestDays; back >= -daysAhead; back--) {
    const anchorOn = addDays(today, -back);
    const from = first ? windowOfDays(business, anchorOn, first).latestOn : anchorOn;
    spans.push({ anchorOn, ...windowOfDays(business, from, rule) });
  }
  return spans;
}
