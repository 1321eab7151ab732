import { dateIn } from '#shared/dates.ts';
import type { DueFollowUp } from '../contract.ts';

const groupKeys = ['groupOverdue', 'groupLastDay', 'groupDue', 'groupLater'] as const;
export type GroupKey = (typeof groupKeys)[number];

function groupOf(row: DueFollowUp, now: Date): GroupKey {
  if (row.nextTryAt && new Date(row.nextTryAt) > now) return 'groupLater';
  if (new Date(row.dueAt) < now) return 'groupOverdue';
  return row.latestOn === dateIn('Asia/Shanghai', now) ? 'groupLastDay' : 'groupDue';
}

/** The day list in the order of calling; who is to be called again later comes last, by that time. */
export function groupsOf(rows: readonly DueFollowUp[], now: Date) {
  const byGroup = Map.groupBy(rows, (row) => groupOf(row, now));
  byGroup
    .get('groupLater')
    ?.sort((one, other) => (one.nextTryAt ?? '').localeCompare(other.nextTryAt ?? ''));
  return groupKeys
    .map((key) => ({ key, rows: byGroup.get(key) ?? [] }))
    .filter((group) => group.rows.length > 0);
}
