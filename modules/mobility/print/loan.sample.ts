import sharp from 'sharp';
import type { LoanSheet } from './loan.ts';

const signature = async () => ({
  bytes: await sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="400"><rect width="1200" height="400" fill="#fff"/><path d="M180 260 q120 -220 190 -20 t160 -60 t140 90 t220 -120" fill="none" stroke="#111" stroke-width="9"/></svg>',
    ),
  )
    .jpeg()
    .toBuffer(),
  width: 1200,
  height: 400,
});

/** A car lent for a long repair under warranty, come back with a scratch. */
export const sampleLoan = async (): Promise<LoanSheet> => ({
  ...{
    carPlate: '粤B88001',
    carModel: '丰田 卡罗拉',
    customer: '欧阳思远',
    phone: '138 0013 8000',
  },
  ...{ borrower: '欧阳思远', licenceClass: 'C1', licenceUntil: '2029-05-01', lender: '林晓岚' },
  orderNumber: 'GD20261120-0017',
  ground: 'warrantyRepair',
  groundSource: '家用汽车产品修理更换退货责任规定（2021）第二十一条',
  lentAt: new Date('2026-11-20T02:10:00Z'),
  dueAt: new Date('2026-11-24T10:00:00Z'),
  returnedAt: new Date('2026-11-24T09:30:00Z'),
  out: { mileageKm: 20_010, fuelEighths: 6, note: '右后门划痕 3 cm；行车记录仪一台' },
  back: { mileageKm: 20_150, fuelEighths: 2, note: '前保险杠新划痕约 10 cm' },
  costFen: 260_00,
  costReason: '补漆',
  signature: await signature(),
});
