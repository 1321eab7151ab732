import { DatabaseSync } from 'node:sqlite';

export interface HeldLock {
  release(): void;
}

// Keeps the handles from the garbage collector, which would close them and free the locks.
const held = new Set<DatabaseSync>();

/**
 * Takes a lock that the operating system frees when its holder dies, however it dies; undefined
 * while another process holds it. A file with a pid in it could be stale or name a recycled pid.
 * Node has no `flock`; SQLite's exclusive transaction is one, on every platform.
 */
export function takeLock(file: string): HeldLock | undefined {
  const database = new DatabaseSync(file);
  try {
    database.exec('pragma journal_mode = memory');
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (/locked|busy/i.test((error as Error).message)) return undefined;
    throw error;
  }
  held.add(database);
  return {
    release() {
      if (held.delete(database)) database.close();
    },
  };
}
