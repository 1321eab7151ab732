import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, readPidFile, servesCluster } from '#database/embedded/processes.ts';
import {
  type Founder,
  Program,
  proveFounder,
  removeDir,
  setUp,
  throwawayDir,
  until,
} from '#test/process.ts';
import { armHeader, armValue, diesStarting, type FailPoint, lieHeader } from './fail-points.ts';
import { Onlooker } from './onlooker.ts';
import type { Look } from './traces.ts';

const before = [join(import.meta.dirname, 'preload.ts')];

const proveEveryMs = 90_000;

/** The program with its fail points, on a data directory that outlives it. */
export class Victim {
  readonly dataDir = throwawayDir();
  readonly restartsMs: number[] = [];
  program!: Program;
  founder!: Founder;
  private onlooker!: Onlooker;
  private proving?: NodeJS.Timeout;
  /** Who all the clients are: his idempotency keys are looked for. */
  actorId = '';
  /** A new shop, open for work; its very first start is broken off at the moments given. */
  static async open(diesAfterMs: readonly number[]): Promise<Victim> {
    const victim = new Victim();
    try {
      for (const moment of diesAfterMs) await victim.breakOff(moment);
      victim.program = await victim.launch();
      victim.founder = await setUp(victim.program);
      victim.onlooker = new Onlooker(victim.dataDir, victim.founder.tenantId);
      const session = await victim.program.ask('GET', '/session', {
        headers: victim.founder.headers,
      });
      victim.staysProved();
      victim.actorId = ((await session.json()) as { employeeId: string }).employeeId;
      return victim;
    } catch (error) {
      await victim.close();
      throw error;
    }
  }

  /** A run outlasts the ten minutes of a fresh proof; while the program is down, the next try is soon enough. */
  private staysProved(): void {
    const prove = () => void proveFounder(this.program, this.founder).catch(() => {});
    this.proving = setInterval(prove, proveEveryMs).unref();
  }

  get counter() {
    return { url: this.program.url, cookie: this.founder.headers.cookie };
  }
  get look(): Look {
    return this.onlooker.look;
  }
  get clusterDir(): string {
    return join(this.dataDir, 'postgres');
  }

  async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const { headers } = this.founder;
    const reply = await this.program.ask(method, path, { body, headers });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  }

  /** Makes the program end itself when it comes by that point for the n-th time. */
  async arm(point: FailPoint, passing: number): Promise<void> {
    const headers = { [armHeader]: armValue(point, passing) };
    await (await fetch(`${this.program.url}/healthz`, { headers })).text();
  }

  /** From now on until its end the program acknowledges what it does not commit. */
  async makeLie(): Promise<void> {
    await (await fetch(`${this.program.url}/healthz`, { headers: { [lieHeader]: '1' } })).text();
  }

  async isGone(withinMs: number): Promise<boolean> {
    for (const from = performance.now(); performance.now() - from < withinMs; await sleep(20)) {
      if (!this.program.isRunning) return true;
    }
    return false;
  }

  /** Starts the program anew after its end, as its service manager would; it may die while starting. */
  async restart(diesAfterMs?: number): Promise<void> {
    if (diesAfterMs !== undefined) await this.breakOff(diesAfterMs);
    const from = performance.now();
    this.program = await this.launch();
    this.restartsMs.push(performance.now() - from);
  }

  /** A start that is killed on its way, unless it is ready before; then it is killed there. */
  private async breakOff(afterMs: number): Promise<void> {
    await this.launch({ [diesStarting]: String(afterMs) }).then(
      (started) => started.end('SIGKILL'),
      () => {},
    );
  }

  private launch(more: Record<string, string> = {}): Promise<Program> {
    // The mail server of the check stands on loopback, where nothing may be sent to unless the operator says so.
    const env = { EGRESS_ALLOW: '127.0.0.1', ...more };
    return Program.start({ dataDir: this.dataDir, env, before });
  }

  /** Waits for a database that went away under the running program. */
  async recover(): Promise<void> {
    await until('the database is back', () => this.program.isReady());
  }

  /** What is wrong with the processes: one postmaster on the cluster, and its own lock file names it (G-05). */
  brokenProcesses(): string[] {
    // Its children bear a title of their own, a moment after they began; some of a killed one need seconds to leave.
    const alike = allProcesses().filter(
      (pid) => commandOf(pid).includes('\0-D\0') && servesCluster(pid, this.clusterDir),
    );
    const postmasters = alike.filter((pid) => !alike.includes(parentOf(pid)));
    const named = readPidFile(this.clusterDir)?.pid;
    if (postmasters.length === 1 && postmasters[0] === named) return [];
    return [`postmasters ${postmasters.join(', ')}, but the lock file names ${named}`];
  }

  /** The processes of PostgreSQL that hold the application's connections. */
  backends(): number[] {
    const postmaster = this.program.postmasterPid();
    return allProcesses().filter(
      (pid) => parentOf(pid) === postmaster && commandOf(pid).includes('jingming_app'),
    );
  }

  /** The process that stops the database when the program is gone; without it the database lives on. */
  watchdogs(): number[] {
    return allProcesses().filter(
      (pid) =>
        commandOf(pid).includes('watchdog.ts') && commandOf(pid).includes(`${this.clusterDir}\0`),
    );
  }

  async close(): Promise<void> {
    clearInterval(this.proving);
    await this.onlooker?.leave();
    await this.program?.end();
    const left = readPidFile(this.clusterDir)?.pid;
    if (left && servesCluster(left, this.clusterDir)) process.kill(left, 'SIGQUIT');
    await until('the database is gone', () => !left || !isAlive(left));
    removeDir(this.dataDir);
  }
}

const allProcesses = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);

function told(pid: number, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
const parentOf = (pid: number): number => Number(/\) \S (\d+) /.exec(told(pid, 'stat'))?.[1] ?? 0);
const commandOf = (pid: number): string => told(pid, 'cmdline');
