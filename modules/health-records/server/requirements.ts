import { readPlate } from '#shared/plates.ts';
import { readVin } from '#shared/vin.ts';
import type { Lack } from '../lifecycle.ts';
import type { Facts } from './queries.ts';

interface Requirement {
  lack: Lack;
  source: string;
  isMet: (facts: Facts) => boolean;
}

/** What a record must have before it is sent; the receiving side checks plate and VIN itself. */
const requirements: readonly Requirement[] = [
  {
    lack: 'plate',
    source: 'JT/T 1132.3-2017 车牌号码',
    isMet: ({ plate }) => readPlate(plate).kind === 'plate',
  },
  {
    lack: 'vin',
    source: 'JT/T 1132.3-2017 车辆识别代号, GB 16735-2019',
    isMet: ({ vin }) => readVin(vin).kind !== 'faulty',
  },
  {
    lack: 'mileage',
    source: 'JT/T 1132.3-2017 送修里程',
    isMet: ({ mileageKm }) => mileageKm > 0,
  },
  {
    lack: 'jobs',
    source: '机动车维修管理规定 第三十三条 维修项目',
    isMet: ({ lines }) => lines.length > 0,
  },
];

/** What a visit lacks to be told to the platform. */
export const lackedBy = (facts: Facts): Lack[] =>
  requirements.filter(({ isMet }) => !isMet(facts)).map(({ lack }) => lack);
