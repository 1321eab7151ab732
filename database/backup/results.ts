import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Line } from './repository.ts';

/** What came of a backup or of a restore test; one line each in `results.jsonl` of the line. */
export interface Result {
  readonly kind: 'backup' | 'restoreTest';
  readonly at: string;
  readonly ok: boolean;
  /** The base backup that was made or restored. */
  readonly backup: string;
  readonly seconds: number;
  readonly bytes: number;
  /** What was compared: tables, rows, indexes. Empty for a backup. */
  readonly checked?: Readonly<Record<string, number>>;
  /** Why it failed, in words for people. */
  readonly reason?: string;
}

const resultsFile = (line: Line) => path.join(line.dir, 'results.jsonl');

/** Adds a result to those of a line. */
export const noteResult = (line: Line, result: Result): Promise<void> =>
  appendFile(resultsFile(line), `${JSON.stringify(result)}\n`, { mode: 0o600 });

/** All results of a line, oldest first; none where nothing was ever tried. */
export async function resultsOf(line: Line): Promise<Result[]> {
  const text = await readFile(resultsFile(line), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((each) => each.endsWith('}'))
    .map((each) => JSON.parse(each) as Result);
}

/** The newest result of a kind; with `ok`, the newest good one. */
export const newest = (
  results: readonly Result[],
  kind: Result['kind'],
  ok?: boolean,
): Result | undefined =>
  results.findLast((each) => each.kind === kind && (ok === undefined || each.ok === ok));
