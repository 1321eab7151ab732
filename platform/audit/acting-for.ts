import type { Work } from '../work.ts';
import type { Entry } from './recording.ts';

/** With whom a record lies, by its id; a type that lies with nobody has none. */
type FindHolders = (
  work: Work,
  type: string,
  ids: readonly string[],
) => Promise<readonly { id: string; employeeId: string }[]>;
let findHolders: FindHolders = async () => [];

/** The module of the people says here with whom a record lies. */
export function defineHolders(find: FindHolders): void {
  findHolders = find;
}

/**
 * In whose stead something was done, by the entry's id: the record lies with one for whom the actor stands in now. What a
 * colleague does to another's record without standing in for him he does in his own name (ORG-06).
 */
export async function actedFor(
  work: Work,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, string>> {
  const { standsInFor = [] } = work.actor;
  const acted = new Map<string, string>();
  if (standsInFor.length === 0) return acted;
  for (const [type, told] of Map.groupBy(entries, ({ about }) => about.type)) {
    const ids = [...new Set(told.map(({ about }) => about.id))];
    const held = await findHolders(work, type, ids);
    for (const { id, about, inSteadOf } of told) {
      const holders = held.filter((one) => one.id === about.id).map((one) => one.employeeId);
      const isOwn = holders.includes(work.actor.id);
      const absent = inSteadOf ?? standsInFor.find((one) => holders.includes(one));
      if (absent !== undefined && !isOwn) acted.set(id, absent);
    }
  }
  return acted;
}
