import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readSheet } from '#platform/sheets/read.ts';
import type { SheetRow } from '#shared/cells.ts';
import { recogniseColumns } from './columns.ts';
import { findHeader } from './header.ts';
import { type JudgingPlan, judge } from './judge.ts';
import { verdictOf } from './verdict.ts';

const fixture = (name: string) => new URL(`../../../test/fixtures/${name}`, import.meta.url);
const today = '2026-11-21';

test('ARC-09 every row of an old customer list gets the verdict of a careful person', async () => {
  const batches: SheetRow[][] = [];
  for await (const batch of readSheet(fixture('old-customer-list.xlsx').pathname)) {
    batches.push(batch);
  }
  const verdicts = new Map<string, string>();
  for await (const judged of judge(batches, planFor(batches.flat()))) {
    for (const { judgement } of judged) verdicts.set(String(judgement.row), verdictOf(judgement));
  }
  expect(verdicts.size).toBe(1200);
  expect(verdicts).toEqual(await key());
});

function planFor(rows: SheetRow[]): JudgingPlan {
  const header = findHeader(rows);
  const { mapping } = recogniseColumns(header, rows);
  return { header, mapping, today };
}

/** Row number and verdict, line by line. */
async function key(): Promise<Map<string, string>> {
  const lines = (await readFile(fixture('old-customer-list.key.tsv'), 'utf8')).trim().split('\n');
  return new Map(lines.slice(1).map((line) => line.split('\t') as [string, string]));
}
