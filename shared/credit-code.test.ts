import { expect, test } from 'vitest';
import { readCreditCode } from './credit-code.ts';

test.each(['91350100M000100Y43', '91110000600037341L', '9144030071526726XG', '91110108551385082Q'])(
  'ARC-05 %s is right',
  (creditCode) => {
    expect(readCreditCode(creditCode)).toEqual({ kind: 'ok', creditCode });
  },
);

test.each([
  ['91310115591673062R', '校验位不符，请对照营业执照核对。'],
  ['91350100M000100Y44', '校验位不符，请对照营业执照核对。'],
  ['9135010OM000100Y43', '第 8 位“O”不会出现在统一社会信用代码里（不用 I、O、S、V、Z）。'],
  ['91350100M000100Y4', '统一社会信用代码应为 18 位，现为 17 位。'],
])('ARC-05 %s is refused: %s', (typed, said) => {
  expect(readCreditCode(typed)).toMatchObject({
    code: 'credit_code_invalid',
    hint: { 'zh-CN': said },
  });
});

test('ARC-05 case, blanks and width do not matter', () => {
  expect(readCreditCode(' 9135 0100 ｍ000100y43 ')).toMatchObject({
    creditCode: '91350100M000100Y43',
  });
});
