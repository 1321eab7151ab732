import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BackupKey } from './key.ts';
import { hasBegun, type Line, readSealed, writeSealed } from './repository.ts';

/** A file of the store by its place: `<tenant>/<first two>/<sha256>`. */
type StoreName = string;

const suffix = '.sealed';
const folderPattern = /^[0-9a-f-]{36}\/[0-9a-f]{2}$/;

/** Where a file of the store lies in a line. */
export const mirroredFile = (line: Line, name: StoreName): string =>
  path.join(line.filesDir, name + suffix);

/** The content of a file as it was in the store. */
export const mirroredContent = (
  line: Line,
  name: StoreName,
  key: BackupKey,
): AsyncIterable<Buffer> => readSealed(mirroredFile(line, name), key, `files/${name}`);

/** Every whole file of the store; what is still coming in is none. */
export async function storedFiles(storeDir: string): Promise<StoreName[]> {
  const names: StoreName[] = [];
  for (const folder of await foldersBelow(storeDir))
    names.push(...(await namesIn(storeDir, folder)));
  return names;
}

/**
 * Copies new files of the store into the backup, each sealed by itself: photographs do not change, so one copy serves
 * all base backups. Folders in which nothing was put since are not looked into.
 */
export class Mirror {
  private readonly seen = new Map<string, number>();
  private readonly storeDir: string;
  private readonly line: Line;
  private readonly key: BackupKey;

  constructor(storeDir: string, line: Line, key: BackupKey) {
    this.storeDir = storeDir;
    this.line = line;
    this.key = key;
  }

  /** @returns how many files were copied */
  async catchUp(now: Date): Promise<number> {
    if (!hasBegun(this.line)) return 0;
    let copied = 0;
    for (const folder of await foldersBelow(this.storeDir)) {
      const { mtimeMs } = await stat(path.join(this.storeDir, folder));
      if (this.seen.get(folder) === mtimeMs) continue;
      copied += await this.copyFolder(folder);
      // A file system's clock ticks coarsely: what comes in the same tick must still be looked at.
      if (now.getTime() - mtimeMs > 2_000) this.seen.set(folder, mtimeMs);
    }
    return copied;
  }

  private async copyFolder(folder: string): Promise<number> {
    const target = path.join(this.line.filesDir, folder);
    await mkdir(target, { recursive: true, mode: 0o700 });
    const there = new Set(await readdir(target));
    let copied = 0;
    for (const name of await namesIn(this.storeDir, folder)) {
      if (there.has(path.basename(name) + suffix)) continue;
      const source = createReadStream(path.join(this.storeDir, name));
      await writeSealed(mirroredFile(this.line, name), source, this.key, `files/${name}`);
      copied += 1;
    }
    return copied;
  }
}

/** The copies that lie in a line. */
export async function mirroredFiles(line: Line): Promise<StoreName[]> {
  const names: StoreName[] = [];
  for (const folder of await foldersBelow(line.filesDir)) {
    for (const file of await readdir(path.join(line.filesDir, folder))) {
      if (file.endsWith(suffix)) names.push(`${folder}/${file.slice(0, -suffix.length)}`);
    }
  }
  return names;
}

async function foldersBelow(root: string): Promise<string[]> {
  const folders: string[] = [];
  for (const tenant of await readdir(root).catch(() => [] as string[])) {
    for (const prefix of await readdir(path.join(root, tenant)).catch(() => [] as string[])) {
      if (folderPattern.test(`${tenant}/${prefix}`)) folders.push(`${tenant}/${prefix}`);
    }
  }
  return folders;
}

const namesIn = async (root: string, folder: string): Promise<StoreName[]> =>
  (await readdir(path.join(root, folder)))
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .map((name) => `${folder}/${name}`);
