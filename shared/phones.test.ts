import { describe, expect, test } from 'vitest';
import { formatPhone, maskPhone, readPhone } from './phones.ts';

describe('reading a telephone number', () => {
  test.each([
    '13800138000',
    '138-0013 8000',
    '１３８００１３８０００',
    '+86 138 0013 8000',
    '008613800138000',
    '8613800138000',
    '13800138000.0',
    '\u202d13800138000\u202c',
    '(138) 0013-8000',
  ])('ARC-05 %j is the same mobile number however it is typed', (typed) => {
    expect(readPhone(typed)).toEqual({ kind: 'phone', phone: '13800138000', type: 'mobile' });
  });

  test('ARC-05 a cell that holds the number as a number is read', () => {
    expect(readPhone(17584870979)).toMatchObject({ phone: '17584870979' });
  });

  test.each([
    ['020-88886666', '02088886666', 'landline'],
    ['010 6552 9988', '01065529988', 'landline'],
    ['0512-6543210', '05126543210', 'landline'],
    ['(0755)26543210', '075526543210', 'landline'],
    ['+86 20 88886666', '02088886666', 'landline'],
    ['+86 10 65529988', '01065529988', 'landline'],
    ['400-820-1234', '4008201234', 'serviceLine'],
    ['95518', '95518', 'serviceLine'],
    ['+852 9123 4567', '+85291234567', 'abroad'],
  ])('ARC-05 %s is read as %s', (typed, phone, type) => {
    expect(readPhone(typed)).toMatchObject({ phone, type });
  });

  test.each(['020-88886666转801', '020-88886666-801', '02088886666#801', '(020)88886666 分机 801'])(
    'ARC-05 the extension of %s is kept apart from the number',
    (typed) => {
      expect(readPhone(typed)).toMatchObject({ phone: '02088886666', extension: '801' });
    },
  );

  test.each([
    '12800138000',
    '1380013800',
    '1524302',
    '18572135',
    '88886666',
    '无',
    '',
    '1.38E+10',
    '13800138000/13900139000',
    '+8612800138000',
  ])('ARC-05 %j is refused with what to do', (typed) => {
    const read = readPhone(typed);
    expect(read).toMatchObject({ kind: 'faulty', code: 'phone_invalid' });
  });

  test('ARC-05 a mobile number too short says how many digits are there', () => {
    expect(readPhone('1380013800')).toMatchObject({
      hint: { 'zh-CN': '手机号应为 11 位，现为 10 位。' },
    });
  });
});

test.each([
  ['13800138000', '138 0013 8000', '138****8000'],
  ['02088886666', '020-88886666', '020-****6666'],
  ['075526543210', '0755-26543210', '0755-****3210'],
  ['4008201234', '400-820-1234', '400****1234'],
  ['95518', '95518', '*****'],
])('%s is shown as %s and masked as %s', (phone, shown, masked) => {
  expect(formatPhone(phone)).toBe(shown);
  expect(maskPhone(phone)).toBe(masked);
});
