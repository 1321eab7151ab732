import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#database/embedded/free-port.ts';
import { heapOptions } from '../runtime.mjs';

const root = join(import.meta.dirname, '..', '..');

export interface RunningServer {
  base: string;
  readyMs: number;
  pid: number;
  stop(): Promise<void>;
}

/**
 * The program as it is delivered, in production mode, on a data directory that exists; and how long it took to serve.
 * @param more what else stands in its environment
 */
export async function startServer(
  dataDir: string,
  more: Record<string, string> = {},
): Promise<RunningServer> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, [...heapOptions, 'server.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'error',
      ...more,
    },
  });
  const base = `http://127.0.0.1:${port}`;
  await untilReady(child, base);
  const readyMs = Math.round(performance.now() - from);
  return { base, readyMs, pid: child.pid!, stop: () => stopped(child) };
}

async function untilReady(child: ChildProcess, base: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) throw new Error(`the server left with ${child.exitCode}`);
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error('the server did not become ready within a minute');
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
