import type { grades } from '../contract.ts';

interface GuaranteeTerm {
  km: number;
  days: number;
}
export type Grade = (typeof grades)[number];
type VehicleClass = 'car' | 'motorcycle' | 'other';
type Work = 'whole' | 'secondary' | 'light';

interface GuaranteeTable {
  /** The first day on which it applies. */
  from: string;
  source: string;
  minimum: Readonly<Record<VehicleClass, Readonly<Record<Work, GuaranteeTerm>>>>;
}

/** What the law grants at least; a shop may promise more, never less (art. 38). The latest first. */
const tables: readonly GuaranteeTable[] = [
  {
    from: '2005-08-01',
    source: '机动车维修管理规定 第三十六条',
    minimum: {
      car: {
        whole: { km: 20_000, days: 100 },
        secondary: { km: 5_000, days: 30 },
        light: { km: 2_000, days: 10 },
      },
      motorcycle: {
        whole: { km: 7_000, days: 80 },
        secondary: { km: 800, days: 10 },
        light: { km: 800, days: 10 },
      },
      other: {
        whole: { km: 6_000, days: 60 },
        secondary: { km: 700, days: 7 },
        light: { km: 700, days: 7 },
      },
    },
  },
];

const workOf: Readonly<Record<Grade, Work>> = {
  overhaul: 'whole',
  assembly: 'whole',
  secondary: 'secondary',
  primary: 'light',
  minor: 'light',
  special: 'light',
};

/** 摩托车 and 其他机动车 have terms of their own; every other type counts as 汽车. */
function classOf(vehicleType: string): VehicleClass {
  if (/摩托/.test(vehicleType)) return 'motorcycle';
  return /拖拉机|三轮|低速|农用/.test(vehicleType) ? 'other' : 'car';
}

const tableOn = (onDate: string) => tables.find(({ from }) => from <= onDate) ?? tables.at(-1)!;

/** The least terms of a day by kind of vehicle, with their article (art. 36). @param onDate YYYY-MM-DD */
export function leastTerms(onDate: string) {
  const { source, minimum } = tableOn(onDate);
  const of = (grade: Grade): Record<VehicleClass, GuaranteeTerm> => {
    const work = workOf[grade];
    return {
      car: minimum.car[work],
      motorcycle: minimum.motorcycle[work],
      other: minimum.other[work],
    };
  };
  return { source, of };
}

/** The shortest guarantee that the law allows for this work on this kind of vehicle on a day (WSH-14). */
export function minimumGuarantee(grade: Grade, vehicleType: string, onDate: string) {
  const table = tableOn(onDate);
  return { ...table.minimum[classOf(vehicleType)][workOf[grade]], source: table.source };
}
