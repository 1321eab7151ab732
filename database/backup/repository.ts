import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BackupKey } from './key.ts';
import { seal, unseal } from './sealed.ts';

/**
 * The backups of one life of a database: from its making, or from a restore, to the next restore. Each life has a
 * folder of its own, so that the log of a restored database never mixes with the one it came from.
 */
export interface Line {
  readonly id: string;
  readonly dir: string;
  /** A folder for each base backup. */
  readonly baseDir: string;
  /** Sealed WAL segments. */
  readonly walDir: string;
  /** The file store, each file sealed under its own name. */
  readonly filesDir: string;
}

/** The line that a data directory writes into, its id drawn and kept the first time. Nothing is made on the disk of the backups. */
export async function lineOf(dataDir: string, backupDir: string): Promise<Line> {
  const note = path.join(dataDir, 'backup-line');
  if (!existsSync(note)) {
    await writeWhole(note, textSource(`${randomBytes(6).toString('hex')}\n`));
  }
  return lineAt(path.join(backupDir, readFileSync(note, 'utf8').trim()));
}

/** The line in a folder. */
export const lineAt = (dir: string): Line => ({
  id: path.basename(dir),
  dir,
  baseDir: path.join(dir, 'base'),
  walDir: path.join(dir, 'wal'),
  filesDir: path.join(dir, 'files'),
});

/** Whether a base backup was ever begun here: before, no WAL is worth keeping. */
export const hasBegun = (line: Line): boolean => existsSync(path.join(line.dir, 'line.json'));

/** Makes the folders of a line; from now on WAL is kept. */
export async function beginLine(line: Line, keyId: string): Promise<void> {
  for (const folder of [line.baseDir, line.walDir, line.filesDir]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
  if (hasBegun(line)) return;
  const note = { line: line.id, keyId };
  await writeWhole(path.join(line.dir, 'line.json'), textSource(`${JSON.stringify(note)}\n`));
}

/** The whole base backups of a line, oldest first. What is unfinished is none. */
export async function basesOf(line: Line): Promise<string[]> {
  const names = await readdir(line.baseDir).catch(() => [] as string[]);
  return names.filter((name) => /^\d{8}T\d{6}Z$/.test(name)).sort();
}

/** What was written: how many bytes, and their hash. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

const unfinished = '.unfinished';
/** Whether a name is one that `writeWhole` uses until a file is whole. */
export const isUnfinished = (name: string): boolean => name.endsWith(unfinished);

/** Writes a file to the side, syncs it and renames it into its place: it is there as a whole or not at all. */
export async function writeWhole(file: string, source: AsyncIterable<Buffer>): Promise<Written> {
  const draft = `${file}.${process.pid}${unfinished}`;
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(draft, 'w', 0o600);
  try {
    for await (const part of source) {
      hash.update(part);
      bytes += part.length;
      await handle.writeFile(part);
    }
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(draft, { force: true });
    throw error;
  }
  await handle.close();
  await rename(draft, file);
  await syncFolder(path.dirname(file));
  return { bytes, sha256: hash.digest('hex') };
}

/** The same, sealed. */
export const writeSealed = (
  file: string,
  source: AsyncIterable<Buffer>,
  key: BackupKey,
  name: string,
): Promise<Written> => writeWhole(file, seal(source, key, name));

/** The content of a sealed file. */
export const readSealed = (file: string, key: BackupKey, name: string): AsyncIterable<Buffer> =>
  unseal(createReadStream(file, { highWaterMark: 262_144 }), key, name);

/** A stream's whole content. */
export async function contentOf(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

/** The hash of a stream's content. */
export async function sha256Of(source: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of source) hash.update(part);
  return hash.digest('hex');
}

/** A text as a stream. */
export async function* textSource(text: string): AsyncIterable<Buffer> {
  yield Buffer.from(text);
}

/** Windows cannot sync a folder, and its file system keeps renames by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
