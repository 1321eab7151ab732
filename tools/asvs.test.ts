import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** How many requirements of level 1 and 2 each chapter of ASVS 5.0.0 has. */
const inChapter = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

const page = readFileSync('docs/asvs.md', 'utf8');
const rows = [
  ...page.matchAll(/^\| (\d+)\.(\d+)\.(\d+) \| ([12]) \| (.+?) \| (\S+) \| (.+) \|$/gm),
].map(([, chapter, section, number, level, what, verdict, where]) => ({
  chapter: Number(chapter),
  id: `${chapter}.${section}.${number}`,
  level,
  what,
  verdict: verdict!,
  where: where!,
}));
/** Paths of this repository that a row names. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)]
    .map(([, word]) => word!)
    .filter((word) => /^(\.?[\w-]+\/)+[\w.-]+$|^[\w-]+\.(ts|md|json)$/.test(word));

test('G-55 every requirement of level 1 and 2 has one row', () => {
  const counts = inChapter.map((_, at) => rows.filter(({ chapter }) => chapter === at + 1).length);
  expect(counts).toEqual(inChapter);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(253);
});

test('G-55 each verdict is one of three and says where it can be seen, or why', () => {
  expect(rows.filter(({ verdict }) => !['met', 'n/a', 'open'].includes(verdict))).toEqual([]);
  expect(rows.filter(({ where }) => where.length < 4)).toEqual([]);
});

test('G-55 what is met names files that are there, and a test or check among them', () => {
  const met = rows.filter(({ verdict }) => verdict === 'met');
  const missing = met.flatMap(({ id, where }) =>
    pathsIn(where)
      .filter((path) => !existsSync(path))
      .map((path) => `${id} ${path}`),
  );
  expect(missing).toEqual([]);
  const untested = met.filter(
    ({ where }) => !pathsIn(where).some((path) => /\.test\.ts$|^tools\/check\/|^test\//.test(path)),
  );
  expect(untested.map(({ id }) => id)).toEqual([]);
});

test('G-55 the sums on top are those of the rows', () => {
  for (const verdict of ['met', 'n/a', 'open']) {
    const count = rows.filter((row) => row.verdict === verdict).length;
    expect(page).toContain(`| ${verdict} | ${count} |`);
  }
});
