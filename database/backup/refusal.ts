/** Why a backup or a restore was not done; stable, for callers and tests (G-50). */
export type BackupRefusalCode =
  | 'key_malformed'
  | 'key_wrong'
  | 'key_missing'
  | 'no_backup'
  | 'manifest_broken'
  | 'newer_program'
  | 'other_database'
  | 'part_missing'
  | 'label_missing'
  | 'damaged'
  | 'wal_missing'
  | 'before_base'
  | 'after_wal'
  | 'target_not_empty'
  | 'server_running'
  | 'server_not_running'
  | 'recovery_failed'
  | 'contents_differ'
  | 'busy'
  | 'no_room'
  | 'tablespace'
  | 'time_malformed'
  | 'setting'
  | 'own_server';

/** A refusal that a shop owner can act on: Chinese first, English below, printed without a stack. */
export class BackupRefused extends Error {
  readonly code: BackupRefusalCode;

  constructor(code: BackupRefusalCode, chinese: string, english: string, options?: ErrorOptions) {
    super(`${chinese}\n${english}`, options);
    this.name = 'BackupRefused';
    this.code = code;
  }
}
