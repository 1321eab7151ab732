/**
 * When looking a code up becomes suspicious (ARC-11). A part is looked at by who sells it, who fits it and who bought
 * it; a label that was copied is looked at by strangers, and in places far apart.
 */
export const thresholds = {
  /** The shop is warned at this many looks. */
  checks: 4,
  /** Or when they come from this many places. */
  places: 2,
  /** The same place within these minutes is one look: a page is loaded twice. */
  sameLookMinutes: 10,
  /** Looks a minute, and a day, from one address: a shop's counter, not a script that tries codes. */
  perAddressMinute: 20,
  perAddressDay: 300,
  /** Looks an hour at one code. */
  perCodeHour: 30,
} as const;
