import type { Work } from '#platform/work.ts';
import { noticeEvents } from '../events.ts';
import type { Subject } from './queries.ts';
import { insertNotices, meantAndStandIns } from './queries-notices.ts';

export interface Telling {
  /** `<module>.<whatHappened>`: the bell has words for it. */
  kind: string;
  about: Subject;
  /** What the sentence needs: names, a plate, a time. No more of a customer than its reader may see. */
  facts: Readonly<Record<string, unknown>>;
  /** The same key is never told to the same person twice. */
  key?: string;
  /** Of the reader himself (his own account): no stand-in reads it. */
  isPrivate?: boolean;
}

/** Tells people by the bell, and with each of them who stands in for them now (ORG-06). */
export async function notify(
  work: Work,
  employeeIds: readonly (string | null)[],
  { kind, about, facts, key, isPrivate = false }: Telling,
): Promise<void> {
  const meant = employeeIds.filter((one): one is string => one !== null);
  if (meant.length === 0) return;
  const readers = await meantAndStandIns(work, meant, isPrivate);
  if (readers.length === 0) return;
  const ids = readers.map(({ id }) => id);
  const rows = await insertNotices(work, ids, { kind, about, facts, key: key ?? null });
  const told = new Set(rows.map(({ employeeId }) => employeeId));
  // Where they sit, since only there does the change reach their open screens.
  const places = Map.groupBy(
    readers.filter(({ id }) => told.has(id)),
    ({ orgPath }) => orgPath,
  );
  for (const [orgPath, there] of places) {
    const employeeIds = there.map(({ id }) => id);
    await work.emit(
      noticeEvents.told,
      { kind, employeeIds },
      { type: 'notice', id: about.id, orgPath },
    );
  }
}
