import type { Run } from '../harness.ts';
import { seeded } from '../random.ts';
import type { Volley } from './volley.ts';
import { endlessBody, faultsHeard, oddBytes, talk } from './wire.ts';

const patienceMs = 20_000;
/** The product gives a body 30 s (D-17), and a machine with other things to do some more. */
const trickleMs = 90_000;

/** Lines that no proper client holds, eight at once. */
export async function sendOddBytes(volley: Volley, count: number, run: Run): Promise<void> {
  let left = count;
  const one = async (at: number) => {
    const random = seeded(run.seed * 13 + at);
    while (left-- > 0) {
      const path = `/api/v1${random.of(['/employees', '/customers', '/search', '/files'])}`;
      const pieces = oddBytes(random, await volley.cookieOf('owner'), path);
      const heard = await talk(volley.port, pieces, patienceMs);
      for (const fault of faultsHeard(heard)) {
        run.fail(
          `${fault}: ${JSON.stringify(Buffer.concat(pieces).subarray(0, 400).toString('latin1'))}`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, at) => one(at)));
}

/** Bodies that never end are ended, while everybody else is served. */
export async function trickleBodies(volley: Volley, fail: (what: string) => void): Promise<void> {
  const pieces = endlessBody(await volley.cookieOf('owner'), '/api/v1/employees');
  const heard = await Promise.all([1, 2, 3].map(() => talk(volley.port, pieces, trickleMs)));
  for (const { text, isClosed } of heard) {
    if (!isClosed || !text.startsWith('HTTP/1.1 408 '))
      fail(`an endless body: ${text.slice(0, 80)}`);
  }
}
