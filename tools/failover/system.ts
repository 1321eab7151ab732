import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The first Debian with PostgreSQL 18, and so with a PgBouncer that knows prepared statements. */
const suite = 'forky';
const mirror = 'http://deb.debian.org/debian';
const packages = [
  ...['postgresql-18', 'patroni', 'python3-etcd', 'python3-psycopg2'],
  ...['etcd-server', 'haproxy', 'pgbouncer'],
];

/** Debian's programs in a folder, run there as the account `postgres` on this machine's own network. */
export class System {
  readonly root: string;
  constructor(root: string) {
    this.root = root;
  }

  /** Fetches what is not there yet. @throws Error that says what is missing */
  prepare(say: (line: string) => void): void {
    if (process.getuid?.() !== 0)
      throw new Error('this takes root: it runs programs in a folder of their own');
    if (!existsSync(join(this.root, 'usr/lib/postgresql/18/bin/postgres'))) this.fetch(say);
    const dev = join(this.root, 'dev');
    if (!existsSync(join(dev, 'shm'))) execFileSync('mount', ['--rbind', '/dev', dev]);
  }

  private fetch(say: (line: string) => void): void {
    say(`fetching Debian ${suite} to ${this.root}`);
    const scripts = '/usr/share/debootstrap/scripts';
    if (!existsSync(scripts)) throw new Error('apt-get install debootstrap, then again');
    const script = [suite, 'sid']
      .map((name) => join(scripts, name))
      .find((path) => existsSync(path))!;
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
    const base = [
      '--variant=minbase',
      '--include=ca-certificates',
      suite,
      this.root,
      mirror,
      script,
    ];
    execFileSync('debootstrap', base, quiet);
    // Nothing of it starts by itself.
    const policy = join(this.root, 'usr/sbin/policy-rc.d');
    writeFileSync(policy, '#!/bin/sh\nexit 101\n');
    chmodSync(policy, 0o755);
    execFileSync('mount', ['--rbind', '/dev', join(this.root, 'dev')]);
    const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages];
    execFileSync('chroot', [this.root, ...install], quiet);
  }

  /** A folder in which `postgres` may write. @returns its path as the programs see it */
  folder(path: string): string {
    mkdirSync(join(this.root, path), { recursive: true });
    this.own(path);
    return path;
  }

  write(path: string, text: string): string {
    writeFileSync(join(this.root, path), text);
    this.own(path);
    return path;
  }
  private own(path: string): void {
    execFileSync('chroot', [this.root, 'chown', '-R', 'postgres:postgres', path]);
    execFileSync('chroot', [this.root, 'chmod', 'go-rwx', path]);
  }

  /** Something that stands in the containers, and may be run where it is a script. */
  deliver(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
    chmodSync(join(this.root, path), text.startsWith('#!') ? 0o755 : 0o644);
  }

  /** Begins a program; what it says goes to a file beside its settings. */
  run(
    log: string,
    command: string,
    parameters: readonly string[],
    environment: Record<string, string> = {},
  ): ChildProcess {
    const line = `exec "$0" "$@" >> ${log} 2>&1`;
    const within = ['--userspec=postgres:postgres', this.root, 'sh', '-c', line, command];
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', ...environment };
    return spawn('chroot', [...within, ...parameters], { stdio: 'ignore', env });
  }
}
