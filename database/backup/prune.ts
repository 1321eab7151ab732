import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createZstdDecompress } from 'node:zlib';
import { partFile, partSeal } from './base.ts';
import type { BackupKey } from './key.ts';
import { glanceAtManifest, readManifest } from './manifest.ts';
import { mirroredFile, mirroredFiles, storedFiles } from './mirror.ts';
import { basesOf, contentOf, isUnfinished, type Line, readSealed } from './repository.ts';
import { isSegment } from './segments.ts';
import { through } from './streams.ts';
import { sealedSegment, walOf } from './wal.ts';

const dayMs = 24 * 3_600_000;
/** However old: with the newest one alone, a fault in it would leave nothing. */
const alwaysKept = 2;

/** The files that a base backup lists. */
export async function listedFiles(line: Line, base: string, key: BackupKey): Promise<string[]> {
  const file = path.join(line.baseDir, base, partFile('files'));
  const sealed = readSealed(file, key, partSeal(base, 'files'));
  const text = (await contentOf(through(sealed, createZstdDecompress()))).toString();
  return text.split('\n').filter((name) => name !== '');
}

/** Removes base backups older than so many days, the WAL before the oldest kept one, and files that nobody knows any more. */
export async function prune(
  line: Line,
  storeDir: string,
  key: BackupKey,
  { now, keepDays }: { now: Date; keepDays: number },
): Promise<void> {
  const bases = await basesOf(line);
  const eldest = now.getTime() - keepDays * dayMs;
  const old = bases
    .slice(0, Math.max(0, bases.length - alwaysKept))
    .filter((base) => Date.parse(glanceAtManifest(path.join(line.baseDir, base)).endedAt) < eldest);
  for (const base of old) await rm(path.join(line.baseDir, base), { recursive: true });
  const kept = bases.filter((base) => !old.includes(base));
  if (kept.length === 0) return;
  const { firstSegment } = readManifest(path.join(line.baseDir, kept[0]!), key);
  for (const segment of await walOf(line)) {
    if (isSegment(segment) && segment < firstSegment) await rm(sealedSegment(line, segment));
  }
  await forgetErased(line, storeDir, kept, key);
  await removeDrafts(line.walDir, now);
}

/** Copies that neither the store nor a kept base backup knows: what was erased leaves the backups too. */
async function forgetErased(line: Line, storeDir: string, kept: string[], key: BackupKey) {
  // Looked at before the store: a file that comes in meanwhile is not among them.
  const copies = await mirroredFiles(line);
  const known = new Set(await storedFiles(storeDir));
  for (const base of kept) for (const name of await listedFiles(line, base, key)) known.add(name);
  for (const name of copies) if (!known.has(name)) await rm(mirroredFile(line, name));
}

/** What a process that was killed in the middle of writing left behind, a day ago or longer. */
async function removeDrafts(folder: string, now: Date): Promise<void> {
  for (const name of (await readdir(folder)).filter(isUnfinished)) {
    const { mtimeMs } = await stat(path.join(folder, name));
    if (mtimeMs < now.getTime() - dayMs) await rm(path.join(folder, name));
  }
}
