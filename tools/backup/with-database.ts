import { reachRunning } from '#database/backup/reach.ts';
import { BackupRefused } from '#database/backup/refusal.ts';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import type { Config } from '#platform/config.ts';

/**
 * Works beside the running database of the data directory; where none runs, starts it for the while.
 * @throws BackupRefused where the database is a server of one's own
 */
export async function withDatabase(config: Config, work: () => Promise<void>): Promise<void> {
  if (config.databaseUrl) throw ownServer();
  if (isRunning(config.dataDir)) return work();
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: console.log });
  try {
    await migrate({ ...embedded.ownerConfig }, console.log);
    await work();
  } finally {
    await embedded.stop();
  }
}

function isRunning(dataDir: string): boolean {
  try {
    reachRunning(dataDir);
    return true;
  } catch (error) {
    if (error instanceof BackupRefused && error.code === 'server_not_running') return false;
    throw error;
  }
}

const ownServer = () =>
  new BackupRefused(
    'own_server',
    'DATABASE_URL 指向自己的 PostgreSQL 服务器，请用 pgBackRest 备份它，步骤见 docs/operations.md。',
    'DATABASE_URL names a server of your own: back it up with pgBackRest, see docs/operations.md.',
  );
