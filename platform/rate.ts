import { Problem } from './problem.ts';

const windowMs = 60_000;
/** Forms on paper and files cost a worker's time; a person prints a few a minute, a runaway script thousands. */
const mostHeavy = 120;

/**
 * Counts costly requests by actor, in this process: whoever asks more than two a second for a minute is asked to
 * wait (D-34: open for reads, so a restart forgets). Guesses of secrets are counted in the database instead.
 */
export class HeavyRate {
  private readonly hits = new Map<string, { from: number; count: number }>();

  countOrRefuse(actorId: string, nowMs: number): void {
    const entry = this.hits.get(actorId);
    if (!entry || nowMs - entry.from >= windowMs) {
      if (this.hits.size > 10_000) this.hits.clear();
      this.hits.set(actorId, { from: nowMs, count: 1 });
      return;
    }
    entry.count++;
    if (entry.count > mostHeavy) {
      const seconds = Math.ceil((entry.from + windowMs - nowMs) / 1000);
      throw new Problem(429, 'too_many', { seconds });
    }
  }
}
