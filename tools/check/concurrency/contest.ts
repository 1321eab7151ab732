import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Arena } from './arena.ts';

/** Many clients want the same thing at once. What each was told is remembered and held against what is there. */
export interface Contest {
  name: string;
  /** What must hold, in one sentence. */
  promise: string;
  /** How much of all operations it gets, beside the others. */
  share: number;
  /** Plays about so many operations and names every broken promise with `arena.fail`. */
  play(arena: Arena, operations: number): Promise<void>;
}

const folder = join(import.meta.dirname, 'contests');

/** Every contest of the folder: a new one is inside by being there, exporting `contest`. */
export async function allContests(): Promise<Contest[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(
    names.toSorted().map((name) => import(join(folder, name)) as Promise<{ contest: Contest }>),
  );
  return modules.map(({ contest }) => contest);
}
