import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contents } from './contents.ts';
import { type BackupKey, subkey } from './key.ts';
import { BackupRefused } from './refusal.ts';
import { textSource, type Written, writeWhole } from './repository.ts';
import { keyWrong } from './sealed.ts';

export const manifestFormat = 1;

/** The parts of a base backup; each has to be there and to be what was written. */
export const partNames = ['cluster', 'label', 'files', 'secrets'] as const;
export type PartName = (typeof partNames)[number];

/** What a base backup says of itself, written last: without it there is no backup. */
export interface Manifest {
  readonly format: typeof manifestFormat;
  readonly name: string;
  readonly line: string;
  readonly keyId: string;
  /** The program that made it. */
  readonly program: string;
  readonly migrations: readonly string[];
  readonly postgresMajor: string;
  /** PostgreSQL's own number of this cluster, shared by all its copies. */
  readonly systemIdentifier: string;
  readonly startedAt: string;
  /** From here on every second can be restored. */
  readonly endedAt: string;
  readonly firstSegment: string;
  readonly lastSegment: string;
  readonly segmentBytes: number;
  /** A mark in the WAL at which the tables held exactly `contents`. */
  readonly restorePoint: string;
  readonly contents: Contents;
  readonly parts: Readonly<Record<PartName, Written>>;
}

const manifestFile = (baseDir: string) => path.join(baseDir, 'manifest.json');

/** Writes a manifest under a seal of its own (HMAC), so that nobody without the key changes a hash in it. */
export async function writeManifest(
  baseDir: string,
  manifest: Manifest,
  key: BackupKey,
): Promise<void> {
  const text = JSON.stringify(manifest);
  const whole = JSON.stringify({ manifest, mac: macOf(text, key) }, null, 1);
  await writeWhole(manifestFile(baseDir), textSource(`${whole}\n`));
}

/** What a backup says of itself, believed as it stands: for a list, never for a restore. */
export function glanceAtManifest(baseDir: string): Manifest {
  if (!existsSync(manifestFile(baseDir))) throw broken(baseDir);
  try {
    return JSON.parse(readFileSync(manifestFile(baseDir), 'utf8')).manifest;
  } catch (error) {
    throw broken(baseDir, error);
  }
}

/** Reads and proves a manifest. @throws BackupRefused `key_wrong`, `manifest_broken`, `newer_program` */
export function readManifest(baseDir: string, key: BackupKey): Manifest {
  const manifest = glanceAtManifest(baseDir);
  if (manifest.keyId !== key.id) throw keyWrong(manifest.keyId, key);
  const { mac } = JSON.parse(readFileSync(manifestFile(baseDir), 'utf8'));
  const expected = Buffer.from(macOf(JSON.stringify(manifest), key));
  const given = Buffer.from(String(mac));
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw broken(baseDir);
  if (manifest.format > manifestFormat) throw newerProgram(manifest.program);
  return manifest;
}

/** A backup that this program is too old for. */
export function newerProgram(program: string): BackupRefused {
  return new BackupRefused(
    'newer_program',
    `这份备份由更新的程序版本（${program}）制作，本版本不能恢复它。请先更新程序。`,
    `This backup was made by a newer program (${program}); update this one first.`,
  );
}

const macOf = (text: string, key: BackupKey) =>
  createHmac('sha256', subkey(key, 'manifest')).update(text).digest('hex');

function broken(baseDir: string, cause?: unknown): BackupRefused {
  return new BackupRefused(
    'manifest_broken',
    `${baseDir} 的清单 manifest.json 缺失或被改动，不能用来恢复。请换另一份备份。`,
    `The manifest of ${baseDir} is missing or was changed; the backup is not used. Take another one.`,
    { cause },
  );
}
