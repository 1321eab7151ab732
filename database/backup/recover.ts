import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { handOver } from '../embedded/account.ts';
import { type Postmaster, type ServerOrder, startServer } from '../embedded/postmaster.ts';
import { StartRefusal } from '../embedded/refusal.ts';
import type { BackupKey } from './key.ts';
import { BackupRefused } from './refusal.ts';
import type { Line } from './repository.ts';
import { segmentContent } from './wal.ts';

/** Where the replay ends: at an instant, at a mark, or with the last segment. */
export type Target = { kind: 'time'; at: Date } | { kind: 'mark'; name: string } | { kind: 'end' };

export interface Recovery {
  readonly order: ServerOrder;
  readonly line: Line;
  readonly key: BackupKey;
  /** Without a hole, from the first that the base backup needs. */
  readonly segments: readonly string[];
  /** The first that is missing although later ones are there. */
  readonly missing: string | undefined;
  readonly target: Target;
}

/**
 * Replays the WAL on an unpacked base backup and lets the database begin a life of its own.
 * @returns the server, which runs
 * @throws BackupRefused `wal_missing`, `after_wal`, `recovery_failed`
 */
export async function recover(recovery: Recovery): Promise<Postmaster> {
  const { order, line, key } = recovery;
  for (const segment of recovery.segments) await laySegment(order, line, key, segment);
  const signal = path.join(order.clusterDir, 'recovery.signal');
  await write(order, signal, Buffer.alloc(0));
  try {
    return await startServer({ ...order, settings: settingsFor(recovery.target) });
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    throw explained(recovery, logOf(order.clusterDir), error);
  }
}

/**
 * The segments lie where PostgreSQL looks by itself, so no command has to fetch them, on no system. It answers only
 * when the replay is done, because it is not to serve before.
 */
function settingsFor(target: Target): Record<string, string> {
  return {
    archive_mode: 'off',
    restore_command: 'exit 1',
    recovery_target_timeline: 'current',
    recovery_target_action: 'promote',
    hot_standby: 'off',
    ...(target.kind === 'time' && { recovery_target_time: asPostgres(target.at) }),
    ...(target.kind === 'mark' && { recovery_target_name: target.name }),
  };
}

/** With the offset in digits: on its command line PostgreSQL does not know the letter Z yet. */
const asPostgres = (at: Date) => at.toISOString().replace('Z', '+00');

/** A segment in the cluster's log, marked as archived: the new life does not archive the old one's. */
async function laySegment(order: ServerOrder, line: Line, key: BackupKey, segment: string) {
  const wal = path.join(order.clusterDir, 'pg_wal');
  const status = path.join(wal, 'archive_status');
  await mkdir(status, { recursive: true, mode: 0o700 });
  handOver(status, order.account);
  const file = path.join(wal, segment);
  const handle = await open(file, 'w', 0o600);
  try {
    let at = 0;
    for await (const part of segmentContent(line, segment, key)) {
      // What a forced switch left empty stays a hole: a quiet day costs no room.
      if (!part.every((byte) => byte === 0)) await handle.write(part, 0, part.length, at);
      at += part.length;
    }
    await handle.truncate(at);
    await handle.sync();
  } finally {
    await handle.close();
  }
  handOver(file, order.account);
  await write(order, path.join(status, `${segment}.done`), Buffer.alloc(0));
}

async function write(order: ServerOrder, file: string, content: Buffer): Promise<void> {
  await rm(file, { force: true });
  const handle = await open(file, 'wx', 0o600);
  await handle.writeFile(content);
  await handle.sync();
  await handle.close();
  handOver(file, order.account);
}

/** All that the server said: logs of other runs are not part of a base backup. */
function logOf(clusterDir: string): string {
  try {
    const folder = path.join(clusterDir, 'log');
    return readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('\n');
  } catch {
    // It ended before it had a log.
    return '';
  }
}

function explained({ missing, target }: Recovery, log: string, cause: Error): BackupRefused {
  const isShort = /WAL ends before (?:end of online backup|consistent recovery point)/.test(log);
  const isEarly = /recovery ended before configured recovery target/.test(log);
  if (isShort || (isEarly && missing)) return walMissing(missing ?? '?');
  if (isEarly && target.kind === 'time') return afterWal(lastCommitIn(log));
  const words = log.split('\n').filter((each) => /(FATAL|PANIC|ERROR): /.test(each));
  return new BackupRefused(
    'recovery_failed',
    `数据库没有恢复成功：\n${words.join('\n') || cause.message}`,
    'The database could not be recovered; what it said stands above.',
    { cause },
  );
}

/** A hole in the log: what came after it cannot be brought back. */
export function walMissing(segment: string): BackupRefused {
  return new BackupRefused(
    'wal_missing',
    `备份缺少日志段 ${segment}，无法恢复到要求的时间。可以用 --at 恢复到它之前。`,
    `The backup lacks the log segment ${segment}; what was asked for cannot be restored. An earlier --at may be.`,
  );
}

function afterWal(last: string | undefined): BackupRefused {
  return new BackupRefused(
    'after_wal',
    `要恢复到的时间晚于备份里的最后一次写入（${last ?? '未知'}）。要恢复全部内容，请去掉 --at。`,
    `The time asked for is after the last write in the backup (${last ?? 'unknown'}). Leave out --at to restore all.`,
  );
}

const lastCommitIn = (log: string) =>
  [...log.matchAll(/last completed transaction was at log time (.+)$/gm)].at(-1)?.[1];
