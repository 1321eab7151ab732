import { expect, test } from 'vitest';
import { maskIdNumber, readIdNumber } from './id-number.ts';

test.each([
  ['11010519491231002X', '1949-12-31'],
  ['440524188001010014', '1880-01-01'],
  ['34052419800101001X', '1980-01-01'],
])('ARC-05 %s is right and says when its owner was born', (idNumber, bornOn) => {
  expect(readIdNumber(idNumber)).toEqual({ kind: 'ok', idNumber, bornOn });
});

test.each([
  ['110105194912310021', '校验位不符，请对照证件核对。'],
  ['440524188001010015', '校验位不符，请对照证件核对。'],
  ['11010519490230002X', '身份证号里的出生日期不存在。'],
  ['1101051949123100', '身份证号应为 18 位，末位可为 X。'],
])('ARC-05 %s is refused: %s', (typed, said) => {
  expect(readIdNumber(typed)).toMatchObject({ code: 'id_number_invalid', hint: { 'zh-CN': said } });
});

test('ARC-05 a small x and blanks do not matter', () => {
  expect(readIdNumber('110105 19491231 002x')).toMatchObject({ idNumber: '11010519491231002X' });
});

test('ARC-05 a masked number shows no date of birth', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('110105********002X');
});
