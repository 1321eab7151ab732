import sharp from 'sharp';
import type { CheckInSheet } from './check-in.ts';

const photo = async (background: string) => ({
  bytes: await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer(),
  width: 640,
  height: 480,
});
const signature = async (slant: number) => ({
  bytes: await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="400"><rect width="1200" height="400" fill="#fff"/><path d="M180 260 q120 ${slant} 190 -20 t160 -60 t140 90 t220 -120" fill="none" stroke="#111" stroke-width="9"/></svg>`,
    ),
  )
    .jpeg()
    .toBuffer(),
  width: 1200,
  height: 400,
});

/** A car with three marks, seven photos and two accessories, signed on the glass. */
export const sampleCheckIn = async (): Promise<CheckInSheet> => ({
  number: 'GD20261120-0017',
  receivedAt: new Date('2026-11-20T00:52:00Z'),
  promisedAt: new Date('2026-11-20T08:30:00Z'),
  signedAt: new Date('2026-11-20T00:54:00Z'),
  advisor: '林晓岚',
  customer: '欧阳思远',
  phone: '138 0013 8000',
  sender: '周立',
  arrival: '送修 · 到店',
  plate: { plate: '粤C6M218', colour: 'blue' },
  model: '帕萨特 2022 款 330TSI 豪华版',
  vin: 'LSVAU218XN2183294',
  mileageKm: 52_310,
  fuelEighths: 5,
  request: '早上冷车启动时前面有“咯噔”一声，开十来分钟就没有了。\n顺便做六万公里保养。',
  services: ['六万公里保养', '检查前部异响'],
  marks: [
    { number: 1, view: 'left', x: 420, y: 150, damage: '划痕', note: '左前门下沿约 6 cm' },
    { number: 2, view: 'front', x: 60, y: 500, damage: '破裂', note: '雾灯罩' },
    { number: 3, view: 'right', x: 660, y: 860, damage: '凹陷', note: '' },
  ],
  lamps: ['发动机', '胎压'],
  valuables: '行车记录仪、后备箱工具包',
  accessories: [
    { item: '备胎', count: 1, state: '旧' },
    { item: '儿童座椅', count: 1, state: '完好' },
  ],
  photos: await Promise.all(
    ['#557', '#755', '#575', '#577', '#775', '#757', '#777'].map(async (colour, at) => ({
      picture: await photo(colour),
      caption: at < 3 ? String(at + 1) : '',
    })),
  ),
  photosMore: 2,
  corrections: ['划痕在左后门（记错了门）'],
  signature: await signature(-220),
  accessorySignature: await signature(-120),
});
