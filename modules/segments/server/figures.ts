import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { Figures } from '../contract.ts';
import { recencies } from '../locales/vocabulary.ts';
import { formulaOf, monthBegins, today } from './formulas.ts';
import { changesSince, countedStandings, isLargeHouse, lastCount } from './queries.ts';

const nobody = () => ({ active: 0, sleeping: 0, lost: 0, never: 0 });

/** Everybody counted now; of a large house the last count with its time, if there is one. */
async function counts(work: Work) {
  const rows = (await isLargeHouse(work)) ? await lastCount(work) : [];
  const [first] = rows;
  return first
    ? { rows, countedAt: first.countedAt }
    : { rows: await countedStandings(work, today(work)), countedAt: null };
}

/** The groups by each formula side by side, by value and by recency, and who changed this month; each names its formula. */
export async function figuresOf(work: Work): Promise<Figures> {
  const { rows, countedAt } = await counts(work);
  const byFormula = { months: nobody(), interval: nobody(), visits: nobody() };
  const byValue = { high: 0, middle: 0, low: 0, none: 0 };
  const byRecency = new Map<string, number>();
  for (const row of rows) {
    const { customers } = row;
    byFormula.months[row.byMonths] += customers;
    byFormula.interval[row.byInterval] += customers;
    byFormula.visits[row.byVisits] += customers;
    byValue[row.valueClass] += customers;
    byRecency.set(row.recency, (byRecency.get(row.recency) ?? 0) + customers);
  }
  const changedSince = monthBegins(work);
  const changed = nobody();
  for (const row of await changesSince(work, changedSince)) changed[row.toStanding] = row.customers;
  return {
    formula: await formulaOf(work, work.actor.unitPath),
    byFormula,
    byValue,
    byRecency: recencies.map((recency) => ({ recency, customers: byRecency.get(recency) ?? 0 })),
    changedSince,
    changed,
    ...wire({ countedAt }),
  };
}
