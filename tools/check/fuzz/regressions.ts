/** A request that once broke a promise, and who sent it; replayed before everything else. */
export interface Regression {
  /** What was wrong. */
  was: string;
  role: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** Found by runs of this harness: each stays for ever. */
export const regressions: readonly Regression[] = [];
