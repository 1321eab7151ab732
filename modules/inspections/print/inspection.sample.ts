import type { PrintedInspection } from './inspection.ts';

type Item = PrintedInspection['sections'][number]['items'][number];
const item = (name: string, method: string, more: Partial<Item> = {}): Item => ({
  ...{ name, method, light: 'green', said: '合格', reading: '', limits: '', note: '' },
  ...more,
});

/** A final inspection with readings, one yellow item and one that is not on this car. */
export const sampleInspection: PrintedInspection = {
  kind: 'final',
  number: 'GD20261120-0017',
  customer: '欧阳思远',
  plate: { plate: '粤C6M218', colour: 'blue' },
  model: '帕萨特 2022 款 330TSI 豪华版',
  vin: 'LSVAU218XN2183294',
  mileageKm: 52_310,
  grade: '二级维护',
  template: '出厂检验（二级维护：竣工检验）',
  edition: 3,
  source: '机动车维修管理规定 第三十一条、第三十二条；限值依车型维修手册',
  request: '早上冷车启动时前面有“咯噔”一声，开十来分钟就没有了。',
  sections: [
    {
      title: '工单项目',
      items: [
        item('二级维护', '目检'),
        item('更换右前下摆臂', '目检', { note: '扭矩已复核 110 N·m' }),
      ],
    },
    {
      title: '底盘与制动',
      items: [
        item('前制动片厚度', '仪器', { reading: '9.5 mm', limits: '≥ 4' }),
        item('轮胎花纹深度（最浅处）', '仪器', {
          ...{ light: 'yellow', said: '注意', reading: '2.6 mm', limits: '≥ 1.6' },
          note: '左前轮偏磨，建议下次保养时更换并做四轮定位',
        }),
        item('备胎', '目检', { light: 'notApplicable', said: '不适用' }),
      ],
    },
    { title: '路试', items: [item('制动性能', '路试'), item('行驶、转向与异响', '路试')] },
  ],
  questions: [{ question: '客户说的“咯噔”声是冷车还是热车？', answer: '只在冷车，约十分钟后消失' }],
  photos: 3,
  note: '前 200 公里避免急刹；一周后复查螺栓扭矩。',
  inspector: '陈国栋',
  passed: true,
  signedAt: new Date('2026-11-20T08:30:00Z'),
};
