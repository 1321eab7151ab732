import { expect, test } from 'vitest';
import { amountInWords } from './amount-in-words.ts';

/** The first seven are the examples of 支付结算办法 appendix 1, or its rules applied to them. */
const cases: [number | bigint, string][] = [
  [140950, '人民币壹仟肆佰零玖元伍角整'],
  [600714, '人民币陆仟零柒元壹角肆分'],
  [168032, '人民币壹仟陆佰捌拾元叁角贰分'],
  [10700053, '人民币壹拾万零柒仟元伍角叁分'],
  [1640902, '人民币壹万陆仟肆佰零玖元零贰分'],
  [32504, '人民币叁佰贰拾伍元零肆分'],
  [100000, '人民币壹仟元整'],
  [0, '人民币零元整'],
  [5, '人民币伍分'],
  [50, '人民币伍角整'],
  [55, '人民币伍角伍分'],
  [100, '人民币壹元整'],
  [1000, '人民币壹拾元整'],
  [1001000, '人民币壹万零壹拾元整'],
  [10000100, '人民币壹拾万零壹元整'],
  [10010000000, '人民币壹亿零壹拾万元整'],
  [10000000001, '人民币壹亿元零壹分'],
  [10000000100, '人民币壹亿零壹元整'],
  [100000000000000, '人民币壹万亿元整'],
  [120000000000000, '人民币壹万贰仟亿元整'],
  [100001000000000, '人民币壹万零壹拾亿元整'],
  [-256801, '人民币负贰仟伍佰陆拾捌元零壹分'],
  [
    999999999999999999n,
    '人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分',
  ],
];

test.each(cases)('%s fen in capitals is %s', (fen, words) => {
  expect(amountInWords(fen)).toBe(words);
});

test.each([12.5, Number.NaN, 2 ** 60, 10n ** 18n])('%s has no name as an amount', (fen) => {
  expect(() => amountInWords(fen)).toThrow(RangeError);
});
