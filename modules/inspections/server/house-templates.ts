import type { InspectionTemplate, TemplateItem, TemplateSection } from '../contract.ts';

type HouseTemplate = Pick<
  InspectionTemplate,
  'kind' | 'grade' | 'vehicleType' | 'name' | 'source' | 'sections'
>;

const procedure =
  '业务接待工作程序（进厂检验：咨询、实地观察、仪器检测、路试；出厂检验：依报修单逐项检验）';
const threeInspections = '机动车维修管理规定 第三十一条、第三十二条';
/** No text of GB/T 18344 was at hand: its items and limits are the shop's to enter from its own copy and the maker's manual. */
const ownLimits = '限值未随本系统提供：请按 GB/T 18344 正文与车型维修手册在新版中填写';

const item = (
  key: string,
  name: string,
  method: TemplateItem['method'],
  more: Partial<Pick<TemplateItem, 'unit' | 'low' | 'high'>> = {},
): TemplateItem => ({ key, name, method, unit: '', low: null, high: null, jobCode: '', ...more });

const questions: TemplateSection = {
  title: '问诊',
  items: [
    item('words', '报修内容与客户当面核对', 'questions'),
    item('when', '故障出现的条件（冷热车、车速、路况）', 'questions'),
    item('before', '近期维修与更换件', 'questions'),
  ],
};
const body: TemplateSection = {
  title: '车身与外观',
  items: [
    item('body', '车身外观', 'look'),
    item('lamps', '灯光与信号', 'look'),
    item('glass', '玻璃、刮水与洗涤', 'look'),
  ],
};
const engine: TemplateSection = {
  title: '发动机舱',
  items: [
    item('fluids', '油液液位与品质', 'look'),
    item('leaks', '渗漏', 'look'),
    item('belts', '皮带与管路', 'look'),
    item('battery', '蓄电池电压', 'instrument', { unit: 'V' }),
  ],
};
const chassis: TemplateSection = {
  title: '底盘与制动',
  items: [
    item('steering', '转向与悬架', 'look'),
    item('pads-front', '前制动片厚度', 'instrument', { unit: 'mm' }),
    item('pads-rear', '后制动片厚度', 'instrument', { unit: 'mm' }),
    item('tread', '轮胎花纹深度（最浅处）', 'instrument', { unit: 'mm' }),
    item('pressure', '胎压（最低处）', 'instrument', { unit: 'kPa' }),
  ],
};
const road: TemplateSection = {
  title: '路试',
  items: [
    item('road-brake', '制动性能', 'roadTest'),
    item('road-run', '行驶、转向与异响', 'roadTest'),
  ],
};
const outgoing: TemplateSection = {
  title: '出厂前',
  items: [
    item('tight', '紧固与复位', 'look'),
    item('out-leaks', '无渗漏', 'look'),
    item('codes', '故障码已清除、无故障灯', 'instrument'),
    item('clean', '车内外清洁、工具与旧件已取出', 'look'),
  ],
};

const intake = (grade: HouseTemplate['grade'], name: string, sections: TemplateSection[]) =>
  ({
    ...{ kind: 'intake', vehicleType: '', grade, name, sections },
    source: grade === '' ? procedure : `${procedure}；${threeInspections}；${ownLimits}`,
  }) satisfies HouseTemplate;
const final = (grade: HouseTemplate['grade'], name: string, sections: TemplateSection[]) =>
  ({
    ...{ kind: 'final', vehicleType: '', grade, name, sections },
    source: `${procedure}；${threeInspections}${grade === '' ? '' : `；${ownLimits}`}`,
  }) satisfies HouseTemplate;

const whole = [questions, body, engine, chassis, road];
const wholeOut = [outgoing, chassis, road];

/** The first edition of each: it comes with the program, and a house replaces it by its own. */
export const houseTemplates: readonly HouseTemplate[] = [
  intake('', '进厂检验（通用）', [questions, body, engine]),
  intake('secondary', '进厂检验（二级维护：维修前诊断）', whole),
  intake('assembly', '进厂检验（总成修理：维修前诊断）', whole),
  intake('overhaul', '进厂检验（整车修理：维修前诊断）', whole),
  final('', '出厂检验（通用）', [outgoing]),
  final('secondary', '出厂检验（二级维护：竣工检验）', wholeOut),
  final('assembly', '出厂检验（总成修理：竣工检验）', wholeOut),
  final('overhaul', '出厂检验（整车修理：竣工检验）', wholeOut),
];
