import { expect, test } from 'vitest';
import { namePathOf } from './useFormProblems.ts';

test('a pointer leads into lists and through escaped names', () => {
  expect(namePathOf('/vehicles/0/vin')).toEqual(['vehicles', 0, 'vin']);
  expect(namePathOf('/a~1b/c~0d')).toEqual(['a/b', 'c~d']);
  expect(namePathOf('')).toEqual([]);
});
