import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type {
  MemberRules,
  PointsRule,
  PrepaidRule,
  RateRule,
  RefundRule,
  StopRule,
  TierRule,
} from '../contract-rules.ts';
import type { RefundGround } from '../lifecycle.ts';
import { ownRulesOf } from './queries-rules.ts';

/** Who may decide refunds. */
export const refundRight = 'members.refund';

const ownRule = '车行自定，可按店设置';

const tiersFromSource: readonly TierRule[] = [
  {
    key: 'member',
    name: '普通会员',
    fromFen: 0,
    pointsPercent: 100,
    benefits: '',
    source: `${ownRule}：入会即得`,
  },
  {
    key: 'silver',
    name: '银卡',
    fromFen: 3_000_00,
    pointsPercent: 110,
    benefits: '免费检测一年两次',
    source: `${ownRule}：12 个月消费满 3,000 元`,
  },
  {
    key: 'gold',
    name: '金卡',
    fromFen: 8_000_00,
    pointsPercent: 120,
    benefits: '免费检测，优先安排工位',
    source: `${ownRule}：12 个月消费满 8,000 元`,
  },
  {
    key: 'diamond',
    name: '钻石卡',
    fromFen: 20_000_00,
    pointsPercent: 150,
    benefits: '免费检测，优先工位，取送车',
    source: `${ownRule}：12 个月消费满 20,000 元`,
  },
];
const pointsFromSource: PointsRule = {
  perYuan: 1,
  validMonths: 24,
  fenPerPoint: 1,
  source: `${ownRule}：结算 1 元得 1 分，1 分抵 0.01 元，24 个月有效`,
};
const prepaidFromSource: PrepaidRule = {
  spending: 'proRata',
  giftMonths: null,
  source: '法释〔2025〕4号：赠送部分按实付 ÷（实付 + 赠送）折算，使用时本金与赠送同比例扣减',
};
const refundsFromSource: RefundRule = {
  fourEyes: 'whereTwo',
  source: `${ownRule}：店里有两位可以登录并办理退款的人时，申请与付款须分开；只有一位时由本人办理并留下记录`,
};
const lpr = (fromOn: string, basisPoints: number): RateRule => ({
  kind: 'lpr1y',
  fromOn,
  basisPoints,
  source: `全国银行间同业拆借中心公布的一年期 LPR，${fromOn} 起 ${(basisPoints / 100).toFixed(2)}%`,
});
/** Published rates since the LPR has been as it is (2019-08-20) up to the release; a shop adds the later ones. */
const ratesFromSource: readonly RateRule[] = [
  lpr('2019-08-20', 425),
  lpr('2019-09-20', 420),
  lpr('2019-11-20', 415),
  lpr('2020-02-20', 405),
  lpr('2020-04-20', 385),
  lpr('2021-12-20', 380),
  lpr('2022-01-20', 370),
  lpr('2022-08-22', 365),
  lpr('2023-06-20', 355),
  lpr('2023-08-21', 345),
  lpr('2024-07-22', 335),
  lpr('2024-10-21', 310),
  lpr('2025-05-20', 300),
  {
    kind: 'deposit',
    fromOn: '2012-07-06',
    basisPoints: 35,
    source: '中国人民银行活期存款基准利率，2012-07-06 起 0.35%（可按店改用同期定期利率）',
  },
];
const goingOn: StopRule = { isStopped: false, reason: '', since: null, byName: '' };

/** Why a refund is worked out as it is; days are calendar days after the day of payment. */
export const groundRules: Readonly<Record<RefundGround, { source: string; days?: number }>> = {
  withinSevenDays: {
    source:
      '法释〔2025〕4号 14–19 条：付款之日起七日内可请求返还本金，此前已从本店接受过相同服务的除外',
    days: 7,
  },
  merchantFault: {
    source:
      '法释〔2025〕4号 14–19 条：经营者的原因，已消费部分按优惠价折算、赠送按比例，利息按一年期 LPR',
  },
  consumerReason: {
    source: '法释〔2025〕4号 14–19 条：消费者自身的原因，已消费部分按优惠前的价格，利息按存款利率',
  },
};

export interface Rules {
  tiers: readonly TierRule[];
  points: PointsRule;
  prepaid: PrepaidRule;
  refunds: RefundRule;
  rates: readonly RateRule[];
  stop: StopRule;
}

const byThreshold = (one: TierRule, other: TierRule) => one.fromFen - other.fromFen;

/** Tiers as they hold at a place, the lowest first. */
export const tiersOf = async (work: Work, orgPath: string): Promise<readonly TierRule[]> =>
  [...(await settingOf(work, 'members.tiers', orgPath, tiersFromSource))].sort(byThreshold);
export const pointsRuleOf = (work: Work, orgPath: string): Promise<PointsRule> =>
  settingOf(work, 'members.points', orgPath, pointsFromSource);
export const prepaidRuleOf = (work: Work, orgPath: string): Promise<PrepaidRule> =>
  settingOf(work, 'members.prepaid', orgPath, prepaidFromSource);
export const refundRuleOf = (work: Work, orgPath: string): Promise<RefundRule> =>
  settingOf(work, 'members.refunds', orgPath, refundsFromSource);
export const ratesOf = (work: Work, orgPath: string): Promise<readonly RateRule[]> =>
  settingOf(work, 'members.rates', orgPath, ratesFromSource);
export const stopRuleOf = (work: Work, orgPath: string): Promise<StopRule> =>
  settingOf(work, 'members.stop', orgPath, goingOn);

/** What the houses up the tree set themselves; what they left is the source's. */
export type OwnRules = { readonly [Name in keyof Rules]: Rules[Name] | null };

export const rulesFrom = (own: OwnRules): Rules => ({
  tiers: [...(own.tiers ?? tiersFromSource)].sort(byThreshold),
  points: own.points ?? pointsFromSource,
  prepaid: own.prepaid ?? prepaidFromSource,
  refunds: own.refunds ?? refundsFromSource,
  rates: own.rates ?? ratesFromSource,
  stop: own.stop ?? goingOn,
});
export const rulesOf = async (work: Work, orgPath: string): Promise<Rules> =>
  rulesFrom(await ownRulesOf(work, orgPath));

/** The tier that a sum of twelve months gives. */
export const tierFor = (tiers: readonly TierRule[], spentFen: number): TierRule =>
  tiers.findLast(({ fromFen }) => fromFen <= spentFen) ?? tiers[0]!;

/** The rate in force on a day; `undefined` before the first that is known. */
export const rateOn = (
  rates: readonly RateRule[],
  kind: RateRule['kind'],
  day: string,
): RateRule | undefined =>
  rates
    .filter((rate) => rate.kind === kind && rate.fromOn <= day)
    .sort((one, other) => one.fromOn.localeCompare(other.fromOn))
    .at(-1);

type Changes = Partial<Pick<MemberRules, 'tiers' | 'points' | 'prepaid' | 'refunds' | 'rates'>>;

/** Sets rules for the actor's own unit and what lies below it. @returns the names of what was set */
export async function saveRules(work: Work, changes: Changes): Promise<string[]> {
  refuseUnsound(changes);
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    await saveSetting(work, `members.${name}`, work.actor.unitPath, value);
  }
  return given.map(([name]) => name);
}

function refuseUnsound({ tiers, rates }: Changes): void {
  if (tiers) {
    const isOnce = (list: readonly unknown[]) => new Set(list).size === list.length;
    const isSound =
      tiers.some(({ fromFen }) => fromFen === 0) &&
      isOnce(tiers.map(({ key }) => key)) &&
      isOnce(tiers.map(({ fromFen }) => fromFen));
    if (!isSound) throw ruleBroken('/tiers', 'tiers_unsound');
  }
  if (rates) {
    const kinds = new Set(rates.map(({ kind }) => kind));
    const days = new Set(rates.map(({ kind, fromOn }) => `${kind} ${fromOn}`));
    if (kinds.size < 2 || days.size < rates.length) throw ruleBroken('/rates', 'rates_unsound');
  }
}
