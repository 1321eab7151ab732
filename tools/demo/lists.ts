/** What a sample shop in Wuhan is made of. Names of persons are combinations; none is meant. */
export const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常',
];
export const givenNames = [
  '伟',
  '芳',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀兰',
  '霞',
  '平',
  '刚',
  '桂英',
  '文静',
  '浩然',
  '子涵',
  '宇航',
  '欣怡',
  '雨桐',
  '建国',
  '建华',
  '志强',
  '晓东',
  '海燕',
  '永贵',
  '春花',
  '国华',
  '立新',
  '鹏飞',
  '德胜',
  '玉梅',
  '雪',
  '婷',
  '倩',
  '颖',
  '琳',
  '慧',
  '俊',
  '斌',
  '波',
  '辉',
  '宁',
  '佳',
  '晨',
  '思远',
  '梓萱',
  '一诺',
];
export const streets = [
  '武汉市江岸区鄱阳街',
  '武汉市洪山区珞喻路',
  '武汉市武昌区中北路',
  '武汉市汉阳区钟家村',
  '武汉市东湖高新区关山大道',
  '武汉市江汉区建设大道',
  '武汉市硚口区古田二路',
  '武汉市青山区和平大道',
  '武汉市黄陂区盘龙大道',
  '武汉市江夏区文化大道',
];
export const wishes = [
  '保养提醒',
  '上门取送车',
  '代办年检',
  '会员优惠',
  '免费检测',
  '节日问候',
  '无特别要求',
];

export interface SampleModel {
  name: string;
  maker: string;
  isElectric: boolean;
  intervalMonths: number;
  intervalKm: number;
}
export const models: readonly SampleModel[] = [
  { name: '大众 朗逸 1.5L', maker: 'LSV', isElectric: false, intervalMonths: 6, intervalKm: 7500 },
  { name: '本田 雅阁 1.5T', maker: 'LHG', isElectric: false, intervalMonths: 6, intervalKm: 5000 },
  {
    name: '丰田 卡罗拉 1.2T',
    maker: 'LFM',
    isElectric: false,
    intervalMonths: 6,
    intervalKm: 5000,
  },
  { name: '日产 轩逸 1.6L', maker: 'LGB', isElectric: false, intervalMonths: 6, intervalKm: 5000 },
  { name: '别克 英朗 1.5L', maker: 'LSG', isElectric: false, intervalMonths: 6, intervalKm: 5000 },
  { name: '哈弗 H6 1.5T', maker: 'LGW', isElectric: false, intervalMonths: 6, intervalKm: 5000 },
  { name: '长安 CS75 PLUS', maker: 'LS5', isElectric: false, intervalMonths: 6, intervalKm: 5000 },
  { name: '奔驰 C260L', maker: 'LE4', isElectric: false, intervalMonths: 12, intervalKm: 10_000 },
  {
    name: '比亚迪 秦PLUS DM-i',
    maker: 'LC0',
    isElectric: true,
    intervalMonths: 12,
    intervalKm: 7500,
  },
  {
    name: '特斯拉 Model 3',
    maker: 'LRW',
    isElectric: true,
    intervalMonths: 12,
    intervalKm: 20_000,
  },
];

export interface SampleJob {
  description: string;
  minutes: number;
  labourFen: number;
  parts: readonly { name: string; fen: number }[];
  isMaintenance: boolean;
  words: string;
}
/** Labour at 120 yuan an hour. */
export const jobs: readonly SampleJob[] = [
  {
    description: '更换机油机滤',
    minutes: 40,
    labourFen: 8000,
    parts: [
      { name: '全合成机油 4L', fen: 26_800 },
      { name: '机油滤清器', fen: 3800 },
    ],
    isMaintenance: true,
    words: '该做保养了，顺便全车看一下。',
  },
  {
    description: '更换空气滤清器、空调滤清器',
    minutes: 20,
    labourFen: 4000,
    parts: [
      { name: '空气滤清器', fen: 5800 },
      { name: '空调滤清器', fen: 6800 },
    ],
    isMaintenance: true,
    words: '保养，空调有点味道。',
  },
  {
    description: '更换前刹车片',
    minutes: 60,
    labourFen: 12_000,
    parts: [{ name: '前刹车片（套）', fen: 38_000 }],
    isMaintenance: false,
    words: '踩刹车有尖叫声，特别是早上第一脚。',
  },
  {
    description: '四轮定位',
    minutes: 50,
    labourFen: 20_000,
    parts: [],
    isMaintenance: false,
    words: '方向盘要往左打一点才走直线。',
  },
  {
    description: '更换蓄电池',
    minutes: 30,
    labourFen: 6000,
    parts: [{ name: '蓄电池 60Ah', fen: 56_000 }],
    isMaintenance: false,
    words: '放两天就打不着火。',
  },
  {
    description: '空调系统清洗、加注制冷剂',
    minutes: 70,
    labourFen: 18_000,
    parts: [{ name: '制冷剂', fen: 12_000 }],
    isMaintenance: false,
    words: '空调不够凉，出风有异味。',
  },
  {
    description: '更换轮胎（两条）',
    minutes: 45,
    labourFen: 8000,
    parts: [{ name: '轮胎 205/55 R16', fen: 92_000 }],
    isMaintenance: false,
    words: '左前胎鼓包，想换两条。',
  },
  {
    description: '更换变速箱油',
    minutes: 90,
    labourFen: 24_000,
    parts: [{ name: '变速箱油 8L', fen: 96_000 }],
    isMaintenance: true,
    words: '六万公里了，说明书上要换变速箱油。',
  },
  {
    description: '更换火花塞',
    minutes: 40,
    labourFen: 9000,
    parts: [{ name: '铱金火花塞（4 支）', fen: 32_000 }],
    isMaintenance: true,
    words: '怠速有点抖。',
  },
  {
    description: '左后门钣金喷漆',
    minutes: 240,
    labourFen: 60_000,
    parts: [],
    isMaintenance: false,
    words: '小区里被刮了一道。',
  },
  {
    description: '发动机异响检查',
    minutes: 60,
    labourFen: 12_000,
    parts: [],
    isMaintenance: false,
    words: '冷车启动时发动机有哒哒声，热了就没了。',
  },
  {
    description: '更换雨刮片',
    minutes: 10,
    labourFen: 0,
    parts: [{ name: '雨刮片（对）', fen: 12_800 }],
    isMaintenance: false,
    words: '下雨刮不干净。',
  },
];
export const talkPoints = [
  '车开着没问题，客户满意。',
  '说空调好多了，问下次保养时间。',
  '客户在开会，简单说了车况正常。',
  '觉得等待时间有点长，其余满意。',
  '问冬天要不要换轮胎，已解释。',
  '想了解会员套餐，答应发资料。',
  '车况良好，感谢提醒。',
  '说洗车不够干净，已致歉并记下。',
];
