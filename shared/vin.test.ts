import { describe, expect, test } from 'vitest';
import { maskVin, modelYear, readVin } from './vin.ts';

describe('reading a VIN', () => {
  test.each([
    '1M8GDM9AXKP042788',
    '11111111111111111',
    '5GZCZ43D13S812715',
    'LVSHCAMB1CE054249',
    'LSGPC52U6AF102554',
    'LSVAU218XN2183294',
    'LFV2A11K5G4071234',
  ])('ARC-05 %s is right', (vin) => {
    expect(readVin(vin)).toEqual({ kind: 'ok', vin });
  });

  test.each([
    ['LSVAU2180N2183294', 'X'],
    ['LFV2A11K8G4071234', '5'],
    ['LBV3B5EC0FM012345', '7'],
  ])('ARC-05 %s is taken with a warning: the check digit should be %s', (vin, expected) => {
    expect(readVin(vin)).toMatchObject({ kind: 'warn', code: 'vin_check_digit', vin, expected });
  });

  test('ARC-05 a letter O is named with its place and the number that was meant', () => {
    expect(readVin('LSVAU218ON2183294')).toMatchObject({
      code: 'vin_letter',
      letter: 'O',
      position: 9,
      suggestion: 'LSVAU2180N2183294',
    });
    expect(readVin('LSVAUQ18XN2I83294')).toMatchObject({
      letter: 'Q',
      position: 6,
      suggestion: 'LSVAU018XN2183294',
    });
  });

  test('ARC-05 a character from elsewhere is named, nothing is proposed', () => {
    const read = readVin('LSVAU218车N2183294');
    expect(read).toMatchObject({ code: 'vin_letter', letter: '车', position: 9 });
    expect(read).not.toHaveProperty('suggestion');
  });

  test.each([
    ['LHGJRCTJ12MHC670', 16],
    ['', 0],
    ['LSVAU218XN21832941', 18],
  ])('ARC-05 %s is refused for its length', (typed, length) => {
    expect(readVin(typed)).toMatchObject({ kind: 'faulty', code: 'vin_length', length });
  });

  test.each([
    ' lsvau218xn2183294 ',
    '*LSVAU218XN2183294*',
    'ＬＳＶＡＵ２１８ＸＮ２１８３２９４',
    'LSVAU218X-N2 183294',
  ])('ARC-05 %j is the same number however it is typed', (typed) => {
    expect(readVin(typed)).toEqual({ kind: 'ok', vin: 'LSVAU218XN2183294' });
  });
});

describe('model year', () => {
  test.each([
    ['LVSHCAMB1CE054249', 2027, 2012],
    ['LSVAU218XN2183294', 2027, 2022],
    ['11111111111111111', 2027, 2001],
    ['11111111111111111', 2031, 2031],
    ['5GZCZ43D13S812715', 2027, 2003],
  ])('%s seen in %i is of %i', (vin, latest, year) => {
    expect(modelYear(vin, latest)).toBe(year);
  });

  test('a sign that is no year gives none', () => {
    expect(modelYear('LSVAU218X02183294', 2027)).toBeNull();
  });
});

test.each([
  ['LSVAU2180N2183294', 'LSV**********3294'],
  ['LSV**********3294', 'LSV**********3294'],
  ['A12345', '******'],
  ['', ''],
])('ARC-10 of %s one who need not know it sees %s', (vin, masked) => {
  expect(maskVin(vin)).toBe(masked);
});
