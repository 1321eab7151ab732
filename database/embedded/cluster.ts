import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Account, asAccount, handOver } from './account.ts';
import { type Binaries, majorVersion, program } from './binaries.ts';
import { refusalFromWords, StartRefusal } from './refusal.ts';
import type { Secret } from './secrets.ts';
import { initialSettings } from './settings.ts';

interface Order {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly clusterDir: string;
  /** A folder that the account reaches, for the moment's password file. */
  readonly passwordDir: string;
  readonly superuser: Secret;
  readonly throwaway: boolean;
}

/** Refuses a cluster that another major version of PostgreSQL made. */
export function checkVersion(clusterDir: string, binaries: Binaries): void {
  const found = readFileSync(path.join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  const ours = majorVersion(binaries);
  if (found === ours) return;
  throw new StartRefusal(
    'wrong_version',
    `数据目录由 PostgreSQL ${found} 建立，本版本自带的是 PostgreSQL ${ours}，不能直接打开。数据没有被改动：请先用原来的版本备份，再升级。`,
    `The data directory was made by PostgreSQL ${found}; this version brings ${ours} and cannot open it. Nothing was changed: back up with the former version first.`,
  );
}

/**
 * Creates the cluster beside its place and moves it there when complete, so that a power cut in
 * the middle leaves nothing that looks like a cluster.
 */
export async function createCluster(order: Order): Promise<void> {
  const draft = `${order.clusterDir}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  handOver(draft, order.account);
  const passwordFile = path.join(order.passwordDir, 'first-password');
  rmSync(passwordFile, { force: true });
  try {
    writeFileSync(passwordFile, order.superuser.password, { mode: 0o600, flag: 'wx' });
    handOver(passwordFile, order.account);
    await runInitdb(order, initdbArguments(order, draft, passwordFile));
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
  moveIntoPlace(draft, order.clusterDir);
}

function moveIntoPlace(draft: string, clusterDir: string): void {
  try {
    renameSync(draft, clusterDir);
  } catch (error) {
    throw new StartRefusal(
      'initdb_failed',
      `目录 ${clusterDir} 里有别的文件，不是数据库，也不会被覆盖。请移走它再启动。`,
      `${clusterDir} holds something that is not a database and is not overwritten. Move it away first.`,
      { cause: error },
    );
  }
}

function initdbArguments(order: Order, draft: string, passwordFile: string): string[] {
  const settings = Object.entries(initialSettings(order.throwaway));
  return [
    `--pgdata=${draft}`,
    `--username=${order.superuser.user}`,
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    // The builtin provider sorts alike on every system and never changes with an update.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${systemLocale}`,
    '--auth-local=scram-sha-256',
    '--auth-host=scram-sha-256',
    '--data-checksums',
    ...(order.throwaway ? ['--no-sync'] : []),
    ...settings.map(([name, value]) => `--set=${name}=${value}`),
  ];
}

// Only Linux has C.UTF-8; under the builtin provider the system's locale decides next to nothing.
const systemLocale = process.platform === 'linux' ? 'C.UTF-8' : 'C';

/** The little of our environment that PostgreSQL's programs need; secrets stay here. */
export function serverEnvironment(): Record<string, string> {
  const environment: Record<string, string> = { LC_ALL: systemLocale };
  for (const name of ['PATH', 'SystemRoot', 'TEMP', 'TMP']) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

async function runInitdb(order: Order, parameters: string[]): Promise<void> {
  const child = spawn(program(order.binaries, 'initdb'), parameters, {
    ...asAccount(order.account),
    cwd: path.parse(order.clusterDir).root,
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (status === 0) return;
  const refusal = new StartRefusal(
    'initdb_failed',
    `无法建立数据库目录 ${order.clusterDir}：\n${words.trim()}`,
    `Could not create the database in ${order.clusterDir}.`,
  );
  throw refusalFromWords(words, order.clusterDir) ?? refusal;
}
