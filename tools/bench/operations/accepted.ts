import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measured } from './measuring.ts';
import type { Whole } from './report.ts';

/** What one operation took when it was last accepted: ratios of one run, and what never depends on the machine. */
interface Accepted {
  /** How many statements the database is asked. */
  statements: number;
  /** Of the throughput of the bare SQL. */
  share: number;
  /** Against a house of a tenth. */
  tenfold: number;
}

const file = join(import.meta.dirname, 'accepted.json');

/** Machines are noisy: a share may fall to so much of what was accepted, a house of ten times may take so much more. */
const leastOfShare = 0.4;
const mostOfTenfold = 2;
/** Below that a house of ten times is not slower in earnest. */
const tenfoldInEarnest = 2;

/** Makes the figures of a run those that the next ones are held against. */
export async function accept({ results }: Whole): Promise<void> {
  const accepted = Object.fromEntries(
    results.map(({ key, statements, share, tenfold }): [string, Accepted] => [
      key,
      { statements, share, tenfold },
    ]),
  );
  await writeFile(file, `${JSON.stringify(accepted, null, 2)}\n`);
}

/** What became worse since it was accepted, by operation; empty where nothing did. */
export async function worseThanAccepted({ results }: Whole): Promise<Map<string, string>> {
  const accepted = JSON.parse(await readFile(file, 'utf8')) as Record<string, Accepted>;
  const worse = new Map<string, string>();
  for (const one of results) {
    const before = accepted[one.key];
    const found = before ? worsened(one, before) : ['was never accepted'];
    if (found.length > 0) worse.set(one.key, `${one.key} ${one.name}: ${found.join('; ')}`);
  }
  return worse;
}

function worsened({ statements, share, tenfold }: Measured, before: Accepted): string[] {
  const mostTenfold = Math.max(tenfoldInEarnest, before.tenfold * mostOfTenfold);
  return [
    ...(statements > before.statements
      ? [`asks the database ${statements} times, ${before.statements} before`]
      : []),
    ...(share < before.share * leastOfShare
      ? [`${share} of the throughput of the bare SQL, ${before.share} before`]
      : []),
    ...(tenfold > mostTenfold
      ? [`${tenfold} × the time of a house of a tenth, ${before.tenfold} before`]
      : []),
  ];
}
