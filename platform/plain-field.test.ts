import { expect, test } from 'vitest';
import { plainField } from './plain-field.ts';

test('G-20 what grows when it is made plain is refused, and so is what vanishes', () => {
  const rule = { pointer: '/name', most: 80, least: 1 };
  expect(plainField('　王Ａ ', rule)).toBe('王A');
  const refusal = (code: string) => expect.objectContaining({ status: 422, code });
  expect(() => plainField('ﷺ'.repeat(80), rule)).toThrow(refusal('too_long'));
  expect(() => plainField('\u200b\u200b', rule)).toThrow(refusal('required'));
});
