import { isOpen, orderStates } from '#modules/service-orders/lifecycle.ts';

/** An instant inside JSON, written as everywhere on the wire. */
export const iso = (column: string): string =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const listOf = (states: readonly string[]) => `(${states.map((state) => `'${state}'`).join(', ')})`;

/** The car still stands in the shop. */
export const openStates = listOf(orderStates.filter(isOpen));

/** Midnight of today, in the shop's zone. */
export const todayFrom = `(select date_trunc('day', :now::timestamptz at time zone time_zone) at time zone time_zone
  from tenants where id = :tenant)`;
