import { startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import type { Config } from '#platform/config.ts';
import type { Place } from './running.ts';

/** Where the data is: a server of one's own by DATABASE_URL, else PostgreSQL under our own supervisor. */
export async function reachDatabase(
  config: Config,
  say: (line: string) => void,
): Promise<{ place: Place; stop(): Promise<void> }> {
  const { databaseUrl, databaseDirectUrl, databaseReplicaUrl } = config;
  if (databaseUrl) {
    const direct = { connectionString: databaseDirectUrl ?? databaseUrl };
    const owner = process.env.DATABASE_OWNER_URL;
    await migrate(owner ? { connectionString: owner } : direct, say);
    const place = {
      connection: { connectionString: databaseUrl },
      direct,
      replica: databaseReplicaUrl ? { connectionString: databaseReplicaUrl } : undefined,
      folders: [],
    };
    return { place, stop: async () => {} };
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: say });
  try {
    await migrate({ ...embedded.ownerConfig }, say);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  const connection = { ...embedded.appConfig };
  return {
    place: { connection, direct: connection, replica: undefined, folders: [embedded.clusterDir] },
    stop: () => embedded.stop(),
  };
}
