/** How often one address may read an open price list: a customer who looks around, not a competitor's script. */
export const thresholds = {
  perAddressMinute: 60,
  perAddressDay: 1_500,
} as const;

/** As many lines as a price list on paper has; a longer one is read on the page. */
export const mostPrintedLines = 3_000;
/** How far ahead a price may be set: a day beyond is a slip of the finger. */
export const yearsAhead = 5;
