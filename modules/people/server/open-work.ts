import type { Work } from '#platform/work.ts';
import type { OpenWork, openWorkKinds } from '../contract.ts';

type Kind = (typeof openWorkKinds)[number];
/** One statement: how many there are, and the first twenty with a word to know them by. */
export interface OpenWorkRow {
  id: string;
  label: string;
  count: number;
}
type Finder = (work: Work, employeeId: string) => Promise<readonly OpenWorkRow[]>;

const finders = new Map<Kind, Finder>();

/** A module says what of its own can lie with a person (ORG-07). */
export function defineOpenWork(kind: Kind, find: Finder): void {
  finders.set(kind, find);
}

/** What is open with a person; kinds of which there is nothing are left out. */
export async function openWorkOf(work: Work, employeeId: string): Promise<OpenWork[]> {
  const found: OpenWork[] = [];
  for (const [kind, find] of finders) {
    const rows = await find(work, employeeId);
    const items = rows.slice(0, 20).map(({ id, label }) => ({ id, label }));
    if (rows[0]) found.push({ kind, count: rows[0].count, items });
  }
  return found;
}
