import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ConnectionConfig, configFor } from './connect.ts';
import { clusterDirOf, layOut } from './places.ts';
import { databaseName } from './roles.ts';
import { secretOf } from './secrets.ts';

/**
 * How to reach the database of a data directory that a program is serving right now, for a command run beside it;
 * undefined when nothing runs. The postmaster's own file says where it listens (line 4 the port, line 5 the folder).
 */
export function runningAppConfig(dataDir: string): ConnectionConfig | undefined {
  const home = layOut(path.resolve(dataDir));
  const pidFile = path.join(clusterDirOf(home), 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const [, , , port, folder] = readFileSync(pidFile, 'utf8').split('\n');
  if (!port || !folder) return undefined;
  return configFor(
    { host: folder, port: Number(port) },
    secretOf(home.secretDir, 'app'),
    databaseName,
  );
}
