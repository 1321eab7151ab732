import type { ComplaintKind } from '#modules/complaints/lifecycle.ts';

type Words = Readonly<Record<'zh-CN' | 'en', string>>;
export interface LawItem {
  /** Stays: ticks in the table speak of it. */
  key: string;
  law: Words;
  article: string;
  /** Which text it was taken from. */
  text: string;
  duty: Words;
  /** Of which kinds it is asked; all, when left out. */
  kinds?: readonly ComplaintKind[];
  /** Only where an authority (12315) is in it. */
  isOfAuthority?: true;
}

const consumers = { 'zh-CN': '消费者权益保护法', en: 'Consumer protection law' };
const penalties = {
  'zh-CN': '侵害消费者权益行为处罚办法',
  en: 'Penalties for infringing consumers’ rights',
};
const warranty = {
  'zh-CN': '家用汽车产品修理更换退货责任规定',
  en: 'Three-guarantees rules for household cars',
};
const repair = { 'zh-CN': '机动车维修管理规定', en: 'Motor vehicle repair rules' };
const priceMarking = { 'zh-CN': '明码标价和禁止价格欺诈规定', en: 'Rules on marked prices' };
const authority = {
  'zh-CN': '市场监督管理投诉举报处理暂行办法',
  en: 'Rules on complaints to the market authority (12315)',
};
const ofWarranty = { law: warranty, text: '2022-01-01 起施行' };
const ofRepair = { law: repair, text: '2023 年第 14 号令文本' };

/** What is asked of the house, with its article; `mission/domain-rules.md` 2, 3.2 and 4.1 hold where each was read. */
export const lawItems: readonly LawItem[] = [
  {
    key: 'consumers.delay',
    law: penalties,
    article: '第八条、第十条',
    text: '现行文本',
    duty: {
      'zh-CN': '没有正当理由拖过 15 天算故意拖延：15 天内给客户正式答复',
      en: 'More than 15 days without good reason is deliberate delay: answer before',
    },
  },
  {
    key: 'consumers.refusal',
    law: consumers,
    article: '第五十六条',
    text: '现行文本',
    duty: {
      'zh-CN': '对合法要求不得故意拖延或无理拒绝；拒绝要写明理由',
      en: 'Lawful demands are neither delayed nor refused; a refusal has its reason on record',
    },
  },
  {
    key: 'consumers.proof',
    law: consumers,
    article: '第二十三条',
    text: '现行文本',
    duty: {
      'zh-CN': '交付后 6 个月内发现瑕疵，由经营者举证：备好检验、维修和交车记录',
      en: 'For a defect found within 6 months the burden of proof is the house’s: keep the records',
    },
    kinds: ['productQuality', 'parts', 'repairTechnique'],
  },
  {
    key: 'consumers.fraud',
    law: consumers,
    article: '第五十五条',
    text: '现行文本',
    duty: {
      'zh-CN': '核实有没有欺诈：成立的按价款三倍赔偿，不足 500 元的赔 500 元',
      en: 'Look whether there was fraud: three times the price, at least 500 yuan',
    },
    kinds: ['price', 'parts'],
  },
  {
    key: 'warranty.free',
    ...ofWarranty,
    article: '第十九条',
    duty: {
      'zh-CN': '包修期内的质量问题免费修理，工时和材料都不收',
      en: 'Quality problems within the repair period are repaired free of charge',
    },
    kinds: ['productQuality', 'parts'],
  },
  {
    key: 'warranty.answer',
    ...ofWarranty,
    article: '第二十八条',
    duty: {
      'zh-CN': '要求换车或退车的，10 个工作日内答复，不同意要说明理由',
      en: 'A demand for another car or the money back is answered within 10 working days',
    },
    kinds: ['productQuality'],
  },
  {
    key: 'warranty.loan',
    ...ofWarranty,
    article: '第二十一条',
    duty: {
      'zh-CN': '单次修理超过 5 天（含等件），从第 6 天起给备用车或交通补偿',
      en: 'A repair of more than 5 days, parts included: a loan car or an allowance from day 6',
    },
    kinds: ['productQuality', 'timeliness', 'parts'],
  },
  {
    key: 'warranty.elsewhere',
    ...ofWarranty,
    article: '第三十二条',
    duty: {
      'zh-CN': '不得因为客户在别处保养过就拒绝三包',
      en: 'Maintenance done elsewhere is no reason to refuse',
    },
    kinds: ['productQuality'],
  },
  {
    key: 'warranty.records',
    ...ofWarranty,
    article: '第十七条',
    duty: {
      'zh-CN': '维修记录交客户一份，保存不少于 6 年，客户要求时可查阅复制',
      en: 'The repair record is given to the customer and kept for 6 years',
    },
    kinds: ['productQuality', 'repairTechnique', 'parts'],
  },
  {
    key: 'repair.guarantee',
    ...ofRepair,
    article: '第三十六条、第三十七条',
    duty: {
      'zh-CN': '质保期内因维修原因不能用，3 日内举不出别的原因就无偿返修，不得拖延',
      en: 'Within the guarantee: unless another cause is proved in 3 days, rework is free and at once',
    },
    kinds: ['repairTechnique', 'parts'],
  },
  {
    key: 'repair.twice',
    ...ofRepair,
    article: '第三十七条',
    duty: {
      'zh-CN': '同一故障修了两次仍不正常，负责联系其他企业并承担费用',
      en: 'The same fault after two repairs: another repairer is found and paid by the house',
    },
    kinds: ['repairTechnique'],
  },
  {
    key: 'repair.list',
    ...ofRepair,
    article: '第二十六条',
    duty: {
      'zh-CN': '结算清单工时费与材料费分列；没有清单客户可以拒付',
      en: 'The settlement lists labour and material apart; without it payment may be refused',
    },
    kinds: ['price'],
  },
  {
    key: 'prices.marked',
    law: priceMarking,
    article: '第七条、第八条、第十五条',
    text: '现行文本',
    duty: {
      'zh-CN': '不收标价以外的费用；先消费后结算的，结算前给清单',
      en: 'Nothing beyond the marked price; the list comes before the payment',
    },
    kinds: ['price'],
  },
  {
    key: 'repair.parts',
    ...ofRepair,
    article: '第三十条',
    duty: {
      'zh-CN': '配件来源可查；原厂件、同质件、修复件分别标明；旧件交客户处理',
      en: 'Parts are traceable and marked by kind; old parts are handed to the customer',
    },
    kinds: ['parts'],
  },
  {
    key: 'authority.terms',
    law: authority,
    article: '',
    text: '2022-03-24 文本，使用前核对是否有新版',
    duty: {
      'zh-CN': '监管部门 7 个工作日决定是否受理，受理后 45 个工作日内调解：按时配合并备齐材料',
      en: 'The authority decides within 7 working days and mediates within 45: have the papers ready',
    },
    isOfAuthority: true,
  },
];

/** Within so many months the burden of proof is the house’s (消费者权益保护法 23; that it holds for repairs is a reading). */
export const monthsOfProof = 6;

export const itemsFor = (kind: string, channel: string): LawItem[] =>
  lawItems.filter(
    ({ kinds, isOfAuthority }) =>
      (!kinds || kinds.includes(kind as ComplaintKind)) &&
      (!isOfAuthority || channel === 'authority'),
  );
