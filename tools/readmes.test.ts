import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const readmes = globSync('modules/*/README.md');
const titles = [
  ...globSync('{modules,platform,shared,web,server,database,test,tools}/**/*.test.{ts,tsx}'),
]
  .flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/\b(?:test|describe)[^'`]*['`]([^'`]+)/g),
  ])
  .map(([, title]) => title!)
  .join('\n');

/** The ids that a text names; `FUP-01 to FUP-06` names all six. */
function idsIn(text: string): string[] {
  const ids = [...text.matchAll(/\b(?:ARC|CMP|D|FUP|G|ORG|WSH)-\d\d\b/g)].map(([id]) => id);
  const spans = [...text.matchAll(/\b([A-Z]+)-(\d\d) to \1-(\d\d)\b/g)].flatMap(
    ([, word, from, to]) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => {
        return `${word}-${String(Number(from) + at).padStart(2, '0')}`;
      }),
  );
  return [...new Set([...ids, ...spans])];
}

test('what a module’s README claims is named by the title of a test', () => {
  const tested = new Set(idsIn(titles));
  const unproved = readmes.flatMap((file) =>
    idsIn(readFileSync(file, 'utf8'))
      .filter((id) => !tested.has(id))
      .map((id) => `${file}: ${id}`),
  );
  expect(unproved).toEqual([]);
});

test('every module’s README says its words and its door, in about ten lines', () => {
  const wrong = readmes.filter((file) => {
    const text = readFileSync(file, 'utf8');
    return !/^- Words: /m.test(text) || !/^- Door: /m.test(text) || text.split('\n').length > 16;
  });
  expect(wrong).toEqual([]);
});
