import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, program } from './binaries.ts';

/** What PostgreSQL says of itself in `postmaster.pid`, which it alone writes and removes. */
export interface PidFile {
  readonly pid: number;
  /** Socket folder, or the address on Windows. */
  readonly host: string;
  readonly port: number;
}

/** Reads the lock file of a cluster; undefined where there is none. */
export function readPidFile(clusterDir: string): PidFile | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, host: lines[4] || lines[5] || '', port: Number(lines[3]) || 5432 };
}

/** Whether a process runs; one that ended and waits to be collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return process.platform !== 'linux' || !isZombie(pid);
}

// In a container whose first process collects no orphans a dead postmaster stays one for ever.
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/**
 * Whether a process is a postmaster that serves this very cluster. A recycled pid, or the server
 * of another data directory, is not, and must never be touched (G-05).
 */
export function servesCluster(pid: number, clusterDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return servesOnLinux(pid, clusterDir);
  const command = commandLine(pid);
  return /postgres(\.exe)?\b/.test(command) && command.includes(clusterDir);
}

function servesOnLinux(pid: number, clusterDir: string): boolean {
  try {
    // A postmaster works in its data directory; " (deleted)" follows after a reinstallation.
    const executable = path.basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
    return (
      executable === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir)
    );
  } catch {
    // Gone meanwhile, or another account's: our own postmaster is always readable for us.
    return false;
  }
}

function commandLine(pid: number): string {
  const query = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
  const [command, parameters]: [string, string[]] =
    process.platform === 'win32'
      ? ['powershell', ['-NoProfile', '-NonInteractive', '-Command', query]]
      : ['ps', ['-o', 'args=', '-ww', '-p', String(pid)]];
  return spawnSync(command, parameters, { encoding: 'utf8' }).stdout ?? '';
}

/** Signals a postmaster; Windows has no signals, there PostgreSQL brings its own. */
export function signalPostmaster(
  pid: number,
  signal: 'SIGINT' | 'SIGQUIT',
  binaries: Binaries,
): void {
  if (process.platform === 'win32') {
    spawnSync(program(binaries, 'pg_ctl'), ['kill', signal.slice(3), String(pid)]);
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Stops the postmaster of a cluster: SIGINT (fast, no lost commit), after ten seconds SIGQUIT
 * (immediate, recovers at the next start). Answers whether it is gone.
 */
export async function stopPostmaster(
  pid: number,
  clusterDir: string,
  binaries: Binaries,
): Promise<boolean> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!servesCluster(pid, clusterDir)) return true;
    signalPostmaster(pid, signal, binaries);
    for (let look = 0; look < 200; look += 1) {
      if (!isAlive(pid)) return true;
      await sleep(50);
    }
  }
  return !servesCluster(pid, clusterDir);
}
