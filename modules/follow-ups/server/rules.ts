import { settingOf } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { FollowUpRuleKey } from '../locales/vocabulary.ts';

/** When a follow-up is due, as data. Days count from the anchor's day, which itself is day 0; both ends included. */
export interface FollowUpRule {
  key: FollowUpRuleKey;
  source: string;
  earliestDays: number;
  latestDays: number;
}

export const followUpRules: Readonly<Record<FollowUpRuleKey, FollowUpRule>> = {
  /** 客户接车出厂或业务访谈、咨询后三天至一周内. */
  first: {
    key: 'first',
    source: 'FUP-01《4S店客服部规章制度》四之4：客户接车出厂或业务访谈、咨询后三天至一周内',
    earliestDays: 3,
    latestDays: 7,
  },
  /** 第一次追踪服务的一周后的7天以内: the seven days that begin one week after the first. */
  second: {
    key: 'second',
    source: 'FUP-02《4S店客服部规章制度》四之5：第一次追踪服务的一周后的 7 天以内',
    earliestDays: 7,
    latestDays: 13,
  },
  /** 每日提取客户: called in the week from the morning on which they were drawn. */
  reminder: {
    key: 'reminder',
    source: 'ARC-04 每日从档案提取应关怀的客户',
    earliestDays: 0,
    latestDays: 6,
  },
  segment: {
    key: 'segment',
    source: 'FUP-08《4S店客服部规章制度》：活动提前两周电话通知',
    earliestDays: 0,
    latestDays: 13,
  },
};

/** The rule as the tenant set its days (`followUps.rule.first`), else as its source has them. */
export async function ruleFor(
  work: Work,
  key: FollowUpRuleKey,
  orgPath: string,
): Promise<FollowUpRule> {
  const rule = followUpRules[key];
  const { earliestDays, latestDays } = await settingOf(
    work,
    `followUps.rule.${key}`,
    orgPath,
    rule,
  );
  return { ...rule, earliestDays, latestDays };
}

/** 5 tries, at least half a working day apart; then the customer counts as unreachable. */
export const mostTries = 5;
export const minutesBetweenTries = 240;
/** So long after its window a follow-up that nobody did is expired, on record: a late call helps nobody. */
export const expiresAfterDays = 14;
export const lockMinutes = 10;
