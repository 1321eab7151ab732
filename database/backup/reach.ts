import path from 'node:path';
import pg from 'pg';
import { configFor, type Endpoint } from '../embedded/connect.ts';
import { clusterDirOf, type Home, layOut } from '../embedded/places.ts';
import { readPidFile, servesCluster } from '../embedded/processes.ts';
import { databaseName } from '../embedded/roles.ts';
import { type Secret, secretOf } from '../embedded/secrets.ts';
import { BackupRefused } from './refusal.ts';

/** A database that runs under our supervisor, seen from beside it. */
export interface Running {
  readonly home: Home;
  readonly clusterDir: string;
  readonly endpoint: Endpoint;
  readonly superuser: Secret;
}

/** The database that runs on a data directory. @throws BackupRefused `server_not_running` */
export function reachRunning(dataDir: string): Running {
  const home = layOut(dataDir);
  const clusterDir = clusterDirOf(home);
  const found = readPidFile(clusterDir);
  if (!found || !servesCluster(found.pid, clusterDir)) {
    throw new BackupRefused(
      'server_not_running',
      `数据目录 ${home.dataDir} 的数据库没有运行。请先启动景明（npm start），再备份。`,
      `The database of ${home.dataDir} does not run. Start Jingming first (npm start).`,
    );
  }
  const superuser = secretOf(home.secretDir, 'superuser');
  return { home, clusterDir, endpoint: { host: found.host, port: found.port }, superuser };
}

/** Where the file store of a data directory lies. */
export const storeDirOf = (home: Home): string => path.join(home.dataDir, 'files');

/**
 * Statements as the supervisor's own login, which sees all tenants' rows: only for copying and comparing. They may
 * take long; the connection ends with them.
 */
export async function asSuperuser<T>(
  { endpoint, superuser }: { endpoint: Endpoint; superuser: Secret },
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    ...configFor(endpoint, superuser, databaseName),
    connectionTimeoutMillis: 5_000,
  });
  // Without a listener a lost connection would end the process; the statement reports it anyway.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
