import { configFor } from '#database/embedded/connect.ts';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { clusterDirOf, layOut } from '#database/embedded/places.ts';
import { readPidFile, servesCluster } from '#database/embedded/processes.ts';
import { databaseName } from '#database/embedded/roles.ts';
import { secretOf } from '#database/embedded/secrets.ts';
import { migrate } from '#database/migrate.ts';
import type { Config } from '#platform/config.ts';
import { Database } from '#platform/database.ts';

/**
 * The database of a data directory as the application writes to it: beside the running program, or started for the while.
 * Who cannot read the secrets of the data directory (or, with a server of one's own, does not know `DATABASE_URL`) gets
 * nowhere, and neither does who cannot reach the database.
 */
export async function reachWriting(
  config: Config,
): Promise<{ database: Database; end(): Promise<void> }> {
  if (config.databaseUrl) return opened({ connectionString: config.databaseUrl }, async () => {});
  const home = layOut(config.dataDir);
  const clusterDir = clusterDirOf(home);
  const found = readPidFile(clusterDir);
  if (found && servesCluster(found.pid, clusterDir)) {
    return opened(configFor(found, secretOf(home.secretDir, 'app'), databaseName), async () => {});
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: () => {} });
  await migrate({ ...embedded.ownerConfig }, () => {});
  return opened(embedded.appConfig, () => embedded.stop());
}

function opened(connection: object, stop: () => Promise<void>) {
  const database = new Database({ ...connection }, 2);
  const end = async () => {
    await database.close();
    await stop();
  };
  return { database, end };
}
