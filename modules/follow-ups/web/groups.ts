import { dateIn } from '#shared/dates.ts';
import type { DueFollowUp } from '../contract.ts';
import { byWhatIsLost } from '../locales/vocabulary.ts';

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

/** The same list by kind, what is lost most if it waits first; whoever has a complaint or a matter open leads his kind. */
export function kindsOf(rows: readonly DueFollowUp[]) {
  const byKind = Map.groupBy(rows, ({ rule }) => rule);
  const isPressing = (row: DueFollowUp) => row.hasComplaint || row.hasMatter;
  return byWhatIsLost
    .map((key) => {
      const ofKind = byKind.get(key) ?? [];
      const pressing = ofKind.filter(isPressing);
      return { key, rows: [...pressing, ...ofKind.filter((row) => !isPressing(row))] };
    })
    .filter((group) => group.rows.length > 0);
}
