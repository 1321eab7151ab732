import { expect, test } from 'vitest';
import { isUuid, newId } from './ids.ts';

test('ids of one millisecond lie in the order in which they were made', () => {
  const now = new Date('2026-11-21T08:00:00.000Z');
  const ids = Array.from({ length: 5000 }, () => newId(now));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(5000);
  expect(ids.every((id) => isUuid(id) && /^.{14}7.{4}[89ab]/.test(id))).toBe(true);
});

test('ids begin with their time', () => {
  const [earlier, later] = ['2026-11-21T08:00:00.000Z', '2026-11-21T08:00:00.001Z'].map((text) =>
    newId(new Date(text)),
  );
  expect(earlier! < later!).toBe(true);
});
