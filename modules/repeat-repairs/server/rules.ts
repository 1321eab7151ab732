interface RepeatRule {
  /** The first day on which it applies. */
  from: string;
  source: string;
  /** How long the repairer may take to prove another cause, in days from the return. */
  proofDays: number;
  /** So many failed repairs of the same fault, and another repairer has to be found and paid. */
  failedRepairs: number;
}

/** What holds for a return within the guarantee, the latest first. */
const rules: readonly RepeatRule[] = [
  {
    from: '2005-08-01',
    source: '机动车维修管理规定 第三十七条',
    proofDays: 3,
    failedRepairs: 2,
  },
];

/** The rule of a day (WSH-14). @param onDate YYYY-MM-DD */
export const repeatRuleOn = (onDate: string): RepeatRule =>
  rules.find(({ from }) => from <= onDate) ?? rules.at(-1)!;
