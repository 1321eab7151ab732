import { dateIn, daysBetween, timeIn } from '#shared/dates.ts';
import { fill, type Language } from './useWords.ts';
import { shellWords } from './words.ts';

/** Times are the shop's, wherever the person sits: they are the same on screen, on paper and on the telephone. */
const zone = 'Asia/Shanghai';

const nearDays: Record<Language, Record<number, string>> = {
  'zh-CN': { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/** `今天 14:30`, `明天 09:00`, `11-25 16:00`; the year only where it is another one. */
export function shortTime(instant: string, now: Date, language: Language): string {
  const at = new Date(instant);
  const date = dateIn(zone, at);
  const today = dateIn(zone, now);
  const near = nearDays[language][daysBetween(today, date)];
  const day = near ?? (date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date);
  return `${day} ${timeIn(zone, at).slice(0, 5)}`;
}

/** `今天 08:00 – 12:00`; the second day only where it is another one. */
export function spanOfTime(from: string, to: string, now: Date, language: Language): string {
  const end = new Date(to);
  const isOneDay = dateIn(zone, new Date(from)) === dateIn(zone, end);
  const until = isOneDay ? timeIn(zone, end).slice(0, 5) : shortTime(to, now, language);
  return `${shortTime(from, now, language)} – ${until}`;
}

/** `2026-11-21 14:30`. */
export function fullTime(instant: string): string {
  const at = new Date(instant);
  return `${dateIn(zone, at)} ${timeIn(zone, at).slice(0, 5)}`;
}

/** `3 小时 20 分`. */
export function spokenMinutes(minutes: number, language: Language): string {
  const say = shellWords[language];
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return fill(say.minutesUnit, { minutes });
  return fill(rest === 0 ? say.hoursUnit : say.hoursMinutesUnit, { hours, minutes: rest });
}
