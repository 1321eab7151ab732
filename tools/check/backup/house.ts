import { fork, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { type BackupKey, backupKeyIn } from '#database/backup/key.ts';
import { type Running, reachRunning } from '#database/backup/reach.ts';
import { type Line, lineOf } from '#database/backup/repository.ts';
import { type Founder, Program, setUp, throwawayDir } from '#test/process.ts';
import { type Load, load } from '#test/resilience/clients.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** A shop that works while it is backed up. */
export interface House {
  readonly dataDir: string;
  readonly backupDir: string;
  readonly program: Program;
  readonly founder: Founder;
  readonly running: Running;
  readonly key: BackupKey;
  line(): Promise<Line>;
  work(): Load;
}

/** Opens a shop on an empty data directory. */
export async function openHouse(): Promise<House> {
  const dataDir = throwawayDir();
  const backupDir = throwawayDir();
  const program = await Program.start({ dataDir, env: { BACKUP_DIR: backupDir } });
  const founder = await setUp(program);
  const running = reachRunning(dataDir);
  return {
    dataDir,
    backupDir,
    program,
    founder,
    running,
    key: backupKeyIn(running.home.secretDir),
    line: () => lineOf(dataDir, backupDir),
    work: () => load(program, founder, { clients: 2 }),
  };
}

/** A file that nobody else has, through the front door. */
export async function uploadFile({ program, founder }: House): Promise<void> {
  const reply = await fetch(`${program.url}/api/v1/files`, {
    method: 'POST',
    headers: { ...founder.headers, 'content-type': 'text/csv', 'idempotency-key': randomUUID() },
    body: `车牌,里程\n沪A${randomBytes(400).toString('hex')},1\n`,
  });
  if (reply.status !== 201) throw new Error(`upload: ${reply.status} ${await reply.text()}`);
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** One of our own commands, as a person runs it; to be killed after so many milliseconds, if any. */
export async function command(
  script: string,
  parameters: readonly string[],
  env: Record<string, string>,
  killAfterMs?: number,
): Promise<Ended> {
  const child = spawn(process.execPath, [join('tools', script), ...parameters], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const timer =
    killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  return { code: code as number | null, output };
}

/** `npm run backup` beside the running program. */
export const backUp = (house: House, parameters: readonly string[] = [], killAfterMs?: number) =>
  command(
    'backup/backup.ts',
    parameters,
    { DATA_DIR: house.dataDir, BACKUP_DIR: house.backupDir },
    killAfterMs,
  );

/** What the program itself starts each night. @returns its exit code */
export async function nightly({ dataDir, backupDir }: House): Promise<number | null> {
  const child = fork(join(root, 'database/backup/worker.ts'), ['backup', dataDir, backupDir, '7'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [code] = await once(child, 'exit');
  return code as number | null;
}
