import { describe, expect, test } from 'vitest';
import type { Cell } from '#shared/cells.ts';
import type { ImportField } from './fields.ts';
import { tidyRow } from './tidy.ts';
import type { TidyRow } from './verdict.ts';

const today = '2026-11-21';
const mapping = {
  customerName: 0,
  phone: 1,
  plate: 2,
  vin: 3,
  lastVisitOn: 4,
  mileageKm: 5,
  intervalMonths: 6,
  remark: 7,
  nextMaintenanceOn: 8,
  birthday: 9,
} as const;

/** A row that is right, with these cells changed. */
function tidy(changes: Partial<Record<keyof typeof mapping, string | Cell | null>> = {}): TidyRow {
  const right = {
    customerName: '王芳',
    phone: '13800138000',
    plate: '粤B12345',
    vin: 'LSVAU218XN2183294',
    lastVisitOn: '2026-10-31',
    mileageKm: '5000',
    intervalMonths: '6',
    remark: null,
    nextMaintenanceOn: null,
    birthday: null,
  };
  const cells = Object.values({ ...right, ...changes }).map((each) =>
    typeof each === 'string' ? { text: each } : each,
  );
  return tidyRow({ number: 4, cells }, mapping, today);
}

const codes = ({ faults, warnings, tidied }: TidyRow) =>
  [...faults, ...warnings, ...tidied].map(({ code }) => code);

describe('ARC-09 what is tidied', () => {
  test.each<[keyof typeof mapping, string | Cell, unknown, string[]]>([
    ['phone', '138-0013 8000', '13800138000', ['phone_separators']],
    ['phone', '１３８００１３８０００', '13800138000', ['phone_fullwidth']],
    ['phone', { text: '13800138000', number: 13800138000 }, '13800138000', ['phone_numeric']],
    ['phone', ' 13800138000 ', '13800138000', []],
    ['plate', '粤b·12345', '粤B12345', ['plate_dot_case']],
    ['vin', ' lsvau218xn2183294 ', 'LSVAU218XN2183294', ['vin_case_space']],
    ['lastVisitOn', '2024年6月8日', '2024-06-08', []],
    ['lastVisitOn', { text: '2024-06-08', date: '2024-06-08', number: 45451 }, '2024-06-08', []],
    ['lastVisitOn', { text: '45451', number: 45451 }, '2024-06-08', []],
    ['lastVisitOn', today, today, []],
    ['nextMaintenanceOn', '2027/5/1', '2027-05-01', []],
    ['mileageKm', '49,772 km', 49772, ['mileage_unit']],
    ['mileageKm', { text: '0', number: 0 }, 0, []],
    ['intervalMonths', '6个月', 6, []],
    ['remark', '=1+1', '=1+1', ['formula_like_text']],
    ['remark', '很'.repeat(3000), '很'.repeat(3000), ['long_text']],
    ['remark', '-', '-', []],
    ['birthday', '农历八月十五', 'lunar 08-15', []],
    ['birthday', '3月7日', '03-07', []],
    ['birthday', { text: '1985-03-07', date: '1985-03-07', number: 31113 }, '1985-03-07', []],
    [
      'birthday',
      { text: '2026-03-07', date: '2026-03-07', number: 46088 },
      '03-07',
      ['birthday_year'],
    ],
    ['birthday', '不详', null, []],
  ])('%s %j', (field, cell, value, found) => {
    const row = tidy({ [field]: cell });
    expect(row.values[field]).toBe(value);
    expect(codes(row)).toEqual(found);
  });
});

describe('ARC-09 what is held back, with its reason and no guessed value', () => {
  test.each<[keyof typeof mapping, string | Cell | null, string]>([
    ['customerName', null, 'name_missing'],
    ['customerName', '  ', 'name_missing'],
    ['phone', '1380013', 'phone_invalid'],
    ['phone', '13800138000/13900139000', 'phone_invalid'],
    ['plate', '粤B12', 'plate_invalid'],
    ['vin', 'LSVAU218XN218329', 'vin_length'],
    ['vin', 'LSVAU218ON2183294', 'vin_letter'],
    ['lastVisitOn', '2024-02-30', 'date_invalid'],
    ['lastVisitOn', '去年', 'date_invalid'],
    ['lastVisitOn', { text: '1900-01-06', date: '1900-01-06', number: 6 }, 'date_invalid'],
    ['lastVisitOn', { text: '9999-12-31', date: '9999-12-31' }, 'date_invalid'],
    ['lastVisitOn', '2026-11-22', 'date_future'],
    ['nextMaintenanceOn', '五月', 'date_invalid'],
    ['birthday', '八月十五', 'birthday_invalid'],
    ['birthday', '1985-02-30', 'birthday_invalid'],
    ['birthday', '属牛', 'birthday_invalid'],
    ['mileageKm', { text: '-376', number: -376 }, 'mileage_negative'],
    ['mileageKm', '-376公里', 'mileage_negative'],
    ['mileageKm', '约49772公里', 'mileage_text'],
    ['mileageKm', { text: '13800138000', number: 13800138000 }, 'mileage_too_large'],
  ])('%s %j is %s', (field, cell, code) => {
    const row = tidy({ [field]: cell });
    expect(codes(row)).toEqual([code]);
    expect(row.values[field]).toBe(null);
  });

  test.each<[ImportField & keyof typeof mapping, string, string]>([
    ['vin', 'LSVAU218ON2183294', 'LSVAU2180N2183294'],
    ['mileageKm', '约49772公里', '49772'],
    ['mileageKm', '4.9万公里', '49000'],
  ])('%s %j proposes %j', (field, text, suggestion) => {
    expect(tidy({ [field]: text }).faults[0]).toMatchObject({ field, text, suggestion });
  });

  test('all reasons are named, not only the first', () => {
    expect(codes(tidy({ phone: '1', vin: 'X', lastVisitOn: '?' }))).toEqual([
      'phone_invalid',
      'vin_length',
      'date_invalid',
    ]);
  });
});

describe('ARC-09 what is accepted with a warning', () => {
  test('a check digit that does not fit', () => {
    const row = tidy({ vin: 'LSVAU2180N2183294' });
    expect(row.values.vin).toBe('LSVAU2180N2183294');
    expect(codes(row)).toEqual(['vin_check_digit']);
  });

  test.each(['', '-', '无', '未知', '#N/A'])('no phone, written as %j', (text) => {
    expect(codes(tidy({ phone: text }))).toEqual(['phone_missing']);
  });

  test('no vehicle', () => {
    expect(codes(tidy({ plate: '未上牌', vin: null }))).toEqual(['vehicle_missing']);
  });

  test('an interval that says no number', () => {
    const row = tidy({ intervalMonths: '半年' });
    expect(row.values.intervalMonths).toBe(null);
    expect(codes(row)).toEqual(['interval_unreadable']);
  });
});
