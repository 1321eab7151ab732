/** A whole number as it is read: 12,345. */
export const grouped = (value: number): string => value.toLocaleString('en-US');
