import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { type Binaries, program } from './binaries.ts';
import { StartRefusal } from './refusal.ts';

/** The unprivileged account that PostgreSQL runs under when we were started as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

const candidates = ['postgres', '_postgres', 'nobody'];

/**
 * Chooses the account, since PostgreSQL refuses to run as root (D-80); undefined means "as we are".
 * A cluster that exists keeps its owner. No account is ever created.
 */
export function chooseAccount(clusterOwner: { uid: number; gid: number } | undefined) {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = systemAccounts();
  if (clusterOwner) {
    if (clusterOwner.uid === 0) throw clusterOfRoot();
    const name = accounts.find((account) => account.uid === clusterOwner.uid)?.name;
    return { ...clusterOwner, name: name ?? String(clusterOwner.uid) } satisfies Account;
  }
  const known = candidates.map((name) => accounts.find((account) => account.name === name));
  const account = known.find((each) => each !== undefined && each.uid > 0);
  if (account) return account;
  throw new StartRefusal(
    'no_unprivileged_account',
    '以 root 启动时，数据库需要一个普通系统账户（postgres 或 nobody），这台电脑上都没有。请改用普通用户启动。',
    'Started as root, the database needs an ordinary account (postgres or nobody); there is none. Start as an ordinary user.',
  );
}

/** What `spawn` needs to run a program under the account. */
export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Gives a file or folder to the account. */
export function handOver(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Whether the account (or we ourselves) can load and run the database program, tried for real. */
export function canRun(account: Account | undefined, binaries: Binaries): boolean {
  const options = { ...asAccount(account), cwd: '/', stdio: 'ignore' } as const;
  return spawnSync(program(binaries, 'postgres'), ['--version'], options).status === 0;
}

/** Whether the account can go through a folder to what lies in it. */
export function canEnter(account: Account, folder: string): boolean {
  const options = { ...asAccount(account), cwd: '/', stdio: 'ignore' } as const;
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], options).status === 0;
}

function systemAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && !fields[0]?.startsWith('#'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
}

function clusterOfRoot(): StartRefusal {
  return new StartRefusal(
    'cluster_of_root',
    '数据库文件现在归 root 所有，PostgreSQL 不允许这样运行。请用 chown -R 把数据目录下的 postgres 文件夹交还给原来的用户。',
    'The database files belong to root, which PostgreSQL refuses. Give the postgres folder of the data directory back to its user with chown -R.',
  );
}
