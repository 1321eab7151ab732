import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Backups, scheduleBackups } from '#database/backup/schedule.ts';
import { readBackupSettings } from '#database/backup/settings.ts';
import { noteRestore, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { noBackups } from '#platform/backups.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { Host } from '#platform/host.ts';
import { defineGauge } from '#platform/metrics.ts';

/** Backups of the embedded database, by default (D-81). A server of one's own has its own: `docs/operations.md`. */
export function backupsOf({ dataDir, databaseUrl }: Config, clock: Clock): Backups {
  const settings = readBackupSettings(process.env, dataDir);
  if (databaseUrl || !settings.isOn) {
    const state = noBackups(databaseUrl ? 'ownServer' : 'off');
    return { state, begin: () => {}, stop: async () => {} };
  }
  return scheduleBackups({
    dataDir,
    settings,
    zone: zoneOfTenant,
    now: () => systemClock.now(),
    shownAt: () => clock.now(),
  });
}

/** At the first start on a restored data directory every tenant's audit says so; after it nothing is left to say. */
export async function recordRestore(dataDir: string, host: Host): Promise<void> {
  const note = join(dataDir, 'restored.json');
  if (!existsSync(note)) return;
  await noteRestore(host, JSON.parse(readFileSync(note, 'utf8')));
  rmSync(note);
}

const age = (
  name: string,
  help: string,
  which: 'lastBackupAt' | 'lastRestoreTestAt' | 'lastWalAt',
) =>
  defineGauge({
    name,
    help,
    read: async ({ backups, clock }) => {
      const at = (await backups())[which];
      return at ? (clock.now().getTime() - at.getTime()) / 1000 : undefined;
    },
  });
age('last_backup_age_seconds', 'Since the last good base backup', 'lastBackupAt');
age('last_restore_test_age_seconds', 'Since the last good restore test', 'lastRestoreTestAt');
age('last_wal_age_seconds', 'Since the last piece of the log reached the backup', 'lastWalAt');
defineGauge({
  name: 'backup_late',
  help: '1 when there is no good backup for 26 hours or no good restore test for 8 days',
  read: async ({ backups }) => ((await backups()).health === 'late' ? 1 : 0),
});
