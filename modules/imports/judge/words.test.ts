import { expect, test } from 'vitest';
import { adviceWords, reasonWords } from '../locales/words.ts';
import { faultCodes, holds, relationCodes, tidiedCodes, warningCodes } from './verdict.ts';

test('ARC-09 every code has its sentence, and no sentence is left over', () => {
  const archiveCodes = relationCodes.map((code) => `${code}_archive`);
  const codes = [...faultCodes, ...warningCodes, ...tidiedCodes, ...relationCodes, ...archiveCodes];
  expect(Object.keys(reasonWords['zh-CN']).sort()).toEqual(codes.sort());
});

test('ARC-09 every relation that a person decides comes with advice', () => {
  expect(Object.keys(adviceWords['zh-CN'])).toEqual(
    expect.arrayContaining(relationCodes.filter(holds)),
  );
});
