/** A time of day as people type it (`8:30`, `0830`, `9`, full width) as `HH:MM`; `undefined` where it is none. */
export function readTime(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/[：.。\s]/g, ':')
    .trim();
  const [, hours, minutes = '0'] =
    /^(\d{1,2})(?::(\d{1,2}))?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const time = `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : undefined;
}
