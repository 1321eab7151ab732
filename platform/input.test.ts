import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { route, shape } from '#shared/route.ts';
import { readInput } from './input.ts';
import type { Problem } from './problem.ts';

const change = route({
  id: 'test.change',
  method: 'POST',
  path: '/changes',
  summary: 'A change with one field',
  access: 'signedIn',
  body: shape({ note: Type.Optional(Type.String({ maxLength: 10 })) }),
  reply: shape({}),
});
const refusal = (body: object): Problem | undefined => {
  try {
    readInput(change, { params: {}, query: {}, body });
    return undefined;
  } catch (error) {
    return error as Problem;
  }
};
const strangers = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`field${at}`, at]));

test.each([1, 7, 8, 9, 60])('G-13 %i fields that no contract names are refused', (count) => {
  const problem = refusal({ note: '甲', ...strangers(count) });
  expect(problem).toMatchObject({ status: 400, code: 'invalid' });
  expect(problem?.errors.map(({ code }) => code)).toEqual(Array(count).fill('unknown_field'));
});

test('G-13 a thousand fields at once are refused like one', () => {
  expect(refusal(strangers(1000))).toMatchObject({ status: 400, code: 'invalid' });
});

test('what the contract names passes', () => {
  expect(refusal({ note: '甲' })).toBeUndefined();
});
