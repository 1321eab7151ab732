import { configFor, type Endpoint, withClient } from './connect.ts';
import type { ServerOrder } from './postmaster.ts';
import { isAlive, readPidFile, servesCluster, stopPostmaster } from './processes.ts';
import { StartRefusal } from './refusal.ts';

/** What the lock file of the cluster turned out to mean. */
export type Found =
  | { kind: 'nothing' }
  | { kind: 'stale'; pid: number }
  | { kind: 'server'; pid: number; endpoint: Endpoint };

/**
 * Judges what a former run left (D-80, G-05): a server on our data directory that answers is taken
 * over, one that does not is stopped and awaited, any other process is left alone. The lock file
 * itself is never removed here; that is for PostgreSQL.
 */
export async function settleOrphan(order: ServerOrder): Promise<Found> {
  const file = readPidFile(order.clusterDir);
  if (!file) return { kind: 'nothing' };
  if (!servesCluster(file.pid, order.clusterDir)) {
    if (isAlive(file.pid)) {
      order.log(
        `锁文件里的进程 ${file.pid} 不是本系统的数据库，不去动它。(process ${file.pid} is not our database and is left alone)`,
      );
    }
    return { kind: 'stale', pid: file.pid };
  }
  const endpoint = { host: file.host, port: file.port };
  if (await canBeAdopted(order, endpoint)) {
    order.log(
      `上次留下的数据库（进程 ${file.pid}）仍在正常运行，直接接管。(adopting the database left running)`,
    );
    return { kind: 'server', pid: file.pid, endpoint };
  }
  order.log(
    `上次留下的数据库（进程 ${file.pid}）没有应答，先让它停下。(stopping the database left behind)`,
  );
  if (await stopPostmaster(file.pid, order.clusterDir, order.binaries)) return { kind: 'nothing' };
  throw new StartRefusal(
    'will_not_stop',
    `上次留下的数据库（进程 ${file.pid}）停不下来，可能磁盘没有响应。请检查磁盘或重启电脑后再试。`,
    `The database left behind (process ${file.pid}) does not stop; the disk may hang. Check it or restart the machine.`,
  );
}

/** Only a server of our version with our own safe settings is worth taking over. */
async function canBeAdopted(order: ServerOrder, endpoint: Endpoint): Promise<boolean> {
  const config = configFor(endpoint, order.superuser, 'postgres');
  try {
    return await withClient(config, async (client) => {
      const { rows } = await client.query(
        `select current_setting('server_version') as version, current_setting('fsync') as fsync,
                current_setting('archive_mode') as archiving`,
      );
      const [found] = rows;
      return (
        found.version === order.binaries.serverVersion &&
        found.fsync === (order.throwaway ? 'off' : 'on') &&
        found.archiving === (order.outgoingDir ? 'on' : 'off')
      );
    });
  } catch {
    return false;
  }
}
