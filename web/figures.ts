/** A whole number as it is read: 12,345. */
export const grouped = (value: number): string => value.toLocaleString('en-US');

/** A rate in thousandths as it is read: `125` is `12.5 %`; a dash where there is nothing to divide by. */
export const percentOf = (permille: number | null): string =>
  permille === null ? '–' : `${(permille / 10).toFixed(1)} %`;
