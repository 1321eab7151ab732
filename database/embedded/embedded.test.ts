import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { asAccount } from './account.ts';
import { type ConnectionConfig, withClient } from './connect.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts';
import { isAlive } from './processes.ts';
import { refusalFromSystem, refusalFromWords } from './refusal.ts';

const work = mkdtempSync(path.join(os.tmpdir(), 'jingming-test-'));
chmodSync(work, 0o755);
const running = new Set<Embedded>();
const children = new Set<ChildProcess>();

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const embedded of running) await embedded.stop();
  children.clear();
  running.clear();
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const log = () => undefined;

async function start(name: string, options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const dataDir = path.join(work, name);
  const embedded = await startEmbedded({ dataDir, log, throwaway: true, ...options });
  running.add(embedded);
  return embedded;
}

/** The database under a parent process of its own. */
async function startInProcess(name: string) {
  const script = path.join(import.meta.dirname, 'parent.fixture.ts');
  const parent = spawn(process.execPath, [script, path.join(work, name), 'throwaway'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(parent);
  const [line] = await once(parent.stdout, 'data');
  const { pid, config }: { pid: number; config: ConnectionConfig } = JSON.parse(String(line));
  return { parent, pid, config };
}

const query = (config: ConnectionConfig, sql: string) =>
  withClient(config, async (client) => (await client.query(sql)).rows);

const untilGone = (pid: number) =>
  vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 20_000, interval: 50 });

function watchdogOf(name: string): number {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args=', '-ww'], { encoding: 'utf8' });
  const line = stdout
    .split('\n')
    .find((each) => each.includes('watchdog.ts') && each.includes(`/${name}/`));
  return Number(line?.trim().split(' ')[0]);
}

describe('a start', { timeout: 60_000 }, () => {
  test('D-80 creates a cluster that keeps what it acknowledges and sorts alike everywhere', async () => {
    const { ownerConfig } = await start('first', { throwaway: false });
    const [settings] = await query(
      ownerConfig,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
              current_setting('data_checksums') as checksums, current_setting('timezone') as zone,
              current_setting('password_encryption') as encryption,
              datlocprovider as provider, datlocale as locale
       from pg_database where datname = current_database()`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      pages: 'on',
      checksums: 'on',
      zone: 'UTC',
      encryption: 'scram-sha-256',
      provider: 'b',
      locale: 'C.UTF-8',
    });
  });

  test('D-80 listens on one socket in a folder closed to others, on no TCP port', async () => {
    const { ownerConfig, socketDir } = await start('first', { throwaway: false });
    const [row] = await query(ownerConfig, `select current_setting('listen_addresses') as tcp`);
    expect(row).toEqual({ tcp: '' });
    expect(statSync(socketDir).mode & 0o777).toBe(0o700);
    expect(Buffer.byteLength(path.join(socketDir, '.s.PGSQL.5432'))).toBeLessThan(100);
  });

  test('D-80 never runs PostgreSQL as root', async () => {
    const embedded = await start('first', { throwaway: false });
    const { stdout } = spawnSync('ps', ['-o', 'uid=', '-p', String(embedded.pid())]);
    expect(Number(String(stdout))).toBeGreaterThan(0);
  });

  test('D-05 gives the application no superuser, no way round row security and no DDL', async () => {
    const { appConfig, ownerConfig, reportConfig } = await start('first', { throwaway: false });
    const roles = await query(
      ownerConfig,
      `select rolname from pg_roles where rolname like 'jingming%'
       and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
       order by rolname`,
    );
    expect(roles.map((row) => row.rolname)).toEqual([
      'jingming_app',
      'jingming_owner',
      'jingming_report',
    ]);
    await expect(query(appConfig, 'create table t ()')).rejects.toMatchObject({ code: '42501' });
    const [mode] = await query(reportConfig, 'show default_transaction_read_only');
    expect(mode).toEqual({ default_transaction_read_only: 'on' });
    const wrong = { ...appConfig, password: 'guessed' };
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('D-05 keeps each password in a file that only we can read', async () => {
    await start('first', { throwaway: false });
    const secrets = path.join(work, 'first', 'secret');
    const modes = readdirSync(secrets).map(
      (file) => statSync(path.join(secrets, file)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
  });

  test('D-80 finds the data again after a stop', async () => {
    const before = await start('first', { throwaway: false });
    await query(before.ownerConfig, `create table kept as select '京A12345' as plate`);
    await before.stop();
    expect(isAlive(before.pid())).toBe(false);
    const after = await start('first', { throwaway: false });
    expect(await query(after.ownerConfig, 'select plate from kept')).toEqual([
      { plate: '京A12345' },
    ]);
  });

  test('D-80 draws a new password where a login lost its file', async () => {
    await (await start('first', { throwaway: false })).stop();
    rmSync(path.join(work, 'first', 'secret', 'app.json'));
    const { appConfig } = await start('first', { throwaway: false });
    expect(await query(appConfig, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('D-05 only a throwaway lets the owner make further databases, copied with the extension', async () => {
    const { ownerConfig } = await start('copies');
    await query(ownerConfig, 'create database copy template jingming');
    const copied = { ...ownerConfig, database: 'copy' };
    const names = await query(
      copied,
      `select extname from pg_extension where extname = 'btree_gin'`,
    );
    expect(names).toHaveLength(1);
    const first = await start('first', { throwaway: false });
    const attempt = query(first.ownerConfig, 'create database copy');
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });

  test('D-80 a second process on the same data says who is there and leaves', async () => {
    const first = await start('first');
    await expect(start('first')).rejects.toMatchObject({
      code: 'already_running',
      message: expect.stringContaining(`进程 ${process.pid}`),
    });
    expect(await query(first.ownerConfig, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('D-80 refuses data of another major version in plain words and leaves it as it is', async () => {
    const clusterDir = path.join(work, 'first', 'postgres');
    const original = readFileSync(path.join(clusterDir, 'PG_VERSION'), 'utf8');
    writeFileSync(path.join(clusterDir, 'PG_VERSION'), '17\n');
    await expect(start('first')).rejects.toMatchObject({
      code: 'wrong_version',
      message: expect.stringContaining('PostgreSQL 17'),
    });
    writeFileSync(path.join(clusterDir, 'PG_VERSION'), original);
    await start('first');
  });

  test('D-80 does not overwrite a folder that holds something else', async () => {
    const place = path.join(work, 'taken', 'postgres');
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'photo.jpg'), 'precious');
    await expect(start('taken')).rejects.toMatchObject({ code: 'initdb_failed' });
    expect(readdirSync(place)).toEqual(['photo.jpg']);
  });

  test.runIf(process.getuid?.() === 0)(
    'D-80 started as root below a closed folder, keeps the cluster where its account reaches it',
    async () => {
      mkdirSync(path.join(work, 'closed'), { mode: 0o700 });
      const stagingDir = path.join(work, 'staging');
      const options = { stagingDir };
      const first = await start('closed/data', options);
      expect(first.clusterDir.startsWith(stagingDir)).toBe(true);
      await query(first.ownerConfig, 'create table kept as select 1 as one');
      await first.stop();
      chmodSync(path.join(work, 'closed'), 0o755);
      const second = await start('closed/data', options);
      expect(await query(second.ownerConfig, 'select one from kept')).toEqual([{ one: 1 }]);
    },
  );

  test('D-80 says plainly that the disk is full or the rights are missing', () => {
    expect(refusalFromSystem({ code: 'ENOSPC' }, '/data')?.message).toContain('磁盘空间不足');
    expect(refusalFromSystem({ code: 'EROFS' }, '/data')?.message).toContain('没有权限');
    expect(refusalFromSystem(new Error('other'), '/data')).toBeUndefined();
    const words = 'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes';
    expect(refusalFromWords(words, '/data')?.code).toBe('disk_full');
    expect(refusalFromWords('FATAL:  something else', '/data')).toBeUndefined();
  });
});

describe('after a crash', { timeout: 60_000 }, () => {
  test('G-05 the database stops by itself when its parent is killed, and the next start is clean', async () => {
    const { parent, pid } = await startInProcess('crash');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const next = await start('crash');
    expect(isAlive(pid)).toBe(false);
    expect(await query(next.ownerConfig, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('G-05 a server that outlived parent and watchdog is adopted, never doubled', async () => {
    const { parent, pid } = await startInProcess('crash');
    process.kill(watchdogOf('crash'), 'SIGKILL');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const next = await start('crash');
    expect(next.pid()).toBe(pid);
    await next.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('G-05 a server left behind with unsafe settings is stopped and started anew', async () => {
    const { parent, pid } = await startInProcess('crash');
    process.kill(watchdogOf('crash'), 'SIGKILL');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const next = await start('crash', { throwaway: false });
    expect(isAlive(pid)).toBe(false);
    expect(await query(next.ownerConfig, 'show fsync')).toEqual([{ fsync: 'on' }]);
  });

  test('G-05 a lock file that names another live process does not hinder, and that one lives on', async () => {
    const { parent, pid, config } = await startInProcess('crash');
    process.kill(watchdogOf('crash'), 'SIGKILL');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    const clusterDir = path.join(work, 'crash', 'postgres');
    const lockFile = path.join(clusterDir, 'postmaster.pid');
    const { uid, gid } = statSync(lockFile);
    const account = process.getuid?.() === 0 ? { uid, gid, name: '' } : undefined;
    const stranger = spawn('sleep', ['600'], { ...asAccount(account), cwd: '/' });
    children.add(stranger);
    for (const file of [lockFile, path.join(config.host, '.s.PGSQL.5432.lock')]) {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));
    }
    const next = await start('crash');
    expect(await query(next.ownerConfig, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
  });

  test('G-05 killed in the middle of writing, it comes back by itself with every acknowledged row', async () => {
    const embedded = await start('crash', { throwaway: false });
    const { ownerConfig } = embedded;
    await query(ownerConfig, 'create table written (id int primary key)');
    const acknowledged: number[] = [];
    const writers = [0, 1, 2, 3].map((writer) =>
      withClient(ownerConfig, async (client) => {
        for (let id = writer; ; id += 4) {
          await client.query('insert into written values ($1)', [id]);
          acknowledged.push(id);
        }
      }).catch(() => undefined),
    );
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(200), { timeout: 20_000 });
    const killed = embedded.pid();
    process.kill(killed, 'SIGKILL');
    await Promise.all(writers);
    const rows = await vi.waitFor(() => query(ownerConfig, 'select id from written'), {
      timeout: 20_000,
      interval: 100,
    });
    const found = new Set(rows.map((row) => row.id));
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
    await vi.waitFor(() => expect(embedded.pid()).not.toBe(killed), { timeout: 20_000 });
  });

  test('G-05 leaves nothing running and no socket folder after a stop', async () => {
    const { parent, pid, config } = await startInProcess('crash');
    const watchdog = watchdogOf('crash');
    parent.kill('SIGTERM');
    await Promise.all([untilGone(pid), untilGone(watchdog)]);
    await vi.waitFor(() => expect(existsSync(config.host)).toBe(false), { timeout: 20_000 });
  });
});
