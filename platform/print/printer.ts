import { Worker } from 'node:worker_threads';
import { Problem } from '#platform/problem.ts';
import type { PrintAnswer, PrintOrder } from './worker.ts';

export interface PrinterLimits {
  /** Forms that may wait while one is printed; the next is refused with `print_busy`. */
  readonly waitingForms: number;
  /** Milliseconds that one form may take, the start of the thread included. */
  readonly formMs: number;
  /** Characters of JSON in one form. */
  readonly dataCharacters: number;
}

export interface Printed {
  readonly pdf: Buffer;
  /** Characters of the data that the font cannot draw; 〓 stands in their place. */
  readonly missing: readonly string[];
}

export interface Printer {
  print(order: PrintOrder): Promise<Printed>;
  /** Ends the thread; what waits is refused with `print_stopped`. */
  close(): Promise<void>;
}

interface Job {
  readonly order: PrintOrder;
  readonly resolve: (printed: Printed) => void;
  readonly reject: (reason: Error) => void;
}

const usualLimits: PrinterLimits = {
  waitingForms: 100,
  formMs: 30_000,
  dataCharacters: 2_000_000,
};

/**
 * One thread that prints form after form. It starts with the first form, keeps its fonts, and is
 * replaced when it dies or when a form takes too long.
 */
export function createPrinter(limits: Partial<PrinterLimits> = {}): Printer {
  const { waitingForms, formMs, dataCharacters } = { ...usualLimits, ...limits };
  const waiting: Job[] = [];
  let thread: Worker | undefined;
  let current: { job: Job; alarm: NodeJS.Timeout } | undefined;

  function print(order: PrintOrder): Promise<Printed> {
    if (order.json.length > dataCharacters) {
      return Promise.reject(new Problem(413, 'print_too_large', { limit: dataCharacters }));
    }
    if (current && waiting.length >= waitingForms) {
      return Promise.reject(new Problem(503, 'print_busy'));
    }
    return new Promise((resolve, reject) => {
      waiting.push({ order, resolve, reject });
      printNext();
    });
  }

  function printNext(): void {
    if (current) return;
    const job = waiting.shift();
    if (!job) {
      // An idle thread must not keep the process alive.
      thread?.unref();
      return;
    }
    thread ??= startThread();
    thread.ref();
    const tooSlow = () => replaceThread(new Problem(503, 'print_too_slow', { limitMs: formMs }));
    current = { job, alarm: setTimeout(tooSlow, formMs) };
    thread.postMessage(job.order);
  }

  function startThread(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] });
    started.on('message', (answer: PrintAnswer) => {
      if (thread === started) finish(answer);
    });
    const died = (reason: Error) => {
      if (thread === started) replaceThread(reason);
    };
    started.on('error', died);
    started.on('exit', (code) => died(new Error(`the printing thread ended (${code})`)));
    return started;
  }

  function finish(answer: PrintAnswer): void {
    const job = takeCurrent();
    if (answer.kind === 'printed') {
      job?.resolve({ pdf: Buffer.from(answer.pdf.buffer), missing: answer.missing });
    } else {
      job?.reject(new Error(`printing failed: ${answer.message}`));
    }
    printNext();
  }

  function replaceThread(reason: Error): void {
    void endThread();
    takeCurrent()?.reject(reason);
    printNext();
  }

  function takeCurrent(): Job | undefined {
    clearTimeout(current?.alarm);
    const job = current?.job;
    current = undefined;
    return job;
  }

  async function endThread(): Promise<void> {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  }

  async function close(): Promise<void> {
    const stopped = new Problem(503, 'print_stopped');
    for (const job of waiting.splice(0)) job.reject(stopped);
    takeCurrent()?.reject(stopped);
    await endThread();
  }

  return { print, close };
}
