import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { asSuperuser, reachRunning } from '#database/backup/reach.ts';
import { BackupRefused } from '#database/backup/refusal.ts';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { layOut, unfinishedRestoreNote } from '#database/embedded/places.ts';
import { migrate } from '#database/migrate.ts';
import { readDump } from '#database/portable/dump.ts';
import { loadDump } from '#database/portable/load.ts';

/** Whether a folder holds what `npm run export` wrote. */
export const isExport = (folder: string): boolean => existsSync(path.join(folder, 'dump.json'));

/**
 * A new cluster of this program's PostgreSQL, filled from an export: the way over a major version. The migrations that
 * came since run at the next start.
 */
export async function importExport(folder: string, to: string, say: (line: string) => void) {
  if (existsSync(to) && readdirSync(to).length > 0) throw notEmpty(to);
  const dump = await readDump(folder);
  const home = layOut(to);
  for (const part of ['files', 'secret']) {
    const from = path.join(folder, part);
    if (existsSync(from)) cpSync(from, path.join(to, part), { recursive: true });
  }
  const embedded = await startEmbedded({ dataDir: to, log: say });
  writeFileSync(unfinishedRestoreNote(home), '', { flush: true });
  try {
    const until = dump.migrations.at(-1)?.name ?? '';
    await migrate({ ...embedded.ownerConfig }, say, { until });
    await asSuperuser(reachRunning(to), (client) => loadDump(client, folder, dump));
  } catch (error) {
    await embedded.stop();
    rmSync(home.dataDir, { recursive: true, force: true });
    throw error;
  }
  await embedded.stop();
  rmSync(unfinishedRestoreNote(home));
  return dump;
}

const notEmpty = (to: string) =>
  new BackupRefused(
    'target_not_empty',
    `目录 ${to} 不是空的，导入不会覆盖任何数据。请用 --to 指定一个空目录。`,
    `${to} is not empty; nothing is ever overwritten. Give an empty folder by --to.`,
  );
