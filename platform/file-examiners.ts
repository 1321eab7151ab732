import type { FileAnswer, FileOrder } from './file-worker.ts';
import { HelperFault, HelperProcess } from './helper-process.ts';
import { Problem } from './problem.ts';

const limits = { waiting: 100, ms: 30_000, memoryMb: 512 };
/** Two, so that one large picture does not hold up everybody's. */
const examiners = [1, 2].map(
  () =>
    new HelperProcess<FileOrder, FileAnswer>(new URL('./file-worker.ts', import.meta.url), limits),
);

/**
 * Tells what a file is and draws a picture anew, in a process of its own (D-50, G-22).
 * @param warn hears of a file that ended its process, by what it did to it.
 * @throws Problem `file_kind_refused`, `picture_broken`, `storage_full`, `busy` or `stopping`.
 */
export async function examined(
  path: string,
  warn: (error: Error) => void,
): Promise<Exclude<FileAnswer, { kind: 'refused' }>> {
  const idlest = examiners.reduce((least, each) => (each.load < least.load ? each : least));
  const answer = await idlest.ask({ path }).catch((error: Error) => {
    throw asProblem(error, warn);
  });
  if (answer.kind !== 'refused') return answer;
  if (answer.code === 'storage_full') throw new Problem(503, answer.code);
  throw refusal(answer.code);
}

/** Ends the processes when the program stops. */
export const stopExamining = async () => {
  await Promise.all(examiners.map((each) => each.close()));
};

const refusal = (code: string) => new Problem(422, code, {}, [{ pointer: '', code }]);

function asProblem(error: Error, warn: (error: Error) => void): Error {
  if (!(error instanceof HelperFault)) return error;
  if (error.kind === 'busy') return new Problem(503, 'busy');
  if (error.kind === 'stopped') return new Problem(503, 'stopping');
  warn(error);
  return refusal('picture_broken');
}
