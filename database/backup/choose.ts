import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { glanceAtManifest } from './manifest.ts';
import { BackupRefused } from './refusal.ts';
import { basesOf, type Line, lineAt } from './repository.ts';

/** A base backup that was chosen, with the line whose WAL follows it. */
export interface Chosen {
  readonly line: Line;
  readonly base: string;
}

/**
 * The base backup to start from: the newest one, or the newest that ended before an instant.
 * @param from a folder of backups, of one line, or of one base backup
 * @throws BackupRefused `no_backup`, `before_base`
 */
export async function chooseBase(from: string, at?: Date): Promise<Chosen> {
  const found = await everyBase(path.resolve(from));
  if (found.length === 0) throw noBackup(from);
  const dated = found
    .map((each) => ({ ...each, endedAt: endOf(each) }))
    .sort((one, other) => one.endedAt - other.endedAt);
  const chosen = dated.findLast(({ endedAt }) => !at || endedAt <= at.getTime());
  if (chosen) return { line: chosen.line, base: chosen.base };
  throw beforeBase(new Date(dated[0]!.endedAt));
}

async function everyBase(from: string): Promise<Chosen[]> {
  if (!existsSync(from) || !statSync(from).isDirectory()) throw noBackup(from);
  const above = path.dirname(from);
  if (path.basename(above) === 'base') {
    return [{ line: lineAt(path.dirname(above)), base: path.basename(from) }];
  }
  const folders = [from, ...(await readdir(from)).map((name) => path.join(from, name))];
  const lines = folders.filter((folder) => existsSync(path.join(folder, 'line.json'))).map(lineAt);
  const bases = await Promise.all(
    lines.map(async (line) => (await basesOf(line)).map((base) => ({ line, base }))),
  );
  return bases.flat();
}

const endOf = ({ line, base }: Chosen) =>
  Date.parse(glanceAtManifest(path.join(line.baseDir, base)).endedAt);

const noBackup = (from: string) =>
  new BackupRefused(
    'no_backup',
    `${from} 里没有完整的备份。请给出备份目录（BACKUP_DIR）。`,
    `There is no whole backup in ${from}. Give the folder of the backups (BACKUP_DIR).`,
  );

const beforeBase = (first: Date) =>
  new BackupRefused(
    'before_base',
    `要恢复到的时间早于最早的备份（${first.toISOString()}），无法恢复到那时。`,
    `The time asked for is before the oldest backup (${first.toISOString()}); it cannot be restored.`,
  );
