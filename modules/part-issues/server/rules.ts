import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { plainText } from '#shared/hint.ts';
import type { OrderPart, PartRules } from '../contract.ts';
import { partRuleEvents } from '../events.ts';

const key = 'partIssues.rules';

/**
 * As shipped. S2 (业务接待工作程序) issues every part against the old one; practice asks for it where the old part has a
 * value, is reconditioned or can be taken for a new one. A house that wants S2 to the letter chooses `all`.
 */
const shipped: PartRules = {
  oldForNew: 'named',
  oldForNewWords: [
    '蓄电池',
    '发电机',
    '起动机',
    '压缩机',
    '转向机',
    '涡轮增压器',
    '变速器',
    '发动机总成',
  ],
  oldForNewWarranty: true,
  settling: 'warn',
  source: 'S2 备件发放以坏换新；三包旧件归厂家；名单为行业惯例，2026-11 整理',
};

export const rulesAt = (work: Work, orgPath: string): Promise<PartRules> =>
  settingOf(work, key, orgPath, shipped);

/** For the caller's own unit and what lies below it. */
export async function setRules(work: Work, rules: PartRules): Promise<PartRules> {
  const { unitId, unitPath } = work.actor;
  await saveSetting(work, key, unitPath, rules);
  const about = { type: 'partRule', id: unitId, orgPath: unitPath };
  await work.emit(partRuleEvents.set, { orgUnitId: unitId }, about);
  return rules;
}

/** Whether a part is issued only against the old one (以坏换新, WSH-06). */
export function needsOldPart(
  rules: PartRules,
  { number, name, payer }: Pick<OrderPart, 'number' | 'name' | 'payer'>,
): boolean {
  if (rules.oldForNewWarranty && payer === 'warranty') return true;
  if (rules.oldForNew !== 'named') return rules.oldForNew === 'all';
  return rules.oldForNewWords.some((word) => name.includes(word) || number === codeOf(word));
}

/** A code as it is compared: half-width, upper case. A scanner that types small letters means the same part. */
export const codeOf = (typed: string): string => plainText(typed).toUpperCase();
