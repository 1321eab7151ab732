import { configFor } from '#database/embedded/connect.ts';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { clusterDirOf, layOut } from '#database/embedded/places.ts';
import { readPidFile, servesCluster } from '#database/embedded/processes.ts';
import { databaseName } from '#database/embedded/roles.ts';
import { secretOf } from '#database/embedded/secrets.ts';
import type { Config } from '#platform/config.ts';
import { Database } from '#platform/database.ts';

const patience = { statement_timeout: 600_000 };

/**
 * The database of a data directory with the login that only reads: beside the running program, or, where none runs,
 * started for as long as it is looked at. With `DATABASE_URL` that one (or `DATABASE_REPORT_URL`).
 */
export async function reachReading(
  config: Config,
): Promise<{ database: Database; end(): Promise<void> }> {
  const address = process.env.DATABASE_REPORT_URL ?? config.databaseUrl;
  if (address) return opened({ connectionString: address }, async () => {});
  const home = layOut(config.dataDir);
  const clusterDir = clusterDirOf(home);
  const found = readPidFile(clusterDir);
  if (found && servesCluster(found.pid, clusterDir)) {
    const secret = secretOf(home.secretDir, 'report');
    return opened(configFor(found, secret, databaseName), async () => {});
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: () => {} });
  return opened(embedded.reportConfig, () => embedded.stop());
}

function opened(connection: object, stop: () => Promise<void>) {
  const database = new Database({ ...connection, ...patience }, 2);
  const end = async () => {
    await database.close();
    await stop();
  };
  return { database, end };
}
