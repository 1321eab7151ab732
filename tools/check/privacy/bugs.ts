import { readFile } from 'node:fs/promises';
import type { Host } from '#platform/host.ts';

/** On any request: the fault that its handler meets. */
export const bugHeader = 'x-check-bug';
/** In the environment: the thread that reads lists fails on their rows. */
export const readingFails = 'CHECK_READING_FAILS';

type Planted = (said: string, host: Host) => unknown;

/** Faults that carry what was sent, as faults of a later handler may. */
const kinds = {
  message: (said) => {
    throw new Error(`cannot use ${said}`);
  },
  cause: (said) => {
    throw new Error('cannot be used', { cause: new Error(said) });
  },
  property: (said) => {
    throw Object.assign(new Error('cannot be used'), { input: said, detail: said, hint: said });
  },
  json: (said) => JSON.parse(said.slice(1)),
  address: (said) => new URL(said),
  words: (said) => {
    throw said;
  },
  thing: (said) => {
    throw { said };
  },
  named: (said) => {
    throw Object.assign(new Error('cannot be used'), { name: said, code: said, table: said });
  },
  sql: (said, { database }) => database.pool.query('select $1::int', [said]),
  raised: (said, { database }) =>
    database.pool.query(
      `do $$ begin raise exception 'no' using detail = '${said.replaceAll("'", '').replaceAll('$', '')}'; end $$`,
    ),
  file: (said) => readFile(`/nowhere/${said.slice(0, 150)}`),
  /** What no request waits for: the end of the program, and its last words. */
  rejection: (said) => void Promise.reject(new Error(`nobody awaits ${said}`)),
  exception: (said) => {
    setImmediate(() => {
      throw Object.assign(new Error(`nobody catches ${said}`), { said });
    });
  },
  /** The next tasks fail with what this request sent. */
  task: (said) => {
    forTasks = said;
  },
  /** Prints what was sent: the check has to find it. */
  print: (said) => console.log(said),
} satisfies Record<string, Planted>;
export type BugKind = keyof typeof kinds;
/** Those that the program survives. */
export const survived = Object.keys(kinds).filter(
  (kind) => !['rejection', 'exception', 'print'].includes(kind),
) as BugKind[];

let forTasks: string | undefined;

/** Called where the fault is planted. */
export async function plantedBug(kind: unknown, input?: unknown, host?: Host): Promise<void> {
  if (kind === 'task' && host === undefined) {
    if (forTasks !== undefined) throw new Error(`task: ${forTasks}`);
    return;
  }
  if (typeof kind !== 'string') return;
  const said = JSON.stringify(input) ?? '';
  if (kind === 'reading') {
    if (process.env[readingFails]) throw new Error(`row ${said}`);
    return;
  }
  await (kinds as Record<string, Planted>)[kind]?.(said, host!);
}
