import { createHash } from 'node:crypto';

/** A random sample: by the hash of each id with the seed, the same for everybody who has the seed. */
export const drawnBy = (seed: string, ids: readonly string[], size: number): string[] =>
  ids
    .map((id) => ({ id, at: createHash('sha256').update(`${seed}:${id}`).digest('hex') }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
