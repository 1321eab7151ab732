import type { Seal } from '../seal.ts';
import type { Work } from '../work.ts';
import { isSealed, keysFor, openValue, type SealedValue, type Subject } from './subject-keys.ts';

interface Kept {
  id: string;
  data: unknown;
}

/** What stands where a value can no longer be read. */
export const forgotten = '[已删除]';

/** The data of entries with their closed values opened, by the entry's id; whose subject is forgotten stays closed. */
export async function readableData(
  work: Work,
  secrets: Seal,
  entries: readonly Kept[],
): Promise<Map<string, Record<string, unknown>>> {
  const subjects = new Map<string, Subject>();
  for (const { data } of entries) {
    for (const [type, id] of closedIn(data).map(({ $sealed }) => $sealed))
      subjects.set(`${type}/${id}`, { type, id });
  }
  const keys = await keysFor(work, secrets, [...subjects.values()]);
  const open = (entryId: string, place: string, value: unknown): unknown => {
    if (!isSealed(value)) return value;
    const [type, id] = value.$sealed;
    const key = keys.get(`${type}/${id}`);
    return key ? openValue(key, `${entryId}/${place}`, value) : forgotten;
  };
  return new Map(
    entries.map(({ id, data }) => {
      const fields = Object.entries(data as Record<string, unknown>).map(([name, value]) => {
        if (name !== 'changes') return [name, open(id, name, value)];
        const changes = Object.entries(value as object).map(([field, pair]) => [
          field,
          open(id, `changes.${field}`, pair),
        ]);
        return [name, Object.fromEntries(changes)];
      });
      return [id, Object.fromEntries(fields)];
    }),
  );
}

function closedIn(data: unknown): SealedValue[] {
  const values = Object.values(data as Record<string, unknown>);
  const changes = (data as { changes?: Record<string, unknown> }).changes ?? {};
  return [...values, ...Object.values(changes)].filter(isSealed);
}
