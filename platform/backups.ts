/** How the backups stand, for whoever runs the house: ages first, because a backup that nobody looks at is none. */
export interface BackupState {
  /** Who sees to them: this program, the server of one's own, or nobody. */
  place: 'embedded' | 'ownServer' | 'off';
  /** `late`: no good backup for 26 hours, or no good restore test for 8 days. */
  health: 'good' | 'waiting' | 'late';
  lastBackupAt: Date | null;
  lastRestoreTestAt: Date | null;
  /** The newest piece of the log that lies in the backup. */
  lastWalAt: Date | null;
  /** From here on every second can be restored. */
  restorableFrom: Date | null;
  /** Of the newest base backup. */
  bytes: number;
  /** Why the last try failed; null when it did not. */
  failure: string | null;
  /** Data and backups would be lost together. */
  isSameDisk: boolean;
  /** Whether somebody has looked at the key: without it no backup opens. */
  isKeyCopied: boolean;
}

/** Hands out the state of the backups; looked up anew at each call. */
export type BackupWatch = () => Promise<BackupState>;

/** Where this program makes no backups. */
export const noBackups =
  (place: 'ownServer' | 'off'): BackupWatch =>
  async () => ({
    place,
    health: place === 'ownServer' ? 'good' : 'late',
    lastBackupAt: null,
    lastRestoreTestAt: null,
    lastWalAt: null,
    restorableFrom: null,
    bytes: 0,
    failure: null,
    isSameDisk: false,
    isKeyCopied: false,
  });
