/** The thread that an expression may hang. */
import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';

export interface RegexOrder {
  pattern: string;
  flags: string;
  where: string;
}
export interface RegexVerdict {
  /** What took how long; empty when every input was done with quickly. */
  slow: string;
}

/** Characters; first a tenth of it, so that nobody waits for what is bad enough already. */
const whole = 100_000;
/** Milliseconds of this thread's own computing, whatever else the machine does. */
const muchMs = 50;
const muchForATenthMs = 15;
/** Twice as much to eat may take twice as long, and some. */
const linear = 3;

parentPort?.on('message', (order: RegexOrder) => {
  parentPort?.postMessage({ slow: slownessOf(order) } satisfies RegexVerdict);
});

function slownessOf({ pattern, flags }: RegexOrder): string {
  const expression = new RegExp(pattern, flags.replace(/[gy]/g, ''));
  for (const [name, input] of hostileInputs(pattern, expression)) {
    for (const [length, much] of [
      [whole / 10, muchForATenthMs] as const,
      [whole, muchMs] as const,
    ]) {
      const ms = timeOf(expression, input(length));
      if (ms <= much) continue;
      // A machine that stands still within one of the two looks like a square; a square is one every time.
      const [least, half] = [length, length / 2].map((each) =>
        Math.min(...[1, 2, 3].map(() => timeOf(expression, input(each)))),
      ) as [number, number];
      if (least > much && least > half * linear)
        return `${name}: ${least} ms for ${length}, ${half} ms for half`;
    }
  }
  return '';
}

function timeOf(expression: RegExp, input: string): number {
  const before = process.threadCpuUsage();
  expression.test(input);
  const { user, system } = process.threadCpuUsage(before);
  return Math.round((user + system) / 1000);
}

type Input = readonly [name: string, make: (length: number) => string];

/** What an expression likes to eat, for long, and then a character that it does not like. */
function* hostileInputs(pattern: string, expression: RegExp): Generator<Input> {
  const foods = [...new Set([...pattern.replace(/\\(.)/g, eaten), ...'a1 甲\n-'])].slice(0, 16);
  const ends = ['\u0000', '!', 'x'];
  for (const food of foods) {
    for (const end of ends) yield [`${food}…`, (length) => food.repeat(length) + end];
  }
  for (const food of foods.slice(0, 6)) {
    for (const other of foods.slice(0, 6)) {
      yield [`${food}${other}…`, (length) => `${`${food}${other}`.repeat(length / 2)}\u0000`];
    }
  }
  for (const sample of samplesOf(expression)) {
    yield [`${sample}…`, (length) => `${sample.repeat(length / sample.length)}\u0000`];
    for (const food of foods.slice(0, 4)) {
      yield [`${sample}${food}…`, (length) => `${sample + food.repeat(length)}\u0000`];
    }
  }
}

const eaten = (_: string, letter: string): string =>
  ({ d: '7', s: ' ', w: 'a', S: 'a', D: 'a', W: '-', p: '甲', P: 'a', b: ' ' })[letter] ?? letter;

function samplesOf(expression: RegExp): string[] {
  // Of all that a class does not hold there is too much to choose from.
  if (expression.source.includes('[^')) return [];
  try {
    const found = fc.sample(fc.stringMatching(expression), { numRuns: 3, seed: 7 });
    return found.filter((text) => text.length > 0 && text.length < 1000);
  } catch {
    // Look-around is not what it can make samples of.
    return [];
  }
}
