import type { Database } from './database.ts';
import { Problem } from './problem.ts';
import { globalStatement, valuesOf } from './sql.ts';

const hit = globalStatement<{ hits: number }, { key: string; windowAt: Date }>(
  'throttle.hit',
  `insert into throttles (key, window_at, hits) values (:key, :windowAt, 1)
   on conflict (key, window_at) do update set hits = throttles.hits + 1 returning hits`,
);
const unhit = globalStatement<never, { key: string; windowAt: Date }>(
  'throttle.unhit',
  'update throttles set hits = hits - 1 where key = :key and window_at = :windowAt and hits > 0',
);
const forget = globalStatement<never, { key: string }>(
  'throttle.forget',
  'delete from throttles where key = :key',
);
const sweep = globalStatement<never, { before: Date }>(
  'throttle.sweep',
  'delete from throttles where window_at < :before',
);

export interface Limit {
  key: string;
  most: number;
  windowMinutes: number;
}

const windowOf = (now: Date, windowMinutes: number): Date => {
  const windowMs = windowMinutes * 60_000;
  return new Date(Math.floor(now.getTime() / windowMs) * windowMs);
};

/**
 * Counts first and looks afterwards, in one atomic statement, so that parallel guesses are all counted (trust 1b,
 * Zammad). Over the limit: 429 with the seconds to wait. Nobody is locked out for good.
 */
export async function countOrRefuse(
  database: Database,
  now: Date,
  limits: readonly Limit[],
): Promise<void> {
  for (const { key, most, windowMinutes } of limits) {
    const windowAt = windowOf(now, windowMinutes);
    const { rows } = await database.global(hit, valuesOf(hit, { key, windowAt }));
    if ((rows[0] as { hits: number }).hits > most) {
      const seconds = Math.ceil(
        (windowAt.getTime() + windowMinutes * 60_000 - now.getTime()) / 1000,
      );
      throw new Problem(429, 'too_many', { seconds });
    }
  }
}

/** What was counted with these limits at this instant turned out to be no failure. */
export async function takeBack(
  database: Database,
  now: Date,
  limits: readonly Limit[],
): Promise<void> {
  for (const { key, windowMinutes } of limits) {
    const windowAt = windowOf(now, windowMinutes);
    await database.global(unhit, valuesOf(unhit, { key, windowAt }));
  }
}

/** Takes out counts whose window began before the instant. */
export async function sweepThrottles(database: Database, before: Date): Promise<void> {
  await database.global(sweep, valuesOf(sweep, { before }));
}

/** A success clears the count of that account. */
export async function forgetCount(database: Database, key: string): Promise<void> {
  await database.global(forget, valuesOf(forget, { key }));
}
