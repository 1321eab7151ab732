import type { Route } from '#shared/route.ts';
import type { Actor } from './actor.ts';
import { Problem } from './problem.ts';

/**
 * How far a person may page through lists of personal data in an hour (G-43). A desk looks at the first page of a search
 * and opens one record; who reads on for thousands of rows copies the list. The figures are the house's own.
 */
export const readingBudget = {
  /** Rows beyond first pages, at which the owner is told. */
  toldAtRows: 2_000,
  /** And at which further pages wait until the hour is over. */
  refusedAtRows: 5_000,
  windowMs: 60 * 60_000,
} as const;

interface Hour {
  from: number;
  rows: number;
}

/** Counts in this process: a restart forgets, a reading is never slowed by a write (D-34). */
export class ReadingCounts {
  private readonly hours = new Map<string, Hour>();

  /** @throws Problem 429 `read_budget` with the seconds to wait, for who has read on too far already */
  refuseBeyond(actor: Actor, route: Route, query: object, now: Date): void {
    if (!isReadingOn(actor, route, query)) return;
    const hour = this.hourOf(actor, now);
    if (hour.rows < readingBudget.refusedAtRows) return;
    const seconds = Math.ceil((hour.from + readingBudget.windowMs - now.getTime()) / 1000);
    throw new Problem(429, 'read_budget', { seconds, rows: hour.rows });
  }

  /** Counts what was answered. The rows read on so far, at the one moment when the owner is to be told; else undefined. */
  count(
    actor: Actor,
    route: Route,
    query: object,
    answered: unknown,
    now: Date,
  ): number | undefined {
    const rows = (answered as { items?: unknown[] } | null)?.items?.length ?? 0;
    if (!isReadingOn(actor, route, query) || rows === 0) return undefined;
    const hour = this.hourOf(actor, now);
    const before = hour.rows;
    hour.rows += rows;
    const isNew = before < readingBudget.toldAtRows && hour.rows >= readingBudget.toldAtRows;
    return isNew ? hour.rows : undefined;
  }

  private hourOf({ tenantId, id }: Actor, now: Date): Hour {
    const key = `${tenantId}/${id}`;
    const known = this.hours.get(key);
    if (known && now.getTime() - known.from < readingBudget.windowMs) return known;
    if (this.hours.size > 10_000) this.hours.clear();
    const fresh = { from: now.getTime(), rows: 0 };
    this.hours.set(key, fresh);
    return fresh;
  }
}

/** A further page of a list of personal data, by a person: a program's key has its own end and its own rights. */
const isReadingOn = ({ kind }: Actor, { method, personal }: Route, query: object): boolean =>
  kind === 'user' && method === 'GET' && personal && 'cursor' in query;
