import type { Work } from '#platform/work.ts';
import { noticeEvents } from '../events.ts';
import type { Subject } from './queries.ts';
import { insertNotices, meantAndStandIns, type Reader } from './queries-notices.ts';
import { isAbove as standsAbove } from './shown.ts';

export interface Telling {
  /** `<module>.<whatHappened>`: the bell has words for it. */
  kind: string;
  about: Subject;
  /** What the sentence needs: names, a plate, a time. No more of a customer than its reader may see. */
  facts: Readonly<Record<string, unknown>>;
  /** What readers of a tier above the place are told instead, but for who has it in hand himself. */
  toThoseAbove?: {
    place: string;
    except: string | null;
    facts: Readonly<Record<string, unknown>>;
  };
  /** The same key is never told to the same person twice. */
  key?: string;
  /** Of the reader himself (his own account): no stand-in reads it. */
  isPrivate?: boolean;
}

/** Tells people by the bell, and with each of them who stands in for them now (ORG-06). */
export async function notify(
  work: Work,
  employeeIds: readonly (string | null)[],
  { kind, about, facts, toThoseAbove, key, isPrivate = false }: Telling,
): Promise<void> {
  const meant = employeeIds.filter((one): one is string => one !== null);
  if (meant.length === 0) return;
  const readers = await meantAndStandIns(work, meant, isPrivate);
  if (readers.length === 0) return;
  const isAbove = ({ id, orgPath }: Reader) =>
    toThoseAbove !== undefined &&
    id !== toThoseAbove.except &&
    standsAbove(orgPath, toThoseAbove.place);
  const tell = (group: readonly Reader[], told: Telling['facts']) => {
    const ids = group.map(({ id }) => id);
    return insertNotices(work, ids, { kind, about, facts: told, key: key ?? null });
  };
  const above = readers.filter(isAbove);
  const there = readers.filter((reader) => !isAbove(reader));
  const rows = [
    ...(there.length > 0 ? await tell(there, facts) : []),
    ...(above.length > 0 ? await tell(above, toThoseAbove!.facts) : []),
  ];
  const told = new Set(rows.map(({ employeeId }) => employeeId));
  // Where they sit, since only there does the change reach their open screens.
  const places = Map.groupBy(
    readers.filter(({ id }) => told.has(id)),
    ({ orgPath }) => orgPath,
  );
  for (const [orgPath, those] of places) {
    const employeeIds = those.map(({ id }) => id);
    await work.emit(
      noticeEvents.told,
      { kind, employeeIds },
      { type: 'notice', id: about.id, orgPath },
    );
  }
}
