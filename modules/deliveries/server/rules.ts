import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { DeliveryRules, Precaution, PrecautionRule } from '../contract.ts';
import { deliveryRuleEvents } from '../events.ts';

const key = 'deliveries.rules';

const practice = '行业惯例，2026-11 整理；各车型以维修手册和随车说明书为准';

/** As shipped: practice of the trade, no law. A house writes its own words. */
const shipped: DeliveryRules = {
  isRequired: false,
  checks: [
    '车内无遗留工具、旧件',
    '车辆已清洗，座椅与内饰洁净',
    '防护件已取下，座椅、后视镜已复位',
    '钥匙、行驶证已备好',
  ],
  walkThrough: [
    '陪同客户看车，指出完成的项目',
    '说明更换的配件与费用',
    '说明本次发现、建议下次处理的项目',
    '说明质量保证期与救援电话',
  ],
  precautions: [
    {
      ...{ name: '新摩擦片磨合', forJobs: '摩擦片 制动片 刹车片 制动盘' },
      words: '磨合期内避免急刹车，轻踩多次，留足跟车距离。',
      ...{ days: null, km: 200, source: practice },
    },
    {
      ...{ name: '车轮螺栓复紧', forJobs: '轮胎 换位 动平衡 轮毂 摆臂 悬架' },
      words: '行驶后请回店复查车轮螺栓扭矩，免费。',
      ...{ days: 7, km: 100, source: practice },
    },
    {
      ...{ name: '发动机磨合', forJobs: '发动机大修 发动机总成' },
      words: '磨合期内避免急加速和高转速，留意机油液位与水温。',
      ...{ days: null, km: 1500, source: practice },
    },
    {
      ...{ name: '漆面养护', forJobs: '喷漆 烤漆 钣金' },
      words: '新漆面养护期内不洗车打蜡，避免暴晒与酸碱。',
      ...{ days: 7, km: null, source: practice },
    },
    {
      ...{ name: '车窗与收音机重新设定', forJobs: '蓄电池 电瓶' },
      words: '断电后时钟、车窗一键升降需重新学习，异常请来电。',
      ...{ days: null, km: null, source: practice },
    },
  ],
};

export const rulesAt = (work: Work, orgPath: string): Promise<DeliveryRules> =>
  settingOf(work, key, orgPath, shipped);

/** For the caller's own unit and what lies below it. @throws Problem 422 `delivery_words_twice` */
export async function setRules(work: Work, rules: DeliveryRules): Promise<DeliveryRules> {
  refuseTwice('/checks', rules.checks);
  refuseTwice('/walkThrough', rules.walkThrough);
  refuseTwice(
    '/precautions',
    rules.precautions.map(({ name }) => name),
    '/name',
  );
  const { unitId, unitPath } = work.actor;
  await saveSetting(work, key, unitPath, rules);
  const about = { type: 'deliveryRule', id: unitId, orgPath: unitPath };
  await work.emit(deliveryRuleEvents.set, { orgUnitId: unitId }, about);
  return rules;
}

function refuseTwice(pointer: string, words: readonly string[], field = ''): void {
  const at = words.findIndex((word, place) => words.indexOf(word) < place);
  if (at >= 0) throw ruleBroken(`${pointer}/${at}${field}`, 'delivery_words_twice');
}

/** What is to be minded after these jobs; what the inspector wrote on the final inspection stands first (WSH-08). */
export function precautionsFor(
  rules: readonly PrecautionRule[],
  jobs: readonly string[],
  inspectorsWords: string,
): Precaution[] {
  const fits = ({ forJobs }: PrecautionRule) => {
    const words = forJobs.split(/[\s、，,]+/).filter(Boolean);
    return words.length === 0 || words.some((word) => jobs.some((job) => job.includes(word)));
  };
  const proposed = rules
    .filter(fits)
    .map(({ name, words, days, km }) => ({ name, words, days, km }));
  const own = inspectorsWords.trim().slice(0, 300);
  const first = own === '' ? [] : [{ name: '检验员提示', words: own, days: null, km: null }];
  return [...first, ...proposed].slice(0, 30);
}
