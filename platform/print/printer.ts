import { HelperFault, HelperProcess } from '#platform/helper-process.ts';
import { Problem } from '#platform/problem.ts';
import type { PrintAnswer, PrintOrder } from './worker.ts';

export interface PrinterLimits {
  /** Forms that may wait while one is printed; the next is refused with `print_busy`. */
  readonly waitingForms: number;
  /** Milliseconds that one form may take, the start of the process included. */
  readonly formMs: number;
  /** Characters of JSON in one form. */
  readonly dataCharacters: number;
}

export interface Printed {
  readonly pdf: Buffer;
  /** All its pages as one SVG without scripts or fonts, where that was asked. */
  readonly picture?: string;
  /** Characters of the data that the font cannot draw; 〓 stands in their place. */
  readonly missing: readonly string[];
}

export interface Printer {
  print(order: PrintOrder): Promise<Printed>;
  /** Ends the process; what waits is refused with `print_stopped`. */
  close(): Promise<void>;
}

const usualLimits: PrinterLimits = {
  waitingForms: 100,
  formMs: 30_000,
  dataCharacters: 2_000_000,
};
/** Fonts, caches and a form of 2 million characters. */
const memoryMb = 1024;

/**
 * One process that prints form after form. It starts with the first form, keeps its fonts, and is
 * replaced when it dies or when a form takes too long: a crash of the typesetter ends one form, never the program.
 */
export function createPrinter(limits: Partial<PrinterLimits> = {}): Printer {
  const { waitingForms, formMs, dataCharacters } = { ...usualLimits, ...limits };
  const helper = new HelperProcess<PrintOrder, PrintAnswer>(
    new URL('./worker.ts', import.meta.url),
    { waiting: waitingForms, ms: formMs, memoryMb },
  );

  async function print(order: PrintOrder): Promise<Printed> {
    if (order.json.length > dataCharacters) {
      throw new Problem(413, 'print_too_large', { limit: dataCharacters });
    }
    const answer = await helper.ask(order).catch((error: Error) => {
      throw asProblem(error, formMs);
    });
    if (answer.kind === 'failed') throw new Error(`printing failed: ${answer.message}`);
    const { pdf, picture, missing } = answer;
    return { pdf: Buffer.from(pdf), picture, missing };
  }

  return { print, close: () => helper.close() };
}

function asProblem(error: Error, limitMs: number): Error {
  if (!(error instanceof HelperFault)) return error;
  if (error.kind === 'busy') return new Problem(503, 'print_busy');
  if (error.kind === 'stopped') return new Problem(503, 'print_stopped');
  if (error.kind === 'tooSlow') return new Problem(503, 'print_too_slow', { limitMs });
  return error;
}
