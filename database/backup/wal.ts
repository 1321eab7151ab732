import { createReadStream } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { takeLock } from '../embedded/lock.ts';
import { outgoingDirOf } from '../embedded/places.ts';
import type { BackupKey } from './key.ts';
import type { Running } from './reach.ts';
import {
  hasBegun,
  type Line,
  readSealed,
  sha256Of,
  textSource,
  writeSealed,
  writeWhole,
} from './repository.ts';
import { isSegment } from './segments.ts';
import { through } from './streams.ts';

/** The newest segment that lies sealed in a line, noted so that its loss is noticed. */
export interface LastWal {
  readonly segment: string;
  readonly at: string;
}

const suffix = '.zst.sealed';
const kept = (name: string) => isSegment(name) || /^[0-9A-F]{8}\.history$/.test(name);

/** Where a segment lies in a line. */
export const sealedSegment = (line: Line, segment: string): string =>
  path.join(line.walDir, segment + suffix);

/** The content of a sealed segment. */
export const segmentContent = (
  line: Line,
  segment: string,
  key: BackupKey,
): AsyncIterable<Buffer> =>
  through(
    readSealed(sealedSegment(line, segment), key, walName(line, segment)),
    createZstdDecompress(),
  );

/** The segments (and histories) that lie in a line, oldest first. */
export async function walOf(line: Line): Promise<string[]> {
  const names = await readdir(line.walDir).catch(() => [] as string[]);
  return names
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length))
    .sort();
}

/** How many finished segments wait to be taken. */
export async function waitingSegments(clusterDir: string): Promise<number> {
  const names = await readdir(outgoingDirOf(clusterDir)).catch(() => [] as string[]);
  return names.filter(kept).length;
}

/**
 * Takes what PostgreSQL laid down: compressed, sealed, synced, and only then removed there. Before the first base
 * backup nothing is worth keeping. One taker at a time; another one's work is left to it.
 * @returns how many were taken
 */
export async function takeOutgoing(
  running: Pick<Running, 'home' | 'clusterDir'>,
  line: Line,
  key: BackupKey,
  now: Date,
): Promise<number> {
  const lock = takeLock(path.join(running.home.runDir, 'wal.lock'));
  if (!lock) return 0;
  try {
    const outgoing = outgoingDirOf(running.clusterDir);
    const names = await readdir(outgoing).catch(() => [] as string[]);
    let taken = 0;
    for (const name of names.filter((one) => /^[0-9A-F]/.test(one)).sort()) {
      const file = path.join(outgoing, name);
      if (hasBegun(line) && kept(name)) {
        await sealSegment(line, name, file, key);
        if (isSegment(name)) await noteLast(line, { segment: name, at: now.toISOString() });
        taken += 1;
      }
      await rm(file);
    }
    return taken;
  } finally {
    lock.release();
  }
}

async function sealSegment(line: Line, name: string, file: string, key: BackupKey): Promise<void> {
  if ((await walOf(line)).includes(name)) return expectSame(line, name, file, key);
  const compressed = through(createReadStream(file), createZstdCompress());
  await writeSealed(sealedSegment(line, name), compressed, key, walName(line, name));
}

/** Taken before, but not removed: the power went in between. Anything else must never be written over. */
async function expectSame(line: Line, name: string, file: string, key: BackupKey): Promise<void> {
  const [before, now] = await Promise.all([
    sha256Of(segmentContent(line, name, key)),
    sha256Of(createReadStream(file)),
  ]);
  if (before !== now) throw new Error(`WAL segment ${name} was archived before with other content`);
}

const walName = (line: Line, segment: string) => `wal/${line.id}/${segment}`;
const lastFile = (line: Line) => path.join(line.dir, 'last-wal.json');

const noteLast = async (line: Line, last: LastWal): Promise<void> =>
  void (await writeWhole(lastFile(line), textSource(`${JSON.stringify(last)}\n`)));

/** The newest segment that was ever sealed in a line. */
export async function lastWalOf(line: Line): Promise<LastWal | undefined> {
  try {
    return JSON.parse(await readFile(lastFile(line), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
