import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Mark, personal, plainColumns } from '#database/personal.ts';
import { columnTypes, type Tables } from '#database/types.generated.ts';

const tables = Object.keys(columnTypes) as (keyof Tables)[];
const marksOf = (table: keyof Tables): Record<string, Mark> => {
  const marks = personal[table];
  return marks.of === 'nobody' ? {} : (marks.personal as Record<string, Mark>);
};

test('D-71 every column says whether it holds something of a person', () => {
  const unmarked = tables.flatMap((table) => {
    const known = new Set([...Object.keys(marksOf(table)), ...plainColumns(table)]);
    return Object.keys(columnTypes[table])
      .filter((column) => !known.has(column))
      .map((column) => `${table}.${column}`);
  });
  expect(unmarked).toEqual([]);
});

test('D-71 no mark speaks of a column that is not there, and none is given twice', () => {
  const wrong = tables.flatMap((table) => {
    const named = personal[table].plain.split(' ');
    const marked = Object.keys(marksOf(table));
    const strange = [...named, ...marked].filter((column) => !(column in columnTypes[table]));
    const twice = named.filter(
      (column, at) => marked.includes(column) || named.indexOf(column) < at,
    );
    return [...strange, ...twice].map((column) => `${table}.${column}`);
  });
  expect(wrong).toEqual([]);
});

test('G-42 every table that holds something of a customer says which rows are his', () => {
  const unreached = tables.filter((table) => {
    const marks = personal[table];
    return marks.of === 'customer' && !marks.reach;
  });
  expect(unreached).toEqual([]);
});

test('D-71 the page on privacy speaks of every table that holds something of a customer', () => {
  const page = readFileSync('docs/privacy.md', 'utf8');
  const missing = tables.filter(
    (table) => personal[table].of === 'customer' && !page.includes(`\`${table}\``),
  );
  expect(missing).toEqual([]);
});
