import chineseDays from 'chinese-days';
import { expect, test } from 'vitest';
import {
  birthdayInWords,
  birthdayRules,
  birthdaysOn,
  nextBirthday,
  readBirthday,
} from './birthdays.ts';
import { addDays } from './dates.ts';
import { lunarDayOf } from './lunar-days.ts';

const today = '2026-11-24';
const read = (typed: string) => {
  const reading = readBirthday(typed, today);
  return reading.kind === 'birthday' ? reading.birthday : reading.hint['zh-CN'];
};

test('CAR-03 each day of the Chinese calendar until 2049 is the one that others reckon', () => {
  for (let date = '2025-01-29'; date < '2050-01-23'; date = addDays(date, 1)) {
    const { lunarMon: month, lunarDay: day, isLeap } = chineseDays.getLunarDate(date);
    expect(lunarDayOf(date), date).toMatchObject({ month, day, isLeapMonth: isLeap });
  }
  expect(lunarDayOf('2050-03-01')).toBeNull();
});

test.each([
  ['1985-03-07', '1985-03-07'],
  ['1985年3月7日', '1985-03-07'],
  ['19850307', '1985-03-07'],
  ['3月7日', '03-07'],
  ['３月７号', '03-07'],
  ['03-07', '03-07'],
  ['2-29', '02-29'],
  ['公历八月十五', '08-15'],
  ['农历八月十五', 'lunar 08-15'],
  ['8.15（农历）', 'lunar 08-15'],
  ['阴历 1985年8月15日', 'lunar 1985-08-15'],
  ['农历一九八五年腊月廿三', 'lunar 1985-12-23'],
  ['正月初一', 'lunar 01-01'],
  ['闰四月初五', 'lunar leap 04-05'],
  ['农历闰六月三十', 'lunar leap 06-30'],
  ['冬月初十', 'lunar 11-10'],
  ['lunar leap 1987-06-02', 'lunar leap 1987-06-02'],
])('ARC-09 a birthday written %s is read', (typed, birthday) => {
  expect(read(typed)).toBe(birthday);
  expect(read(birthdayInWords(birthday, 'zh-CN'))).toBe(birthday);
  expect(read(birthdayInWords(birthday, 'en'))).toBe(birthday);
});

test.each([
  ['八月十五', '请写明农历还是公历，如 农历八月十五、8月15日。'],
  ['13月1日', '没有这一天，请核对月和日。'],
  ['1985-02-29', '没有这一天，请核对月和日。'],
  ['农历三月三十一', '看不懂这个生日，请写成 1985-03-07、3月7日或农历八月十五。'],
  ['2027-01-01', '请核对出生年份。'],
  ['1801-01-01', '请核对出生年份。'],
  ['85年夏天', '看不懂这个生日，请写成 1985-03-07、3月7日或农历八月十五。'],
])('ARC-09 a birthday written %s is not guessed', (typed, why) => {
  expect(read(typed)).toBe(why);
});

test('CAR-03 a lunar birthday falls on its day of each year', () => {
  expect(nextBirthday('lunar 1985-08-15', '2026-09-25')).toBe('2026-09-25');
  expect(nextBirthday('lunar 1985-08-15', today)).toBe('2027-09-15');
  expect(nextBirthday('03-07', today)).toBe('2027-03-07');
});

test('CAR-03 a leap month’s birthday falls in the ordinary month where the year has none, and then once', () => {
  // 2028 has a leap fifth month, 2027 and 2029 have none.
  expect(nextBirthday('lunar leap 05-05', '2027-01-01')).toBe('2027-06-09');
  expect(nextBirthday('lunar leap 05-05', '2028-01-26')).toBe('2028-06-27');
  expect(nextBirthday('lunar 05-05', '2028-01-26')).toBe('2028-05-28');
  expect(birthdaysOn('2028-06-27')).not.toContain('lunar 05-05');
  expect(birthdaysOn('2028-05-28')).not.toContain('lunar leap 05-05');
});

test('CAR-03 the 30th of a month that has 29 days falls on the 29th, in a long month on the 30th', () => {
  // The twelfth month before the Spring Festival of 2027 is short; that of 2030 is long.
  expect(nextBirthday('lunar 12-30', today)).toBe('2027-02-05');
  expect(birthdaysOn('2027-02-05')).toEqual(
    expect.arrayContaining(['lunar 12-29', 'lunar 12-30', 'lunar leap 12-30']),
  );
  expect(nextBirthday('lunar 12-30', '2029-03-01')).toBe('2030-02-02');
  expect(birthdaysOn('2030-02-01')).not.toContain('lunar 12-30');
});

test('CAR-03 29 February falls on the 28th where there is none', () => {
  expect(nextBirthday('1996-02-29', today)).toBe('2027-02-28');
  expect(nextBirthday('02-29', '2028-02-01')).toBe('2028-02-29');
  expect(birthdaysOn('2028-02-28')).not.toContain('02-29');
});

test('CAR-03 each rule says why, and every lunar birthday comes once in each lunar year', () => {
  const { leapDay, shortMonth, leapMonth } = birthdayRules;
  for (const { why } of [leapDay, shortMonth, leapMonth]) expect(why).not.toBe('');
  for (const birthday of ['lunar leap 05-30', 'lunar 05-30', 'lunar 11-30', 'lunar leap 11-29']) {
    let times = 0;
    for (let date = '2025-01-29'; date < '2049-02-02'; date = addDays(date, 1)) {
      if (birthdaysOn(date).includes(birthday)) times += 1;
    }
    expect([birthday, times]).toEqual([birthday, 24]);
  }
});
