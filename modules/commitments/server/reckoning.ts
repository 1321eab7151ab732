import type { Calendar, Pause } from '#shared/business-calendar.ts';
import type { Rule } from './rules.ts';
import { reckon } from './terms.ts';

/** The clock of a promise as it lies in its row. */
export interface Reckoned {
  dueAt: Date;
  warnAt: Date | null;
  sum: readonly object[];
}

interface Given {
  from: Date;
  dueAt?: Date;
  sum?: readonly object[];
  pauses?: readonly Pause[];
}

/** When the promise of a rule falls due, when its owner is warned, and the sum behind it. */
export function reckonedFor(rule: Rule, calendar: Calendar, given: Given): Reckoned {
  const { from, pauses = [] } = given;
  if (rule.term.kind === 'until') return withWarning(rule, from, agreed(rule, given));
  if (given.pauses === undefined && given.dueAt) {
    throw new Error(`${rule.key} counts its own term; it takes no dueAt`);
  }
  const result = reckon(rule.term, calendar, from, pauses);
  // While it stands still nobody knows the end; the row keeps the last one known.
  const dueAt = result.kind === 'due' ? result.dueAt : given.dueAt!;
  return withWarning(rule, from, { dueAt, sum: result.spans });
}

/** An agreed moment moves by the whole of a pause that ended just now. */
function agreed(rule: Rule, { dueAt, sum = [], pauses = [] }: Given) {
  if (!dueAt) throw new Error(`${rule.key} wants the moment that was agreed`);
  const last = pauses.at(-1);
  if (!last?.to) return { dueAt, sum };
  const length = last.to.getTime() - last.from.getTime();
  const { from, to, reason } = last;
  const span = { kind: 'paused', from, to, minutes: 0, note: reason };
  return { dueAt: new Date(dueAt.getTime() + length), sum: [...sum, span] };
}

function withWarning(
  { warnBeforeMinutes }: Rule,
  from: Date,
  { dueAt, sum }: Pick<Reckoned, 'dueAt' | 'sum'>,
): Reckoned {
  const warnAt = new Date(dueAt.getTime() - warnBeforeMinutes * 60_000);
  return { dueAt, warnAt: warnBeforeMinutes > 0 && warnAt > from ? warnAt : null, sum };
}
