import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Account, canRun, chooseAccount, handOver } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { checkVersion, createCluster } from './cluster.ts';
import {
  clusterDirOf,
  clusterOwner,
  type Home,
  makeSocketDir,
  noteLocation,
  openWay,
  outgoingDirOf,
  stagedClusterDir,
} from './places.ts';
import type { Log, ServerOrder } from './postmaster.ts';
import { StartRefusal } from './refusal.ts';
import type { Logins } from './roles.ts';
import { hasSecret, secretOf } from './secrets.ts';
import { stageBinaries } from './staging.ts';

interface Request {
  readonly home: Home;
  readonly log: Log;
  readonly throwaway: boolean;
  readonly stagingDir: string;
  /** Whether finished WAL segments are kept for the backup. */
  readonly archiving: boolean;
}

/** All that a start needs to know, found out before anything runs. */
export interface Prepared {
  readonly order: ServerOrder;
  readonly logins: Logins;
  createIfMissing(): Promise<void>;
}

/** Decides under which account, with which binaries and where the cluster runs. */
export async function prepare(request: Request): Promise<Prepared> {
  const { home, log, throwaway } = request;
  const noted = clusterDirOf(home);
  const owner = clusterOwner(noted);
  const account = chooseAccount(owner);
  const binaries = reachableBinaries(findBinaries(), account, request);
  const clusterDir = reachableCluster(noted, owner !== undefined, account, request);
  if (owner) checkVersion(noted, binaries);
  if (owner && !hasSecret(home.secretDir, 'superuser')) throw secretMissing(home);
  const socketDir = process.platform === 'win32' ? '127.0.0.1' : makeSocketDir(clusterDir, account);
  const logins: Logins = {
    superuser: secretOf(home.secretDir, 'superuser'),
    owner: secretOf(home.secretDir, 'owner'),
    app: secretOf(home.secretDir, 'app'),
    report: secretOf(home.secretDir, 'report'),
  };
  const { superuser } = logins;
  const outgoingDir = request.archiving ? outgoingDirOf(clusterDir) : undefined;
  const shared = { binaries, account, clusterDir, superuser, throwaway };
  return {
    logins,
    order: { ...shared, outgoingDir, runDir: home.runDir, socketDir, log },
    async createIfMissing() {
      if (!existsSync(path.join(clusterDir, 'PG_VERSION'))) {
        log('首次启动，正在建立数据库（约需几秒）… (creating the database)');
        const passwordDir = process.platform === 'win32' ? home.secretDir : socketDir;
        await createCluster({ ...shared, passwordDir });
        noteLocation(home, clusterDir);
      }
      if (outgoingDir === undefined || existsSync(outgoingDir)) return;
      mkdirSync(outgoingDir, { mode: 0o700 });
      handOver(outgoingDir, account);
    },
  };
}

function reachableBinaries(
  binaries: Binaries,
  account: Account | undefined,
  { log, stagingDir }: Request,
): Binaries {
  if (canRun(account, binaries)) return binaries;
  if (!account) throw cannotRun(binaries);
  log(
    `账户 ${account.name} 无法运行项目目录里的数据库程序，改用 ${stagingDir} 中的副本。(binaries staged there)`,
  );
  const staged = stageBinaries(binaries, stagingDir);
  if (canRun(account, staged)) return staged;
  throw cannotRun(staged);
}

function reachableCluster(
  clusterDir: string,
  exists: boolean,
  account: Account | undefined,
  { home, log, stagingDir }: Request,
): string {
  if (!account || openWay(account, path.dirname(clusterDir))) return clusterDir;
  if (exists) {
    throw new StartRefusal(
      'cluster_unreachable',
      `账户 ${account.name} 进不去数据库目录 ${clusterDir}。请放开上级目录的通行权限（chmod o+x）。`,
      `The account ${account.name} cannot reach ${clusterDir}. Let it pass the folders above (chmod o+x).`,
    );
  }
  const staged = stagedClusterDir(home, account, stagingDir);
  log(
    `账户 ${account.name} 进不去 ${home.dataDir}，数据库文件改放在 ${staged}，备份时请一并包含。(the database files go there)`,
  );
  return staged;
}

function secretMissing(home: Home): StartRefusal {
  return new StartRefusal(
    'secret_missing',
    `数据库存在，但 ${home.secretDir} 里的密码文件不见了。请从备份恢复该目录。`,
    `There is a database, but its password files in ${home.secretDir} are gone. Restore that folder from a backup.`,
  );
}

function cannotRun(binaries: Binaries): StartRefusal {
  return new StartRefusal(
    'binaries_broken',
    `数据库程序 ${binaries.root} 无法运行。系统可能缺少所需的库（例如 Alpine 的 musl），或该分区禁止执行程序。`,
    `The database in ${binaries.root} cannot run: a library is missing (musl?) or the volume is noexec.`,
  );
}
