/** An instant inside JSON, written as everywhere on the wire. */
export const iso = (column: string): string =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The car still stands in the shop. */
export const openStates = `('received', 'inspected', 'estimated', 'approved', 'inWork', 'selfChecked', 'teamChecked',
  'ready', 'settled')`;
