import { parentPort, workerData } from 'node:worker_threads';
import type { SheetRow } from '#shared/cells.ts';
import { SheetFault } from './fault.ts';
import type { ReadingAnswer, ReadingOrder } from './messages.ts';
import { rowsOf, summarise } from './reading.ts';

// The reading thread: one per file. It sends a batch only when asked, so that neither side piles up rows.
const { task, path, sheet, after, limits } = workerData as ReadingOrder;
const answers = task === 'summarise' ? summary() : batches(rowsOf(path, sheet, limits));

parentPort?.on('message', async () => parentPort?.postMessage(await nextAnswer()));

async function nextAnswer(): Promise<ReadingAnswer> {
  try {
    const { done, value } = await answers.next();
    return done ? { kind: 'end' } : value;
  } catch (error) {
    if (error instanceof SheetFault) {
      return { kind: 'fault', code: error.code, detail: error.detail };
    }
    throw error;
  }
}

async function* summary(): AsyncGenerator<ReadingAnswer> {
  yield { kind: 'summary', sheets: await summarise(path, limits) };
}

async function* batches(rows: AsyncIterable<SheetRow[]>): AsyncGenerator<ReadingAnswer> {
  for await (const batch of rows) {
    const fresh = batch.filter(({ number }) => number > after);
    if (fresh.length > 0) yield { kind: 'rows', rows: fresh };
  }
}
