import type { Reason, RecordKind } from '../contract.ts';

interface Weight {
  /** How likely two records that agree in this alone are one, in percent. */
  percent: number;
  why: string;
}

/**
 * What speaks for two records being one (ARC-05; domain rules §6 on plate and VIN). Agreements count as independent
 * witnesses: the score is 1 − Π(1 − weight). `name` says nothing alone; it only strengthens another reason.
 */
export const weights = {
  customer: {
    phone: {
      percent: 70,
      why: 'One mobile number is one subscriber; families and firms share some, so it is not certain.',
    },
    name: {
      percent: 60,
      why: 'The same name beside another agreement: few relatives bear the very same name.',
    },
    nameAddress: {
      percent: 75,
      why: 'Same name at the same address; fathers and sons do not share a whole name in China.',
    },
    plate: {
      percent: 50,
      why: 'Their cars bear one plate in two shops: one owner served twice, or a car that was sold.',
    },
    vin: {
      percent: 60,
      why: 'Their cars have one VIN (GB 16735): the same car, so the same owner or the next one.',
    },
  },
  vehicle: {
    vin: {
      percent: 95,
      why: 'A VIN is given once in thirty years (GB 16735); only typing errors remain.',
    },
    plate: {
      percent: 75,
      why: 'A plate is on one car at a time (GA 36), but it may be kept for the next car.',
    },
  },
} as const satisfies Record<RecordKind, Partial<Record<Reason, Weight>>>;

/** At least so likely, or it is not shown. */
export const leastScore = 50;
/** So many others one record is compared with by one reason: a number of the house itself stands on thousands. */
export const mostAlike = 10;

/** The share of doubt that each reason leaves, for the statement that reckons scores. */
export function doubts(kind: RecordKind): Record<string, number> {
  const entries = Object.entries(weights[kind]) as [string, Weight][];
  return Object.fromEntries(entries.map(([reason, { percent }]) => [reason, 1 - percent / 100]));
}
