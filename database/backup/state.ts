import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BackupState } from '#platform/backups.ts';
import { clusterDirOf, layOut } from '../embedded/places.ts';
import { lateAfter } from './due.ts';
import { glanceAtManifest } from './manifest.ts';
import { basesOf, type Line, lineOf } from './repository.ts';
import { newest, type Result, resultsOf } from './results.ts';
import type { BackupSettings } from './settings.ts';
import { lastWalOf } from './wal.ts';

/** Written when somebody looked at the key. */
export const keyShownNote = (dataDir: string): string => path.join(dataDir, 'backup-key-shown');

/** How the backups of a data directory stand at an instant. */
export async function backupStateOf(
  dataDir: string,
  settings: BackupSettings,
  now: Date,
): Promise<BackupState> {
  const line = await lineOf(dataDir, settings.dir);
  const results = await resultsOf(line);
  const [backup, restoreTest] = [
    newest(results, 'backup', true),
    newest(results, 'restoreTest', true),
  ];
  const wal = await lastWalOf(line);
  const clusterDir = clusterDirOf(layOut(dataDir));
  return {
    place: 'embedded',
    health: healthOf(backup, restoreTest, beganAt(clusterDir), now),
    lastBackupAt: dated(backup?.at),
    lastRestoreTestAt: dated(restoreTest?.at),
    lastWalAt: dated(wal?.at),
    restorableFrom: dated(await oldestEnd(line)),
    bytes: backup?.bytes ?? 0,
    failure: failureIn(results),
    isSameDisk: isSameDisk(clusterDir, settings.dir),
    isKeyCopied: existsSync(keyShownNote(dataDir)),
  };
}

/** A house that was set up today has nothing to be late with. */
function healthOf(
  backup: Result | undefined,
  restoreTest: Result | undefined,
  began: Date,
  now: Date,
): BackupState['health'] {
  const age = (result: Result | undefined) =>
    now.getTime() - (result ? Date.parse(result.at) : began.getTime());
  if (age(backup) > lateAfter.backupMs || age(restoreTest) > lateAfter.restoreTestMs) return 'late';
  return backup && restoreTest ? 'good' : 'waiting';
}

/** The last try of each kind, if it failed. */
function failureIn(results: readonly Result[]): string | null {
  const failed = [newest(results, 'backup'), newest(results, 'restoreTest')].find(
    (result) => result && !result.ok,
  );
  return failed?.reason ?? null;
}

async function oldestEnd(line: Line): Promise<string | undefined> {
  const [oldest] = await basesOf(line);
  return oldest && glanceAtManifest(path.join(line.baseDir, oldest)).endedAt;
}

const dated = (at: string | undefined) => (at ? new Date(at) : null);
const beganAt = (clusterDir: string) => statSync(path.join(clusterDir, 'PG_VERSION')).mtime;

function isSameDisk(clusterDir: string, backupDir: string): boolean {
  let there = backupDir;
  while (!existsSync(there)) there = path.dirname(there);
  return statSync(there).dev === statSync(clusterDir).dev;
}
