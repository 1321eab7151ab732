import { setTimeout as sleep } from 'node:timers/promises';
import { type Figures, figuresOf, ratioOf } from '../measure.ts';
import type { Askers, House } from './house.ts';
import type { Asking, Kind } from './kinds.ts';

export interface Place {
  house: House;
  askers: Askers;
  kinds: readonly Kind[];
}
export interface Compared {
  name: string;
  group: Kind['group'];
  by: keyof Askers;
  small: Figures;
  big: Figures;
  ratioP50: number;
  ratioP95: number;
  /** Asked of the larger house it was not answered in time. */
  isRefused: boolean;
}

const api = (base: string, path: string) => `${base}/api/v1${path}`;

class Busy extends Error {}

/** Asks once, with the whole answer read. @throws where it is refused */
export async function ask(base: string, cookie: string, { path, body }: Asking): Promise<unknown> {
  for (;;) {
    const answer = await fetch(api(base, path), {
      headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    const told = await answer.text();
    if (answer.ok) return told === '' ? undefined : JSON.parse(told);
    if (answer.status === 503) throw new Busy(path);
    if (answer.status !== 429) throw new Error(`${path} answers ${answer.status}: ${told}`);
    await sleep(1000);
  }
}

/** Milliseconds; nothing where the server was too busy to answer in its time. */
async function timed(base: string, cookie: string, asking: Asking): Promise<number | undefined> {
  const from = process.hrtime.bigint();
  try {
    await ask(base, cookie, asking);
  } catch (error) {
    if (error instanceof Busy) return undefined;
    throw error;
  }
  return Number(process.hrtime.bigint() - from) / 1e6;
}

/** Each kind asked of both houses turn by turn, so that the noise of the machine falls on both alike. */
export async function compare(
  base: string,
  small: Place,
  big: Place,
  wanted: (kind: Kind) => boolean,
  say: (line: string) => void,
): Promise<Compared[]> {
  const results: Compared[] = [];
  for (const [at, kind] of big.kinds.entries()) {
    if (!wanted(kind)) continue;
    const pair = [
      { place: small, asked: small.kinds[at]!.asked, times: [] as number[] },
      { place: big, asked: kind.asked, times: [] as number[] },
    ] as const;
    const calls = Math.min(...pair.map(({ asked }) => asked.length));
    let isRefused = false;
    for (let call = -10; call < calls && !isRefused; call++) {
      for (const { place, asked, times } of pair) {
        const ms = await timed(base, place.askers[kind.by], asked.at(call % asked.length)!);
        if (ms === undefined) isRefused = true;
        else if (call >= 0) times.push(ms);
      }
    }
    const figures = [figuresOf(pair[0].times), figuresOf(pair[1].times)] as const;
    const compared = { ...comparedOf(kind, ...figures), isRefused };
    results.push(compared);
    say(lineOf(compared));
  }
  return results;
}

const lineOf = ({ name, by, ratioP50, ratioP95, small, big, isRefused }: Compared) =>
  `${isRefused ? 'not answered: ' : ''}${by} ${name}: p50 ${small.p50} ${big.p50} p95 ${small.p95} ${big.p95}, ${ratioP50} and ${ratioP95} times`;

const comparedOf = ({ name, group, by }: Kind, small: Figures, big: Figures) => ({
  name,
  group,
  by,
  small,
  big,
  ratioP50: ratioOf(big.p50, small.p50),
  ratioP95: ratioOf(big.p95, small.p95),
});
