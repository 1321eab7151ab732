import { existsSync } from 'node:fs';
import { readdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { outgoingDirOf } from '../embedded/places.ts';
import type { Running } from './reach.ts';

const gibibyte = 1024 ** 3;
const leastFree = 2 * gibibyte;
/** Fewer are no burden. */
const leastWaiting = 16;

type Place = Pick<Running, 'home' | 'clusterDir'>;

/** Present when WAL was thrown away: the next base backup begins a whole archive again. */
export const holeNote = (home: Running['home']): string => path.join(home.dataDir, 'backup-hole');

export const hasHole = ({ home }: Place): boolean => existsSync(holeNote(home));

/**
 * When the disk of the backups is away for long, WAL piles up on the disk of the data. Before that one is full the pile
 * goes: a shop that works with an alarm is better than one that stands still.
 * @returns whether it went
 */
export async function makeRoom(place: Place): Promise<boolean> {
  const outgoing = outgoingDirOf(place.clusterDir);
  const names = await readdir(outgoing).catch(() => [] as string[]);
  if (names.length < leastWaiting) return false;
  const { bavail, bsize } = await statfs(outgoing);
  if (bavail * bsize >= leastFree) return false;
  await writeFile(holeNote(place.home), '', { flush: true });
  for (const name of names) await rm(path.join(outgoing, name), { force: true });
  return true;
}
