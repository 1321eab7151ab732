import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BackupRefused } from './refusal.ts';

/** What opens every backup of an installation: 160 random bits, short enough to be copied by hand. */
export interface BackupKey {
  /** Tells keys apart without telling anything about them: 16 hexadecimal digits. */
  readonly id: string;
  readonly bytes: Buffer;
}

// Crockford's: without I, L, O and U, which a hand takes for something else.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBytes = 20;
const checkLetters = 4;

/** Draws a key from the system's random numbers. */
export const newBackupKey = (): BackupKey => keyOf(randomBytes(keyBytes));

/** The key as a person copies it: nine groups of four, the last one tells a slip of the pen. */
export function lettersOf(key: BackupKey): string {
  const letters = encoded(key.bytes) + checkOf(key.bytes);
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** Reads what `lettersOf` wrote, however it was typed. @throws BackupRefused `key_malformed` */
export function keyFromLetters(text: string): BackupKey {
  const typed = text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '');
  const letters = typed.slice(0, -checkLetters);
  const isWhole = new RegExp(`^[${alphabet}]{36}$`).test(typed);
  const bytes = isWhole ? decoded(letters) : undefined;
  if (bytes && checkOf(bytes) === typed.slice(-checkLetters)) return keyOf(bytes);
  throw new BackupRefused(
    'key_malformed',
    '备份密钥抄写有误：应为 9 组、每组 4 个字母或数字。请逐组核对。',
    'The backup key is mistyped: nine groups of four letters or digits. Compare them one by one.',
  );
}

/** The key of this installation, drawn and kept 0600 the first time it is asked for. */
export function backupKeyIn(secretDir: string): BackupKey {
  const file = keyFile(secretDir);
  if (existsSync(file)) return keyFromLetters(readFileSync(file, 'utf8'));
  const key = newBackupKey();
  keepKey(secretDir, key);
  return key;
}

/** Makes a key the one of an installation: after a restore the copy on paper stays good. */
export function keepKey(secretDir: string, key: BackupKey): void {
  mkdirSync(secretDir, { recursive: true, mode: 0o700 });
  const draft = `${keyFile(secretDir)}.unfinished`;
  writeFileSync(draft, `${lettersOf(key)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, keyFile(secretDir));
}

/** A 256-bit key for one purpose, so that no two uses share one. */
export const subkey = (key: BackupKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key.bytes, '', `jingming backup ${purpose}`, 32));

const keyFile = (secretDir: string) => path.join(secretDir, 'backup.key');

const keyOf = (bytes: Buffer): BackupKey => ({
  bytes,
  id: createHash('sha256').update('jingming backup id').update(bytes).digest('hex').slice(0, 16),
});

const checkOf = (bytes: Buffer): string =>
  encoded(createHash('sha256').update('jingming backup check').update(bytes).digest()).slice(
    0,
    checkLetters,
  );

function encoded(bytes: Buffer): string {
  let letters = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) letters += alphabet[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return letters;
}

function decoded(letters: string): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of letters) {
    held = (held << 5) | alphabet.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}
