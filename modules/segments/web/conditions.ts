import type { Conditions } from '../contract.ts';

/** The conditions as a form holds them: amounts in yuan, models one a line, yes and no as words. */
export interface TypedConditions {
  standings?: string[];
  valueClasses?: string[];
  notSeenForMonths?: number | null;
  seenWithinMonths?: number | null;
  spendFrom?: number | null;
  spendTo?: number | null;
  models?: string;
  carAgeFromMonths?: number | null;
  carAgeToMonths?: number | null;
  dueKinds?: string[];
  dueWithinDays?: number | null;
  birthdayWithinDays?: number | null;
  birthdayInMonth?: number | null;
  agreesToOffers?: string;
  hasOpenComplaint?: string;
  orgUnitId?: string;
}

const number = (value: number | null | undefined) =>
  typeof value === 'number' ? value : undefined;
const fen = (yuan: number | null | undefined) =>
  typeof yuan === 'number' ? Math.round(yuan * 100) : undefined;
const list = (values: readonly string[] | undefined) => (values?.length ? values : undefined);
const answer = (word: string | undefined) => (word ? word === 'yes' : undefined);
const word = (value: boolean | undefined) =>
  value === undefined ? undefined : value ? 'yes' : 'no';

/** What is left empty is left out. */
export function conditionsOf(typed: TypedConditions): Conditions {
  const models = (typed.models ?? '').split('\n').map((line) => line.trim());
  const given = {
    standings: list(typed.standings),
    valueClasses: list(typed.valueClasses),
    notSeenForMonths: number(typed.notSeenForMonths),
    seenWithinMonths: number(typed.seenWithinMonths),
    spendFromFen: fen(typed.spendFrom),
    spendToFen: fen(typed.spendTo),
    models: list(models.filter(Boolean).slice(0, 20)),
    carAgeFromMonths: number(typed.carAgeFromMonths),
    carAgeToMonths: number(typed.carAgeToMonths),
    dueKinds: list(typed.dueKinds),
    dueWithinDays: number(typed.dueWithinDays),
    birthdayWithinDays: number(typed.birthdayWithinDays),
    birthdayInMonth: number(typed.birthdayInMonth) || undefined,
    agreesToOffers: answer(typed.agreesToOffers),
    hasOpenComplaint: answer(typed.hasOpenComplaint),
    orgUnitId: typed.orgUnitId,
  };
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Conditions;
}

export const typedFrom = (saved: Conditions): TypedConditions => ({
  ...(saved as object),
  models: saved.models?.join('\n'),
  spendFrom: saved.spendFromFen === undefined ? undefined : saved.spendFromFen / 100,
  spendTo: saved.spendToFen === undefined ? undefined : saved.spendToFen / 100,
  agreesToOffers: word(saved.agreesToOffers),
  hasOpenComplaint: word(saved.hasOpenComplaint),
});
