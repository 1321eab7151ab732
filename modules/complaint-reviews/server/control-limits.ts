/** What was counted in a period, and among how many. */
export interface Counted {
  complaints: number;
  visits: number;
}
export interface Limits {
  share: number | null;
  lower: number | null;
  upper: number | null;
  standing: 'within' | 'above' | 'below' | 'tooFew';
}

/** Below five expected cases the normal approximation under the limits no longer holds. */
const fewestExpected = 5;
const sigmas = 3;
/** Two periods have no usual variation yet. */
const fewestPeriods = 3;

/**
 * A p chart (Shewhart; ISO 7870-2): the centre is p = Σ complaints / Σ visits over all periods shown, the limits of a
 * period with n visits are p ± 3 · √(p · (1 − p) / n), the lower one not below 0. A period in which fewer than five
 * complaints were to be expected (n · p < 5) gets no limits and is called too small to judge, and so are all where
 * fewer than three periods have visits: what is usual is not known yet.
 */
export function controlLimits(periods: readonly Counted[]): {
  centre: number | null;
  limits: Limits[];
} {
  const visits = periods.reduce((sum, each) => sum + each.visits, 0);
  const complaints = periods.reduce((sum, each) => sum + each.complaints, 0);
  const isLongEnough = periods.filter((each) => each.visits > 0).length >= fewestPeriods;
  const centre = visits === 0 ? null : complaints / visits;
  return { centre, limits: periods.map((each) => limitsOf(each, isLongEnough ? centre : null)) };
}

function limitsOf({ complaints, visits }: Counted, centre: number | null): Limits {
  const share = visits === 0 ? null : complaints / visits;
  if (share === null || centre === null || centre >= 1 || visits * centre < fewestExpected) {
    return { share, lower: null, upper: null, standing: 'tooFew' };
  }
  const reach = sigmas * Math.sqrt((centre * (1 - centre)) / visits);
  const lower = Math.max(0, centre - reach);
  const upper = centre + reach;
  const standing = share > upper ? 'above' : share < lower ? 'below' : 'within';
  return { share, lower, upper, standing };
}
