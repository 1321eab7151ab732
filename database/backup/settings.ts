import path from 'node:path';
import { BackupRefused } from './refusal.ts';

export interface BackupSettings {
  /** `BACKUP_DIR`: best on another disk than the data. */
  readonly dir: string;
  /** `BACKUP_KEEP_DAYS`: how long base backups and the log since the oldest of them are kept. */
  readonly keepDays: number;
  /** `BACKUPS=off` leaves all of it to somebody else. */
  readonly isOn: boolean;
}

/** The settings of the environment, checked. @throws BackupRefused `setting` with what to do instead */
export function readBackupSettings(
  environment: NodeJS.ProcessEnv,
  dataDir: string,
): BackupSettings {
  const keepDays = Number(environment.BACKUP_KEEP_DAYS ?? 7);
  if (!Number.isInteger(keepDays) || keepDays < 1 || keepDays > 3650) {
    throw new BackupRefused(
      'setting',
      `BACKUP_KEEP_DAYS=${environment.BACKUP_KEEP_DAYS} 不是 1 到 3650 的天数。`,
      `BACKUP_KEEP_DAYS=${environment.BACKUP_KEEP_DAYS} is not a number of days from 1 to 3650.`,
    );
  }
  return {
    dir: path.resolve(environment.BACKUP_DIR || path.join(dataDir, 'backups')),
    keepDays,
    isOn: environment.BACKUPS !== 'off',
  };
}
