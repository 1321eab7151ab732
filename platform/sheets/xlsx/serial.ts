const dayMs = 86_400_000;
/** Day 0 of Excel's count. Its day 60, 29 February 1900, never was (kept since Lotus 1-2-3). */
const from1900 = Date.UTC(1899, 11, 30);
const from1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999. */
const lastSerial = 2_958_465;

/**
 * Reads Excel's day count: `date` as `YYYY-MM-DD` and the text a person would see. A time without
 * a day has no date. `undefined` when the number cannot be a day.
 */
export function readSerial(
  serial: number,
  countsFrom1904: boolean,
): { date?: string; text: string } | undefined {
  if (!(serial >= 0 && serial < lastSerial + 1)) return undefined;
  const isBeforeGap = !countsFrom1904 && serial < 60;
  const start = countsFrom1904 ? from1904 : from1900 + (isBeforeGap ? dayMs : 0);
  const minutes = Math.round((serial % 1) * 1440);
  const instant = new Date(start + Math.floor(serial) * dayMs + minutes * 60_000).toISOString();
  const date = instant.slice(0, 10);
  const time = instant.slice(11, 16);
  if (serial < 1 && !countsFrom1904) return { text: time };
  return { date, text: minutes === 0 ? date : `${date} ${time}` };
}
