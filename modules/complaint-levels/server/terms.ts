import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import {
  type LevelTerms,
  mostDaysTogether,
  type OwnLevelTerms,
  shippedTerms,
} from '../contract-terms.ts';
import { levelTermEvents } from '../events.ts';
import type { Tier } from '../lifecycle.ts';

const setting = 'complaintLevels.terms';

/** How many working days a level has, and whether a complaint goes up by itself when they are over. */
export interface LevelTerm {
  days: number;
  isAutomatic: boolean;
}
const merged = (own: OwnLevelTerms, tier: Tier): LevelTerm => {
  const { days, isAutomatic } = shippedTerms.find((row) => row.tier === tier)!;
  return { days, isAutomatic, ...own[tier] };
};

/** The term of a level as the house has set it for that place (CMP-16). */
export const termAt = async (work: Work, unit: { tier: Tier; path: string }): Promise<LevelTerm> =>
  merged(await settingOf<OwnLevelTerms>(work, setting, unit.path, {}), unit.tier);

const shown = (own: OwnLevelTerms): LevelTerms => ({
  own,
  rows: shippedTerms.map((row) => ({ ...row })),
  mostDaysTogether,
  mostSource: '《侵害消费者权益行为处罚办法》第八、十条：无正当理由拖过 15 天算故意拖延',
});

/** As they hold at the caller's own unit. */
export const shownTerms = async (work: Work): Promise<LevelTerms> =>
  shown(await settingOf<OwnLevelTerms>(work, setting, work.actor.unitPath, {}));

/**
 * For the caller's own unit and what lies below it; clocks that run keep their term.
 * @throws Problem 422 `levels_too_long` where all levels together take longer than the law has patience
 */
export async function setTerms(work: Work, own: OwnLevelTerms): Promise<LevelTerms> {
  const together = shippedTerms.reduce((sum, { tier }) => sum + merged(own, tier).days, 0);
  if (together > mostDaysTogether) throw ruleBroken('/own', 'levels_too_long');
  const { unitId, unitPath } = work.actor;
  await saveSetting(work, setting, unitPath, own);
  await work.emit(
    levelTermEvents.set,
    { orgUnitId: unitId },
    { type: 'complaintRule', id: unitId, orgPath: unitPath },
  );
  return shown(own);
}
