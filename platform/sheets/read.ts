import { Worker } from 'node:worker_threads';
import type { SheetRow } from '#shared/cells.ts';
import { SheetFault } from './fault.ts';
import { type SheetLimits, sheetLimits } from './limits.ts';
import type { ReadingAnswer, ReadingOrder } from './messages.ts';
import type { SheetSummary } from './reading.ts';

export interface ReadOptions {
  /** Name of the sheet; the first visible one if not given. */
  sheet?: string;
  /** Number of the last row that is known already: what stands above it does not leave the thread. */
  after?: number;
  limits?: Partial<SheetLimits>;
}

/**
 * Yields the rows of an .xlsx or .csv file in batches of a few hundred, in a thread of its own:
 * the caller's event loop stays free, and memory stays flat however long the list is. Leaving the
 * loop ends the thread. Throws `SheetFault` when the file is at fault (D-52).
 */
export async function* readSheet(
  path: string,
  options: ReadOptions = {},
): AsyncGenerator<SheetRow[]> {
  const { sheet, after = 0, limits } = options;
  for await (const answer of ask({ task: 'rows', path, sheet, after }, limits)) {
    if (answer.kind === 'rows') yield answer.rows;
  }
}

/** Lists the sheets of a file with the number of rows that hold something. A CSV file is one sheet without a name. */
export async function sheetsOf(
  path: string,
  limits: Partial<SheetLimits> = {},
): Promise<SheetSummary[]> {
  for await (const answer of ask({ task: 'summarise', path, sheet: undefined, after: 0 }, limits)) {
    if (answer.kind === 'summary') return answer.sheets;
  }
  throw new SheetFault('reading_stopped', 'no answer');
}

type Asked = Exclude<ReadingAnswer, { kind: 'end' | 'fault' }>;

async function* ask(
  order: Omit<ReadingOrder, 'limits'>,
  changedLimits: Partial<SheetLimits> = {},
): AsyncGenerator<Asked> {
  const limits = { ...sheetLimits, ...changedLimits };
  const thread = new ReadingThread({ ...order, limits });
  try {
    for (;;) {
      const answer = await thread.next();
      if (answer.kind === 'end') return;
      if (answer.kind === 'fault') throw new SheetFault(answer.code, answer.detail);
      yield answer;
    }
  } finally {
    await thread.stop();
  }
}

class ReadingThread {
  private readonly worker: Worker;
  private readonly failed: Promise<never>;
  private millisecondsLeft: number;

  constructor(order: ReadingOrder) {
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: order.limits.memoryMb },
    });
    this.millisecondsLeft = order.limits.milliseconds;
    this.failed = this.failure();
    // The thread may fail while nobody asks; the next question then meets this rejection.
    this.failed.catch(() => {});
  }

  async next(): Promise<ReadingAnswer> {
    const askedAt = performance.now();
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => reject(new SheetFault('reading_stopped', 'time is up')),
      this.millisecondsLeft,
    );
    const answer = new Promise<ReadingAnswer>((resolve) => this.worker.once('message', resolve));
    this.worker.postMessage('next');
    try {
      return await Promise.race([answer, this.failed, late]);
    } finally {
      clearTimeout(timer);
      this.millisecondsLeft = Math.max(0, this.millisecondsLeft - (performance.now() - askedAt));
    }
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private async failure(): Promise<never> {
    const reason = await Promise.race([
      new Promise<Error>((resolve) => this.worker.once('error', resolve)),
      new Promise<string>((resolve) =>
        this.worker.once('exit', (code) => resolve(`thread left with ${code}`)),
      ),
    ]);
    throw new SheetFault('reading_stopped', String(reason));
  }
}
