import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Asked {
  number: number;
  wish: string;
  input: unknown;
}
interface Answer {
  number: number;
  result?: unknown;
  fault?: string;
}

/** In a child: does what the parent wishes, one thing after the other. */
export function answering(wishes: Record<string, (input: never) => Promise<unknown>>): void {
  let before: Promise<unknown> = Promise.resolve();
  process.on('message', ({ number, wish, input }: Asked) => {
    before = before
      .then(() => wishes[wish]!(input as never))
      .then(
        (result) => process.send?.({ number, result } satisfies Answer),
        (error: Error) => process.send?.({ number, fault: String(error.stack) } satisfies Answer),
      );
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ number: ready } satisfies Answer);
}

/** The number of the first thing a child says: that it listens. */
const ready = -1;

/** Said to whoever waits for an answer of a process that was killed. */
export class Killed extends Error {}

const besideHere = (file: string) => pathToFileURL(join(import.meta.dirname, file)).href;

/** A process of the harness, seen from its parent. */
export class Hand {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private next = 0;
  /** Whether it has come to work: a new one needs a moment. */
  isReady = false;

  constructor(file: string, env: Record<string, string>, preloads: readonly string[]) {
    this.child = fork(join(import.meta.dirname, file), {
      env: { ...process.env, ...env },
      execArgv: preloads.flatMap((each) => ['--import', besideHere(each)]),
    });
    this.child.on('message', (answer: Answer) => {
      if (answer.number === ready) this.isReady = true;
      else this.waiting.get(answer.number)?.(answer);
    });
    this.child.on('exit', () => {
      for (const [number, tell] of this.waiting) tell({ number, fault: 'killed' });
    });
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async ask<Result>(wish: string, input: unknown = {}): Promise<Result> {
    const number = this.next++;
    const answered = new Promise<Answer>((resolve) => this.waiting.set(number, resolve));
    if (!this.isAlive) throw new Killed(wish);
    this.child.send({ number, wish, input } satisfies Asked);
    const { result, fault } = await answered;
    this.waiting.delete(number);
    if (fault === 'killed') throw new Killed(wish);
    if (fault !== undefined) throw new Error(`${wish}: ${fault}`);
    return result as Result;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.isAlive) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
