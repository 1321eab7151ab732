import { harness } from '#tools/check/harness.ts';
import { canaryRun } from './canary-run.ts';

/** Puts a canary into every field of every request, provokes errors, and looks for the canaries where people must not be. */
await harness('privacy', { short: 600, long: 20_000 }, canaryRun);
process.exit();
