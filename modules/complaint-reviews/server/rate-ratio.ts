import type { Counted } from './control-limits.ts';

export interface RateRatio {
  verdict: 'tooFew' | 'fell' | 'rose' | 'notClear';
  /** The rate after as a part of the rate before, and between what it lies with 95 % confidence; null: no limit. */
  ratio: number | null;
  low: number | null;
  high: number | null;
}

/**
 * How the rate of complaints after a measure compares with the rate before it. Both counts are taken as Poisson with
 * rates a and b per visit. Given their sum N the later count is binomial with θ = b·n₂ / (a·n₁ + b·n₂); an exact
 * (Clopper–Pearson) 95 % interval of θ gives one of b / a = θ / (1 − θ) · n₁ / n₂
 * (Przyborowski and Wilenski 1940; Clopper and Pearson 1934). It is called fallen or risen only where the whole
 * interval lies on one side of 1, and too few where not even a later count of 0 would have shown a fall.
 */
export function rateRatio(before: Counted, after: Counted): RateRatio {
  if (before.visits === 0 || after.visits === 0) return nothing;
  const weight = before.visits / after.visits;
  const all = before.complaints + after.complaints;
  if (all === 0) return nothing;
  const odds = (theta: number) => (theta >= 1 ? null : (theta / (1 - theta)) * weight);
  const interval = proportionInterval(after.complaints, all);
  const [low, high] = [odds(interval.low), odds(interval.high)];
  const ratio = before.complaints === 0 ? null : (after.complaints / before.complaints) * weight;
  const found = { ratio, low, high };
  if (high !== null && high < 1) return { verdict: 'fell', ...found };
  if (low !== null && low > 1) return { verdict: 'rose', ...found };
  return { verdict: couldShow(before, weight) ? 'notClear' : 'tooFew', ...found };
}

const nothing: RateRatio = { verdict: 'tooFew', ratio: null, low: null, high: null };

/** Whether no complaint at all afterwards would have been a fall beyond chance. */
function couldShow({ complaints }: Counted, weight: number): boolean {
  if (complaints === 0) return false;
  const { high } = proportionInterval(0, complaints);
  return (high / (1 - high)) * weight < 1;
}

const confidence = 0.95;

/** The exact interval of a proportion (Clopper–Pearson): the values that `hits` of `of` do not contradict. */
export function proportionInterval(hits: number, of: number): { low: number; high: number } {
  const tail = (1 - confidence) / 2;
  return {
    low: hits === 0 ? 0 : solved((p) => 1 - chanceOfAtMost(hits - 1, of, p), tail),
    high: hits === of ? 1 : solved((p) => 1 - chanceOfAtMost(hits, of, p), 1 - tail),
  };
}

/** Where a rising function of a chance reaches a value; halved until a double holds no more. */
function solved(rising: (p: number) => number, value: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance of at most `most` hits in `of` tries, its terms in logarithms. */
function chanceOfAtMost(most: number, of: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return most >= of ? 1 : 0;
  const step = Math.log(p) - Math.log1p(-p);
  let term = of * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let hits = 1; hits <= most; hits++) {
    term += Math.log(of - hits + 1) - Math.log(hits) + step;
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
