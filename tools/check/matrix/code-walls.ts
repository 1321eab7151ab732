import { registerHooks } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import './unhurried.ts';
import { type CodeWall, weakened } from './weakening.ts';

/* Loaded by `--import` before the product: every check in its code can then be taken away while it runs. */

const walls: CodeWall[] = [];
/** Which check is away now, and who hears that one was passed. */
export const standing: { away: number | undefined; passed: (wall: number) => void } = {
  away: undefined,
  passed: () => {},
};

/** Every check of the product's code that was loaded so far. */
export const codeWalls = (): readonly CodeWall[] => walls;

Object.assign(globalThis, {
  wallIsAway: (wall: number): boolean => {
    standing.passed(wall);
    return standing.away === wall;
  },
});

const root = fileURLToPath(new URL('../../../', import.meta.url));
const guarded = /^(?:modules\/[^/]+\/server|platform|server)\/(?!.*\.(?:test|fixture)\.ts$).+\.ts$/;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.startsWith('file:') || !loaded.source) return loaded;
    const path = relative(root, fileURLToPath(url));
    if (!guarded.test(path)) return loaded;
    const { source, found } = weakened(path, loaded.source.toString(), walls.length);
    walls.push(...found);
    return { ...loaded, source };
  },
});
