import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { newest, type Result } from './results.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** In the quiet of the night; a machine that is off then does it when it is next on. */
const nightly = '02:30';
const testEveryMs = 7 * dayMs;
const againAfterMs = hourMs;
const testAgainAfterMs = 6 * hourMs;

/** Older than this is late, and shown in red. */
export const lateAfter = { backupMs: 26 * hourMs, restoreTestMs: 8 * dayMs };

export interface Known {
  readonly now: Date;
  /** The zone in whose night the work is done. */
  readonly zone: string;
  readonly results: readonly Result[];
  /** How many whole base backups there are. */
  readonly bases: number;
  /** WAL was thrown away: what lies in the archive has a hole. */
  readonly hasHole: boolean;
}

/** What there is to do now: a base backup each night, a restore test each week and after the first one. */
export function dueWork(known: Known): 'backup' | 'restoreTest' | undefined {
  if (isBackupDue(known)) return 'backup';
  return isTestDue(known) ? 'restoreTest' : undefined;
}

function isBackupDue({ now, zone, results, bases, hasHole }: Known): boolean {
  const last = newest(results, 'backup');
  if (last && !last.ok && since(last, now) < againAfterMs) return false;
  const good = newest(results, 'backup', true);
  return bases === 0 || hasHole || !good || Date.parse(good.at) < lastNight(zone, now).getTime();
}

function isTestDue({ now, results, bases }: Known): boolean {
  if (bases === 0) return false;
  const last = newest(results, 'restoreTest');
  if (last && !last.ok && since(last, now) < testAgainAfterMs) return false;
  const good = newest(results, 'restoreTest', true);
  return !good || since(good, now) >= testEveryMs - 2 * hourMs;
}

const since = (result: Result, now: Date) => now.getTime() - Date.parse(result.at);

function lastNight(zone: string, now: Date): Date {
  const today = dateIn(zone, now);
  const tonight = instantAt(zone, today, nightly);
  return tonight <= now ? tonight : instantAt(zone, addDays(today, -1), nightly);
}
