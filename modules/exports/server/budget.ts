/**
 * How much a person may take out (G-43; trust.md, "Insider exporting customer lists": a cap a day, an alarm at three
 * times the person's own median). The figures are the house's own: a shop of 5,000 customers can take its list out
 * once a day, and nobody else can take it out twice without the owner hearing of it.
 */
export const budget = {
  /** Rows a day, for a role of which nothing else is said. */
  usualRowsADay: 5_000,
  rowsADayByRole: { owner: 20_000 } as Readonly<Record<string, number>>,
  /** From this share of the day's rows on the owner is told. */
  nearlyUsedShare: 0.8,
  /** So many times what the person usually takes, and at least so many rows, is unusual. */
  unusualTimes: 3,
  unusualFromRows: 200,
  /** What is usual is the median of this many files before. */
  looksBackOn: 30,
  /** A file is fetched soon after it was asked for, or not at all. */
  minutesToFetch: 10,
} as const;
