import type { FormFrame } from '#platform/print/form.ts';
import type { ServiceOrderSheet } from './service-order.ts';

export const sampleFrame: FormFrame = {
  shop: {
    name: '景明汽车服务（珠海香洲店）',
    address: '广东省珠海市香洲区柠溪路 338 号',
    phone: '0756-212 6688',
    hours: '08:30–18:00，全年无休',
  },
  recordUrl: 'https://jm.example.cn/o/7K3M9Q',
  printedAt: new Date('2026-11-20T08:42:00Z'),
  printedBy: '林晓岚',
};

/** A finished visit with an additional item agreed by phone and one declined. */
export const sampleOrder: ServiceOrderSheet = {
  orderNumber: 'SO-20261120-0017',
  receivedAt: new Date('2026-11-20T00:52:00Z'),
  promisedAt: new Date('2026-11-20T08:30:00Z'),
  readyAt: new Date('2026-11-20T08:05:00Z'),
  deliveredAt: new Date('2026-11-20T08:40:00Z'),
  repairKind: '二级维护、小修',
  deliveryWay: '到店自提',
  advisor: '林晓岚',
  customer: {
    name: '欧阳思远',
    phone: '138 0013 8000',
    address: '珠海市香洲区情侣中路 47 号海韵花园 3 栋 1202 室',
    sender: '周立',
  },
  vehicle: {
    plate: { plate: '粤C6M218', colour: 'blue' },
    vin: 'LSVAU218XN2183294',
    model: '帕萨特 2022 款 330TSI 豪华版',
    mileageInKm: 52310,
    mileageOutKm: 52318,
    energy: { kind: 'fuel', eighths: 5 },
  },
  request:
    '早上冷车启动时前面有“咯噔”一声，开十来分钟就没有了；过减速带右前轮附近有异响。\n顺便做六万公里保养，空调有点味道。',
  findings: [
    { item: '外观', method: '目视环车', finding: '右后车门下沿划痕约 6 cm，前杠左角轻微擦伤' },
    {
      item: '底盘、悬架',
      method: '举升目视、撬杠',
      finding: '右前下摆臂胶套开裂，稳定杆连杆球头松旷',
    },
    { item: '制动', method: '卡尺测量', finding: '前摩擦片 3.5 mm，后摩擦片 6.0 mm' },
    { item: '故障码', method: '诊断仪读取', finding: '无当前故障码' },
  ],
  jobLines: [
    {
      work: '六万公里二级维护（机油、机滤、空滤、空调滤）',
      standardHoursThousandths: 1500,
      labourFen: 27000,
      partsFen: 68600,
      payer: 'customer',
      approvedBy: '周立 签字',
      approvedAt: new Date('2026-11-20T01:10:00Z'),
    },
    {
      work: '更换右前下摆臂总成',
      standardHoursThousandths: 1800,
      labourFen: 32400,
      partsFen: 89000,
      payer: 'customer',
      approvedBy: '周立 签字',
      approvedAt: new Date('2026-11-20T01:10:00Z'),
    },
    {
      work: '四轮定位',
      standardHoursThousandths: 1000,
      labourFen: 18000,
      partsFen: 0,
      payer: 'customer',
      approvedBy: '周立 签字',
      approvedAt: new Date('2026-11-20T01:10:00Z'),
    },
    {
      work: '天窗排水管疏通（服务活动 2026-08）',
      standardHoursThousandths: 500,
      labourFen: 9000,
      partsFen: 0,
      payer: 'warranty',
      approvedBy: '周立 签字',
      approvedAt: new Date('2026-11-20T01:10:00Z'),
    },
  ],
  additionalItems: [
    {
      work: '更换右前稳定杆连杆',
      standardHoursThousandths: 400,
      labourFen: 7200,
      partsFen: 16800,
      payer: 'customer',
      answer: 'approved',
      answeredBy: '欧阳思远',
      answeredThrough: '电话录音',
      answeredAt: new Date('2026-11-20T03:26:00Z'),
    },
    {
      work: '更换前制动摩擦片',
      standardHoursThousandths: 1000,
      labourFen: 18000,
      partsFen: 42000,
      payer: 'customer',
      answer: 'declined',
      answeredBy: '欧阳思远',
      answeredThrough: '电话录音',
      answeredAt: new Date('2026-11-20T03:26:00Z'),
    },
  ],
  parts: [
    part('全合成机油 5W-30', 'G 055 545 M4', 4500, 'L', 9800, 44100),
    part('机油滤清器', '06K 115 562', 1000, '个', 6500, 6500),
    part('空气滤清器', '5Q0 129 620 D', 1000, '个', 9600, 9600),
    part('空调滤清器（活性炭）', '5Q0 819 653', 1000, '个', 8400, 8400),
    part('右前下摆臂总成', '5Q0 407 152 N', 1000, '个', 89000, 89000),
    { ...part('右前稳定杆连杆', '5Q0 411 315 A', 1000, '个', 16800, 16800), origin: 'equivalent' },
  ],
  belongings: '行驶证、随车工具、备胎、儿童座椅 1 个；贵重物品已随身带走',
  oldParts: 'returned',
  qualityChecks: [
    check('selfCheck', '陈国栋', '2026-11-20T07:20:00Z'),
    check('teamCheck', '梁伟', '2026-11-20T07:35:00Z'),
    {
      ...check('finalInspection', '黄启明', '2026-11-20T08:02:00Z'),
      remark: '路试 8 km，异响消失',
    },
  ],
  estimateFen: 235000,
  approvedFen: 259000,
  settlement: {
    labourFen: 84600,
    partsFen: 174400,
    otherFen: 0,
    discountFen: 10000,
    totalFen: 249000,
  },
  guarantee: { mileageKm: 5000, days: 30 },
  precautions: '前制动摩擦片余 3.5 mm，请在 5,000 km 内更换；新装摆臂，行驶 500 km 后来店复紧。',
};

function part(
  name: string,
  number: string,
  quantityThousandths: number,
  unit: string,
  unitPriceFen: number,
  amountFen: number,
): ServiceOrderSheet['parts'][number] {
  return { name, number, origin: 'original', quantityThousandths, unit, unitPriceFen, amountFen };
}

function check(
  stage: 'selfCheck' | 'teamCheck' | 'finalInspection',
  by: string,
  at: string,
): ServiceOrderSheet['qualityChecks'][number] {
  return { stage, by, at: new Date(at), passed: true };
}
