import type { Database } from './database.ts';
import { Problem } from './problem.ts';
import { globalStatement, valuesOf } from './sql.ts';
import { countOrRefuse, type Limit, takeBack } from './throttle.ts';

/** What was shown is not the secret. Any other refusal says nothing about it, and is no failed guess. */
export class WrongSecret extends Problem {}

/** Guesses at one secret: whose, and by which clock. */
export interface Secret {
  key: string;
  now: Date;
  /** A right guess clears the count; without it, it only takes its own hit back. */
  clears?: boolean;
}

const freeGuesses = 5;
const longestSeconds = 15 * 60;
const forgottenAfterMs = 24 * 3_600_000;

const admit = globalStatement<
  { failures: number },
  { key: string; at: Date; forgotten: Date; free: number; longest: number }
>(
  'guesses.admit',
  `insert into guesses (key, failures, failed_at, free_at) values (:key, 1, :at, :at)
   on conflict (key) do update set
     failures = case when guesses.failed_at < :forgotten then 1 else guesses.failures + 1 end,
     failed_at = :at,
     free_at = case when guesses.failed_at < :forgotten or guesses.failures + 1 < :free::int then :at
       else :at::timestamptz + make_interval(secs => least(:longest::int,
         60 * power(2, least(guesses.failures + 1 - :free::int, 20)))) end
    where guesses.free_at <= :at
   returning failures`,
);
const freeAt = globalStatement<{ freeAt: Date }, { key: string }>(
  'guesses.freeAt',
  'select free_at from guesses where key = :key',
);
const wasNone = globalStatement<never, { key: string; free: number }>(
  'guesses.wasNone',
  `update guesses set failures = greatest(failures - 1, 0),
          free_at = case when failures - 1 < :free::int then failed_at else free_at end
    where key = :key`,
);
const clear = globalStatement<never, { key: string }>(
  'guesses.clear',
  'delete from guesses where key = :key',
);
const sweep = globalStatement<never, { before: Date }>(
  'guesses.sweep',
  'delete from guesses where failed_at < :before',
);

/**
 * Lets one guess at a secret happen. It is counted in one atomic statement before the secret is looked at, so that of
 * a thousand parallel guesses five are evaluated (G-46, D-34); only `WrongSecret` leaves the count standing. After
 * five failures the next guess waits a minute, then two, four, at most fifteen: nobody is locked out for good.
 * `limits` count the same guess by address and over all.
 * @throws Problem 429 `too_many` with the seconds to wait
 */
export async function guessing<Result>(
  database: Database,
  secret: Secret,
  limits: readonly Limit[],
  now: Date,
  look: () => Promise<Result>,
): Promise<Result> {
  await admitOrRefuse(database, secret);
  let counted = false;
  try {
    await countOrRefuse(database, now, limits);
    counted = true;
    const result = await look();
    const settle = secret.clears ? clear : wasNone;
    await database.global(settle, valuesOf(settle, { key: secret.key, free: freeGuesses }));
    await takeBack(database, now, limits);
    return result;
  } catch (error) {
    if (!(error instanceof WrongSecret)) {
      await database.global(wasNone, valuesOf(wasNone, { key: secret.key, free: freeGuesses }));
      if (counted) await takeBack(database, now, limits);
    }
    throw error;
  }
}

async function admitOrRefuse(database: Database, { key, now }: Secret): Promise<void> {
  const forgotten = new Date(now.getTime() - forgottenAfterMs);
  const given = { key, at: now, forgotten, free: freeGuesses, longest: longestSeconds };
  const { rows } = await database.global(admit, valuesOf(admit, given));
  if (rows.length > 0) return;
  const [row] = (await database.global(freeAt, valuesOf(freeAt, { key }))).rows;
  const waitMs = row ? (row.freeAt as Date).getTime() - now.getTime() : 1000;
  throw new Problem(429, 'too_many', { seconds: Math.max(1, Math.ceil(waitMs / 1000)) });
}

/** Takes out counts that say nothing any more. */
export async function sweepGuesses(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - forgottenAfterMs);
  await database.global(sweep, valuesOf(sweep, { before }));
}
