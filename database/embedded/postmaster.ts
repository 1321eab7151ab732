import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, asAccount } from './account.ts';
import { type Binaries, program } from './binaries.ts';
import { serverEnvironment } from './cluster.ts';
import { configFor, type Endpoint, withClient } from './connect.ts';
import { freePort } from './free-port.ts';
import { isAlive, stopPostmaster } from './processes.ts';
import { refusalFromWords, StartRefusal } from './refusal.ts';
import type { Secret } from './secrets.ts';
import { enforcedSettings } from './settings.ts';

/** Where a line about progress goes, Chinese first. */
export type Log = (line: string) => void;

/** A running server, started by us or found running. */
export interface Postmaster {
  readonly pid: number;
  readonly endpoint: Endpoint;
  /** Settles when the process is gone, for whatever reason. */
  readonly gone: Promise<void>;
}

export interface ServerOrder {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly clusterDir: string;
  readonly runDir: string;
  readonly socketDir: string;
  readonly superuser: Secret;
  readonly throwaway: boolean;
  /** Where finished WAL segments are laid down for the backup; absent: they are not kept. */
  readonly outgoingDir?: string | undefined;
  /** For this start alone, above all others: the target of a recovery. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log: Log;
}

/**
 * Starts the server and waits until it answers a query, through crash recovery if need be.
 * `stale` is the pid in a lock file that names no postmaster of ours.
 */
export async function startServer(order: ServerOrder, stale?: number): Promise<Postmaster> {
  // Backends of a killed server may need some seconds to leave the shared memory.
  for (let attempt = 1; ; attempt += 1) {
    const endpoint = await chooseEndpoint(order, attempt > 1);
    const child = launch(order, endpoint, stale);
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    const ready = await waitUntilReady(order, endpoint, child, gone);
    if (ready && child.pid) return { pid: child.pid, endpoint, gone };
    const words = lastWords(order, child.pid);
    const passing = /shared memory block|could not create any TCP\/IP sockets/.test(words);
    if (!passing || attempt >= 20) throw failure(order, words);
    await sleep(250);
  }
}

/** A running server that is not our child: its end is noticed by looking. */
export function adoptServer(pid: number, endpoint: Endpoint): Postmaster {
  const gone = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      resolve();
    }, 500);
    timer.unref();
  });
  return { pid, endpoint, gone };
}

function launch(order: ServerOrder, endpoint: Endpoint, stale?: number): ChildProcess {
  const enforced = enforcedSettings(endpoint, order.throwaway, order.outgoingDir);
  const settings = Object.entries({ ...enforced, ...order.settings });
  const parameters = ['-D', order.clusterDir];
  for (const [name, value] of settings) parameters.push('-c', `${name}=${value}`);
  // A file, not a pipe: what the server says first must not end it when we are gone.
  const output = openSync(firstWordsFile(order), 'w', 0o600);
  const child = spawn(program(order.binaries, 'postgres'), parameters, {
    ...asAccount(order.account),
    cwd: path.parse(order.clusterDir).root,
    env: { ...serverEnvironment(), ...notThePostmaster(stale) },
    stdio: ['ignore', output, output],
    // Out of the terminal's group, so that Ctrl+C reaches the application first.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(output);
  child.unref();
  return child;
}

/**
 * PostgreSQL takes a lock file that names a process of its own account for a server, be that a
 * recycled pid or a dead child nobody collects. This variable is its own way to be told of a pid
 * that is none; it still checks the shared memory and removes the stale file itself.
 */
function notThePostmaster(stale: number | undefined): Record<string, string> {
  return stale === undefined ? {} : { PG_GRANDPARENT_PID: String(stale) };
}

async function waitUntilReady(
  order: ServerOrder,
  endpoint: Endpoint,
  child: ChildProcess,
  gone: Promise<void>,
): Promise<boolean> {
  let running = true;
  void gone.then(() => {
    running = false;
  });
  for (let look = 1; running; look += 1) {
    const answer = await ask(endpoint, order.superuser);
    if (answer === 'ready') return true;
    if (answer === 'refused') {
      await stopPostmaster(child.pid ?? 0, order.clusterDir, order.binaries);
      throw secretRefused();
    }
    if (look % 200 === 0) order.log('数据库正在恢复，请稍候… (the database is recovering)');
    await Promise.race([sleep(50), gone]);
  }
  return false;
}

/** Asks the server for a real answer: a log line or an open socket does not mean it serves. */
export async function ask(
  endpoint: Endpoint,
  superuser: Secret,
): Promise<'ready' | 'not_yet' | 'refused'> {
  try {
    await withClient(configFor(endpoint, superuser, 'postgres'), (client) =>
      client.query('select 1'),
    );
    return 'ready';
  } catch (error) {
    const code = (error as { code?: string }).code;
    return code === '28P01' || code === '28000' ? 'refused' : 'not_yet';
  }
}

/** The socket; on Windows a free port that stays the same as long as nobody else takes it. */
async function chooseEndpoint(order: ServerOrder, another: boolean): Promise<Endpoint> {
  if (process.platform !== 'win32') return { host: order.socketDir, port: 5432 };
  const note = path.join(order.runDir, 'port');
  if (another || !existsSync(note)) writeFileSync(note, `${await freePort()}\n`);
  return { host: '127.0.0.1', port: Number(readFileSync(note, 'utf8')) };
}

const firstWordsFile = (order: ServerOrder) => path.join(order.runDir, 'postgres-start.log');

/** What a server said before it ended: first to its output, later to its log. */
function lastWords(order: ServerOrder, pid: number | undefined): string {
  const said = readFileSync(firstWordsFile(order), 'utf8');
  const logged = currentLog(order.clusterDir)
    .split('\n')
    .filter((line) => line.includes(`[${pid}] `) && /(FATAL|PANIC|HINT): /.test(line));
  return [said.trim(), ...logged].join('\n');
}

function currentLog(clusterDir: string): string {
  try {
    const list = readFileSync(path.join(clusterDir, 'current_logfiles'), 'utf8');
    const [, file = ''] = /^stderr (.+)$/m.exec(list) ?? [];
    return readFileSync(path.resolve(clusterDir, file), 'utf8');
  } catch {
    // Ended before it had a log.
    return '';
  }
}

function failure(order: ServerOrder, words: string): StartRefusal {
  const logs = path.join(order.clusterDir, 'log');
  const refusal = new StartRefusal(
    'start_failed',
    `数据库没有启动成功，详细日志在 ${logs}：\n${words}`,
    `The database did not start; its log is in ${logs}.`,
  );
  return refusalFromWords(words, order.clusterDir) ?? refusal;
}

function secretRefused(): StartRefusal {
  return new StartRefusal(
    'secret_refused',
    '数据库不接受 secret 目录里保存的密码：secret 与数据库文件不是同一份。请一起恢复同一次备份的两个目录。',
    'The database refuses the password in the secret folder: the two do not belong together. Restore both from one backup.',
  );
}
