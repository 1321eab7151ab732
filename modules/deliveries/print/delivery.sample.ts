import sharp from 'sharp';
import type { PrintedDelivery } from './delivery.ts';

type Row = PrintedDelivery['checks'][number];
const row = (item: string, noted: string, more: Partial<Row> = {}): Row => ({
  ...{ item, noted, result: '一致', isDifferent: false, note: '', by: '林晓岚' },
  ...more,
});
const walk = (item: string, note = '') =>
  row(item, '', { result: note ? '客户有疑问' : '已说明', note });
const hand =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="400"><rect width="1200" height="400" fill="#fff"/><path d="M180 260 q120 -220 190 -20 t160 -60 t140 90 t220 -120" fill="none" stroke="#111" stroke-width="9"/></svg>';

/** A car with one new scratch, walked through and signed for. */
export const sampleDelivery = async (): Promise<PrintedDelivery> => ({
  number: 'GD20261120-0017',
  customer: '欧阳思远',
  plate: { plate: '粤C6M218', colour: 'blue' },
  model: '帕萨特 2022 款 330TSI 豪华版',
  vin: 'LSVAU218XN2183294',
  mileageInKm: 52_310,
  mileageOutKm: 52_316,
  jobs: ['二级维护', '更换右前下摆臂', '天窗排水管疏通'],
  certificate: { number: 'HG20261120-0009', days: 30, km: 5000 },
  checks: [
    row('外观', '无新增损伤', {
      ...{ result: '有差异', isDifferent: true },
      note: '右后门新划痕 4 cm，已说明，本店免费抛光',
    }),
    row('接车时的损伤 1', '左侧 划痕 左前门下沿约 6 cm'),
    row('油量/电量', '5/8'),
    row('故障灯', '发动机'),
    row('车内物品', '行车记录仪、后备箱工具包'),
    row('附件：备胎', '旧 × 1'),
    row('车内无遗留工具、旧件', ''),
  ],
  walk: [
    walk('陪同客户看车，指出完成的项目'),
    walk('说明更换的配件与费用', '问摆臂是否原厂，已答复'),
  ],
  precautions: [
    {
      name: '车轮螺栓复紧',
      words: '行驶后请回店复查车轮螺栓扭矩，免费。',
      within: '7 天内 或 100 km 内',
    },
  ],
  nextService: '2027-05-20 或 62,316 km，先到为准',
  oldParts: '已展示，客户放弃',
  note: '划痕约周五来店抛光。',
  photos: 1,
  deliveredBy: '林晓岚',
  signature: {
    bytes: await sharp(Buffer.from(hand)).jpeg().toBuffer(),
    width: 1200,
    height: 400,
  },
  signedAt: new Date('2026-11-20T08:54:00Z'),
});
