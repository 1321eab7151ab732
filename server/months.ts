import { monthsAhead } from '#database/months/begin.ts';
import type { Database } from '#platform/database.ts';
import { globalStatement } from '#platform/sql.ts';

const dayMs = 86_400_000;
const makeMonths = globalStatement<{ made: number }, { ahead: number }>(
  'server.makeMonths',
  'select make_months(:ahead::integer) as made',
);

/**
 * Where tables lie by month, a program that runs for a year makes the months to come itself, as a start does. In a house
 * where none does it asks once a day and nothing happens.
 */
export function startMonths(
  database: Database,
  warn: (message: string, error: unknown) => void,
): { stop(): void } {
  const look = () =>
    database
      .global(makeMonths, [monthsAhead])
      .catch((error) => warn('making the months to come failed', error));
  const timer = setInterval(look, dayMs).unref();
  return { stop: () => clearInterval(timer) };
}
