import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '#database/embedded/free-port.ts';
import { goesWithUs, isGone } from './last-one-out.ts';
import { dataDirOfANewHouse } from './prepared-house.ts';

const root = resolve(import.meta.dirname, '../..');

/** The program as a shop runs it, on a house in which nobody has been. */
export interface RunningServer {
  baseUrl: string;
  close(): Promise<void>;
}

interface Started {
  baseUrl: string;
  child: ChildProcess;
  dataDir: string;
}
let ahead: Promise<Started> | undefined;

/** A server of one's own. The next one starts meanwhile: a start takes as long as many a flow. */
export async function nextServer(): Promise<RunningServer> {
  if (!process.env.WEB_DIR) await buildScreens();
  const started = await (ahead ?? start());
  ahead = start();
  // Whoever takes it is told.
  ahead.catch(() => {});
  return { baseUrl: started.baseUrl, close: () => stop(started) };
}

async function start(): Promise<Started> {
  const dataDir = await dataDirOfANewHouse();
  const port = await freePort();
  const child = serverOn({
    DATA_DIR: dataDir,
    PORT: String(port),
    JINGMING_TEST_CLOCK: '1',
    // Peers of a flow listen on this machine.
    EGRESS_ALLOW: '127.0.0.1,localhost',
  });
  const started = { baseUrl: `http://localhost:${port}`, child, dataDir };
  goesWithUs({ pid: child.pid!, dataDir });
  await untilReady(child);
  return started;
}

async function stop(started: Started): Promise<void> {
  const { child, dataDir } = started;
  const left = once(child, 'exit');
  child.kill('SIGTERM');
  await left;
  rmSync(dataDir, { recursive: true, force: true });
  isGone(dataDir);
}

/** Once a run: the build keeps a hash of its sources. `WEB_DIR` names a finished build instead. */
async function buildScreens(): Promise<void> {
  const { ensureBuilt } = (await import(join(root, 'tools/web-build.mjs'))) as {
    ensureBuilt(node: string): Promise<void>;
  };
  await ensureBuilt(process.execPath);
}

function serverOn(given: Record<string, string>): ChildProcess {
  const { NODE_ENV: _, DATABASE_URL: __, ...inherited } = process.env;
  return spawn(process.execPath, ['server.ts'], {
    cwd: root,
    env: { ...inherited, ...given },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function untilReady(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((ready, failed) => {
    const hear = (words: Buffer) => {
      said += words;
      if (said.includes('Jingming is ready')) ready();
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', (code) => failed(new Error(`the server left with ${code}:\n${said}`)));
  });
}
