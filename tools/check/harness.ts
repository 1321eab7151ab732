import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Random, seeded } from './random.ts';

/** What a run found out, in numbers: printed as the last line, as JSON. */
export type Figures = Record<string, number | string | boolean>;

export interface Run {
  /** The short form decides what lands; the long one yields the published figures. */
  readonly isLong: boolean;
  readonly seed: number;
  /** Numbers that come again with the same seed. */
  readonly random: Random;
  /** How many rounds, requests or operations: of the form, or what `--count` asks for. */
  readonly count: number;
  /** Only what has this in its name; a check without such parts takes no notice. */
  readonly only: string | undefined;
  /** Beginnings of route ids: only these are asked; a check without routes takes no notice. */
  readonly about: readonly string[];
  /** One of the halves of a check that is long enough to be run in two processes; left out, the whole. */
  readonly part: string | undefined;
  say(line: string): void;
  /** Notes a broken promise; the run goes on, and ends with exit code 1. */
  fail(what: string): void;
}

const shownFailures = 40;

/**
 * The short form draws the same for the same commit, so that whoever looks at a commit sees what decided over it;
 * the next commit draws anew. The long form never draws twice.
 */
function seedOf(isLong: boolean): number {
  if (!isLong) {
    try {
      const commit = execFileSync('git', ['rev-parse', 'HEAD'], {
        cwd: import.meta.dirname,
        stdio: 'pipe',
      });
      return Number.parseInt(commit.toString().slice(0, 5), 16);
    } catch {
      // No repository here, as in an unpacked archive.
    }
  }
  return Number(process.hrtime.bigint() % 1_000_000n);
}

/**
 * One command that tries to break a promise. `npm run check:<name> [-- --long] [-- --seed 1] [-- --count 100] [-- --only <part of a name>] [-- --about <beginning of a route's id>]
 * [-- --part <half>]`
 * prints its seed first, and last one line of JSON with its figures; exit code 1 when a promise was broken.
 */
export async function harness(
  name: string,
  { short, long }: { short: number; long: number },
  attempt: (run: Run) => Promise<Figures>,
): Promise<void> {
  const { values } = parseArgs({
    options: {
      long: { type: 'boolean', default: false },
      seed: { type: 'string' },
      count: { type: 'string' },
      only: { type: 'string' },
      about: { type: 'string', multiple: true, default: [] },
      part: { type: 'string' },
    },
  });
  const isLong = values.long;
  const seed = values.seed === undefined ? seedOf(isLong) : Number(values.seed);
  const count = Number(values.count ?? (isLong ? long : short));
  const failures: string[] = [];
  console.log(`check:${name} seed=${seed} count=${count}`);
  const startedMs = performance.now();
  let figures: Figures = {};
  try {
    figures = await attempt({
      isLong,
      seed,
      count,
      only: values.only,
      about: values.about,
      part: values.part,
      random: seeded(seed),
      say: (line) => console.log(line),
      fail: (what) => {
        failures.push(what);
        if (failures.length <= shownFailures) console.error(`✗ ${what}`);
      },
    });
  } catch (error) {
    failures.push('the run itself broke');
    console.error('✗ the run itself broke:', error);
  }
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  const held = failures.length === 0;
  console.log(
    JSON.stringify({
      check: name,
      held,
      seed,
      count,
      seconds,
      ...figures,
      broken: failures.length,
    }),
  );
  process.exitCode = held ? 0 : 1;
}
