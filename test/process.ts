import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { configFor, withClient } from '#database/embedded/connect.ts';
import { readPidFile } from '#database/embedded/processes.ts';
import { databaseName } from '#database/embedded/roles.ts';
import { type Login, secretOf } from '#database/embedded/secrets.ts';
import { type Random, seeded as randomFrom } from '#tools/check/random.ts';

const root = resolve(import.meta.dirname, '..');

export interface StartOptions {
  dataDir: string;
  /** Above the environment of a first start; `PORT` is a free one unless given. */
  env?: Record<string, string>;
  /** Files that Node runs before the program: where a check plants its faults. */
  before?: readonly string[];
  /** Where its code lies, if not here. */
  codeDir?: string;
  /** Under which account it runs, if not under this one. */
  uid?: number;
}

/** The program as a shop runs it: `server.ts` in a process of its own, on a data directory of the test. */
export class Program {
  readonly dataDir: string;
  readonly child: ChildProcess;
  /** All that it wrote to its console. */
  output = '';
  url = '';
  private readonly ended: Promise<number | null>;

  private constructor({ dataDir, env, before = [], codeDir = root, uid }: StartOptions) {
    this.dataDir = dataDir;
    const first = before.flatMap((file) => ['--import', file]);
    this.child = spawn(process.execPath, [...first, 'server.ts'], {
      cwd: codeDir,
      env: { ...plainEnvironment(), DATA_DIR: dataDir, ...env },
      ...(uid !== undefined && { uid, gid: uid }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
  }

  /** Starts it and waits until it is ready to answer. */
  static async start(options: StartOptions): Promise<Program> {
    const program = new Program(options);
    let hasEnded = false;
    void program.ended.then(() => {
      hasEnded = true;
    });
    await until('the program says where it is', () => {
      if (hasEnded) throw new Error(`the program ended:\n${program.output}`);
      program.url = /ready: (http:\/\/localhost:\d+)\//.exec(program.output)?.[1] ?? '';
      return program.url !== '';
    });
    await until('the program is ready', () => program.isReady());
    return program;
  }

  /** Starts what must not start, and says how it ended. */
  static async refusal(options: StartOptions): Promise<{ code: number | null; output: string }> {
    const program = new Program(options);
    return { code: await program.ended, output: program.output };
  }

  get pid(): number {
    return this.child.pid!;
  }
  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }
  async isReady(): Promise<boolean> {
    return (await fetch(`${this.url}/readyz`)).ok;
  }

  ask(method: string, path: string, { body, headers }: Asked = {}): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** Ends it as `kill` does, and says its exit code. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.isRunning) this.child.kill(signal);
    return this.ended;
  }

  postmasterPid(): number {
    return this.postmaster().pid;
  }

  /** Looks into the database beside the program, in a tenant's name. */
  async look(tenantId: string, text: string, values: unknown[] = []): Promise<pg.QueryResultRow[]> {
    return this.withClient('app', async (client) => {
      await client.query(`select set_config('app.tenant_id', $1, false)`, [tenantId]);
      return (await client.query(text, values)).rows;
    });
  }

  async withClient<T>(login: Login, use: (client: pg.Client) => Promise<T>): Promise<T> {
    const secret = secretOf(join(this.dataDir, 'secret'), login);
    return withClient(configFor(this.postmaster(), secret, databaseName), use);
  }

  private postmaster() {
    const found = readPidFile(join(this.dataDir, 'postgres'));
    if (!found) throw new Error('no database runs');
    return found;
  }
}

export interface Asked {
  body?: unknown;
  headers?: Record<string, string>;
}

function plainEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP', 'NODE_COMPILE_CACHE'];
  const ours = { PORT: '0', WEB_DIR: '', JINGMING_TEST_CLOCK: '1' };
  return Object.fromEntries([
    ...kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
    ...Object.entries(ours),
  ]);
}

/** Looks again and again until it is so; an error while looking counts as "not yet". */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = 60_000,
): Promise<void> {
  const endsAt = performance.now() + withinMs;
  let last: unknown;
  while (performance.now() < endsAt) {
    try {
      if (await isSo()) return;
    } catch (error) {
      if (/^the program ended/.test((error as Error).message)) throw error;
      last = error;
    }
    await sleep(100);
  }
  throw new Error(`waited in vain: ${what}`, { cause: last });
}

/** The shop that the first run sets up, and who did it. */
export interface Founder {
  tenantId: string;
  unitId: string;
  /** For every further request. */
  headers: { cookie: string };
}

const founderPassword = 'eine lange Wendung 2026';

/** Shows the founder's password again: what wants a fresh proof is open to him for another ten minutes. */
export async function proveFounder(program: Program, { headers }: Founder): Promise<void> {
  const reply = await program.ask('POST', '/session/prove', {
    headers,
    body: { password: founderPassword },
  });
  if (!reply.ok) throw new Error(`prove: ${reply.status} ${await reply.text()}`);
}

export async function setUp(program: Program): Promise<Founder> {
  const reply = await program.ask('POST', '/setup', {
    body: {
      tenantName: '城东汽车',
      employeeName: '王店长',
      username: 'wang',
      password: founderPassword,
    },
  });
  if (reply.status !== 201) throw new Error(`setup: ${reply.status} ${await reply.text()}`);
  const { tenantId, orgUnitId } = (await reply.json()) as { tenantId: string; orgUnitId: string };
  const cookie = reply.headers.getSetCookie()[0]!.split(';')[0]!;
  return { tenantId, unitId: orgUnitId, headers: { cookie } };
}

/** A folder for one test file; in memory where there is such a place, because each start writes a new cluster. */
export const throwawayDir = (): string =>
  mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'jingming-resilience-'));

export const removeDir = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

/** A small volume of its own at the folder; false where this account may not mount one. */
export function mountSmallVolume(folder: string, megabytes: number, rights = 'rw'): boolean {
  try {
    const size = `size=${megabytes}m,mode=0755,${rights}`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
/** The folder's content at another place, where nobody can write it; only root may do this. */
export function mountReadOnly(folder: string, place: string): void {
  execFileSync('mount', ['--bind', folder, place]);
  execFileSync('mount', ['-o', 'remount,bind,ro', place]);
}
/** Lazily: a process that is just ending may still stand in it. */
export const unmount = (folder: string): void =>
  void execFileSync('umount', ['-l', folder], { stdio: 'ignore' });

/** The same numbers again with `SEED`; the seed is printed. */
export function seeded(name: string): Random {
  const seed = Number(process.env.SEED ?? process.hrtime.bigint() % 1_000_000n);
  console.log(`${name}: SEED=${seed}`);
  return randomFrom(seed);
}
