/** What has to be done at an age: an inspection, or only the mark to be applied for. */
type Act = 'inspect' | 'mark';
type UseKind = 'privateSmall' | 'motorcycle' | 'van' | 'forHire' | 'truck' | 'tractor';

/** Every so many months of age, above one age and up to another. */
interface Phase {
  afterMonths: number;
  toMonths: number;
  everyMonths: number;
  act: Act;
  /** At these ages it is the other act after all. */
  inspectAt?: readonly number[];
}
interface InspectionRule {
  useKinds: readonly UseKind[];
  /** For those who lost the relief, for those who have it, or for both. */
  relief: 'kept' | 'lost' | 'both';
  inForceFrom: string;
  inForceUntil: string | null;
  source: string;
  phases: readonly Phase[];
}

const oldest = 480;
const baseRule = '道路交通安全法实施条例 第16条';
const relief = '公安部等四部门 2022-10-01 起机动车检验新规（6 年、10 年上线，每 2 年申领标志）';

/** 小型、微型非营运载客汽车：6 年以内每 2 年，超过 6 年每年，超过 15 年每 6 个月. */
const ofSmallCars: readonly Phase[] = [
  { afterMonths: 0, toMonths: 72, everyMonths: 24, act: 'inspect' },
  { afterMonths: 72, toMonths: 180, everyMonths: 12, act: 'inspect' },
  { afterMonths: 180, toMonths: oldest, everyMonths: 6, act: 'inspect' },
];

/**
 * The annual inspection as dated rows (domain rules §5.2): the relief for small private cars and motorcycles, and the
 * base regulation for all else and for those who lost the relief. A new rule is a new row; the old one gets its end.
 */
export const inspectionRules: readonly InspectionRule[] = [
  {
    useKinds: ['privateSmall', 'motorcycle'],
    relief: 'kept',
    inForceFrom: '2022-10-01',
    inForceUntil: null,
    source: relief,
    phases: [
      { afterMonths: 0, toMonths: 120, everyMonths: 24, act: 'mark', inspectAt: [72, 120] },
      { afterMonths: 120, toMonths: oldest, everyMonths: 12, act: 'inspect' },
    ],
  },
  {
    useKinds: ['privateSmall'],
    relief: 'lost',
    inForceFrom: '2004-05-01',
    inForceUntil: null,
    source: baseRule,
    phases: ofSmallCars,
  },
  {
    useKinds: ['van'],
    relief: 'both',
    inForceFrom: '2004-05-01',
    inForceUntil: null,
    source: `${baseRule}（面包车不享受免检）`,
    phases: ofSmallCars,
  },
  {
    useKinds: ['motorcycle'],
    relief: 'lost',
    inForceFrom: '2004-05-01',
    inForceUntil: null,
    source: baseRule,
    phases: [
      { afterMonths: 0, toMonths: 48, everyMonths: 24, act: 'inspect' },
      { afterMonths: 48, toMonths: oldest, everyMonths: 12, act: 'inspect' },
    ],
  },
  {
    useKinds: ['forHire'],
    relief: 'both',
    inForceFrom: '2004-05-01',
    inForceUntil: null,
    source: baseRule,
    phases: [
      { afterMonths: 0, toMonths: 60, everyMonths: 12, act: 'inspect' },
      { afterMonths: 60, toMonths: oldest, everyMonths: 6, act: 'inspect' },
    ],
  },
  {
    useKinds: ['truck'],
    relief: 'both',
    inForceFrom: '2004-05-01',
    inForceUntil: null,
    source: baseRule,
    phases: [
      { afterMonths: 0, toMonths: 120, everyMonths: 12, act: 'inspect' },
      { afterMonths: 120, toMonths: oldest, everyMonths: 6, act: 'inspect' },
    ],
  },
  {
    useKinds: ['tractor'],
    relief: 'both',
    inForceFrom: '2004-05-01',
    inForceUntil: null,
    source: baseRule,
    phases: [{ afterMonths: 0, toMonths: oldest, everyMonths: 12, act: 'inspect' }],
  },
];

/** The mark may be applied for in the three months before it ends; practice, to be checked again (domain rules §5.2 [K]). */
export const inspectionWindowMonths = 3;

/** One age of one kind of vehicle at which something is to be done. */
export interface Milestone {
  useKind: UseKind;
  isReliefLost: boolean;
  months: number;
  act: Act;
  inForceFrom: string;
  inForceUntil: string | null;
  source: string;
}

/** The rules laid out by age, as the sweep takes them. */
export const milestones: readonly Milestone[] = inspectionRules.flatMap((rule) =>
  rule.useKinds.flatMap((useKind) =>
    [false, true]
      .filter((isLost) => rule.relief === 'both' || (rule.relief === 'lost') === isLost)
      .flatMap((isReliefLost) =>
        rule.phases.flatMap((phase) =>
          agesOf(phase).map((months) => ({
            useKind,
            isReliefLost,
            months,
            act: phase.inspectAt?.includes(months) ? ('inspect' as const) : phase.act,
            inForceFrom: rule.inForceFrom,
            inForceUntil: rule.inForceUntil,
            source: rule.source,
          })),
        ),
      ),
  ),
);

function agesOf({ afterMonths, toMonths, everyMonths }: Phase): number[] {
  const first = afterMonths + everyMonths;
  const many = Math.max(0, Math.floor((toMonths - first) / everyMonths) + 1);
  return Array.from({ length: many }, (_, at) => first + at * everyMonths);
}
