import { harness } from '#tools/check/harness.ts';
import { crashRounds } from './rounds.ts';

/** Kills the program in the midst of its work and looks at what is left (G-01 to G-07). */
await harness('crash', { short: 40, long: 1000 }, async (run) => crashRounds(run));
