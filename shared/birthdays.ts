import { addDays, isDate } from './dates.ts';
import { type Hint, hint, plainText } from './hint.ts';
import { lunarDayOf } from './lunar-days.ts';

/**
 * Birthdays as they are kept: `1985-03-07`, or `03-07` where the year is not known; by the Chinese calendar
 * `lunar 1985-08-15`, `lunar 08-15`, `lunar leap 04-15`. Nobody is asked for a year that he does not tell.
 */
export interface Birthday {
  isLunar: boolean;
  isLeapMonth: boolean;
  year: number | null;
  month: number;
  day: number;
}
export type BirthdayReading =
  | { readonly kind: 'birthday'; readonly birthday: string }
  | { readonly kind: 'faulty'; readonly code: 'birthday_invalid'; readonly hint: Hint };

/** What a birthday is kept as; the database holds it to the same. */
const kept = /^(lunar )?(leap )?(?:(\d{4})-)?(\d\d)-(\d\d)$/;
const earliestYear = 1900;

function birthdayParts(birthday: string): Birthday | null {
  const [, lunar, leap, year, month, day] = kept.exec(birthday) ?? [];
  if (!month || !day) return null;
  return {
    ...{ isLunar: lunar !== undefined, isLeapMonth: leap !== undefined },
    ...{ year: year ? Number(year) : null, month: Number(month), day: Number(day) },
  };
}

/**
 * Reads a birthday as people write it: `1985-03-07`, `3月7日`, `19850307`, `农历八月十五`, `阴历1985年闰四月初五`,
 * `8.15（农历）`, or as it is kept. Nothing is guessed: signs for numbers without the word 农历 or 公历 may be either.
 * @param today the day in the shop, `YYYY-MM-DD`: nobody is born after it
 */
export function readBirthday(typed: string, today: string): BirthdayReading {
  const text = plainText(typed).replace(/\s+/g, '').toLowerCase();
  const saysLunar = /农历|阴历|旧历|lunar/.test(text);
  const saysSolar = /公历|阳历|新历|国历|solar/.test(text);
  const isLeapMonth = /闰|leap/.test(text);
  const bare = text
    .replace(/农历|阴历|旧历|公历|阳历|新历|国历|lunar|solar|leap|闰/g, '')
    .replace(/[()（）,，:：]/g, '')
    .replace(/生日|出生|生$/g, '');
  const numbers = digitsIn(bare);
  const spoken = numbers ?? signsIn(bare);
  if (!spoken) return faulty(unreadable);
  const isOwnWord = /[初廿卅正腊冬]/.test(bare) || isLeapMonth;
  if (!numbers && !saysLunar && !saysSolar && !isOwnWord) return faulty(whichCalendar);
  const isLunar = saysLunar || (isOwnWord && !saysSolar);
  return standing({ ...spoken, isLunar, isLeapMonth: isLunar && isLeapMonth }, today);
}

function standing(read: Birthday, today: string): BirthdayReading {
  const { isLunar, isLeapMonth, year, month, day } = read;
  const on = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  // 2000 had every day that a year may have.
  const isDay = isLunar ? month >= 1 && month <= 12 && day >= 1 && day <= 30 : isDate(`2000-${on}`);
  if (!isDay || (!isLunar && year !== null && !isDate(`${year}-${on}`))) return faulty(noSuchDay);
  if (year !== null && (year < earliestYear || year > Number(today.slice(0, 4)))) {
    return faulty(yearOff);
  }
  if (!isLunar && year !== null && `${year}-${on}` > today) return faulty(yearOff);
  const calendar = isLunar ? `lunar ${isLeapMonth ? 'leap ' : ''}` : '';
  return { kind: 'birthday', birthday: `${calendar}${year === null ? '' : `${year}-`}${on}` };
}

type Spoken = Pick<Birthday, 'year' | 'month' | 'day'>;
const written = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?$|^(\d{4})(\d{2})(\d{2})$/;
function digitsIn(text: string): Spoken | null {
  const [, year, month, day, wholeYear, wholeMonth, wholeDay] = written.exec(text) ?? [];
  if (wholeYear) {
    return { year: Number(wholeYear), month: Number(wholeMonth), day: Number(wholeDay) };
  }
  if (!month || !day) return null;
  return { year: year ? Number(year) : null, month: Number(month), day: Number(day) };
}

const digits = '〇一二三四五六七八九';
const sign = '[一二三四五六七八九]';
const spokenDay = new RegExp(
  `^(?:([〇零一二三四五六七八九]{4}|\\d{4})年)?(正|冬|腊|十[一二]?|${sign}|\\d{1,2})月(初${sign}|初十|[廿卅]${sign}?|二十${sign}?|三十|十${sign}?|${sign}|\\d{1,2})[日号]?$`,
);
function signsIn(text: string): Spoken | null {
  const [, year, month, day] = spokenDay.exec(text) ?? [];
  if (!month || !day) return null;
  const spokenYear = year?.replaceAll('零', '〇').replace(new RegExp(`[${digits}]`, 'g'), (one) => {
    const at = digits.indexOf(one);
    return at < 0 ? one : String(at);
  });
  return {
    year: spokenYear ? Number(spokenYear) : null,
    month: { 正: 1, 冬: 11, 腊: 12 }[month] ?? numberOf(month),
    day: numberOf(day.replace('初', '')),
  };
}
/** 十五, 廿三, 三十, 8. */
function numberOf(signs: string): number {
  if (/^\d+$/.test(signs)) return Number(signs);
  const [, tens, ones] = /^(廿|卅|[二三]?十)?(.?)$/.exec(signs) ?? [];
  const ten = { 廿: 20, 卅: 30, 十: 10, 二十: 20, 三十: 30 }[tens ?? ''] ?? 0;
  return ten + Math.max(0, digits.indexOf(ones || '〇'));
}

const faulty = (text: Hint): BirthdayReading => ({
  ...{ kind: 'faulty', code: 'birthday_invalid', hint: text },
});
const unreadable = hint(
  '看不懂这个生日，请写成 1985-03-07、3月7日或农历八月十五。',
  'This birthday cannot be read; write 1985-03-07, 03-07 or lunar 08-15.',
);
const whichCalendar = hint(
  '请写明农历还是公历，如 农历八月十五、8月15日。',
  'Say which calendar: lunar 08-15, or 08-15.',
);
const noSuchDay = hint('没有这一天，请核对月和日。', 'There is no such day; check month and day.');
const yearOff = hint('请核对出生年份。', 'Check the year of birth.');

/** Without the year: what is needed to greet somebody, and no more. */
export const maskBirthday = (birthday: string): string => birthday.replace(/\d{4}-/, '');

const months = '正二三四五六七八九十冬腊';
const lunarDayName = (day: number): string => {
  if (day === 10) return '初十';
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  const one = digits.charAt(day % 10);
  return `${['初', '十', '廿'][Math.floor(day / 10)]}${one}`;
};
/** A birthday as people say it: 1985年3月7日, 农历八月十五; read again it is the same. */
export function birthdayInWords(birthday: string, language: 'zh-CN' | 'en'): string {
  const told = birthdayParts(birthday);
  if (!told || language === 'en') return birthday;
  const { isLunar, isLeapMonth, year, month, day } = told;
  const inYear = year === null ? '' : `${year}年`;
  if (!isLunar) return `${inYear}${month}月${day}日`;
  return `农历${inYear}${isLeapMonth ? '闰' : ''}${months.charAt(month - 1)}月${lunarDayName(day)}`;
}

/**
 * Where a birthday falls in a year that does not have its day. Custom has no one answer: these are the house's, written down
 * so that everybody is greeted once a year on a day that he can foresee.
 */
export const birthdayRules = {
  leapDay: {
    born: '02-29',
    falls: '02-28',
    why: '平年没有 2 月 29 日：提前到 2 月最后一天，不拖到下个月。',
  },
  shortMonth: {
    born: 30,
    falls: 29,
    why: '农历小月没有三十：提前到当月最后一天（廿九），仍在本月。',
  },
  leapMonth: {
    falls: 'ordinary month of the same number',
    why: '没有这个闰月的年份，在同名的平月过；有这个闰月的年份，闰月生的在闰月过，平月生的在平月过，一年只一次。',
  },
  source: '民俗；无统一规定',
  since: '2026-11-24',
} as const;

/** Every birthday, without its year, that falls on this day, by `birthdayRules`: what a day's list is looked up by. */
export function birthdaysOn(date: string): string[] {
  const { leapDay, shortMonth } = birthdayRules;
  const solar = date.slice(5);
  const isLastOfFebruary = solar === leapDay.falls && addDays(date, 1).endsWith('-03-01');
  const born = isLastOfFebruary ? [solar, leapDay.born] : [solar];
  const lunar = lunarDayOf(date);
  if (!lunar) return born;
  const { month, day, isLeapMonth, monthDays, leapAfter } = lunar;
  const isShortEnd = day === shortMonth.falls && monthDays === shortMonth.falls;
  const days = isShortEnd ? [day, shortMonth.born] : [day];
  const kinds = isLeapMonth ? ['leap '] : leapAfter === month ? [''] : ['', 'leap '];
  const two = (number: number) => String(number).padStart(2, '0');
  return [
    ...born,
    ...kinds.flatMap((leap) => days.map((one) => `lunar ${leap}${two(month)}-${two(one)}`)),
  ];
}

/** Whether a birthday is on this day. */
export const isBirthdayOn = (birthday: string, date: string): boolean =>
  birthday !== '' && birthdaysOn(date).includes(maskBirthday(birthday));

/** More than a year, and the leap month of a lunar one. */
const furthest = 400;
/** When a birthday comes next, today included; none where the Chinese calendar is not known so far ahead. */
export function nextBirthday(birthday: string, today: string): string | null {
  if (birthday === '') return null;
  for (let ahead = 0; ahead <= furthest; ahead += 1) {
    const on = addDays(today, ahead);
    if (isBirthdayOn(birthday, on)) return on;
  }
  return null;
}
