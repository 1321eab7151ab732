import type { RuleConditions } from '../contract-rules.ts';
import type { Occasion } from '../locales/vocabulary.ts';
import type { EditionRow } from './queries-rules.ts';

/** When a follow-up is due, by whom and how, as data. Days count from the anchor's day, which itself is day 0; both ends included. */
export interface FollowUpRule {
  occasion: Occasion;
  source: string;
  /** The edition that the house wrote; null: as shipped. */
  editionId: string | null;
  isOn: boolean;
  earliestDays: number;
  latestDays: number;
  conditions: RuleConditions;
  postKey: string | null;
  agentId: string | null;
  channel: 'phone' | 'visit';
  script: string;
  mostTries: number;
  /** Of calling hours, between two tries. */
  spacingMinutes: number;
  /** So long after its window a follow-up that nobody did is expired, on record: a late call helps nobody. */
  expiresDays: number;
  countsAsDone: 'reached' | 'triesUsedUp';
  /** Nothing is due by it before this day. */
  startsOn: string | null;
}

/** 5 tries, at least half a working day apart; then the customer counts as unreachable. */
const usual = {
  editionId: null,
  isOn: true,
  conditions: {},
  postKey: null,
  agentId: null,
  channel: 'phone',
  script: '',
  mostTries: 5,
  spacingMinutes: 240,
  expiresDays: 14,
  countsAsDone: 'reached',
  startsOn: null,
} as const satisfies Partial<FollowUpRule>;

const threeToSeven = '客户接车出厂或业务访谈、咨询后三天至一周内';
const practice = '行业惯例，可按本企业调整';

/** As shipped: what the sources demand is on; what is only practice is off until the house wants it. */
export const followUpRules: Readonly<Record<Occasion, FollowUpRule>> = {
  first: {
    ...usual,
    occasion: 'first',
    source: `FUP-01《4S店客服部规章制度》四之4：${threeToSeven}`,
    earliestDays: 3,
    latestDays: 7,
  },
  question: {
    ...usual,
    occasion: 'question',
    source: `FUP-01《4S店客服部规章制度》四之4：${threeToSeven}`,
    earliestDays: 3,
    latestDays: 7,
  },
  /** 第一次追踪服务的一周后的7天以内: the seven days that begin one week after the first. */
  second: {
    ...usual,
    occasion: 'second',
    source: 'FUP-02《4S店客服部规章制度》四之5：第一次追踪服务的一周后的 7 天以内',
    earliestDays: 7,
    latestDays: 13,
  },
  refusedWork: {
    ...usual,
    isOn: false,
    occasion: 'refusedWork',
    source: `增项被婉拒后一个月回访，${practice}`,
    earliestDays: 30,
    latestDays: 37,
  },
  missed: {
    ...usual,
    isOn: false,
    occasion: 'missed',
    source: `预约未到店后三天内回访，${practice}`,
    earliestDays: 1,
    latestDays: 3,
  },
  complaintClosed: {
    ...usual,
    isOn: false,
    occasion: 'complaintClosed',
    source: `投诉办结后三天至一周回访，${practice}`,
    earliestDays: 3,
    latestDays: 7,
  },
  firstService: {
    ...usual,
    isOn: false,
    occasion: 'firstService',
    source: `首保：上牌后三至六个月，${practice}，以厂家规定为准`,
    earliestDays: 90,
    latestDays: 180,
  },
  longUnseen: {
    ...usual,
    isOn: false,
    occasion: 'longUnseen',
    source: `六个月未进厂视为沉睡（按车计），${practice}`,
    earliestDays: 180,
    latestDays: 210,
  },
  /** 每日提取客户: called in the week from the morning on which they were drawn. */
  reminder: {
    ...usual,
    occasion: 'reminder',
    source: 'ARC-04 每日从档案提取应关怀的客户',
    earliestDays: 0,
    latestDays: 6,
  },
  segment: {
    ...usual,
    occasion: 'segment',
    source: 'FUP-08《4S店客服部规章制度》：活动提前两周电话通知',
    earliestDays: 0,
    latestDays: 13,
  },
};

/** An edition as the rule that it states. */
export const ruleFrom = (row: EditionRow): FollowUpRule => ({
  occasion: row.occasion,
  source: `${followUpRules[row.occasion].source}；本企业规则第 ${row.edition} 版`,
  editionId: row.id,
  isOn: row.isOn,
  earliestDays: row.earliestDays,
  latestDays: row.latestDays,
  conditions: row.conditions,
  postKey: row.postKey,
  agentId: row.agentId,
  channel: row.channel,
  script: row.script,
  mostTries: row.mostTries,
  spacingMinutes: row.spacingMinutes,
  expiresDays: row.expiresDays,
  countsAsDone: row.countsAsDone,
  startsOn: row.startsOn,
});

export const lockMinutes = 10;
