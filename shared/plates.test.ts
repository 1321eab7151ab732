import { describe, expect, test } from 'vitest';
import { maskPlate, type PlateType, plateParts, readPlate } from './plates.ts';

const accepted: [typed: string, plate: string, type: PlateType, colour: string][] = [
  ['京A12345', '京A12345', 'ordinary', 'blue'],
  ['粤B·8C8K9', '粤B8C8K9', 'ordinary', 'blue'],
  ['京AA12345', '京AA12345', 'newEnergySmall', 'green'],
  ['粤BD12345', '粤BD12345', 'newEnergySmall', 'green'],
  ['粤BDA1234', '粤BDA1234', 'newEnergySmall', 'green'],
  ['粤B12345D', '粤B12345D', 'newEnergyLarge', 'yellowGreen'],
  ['京A1234挂', '京A1234挂', 'trailer', 'yellow'],
  ['京A1234学', '京A1234学', 'learner', 'yellow'],
  ['京A0006警', '京A0006警', 'police', 'white'],
  ['粤Z1234港', '粤Z1234港', 'hongKongMacao', 'black'],
  ['使014578', '使014578', 'embassy', 'black'],
  ['224578使', '224578使', 'embassy', 'black'],
  ['沪A0023领', '沪A0023领', 'consulate', 'black'],
  ['京X1234应急', '京X1234应急', 'emergency', 'white'],
  ['WJ京12345', 'WJ京12345', 'armedPolice', 'white'],
  ['VA12345', 'VA12345', 'military', 'white'],
];

describe('reading a plate', () => {
  test.each(accepted)('ARC-05 %s is accepted', (typed, plate, type, colour) => {
    expect(readPlate(typed)).toMatchObject({ kind: 'plate', plate, type, colour });
  });

  test.each([
    '沪A1234I',
    '沪AO2345',
    '苏E12O45',
    '粤B1234港',
    '港A12345',
    '京A1234',
    '京ADI1234',
    '京O12345',
    '京AL12345',
    '渝GE6G',
    '使01457',
    '12345',
    '',
  ])('ARC-05 %s is refused with what to do', (typed) => {
    const read = readPlate(typed);
    expect(read).toMatchObject({ kind: 'faulty', code: 'plate_invalid' });
    expect(read.hint?.['zh-CN']).toMatch(/。|？$/);
  });

  test.each([
    '京A·12345',
    '京a 12345',
    '京Ａ１２３４５',
    ' 京A-12345 ',
    '京a・12345',
    '\u202d京A12345\u202c',
  ])('ARC-05 %j is the same plate however it is typed', (typed) => {
    expect(readPlate(typed)).toMatchObject({ plate: '京A12345' });
  });

  test('ARC-05 seven characters are an ordinary plate even if they begin like a new-energy one', () => {
    expect(readPlate('京AD1234')).toMatchObject({ type: 'ordinary' });
  });

  test('ARC-05 a mistaken O or I is named and the plate meant is offered', () => {
    expect(readPlate('苏E12O45')).toMatchObject({
      hint: { 'zh-CN': '字母 O 不会出现在号牌序号里，是否为数字 0？' },
      suggestion: '苏E12045',
    });
    expect(readPlate('京ADI1234')).toMatchObject({ suggestion: '京AD11234' });
  });

  test('ARC-05 a plate too short says how many characters are there', () => {
    expect(readPlate('京A1234')).toMatchObject({
      hint: { 'zh-CN': expect.stringContaining('现为 4 位') },
    });
  });
});

test.each([
  ['京A12345', '京A', '12345'],
  ['粤BD12345', '粤B', 'D12345'],
  ['使014578', '使', '014578'],
  ['224578使', '224', '578使'],
  ['WJ京12345', 'WJ京', '12345'],
])('%s is drawn as %s and %s', (plate, authority, serial) => {
  expect(plateParts(plate)).toEqual({ authority, serial });
});

test.each([
  ['粤B12345', '粤B**345'],
  ['粤BD12345', '粤B***345'],
  ['粤B12345D', '粤B***45D'],
  ['京A1234警', '京A**34警'],
  ['使014578', '使***578'],
  ['粤B**345', '粤B**345'],
  ['AB', '**'],
  ['', ''],
])('ARC-10 of %s one who need not know it sees %s', (plate, masked) => {
  expect(maskPlate(plate)).toBe(masked);
});
