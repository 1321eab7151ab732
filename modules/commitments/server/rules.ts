import type { Permission } from '#modules/people/contract.ts';

/** How a term is counted: by the clock, in hours of business, in working days, or up to a moment that was agreed. */
export type Term =
  | { kind: 'hours'; hours: number }
  | { kind: 'workingMinutes'; minutes: number }
  | { kind: 'workingDays'; days: number }
  | { kind: 'until' };

/** Who hears of a broken promise, how many minutes (by the clock) after its term. */
export interface Rung {
  afterMinutes: number;
  permission: Permission;
}

export interface Rule {
  /** `<module>.<whatIsPromised>` and stays: rows in the table speak of it. */
  key: string;
  /** The requirement, article or instruction that asks for it, as a person is shown it. */
  source: string;
  term: Term;
  /** How long before the term its owner is warned, by the clock; 0: not at all. */
  warnBeforeMinutes: number;
  ladder: readonly Rung[];
  /** Its subject is a number and then a person: who looks on from a tier above is told the number alone (CMP-18). */
  namesPerson?: true;
}

const rules = new Map<string, Rule>();

/** Declares a promise that the house makes; called once, when its module loads. */
export function defineRule(rule: Rule): Rule {
  if (rules.has(rule.key)) throw new Error(`two rules are called ${rule.key}`);
  const climbs = rule.ladder.every(
    ({ afterMinutes }, at) => afterMinutes >= (rule.ladder[at - 1]?.afterMinutes ?? 0),
  );
  if (!climbs) throw new Error(`${rule.key}: the rungs of the ladder are not in order`);
  rules.set(rule.key, rule);
  return rule;
}

/** The rule of a row; `undefined` for one that the program no longer knows. */
export const ruleOf = (key: string): Rule | undefined => rules.get(key);

/** Those whose terms follow the business calendar, and move when it does. */
export const rulesOfBusinessTime = (): string[] =>
  [...rules.values()]
    .filter(({ term }) => term.kind === 'workingMinutes' || term.kind === 'workingDays')
    .map(({ key }) => key);

export function knownRule(key: string): Rule {
  const rule = rules.get(key);
  if (!rule) throw new Error(`no rule is called ${key}`);
  return rule;
}

/** What one must hold to stop the clock of a rule: the supervision that its ladder leads to first. */
export function supervisionOf(rule: Rule | undefined): Permission {
  const rung = rule?.ladder.find(({ permission }) => permission.endsWith('.supervise'));
  return rung?.permission ?? 'followUps.supervise';
}
