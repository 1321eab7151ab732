import type { Post, PostKey, Standard } from '../contract.ts';

type Worded = Omit<Post, 'key' | 'version' | 'holders'>;

const manual = '《客户服务体系建设》';
const rules = '《客服部规章制度》';
const suggested = '建议文本，请按本企业修改';

/** The four qualities of a customer-service agent (四大素质): in the description of the post and in its assessment. */
const fourQualities: Post['qualities'] = [
  {
    key: 'psychological',
    name: '心理素质',
    meaning: '灵活的应变能力、压力的承受能力、情绪的自我调节能力',
  },
  { key: 'moral', name: '品德素质', meaning: '忍耐、宽容、诚挚、谦虚，有集体荣誉感' },
  { key: 'technical', name: '技术素质', meaning: '汽车行业知识、语言表达能力、沟通能力' },
  {
    key: 'overall',
    name: '综合素质',
    meaning: '“客户至上”的服务观念、独立处理工作、分析解决问题、协调人际关系的能力',
  },
];
const skilled: Post['qualities'] = [
  { key: 'skill', name: '业务能力', meaning: '按规程完成本岗工作，记录真实完整' },
  { key: 'attitude', name: '工作态度', meaning: '守纪律、肯协作、对客户负责' },
];

const post = (
  name: string,
  duties: string[],
  qualifications: string[],
  source = suggested,
  qualities = skilled,
): Worded => ({ name, duties, qualifications, qualities, source });

/** The posts that the sources name, as the product words them: version 1 of each (ORG-04). */
export const defaultPosts: Readonly<Record<PostKey, Worded>> = {
  serviceManager: post(
    '服务经理',
    [
      '负责本店服务工作的组织、考核与改进',
      '处理重大投诉并向上级报告',
      '保证人员、设备和流程达到标准',
    ],
    ['熟悉汽车售后服务全流程', '有团队管理经验', '专职'],
    manual,
  ),
  supervisor: post(
    '客服主管',
    ['安排并检查回访，指定临时代理', '汇总客户咨询与意见，提出改进', '监督投诉按时答复和结案'],
    ['有客服工作经验', '善于沟通与协调', '会分析数据'],
    rules,
  ),
  serviceAdvisor: post(
    '服务顾问',
    ['接待客户，听清需求并开单', '报价、确认增项并约定交车时间', '交车时说明维修内容和下次保养'],
    ['懂车辆构造与常见故障', '表达清楚、态度热情', '会使用业务系统'],
  ),
  intakeClerk: post(
    '报修业务员',
    ['专职负责车辆进厂检验和登记', '听取客户报修并作技术交底', '必要时请检验员配合'],
    ['熟悉进厂检验制度', '字迹清楚、记录完整'],
    rules,
  ),
  customerAgent: post(
    '客服专员',
    [
      '接受客户咨询，记录咨询和投诉内容，按流程反馈客户',
      '整理客户资料，每天提取客户档案信息，关注客户动向',
      '汇总咨询内容，及时分析并反馈给客服主管',
      '对客户不定期回访，了解需求，发现不足并及时补救',
      '接到投诉即时处理，处理后回访，建立投诉归档资料',
      '与其他部门密切沟通，参加营销活动',
    ],
    [
      '有客服和销售经验优先，责任心强，思路清楚',
      '普通话标准，口齿伶俐，了解消费者心理，善于沟通',
      '工作态度良好，及时为客户服务',
      '有良好的服务意识，耐心认真，思维敏捷',
      '熟练使用电脑、办公软件和网络工具',
    ],
    rules,
    fourQualities,
  ),
  technician: post(
    '维修技师',
    ['按工单和工艺规程作业', '完工自检，发现增项及时报告', '爱护工具设备，遵守安全规程'],
    ['具备维修资质证书', '会使用诊断设备'],
    manual,
  ),
  teamLeader: post(
    '班组长',
    ['分派本班工作，负责班组检验', '组织技术练兵，缩短故障停机时间', '检查安全与现场管理'],
    ['技术熟练', '能带队伍'],
    rules,
  ),
  fitter: post(
    '机修钳工',
    [
      '在班长领导下按时完成设备维修和保养计划',
      '正确填写工时、精度和技术情况的数据',
      '按规定维修保养，不擅自更改原设计，需要更改时书面建议',
      '有权制止不按规程操作的人员',
    ],
    ['熟悉机修钳工操作规程', '努力学习机修技术'],
    rules,
  ),
  electrician: post(
    '电工',
    [
      '在班长领导下完成当月设备电器维修保养方案',
      '严格按电工安全操作规程工作，制止并上报不安全行为',
      '正确填写维修资料、值班和交接班记录',
    ],
    ['持电工作业证', '学习技术，提出合理化建议'],
    rules,
  ),
  outgoingInspector: post(
    '出厂检验员',
    ['专职负责维修质量和出厂检验', '签发竣工出厂合格证', '不合格的退回返工并记录'],
    ['持质量检验员证', '原则性强'],
    rules,
  ),
  partsKeeper: post(
    '配件管理员',
    ['配件入库验收、保管和发放', '盘点并报告缺件', '旧件回收登记'],
    ['熟悉配件编码', '账物相符'],
  ),
  cashier: post('收银员', ['按结算单收款开票', '每日对账'], ['细心、诚信', '会开具电子发票']),
  serviceSupervisor: post(
    '服务监督员',
    ['检查服务规范的执行并记录', '核实投诉与回访的真实性', '提出奖惩建议'],
    ['公正', '熟悉服务标准', '专职'],
    manual,
  ),
};

/** The name of a post by its key; what the house does not know is named by the key. */
export const postNameOf = (key: string): string =>
  Object.entries(defaultPosts).find(([one]) => one === key)?.[1].name ?? key;
/** The posts by their names, as people write them into a list. */
export const postNames: readonly string[] = Object.values(defaultPosts).map(({ name }) => name);

/** How many of whom a shop of each class has (人员参考配置). The source names the table and does not carry it: suggested. */
export const suggestedStandard: Standard = [
  { shopClass: 'A', posts: staffed(1, 1, 4, 2, 2, 12, 2, 2, 2, 1) },
  { shopClass: 'B', posts: staffed(1, 1, 2, 1, 1, 6, 1, 1, 1, 1) },
  { shopClass: 'C', posts: staffed(1, 0, 1, 0, 1, 3, 0, 1, 1, 0) },
];

function staffed(...[manager, supervisor, advisor, intake, agent, ...more]: number[]) {
  const [technician, leader, inspector, parts, watch] = more;
  const rows: [PostKey, number | undefined, boolean][] = [
    ['serviceManager', manager, true],
    ['supervisor', supervisor, true],
    ['serviceAdvisor', advisor, false],
    ['intakeClerk', intake, true],
    ['customerAgent', agent, true],
    ['technician', technician, false],
    ['teamLeader', leader, false],
    ['outgoingInspector', inspector, true],
    ['partsKeeper', parts, false],
    ['serviceSupervisor', watch, true],
  ];
  return rows
    .map(([postKey, count = 0, isDedicated]) => ({ postKey, count, isDedicated }))
    .filter(({ count }) => count > 0);
}
