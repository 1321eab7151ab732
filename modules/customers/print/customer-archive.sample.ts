import type { FormFrame } from '#platform/print/form.ts';
import type { CustomerArchiveSheet } from './customer-archive.ts';

export const sampleFrame: FormFrame = {
  shop: {
    name: '景明汽车服务（珠海香洲店）',
    address: '广东省珠海市香洲区柠溪路 338 号',
    phone: '0756-212 6688',
    hours: '08:30–18:00，全年无休',
  },
  recordUrl: 'https://jm.example.cn/c/4H8WTX',
  printedAt: new Date('2026-11-20T08:42:00Z'),
  printedBy: '苏婉仪',
};

/** A customer of three years with a car on petrol, one on electricity and a lorry. */
export const sampleArchive: CustomerArchiveSheet = {
  archiveNumber: 'C-001286',
  name: '欧阳思远',
  kind: 'person',
  phone: '138 0013 8000',
  otherContact: '周立（司机） 139 2560 7712',
  address: '珠海市香洲区情侣中路 47 号海韵花园 3 栋 1202 室',
  visitedOn: '2026-11-20',
  filedBy: '苏婉仪',
  filedOn: '2026-11-20',
  vehicles: [
    {
      plate: { plate: '粤C6M218', colour: 'blue' },
      kind: '小型轿车',
      model: '帕萨特 2022 款 330TSI',
      vin: 'LSVAU218XN2183294',
      mileageKm: 52318,
      registeredOn: '2022-05-16',
      maintenanceItems: '机油、机滤、空滤、空调滤；每两年制动液',
      maintenanceInterval: { months: 6, mileageKm: 10000 },
      nextMaintenance: { date: '2027-05-20', mileageKm: 62300 },
    },
    {
      plate: { plate: '粤CD20366', colour: 'green' },
      kind: '小型纯电动轿车',
      model: 'ID.4 CROZZ 2025 款',
      vin: 'LFV2A11K5G4071234',
      mileageKm: 18640,
      registeredOn: '2025-03-08',
      maintenanceItems: '空调滤、底盘与高压线束检查、电池均衡',
      maintenanceInterval: { months: 12, mileageKm: 20000 },
      nextMaintenance: { date: '2027-03-08', mileageKm: 20000 },
    },
    {
      plate: { plate: '粤C82K07', colour: 'yellow' },
      kind: '中型厢式货车',
      maintenanceInterval: { mileageKm: 8000 },
    },
  ],
  wishes:
    '保养提前一周微信提醒，周六上午送修；小毛病当天交车。希望有上门取送车，货车年检一起代办。',
  history: [
    visit(
      '2026-11-20',
      'SO-20261120-0017',
      '粤C6M218',
      52318,
      '六万公里二级维护；更换右前下摆臂、稳定杆连杆；四轮定位',
      249000,
    ),
    visit(
      '2026-09-06',
      'SO-20260906-0008',
      '粤C82K07',
      131204,
      '更换离合器三件套，清洗排气后处理',
      386000,
    ),
    visit('2026-05-18', 'SO-20260518-0022', '粤C6M218', 43120, '更换机油、机滤；轮胎换位', 76800),
    visit('2026-03-10', 'SO-20260310-0005', '粤CD20366', 9980, '首次保养：空调滤、底盘检查', 28000),
    visit(
      '2025-11-02',
      'SO-20251102-0013',
      '粤C6M218',
      34655,
      '四万公里保养，更换制动液、雨刮',
      132000,
    ),
  ],
};

function visit(
  date: string,
  orderNumber: string,
  plate: string,
  mileageKm: number,
  work: string,
  amountFen: number,
): CustomerArchiveSheet['history'][number] {
  return { date, orderNumber, plate, mileageKm, work, amountFen, advisor: '林晓岚' };
}
