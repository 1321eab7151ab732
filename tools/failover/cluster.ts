import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { until } from '#test/process.ts';
import {
  addressOf,
  delivered,
  haproxySettings,
  nodeEnvironment,
  pgbouncerSettings,
  ports,
  secrets,
} from './settings.ts';
import type { System } from './system.ts';

export const nodeNames = ['db1', 'db2', 'db3'] as const;
export type NodeName = (typeof nodeNames)[number];

/** So long a node may take to be one of the cluster again. */
const patienceMs = 180_000;

/** Three nodes, what watches them, and the ways to them. */
export class Cluster {
  private readonly system: System;
  private readonly folder = '/srv/jingming';
  private readonly running = new Map<string, ChildProcess>();

  constructor(system: System) {
    this.system = system;
    rmSync(join(system.root, this.folder), { recursive: true, force: true });
    system.folder(this.folder);
    // However this ends, nothing of it stays behind.
    process.once('exit', () => this.killAll());
  }

  private killAll(): void {
    for (const child of this.running.values()) child.kill('SIGKILL');
    for (const name of nodeNames)
      for (const pid of processesIn(join(this.system.root, this.folder, name))) tryKill(pid);
  }

  async start(): Promise<void> {
    const { system, folder } = this;
    const at = `http://127.0.0.1:${ports.etcd}`;
    const peer = `http://127.0.0.1:${ports.etcdPeer}`;
    this.begin(
      'etcd',
      'etcd',
      '--name=one',
      `--data-dir=${folder}/etcd`,
      `--listen-client-urls=${at}`,
      `--advertise-client-urls=${at}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=one=${peer}`,
    );
    for (const [path, text] of Object.entries(delivered())) system.deliver(path, text);
    for (const name of nodeNames) {
      this.startNode(name);
      // The first one founds the cluster; the others copy it.
      if (name === 'db1')
        await until('the first node leads', async () => (await this.leader()) === name, patienceMs);
    }
    await this.whole();
    system.write(`${folder}/haproxy.cfg`, haproxySettings());
    this.begin('haproxy', 'haproxy', '-f', `${folder}/haproxy.cfg`);
    await until('the way to the leader is open', () => this.isOpen(), patienceMs);
    system.write(`${folder}/users.txt`, `"jingming_app" "${secrets.app}"\n`);
    system.write(`${folder}/pgbouncer.ini`, pgbouncerSettings(folder));
    this.begin('pgbouncer', 'pgbouncer', `${folder}/pgbouncer.ini`);
  }

  private begin(name: string, command: string, ...parameters: string[]): void {
    this.running.set(name, this.system.run(`${this.folder}/${name}.log`, command, parameters));
  }
  startNode(name: NodeName): void {
    const { folder, system } = this;
    const own = nodeEnvironment(name, folder);
    this.running.set(
      name,
      system.run(`${folder}/${name}.log`, 'patroni', ['/etc/patroni.yml'], own),
    );
  }

  /** Whether the database that was founded is reached by the proxy. */
  private async isOpen(): Promise<boolean> {
    const owner = new pg.Client({ connectionString: addressOf('owner', ports.write) });
    owner.on('error', () => {});
    await owner.connect();
    await owner.end();
    return true;
  }

  /** Who leads, as any living node tells it. */
  async leader(): Promise<NodeName | undefined> {
    return (await this.members()).find(({ role }) => role === 'leader')?.name;
  }
  private async members(): Promise<Member[]> {
    for (const name of nodeNames) {
      const reply = await fetch(`http://127.0.0.1:${ports.rest[name]}/cluster`).catch(
        () => undefined,
      );
      if (reply?.ok) return ((await reply.json()) as { members: Member[] }).members;
    }
    return [];
  }

  /** Waits until one leads, one follows step by step, and the third follows. */
  whole(): Promise<void> {
    return until(
      'three nodes stand',
      async () => {
        const members = await this.members();
        const following = members.filter(({ state }) => state === 'streaming');
        return following.length === 2 && members.some(({ role }) => role === 'sync_standby');
      },
      patienceMs,
    );
  }

  /** As if the machine were gone: the watcher, the postmaster and everything under it, at once. */
  async kill(name: NodeName): Promise<void> {
    const watcher = this.running.get(name)!;
    const gone = once(watcher, 'exit');
    const data = join(this.system.root, this.folder, name);
    watcher.kill('SIGKILL');
    for (const pid of processesIn(data)) tryKill(pid);
    await gone;
    for (const pid of processesIn(data)) tryKill(pid);
  }

  stop(): void {
    this.killAll();
  }
}

interface Member {
  name: NodeName;
  role: string;
  state: string;
}

/** PostgreSQL works in its data directory, each process of it. */
function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch {
        return false;
      }
    })
    .map(Number);
}
function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself.
  }
}

/** What the machine's kernel and the programs are, for the report. */
export const versionOf = (system: System, command: string): string =>
  execFileSync('chroot', [system.root, command, '--version'], { encoding: 'utf8' })
    .split('\n')[0]!
    .trim();
