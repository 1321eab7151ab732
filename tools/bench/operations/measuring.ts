import { type Figures, figuresOf, ratioOf, rounded } from '../measure.ts';
import type { Operation, Request } from './asked.ts';
import type { Bare, Behind } from './bare.ts';
import { type Client, cpuMsOf, type Load, loaded, paced } from './load.ts';

type Size = 'small' | 'big';

interface Measuring {
  key: Operation['key'];
  name: string;
  isWrite: boolean;
  requests: Record<Size, readonly Request[]>;
  /** How many are sent by one hand. */
  calls: number;
  behind: readonly Behind[][];
  bare: Bare;
  asking: Record<Size, Client>;
  pids: { server: number; database: number };
}

export interface Measured {
  key: Operation['key'];
  name: string;
  isWrite: boolean;
  statements: number;
  /** One after the other; the floor and the smaller house in turn with it. */
  one: { http: Figures; floor: Figures; tenth: Figures };
  /** Sixteen at once. */
  sixteen: { http: Load; floor: Load };
  /** Milliseconds of CPU a request at sixteen. */
  cpuMs: { server: number; database: number };
  /** At half of the throughput. */
  paced: Load;
  /** Of the floor's throughput at sixteen. */
  share: number;
  /** Against a house of a tenth, by the p50. */
  tenfold: number;
  /** p99 by p50 at half of the throughput. */
  spread: number;
}

const hands = 16;
const blocks = 4;

/** One operation, in this order: alone and in turn with the floor, sixteen at once in turn with the floor, at a pace. */
export async function measure(measuring: Measuring) {
  const { requests, behind, calls, bare, asking, isWrite } = measuring;
  const made: Record<Size, string[]> = { small: [], big: [] };
  const sender = (size: Size, request: Request) => async () => {
    const told = await asking[size].send(request);
    if (isWrite) made[size].push((JSON.parse(told) as { id: string }).id);
  };
  const http = requests.big.map((request) => sender('big', request));
  const tenth = requests.small.map((request) => sender('small', request));
  const floor = behind.map(bare.run);
  // What reads may be asked again and again; what writes only once.
  const part = (all: readonly (() => Promise<void>)[], from: number, count: number) =>
    Array.from({ length: count }, (_, at) => all[isWrite ? from + at : (from + at) % all.length]!);
  if (!isWrite) for (const list of [http, tenth, floor]) await inTurn([part(list, 0, 20)]);
  const [httpOne, floorOne, tenthOne] = await inTurn(
    [http, floor, tenth].map((list) => part(list, 0, calls)),
  );
  const sixteen = { http: [] as Load[], floor: [] as Load[] };
  const cpu = { server: 0, database: 0 };
  for (let block = 0; block < blocks; block++) {
    const from = calls * (block + 1);
    sixteen.floor.push(await loaded(part(floor, from, calls), hands));
    const before = [cpuMsOf(measuring.pids.server), cpuMsOf(measuring.pids.database)] as const;
    sixteen.http.push(await loaded(part(http, from, calls), hands));
    cpu.server += cpuMsOf(measuring.pids.server) - before[0];
    cpu.database += cpuMsOf(measuring.pids.database) - before[1];
  }
  const whole = { http: together(sixteen.http), floor: together(sixteen.floor) };
  const pace = await paced(part(http, calls * (blocks + 1), calls), whole.http.perSecond / 2);
  const { key, name } = measuring;
  const measured: Measured = {
    ...{ key, name, isWrite },
    statements: Math.max(
      ...behind.map((parts) => parts.reduce((sum, { asked }) => sum + asked.length, 0)),
    ),
    one: { http: figuresOf(httpOne!), floor: figuresOf(floorOne!), tenth: figuresOf(tenthOne!) },
    sixteen: whole,
    cpuMs: {
      server: rounded(cpu.server / (calls * blocks)),
      database: rounded(cpu.database / (calls * blocks)),
    },
    paced: pace,
    share: ratioOf(whole.http.perSecond, whole.floor.perSecond),
    tenfold: ratioOf(figuresOf(httpOne!).p50, figuresOf(tenthOne!).p50),
    spread: ratioOf(pace.p99, pace.p50),
  };
  return { measured, made };
}

/** Turn by turn, so that the noise of the machine falls on all alike. */
async function inTurn(lists: readonly (readonly (() => Promise<void>)[])[]): Promise<number[][]> {
  const times = lists.map((): number[] => []);
  for (const at of lists[0]!.keys()) {
    for (const [which, list] of lists.entries()) {
      const from = performance.now();
      await list[at]!();
      times[which]!.push(performance.now() - from);
    }
  }
  return times;
}

/** The blocks of a run as one: as many requests in all of their time, the middle of their figures. */
function together(parts: readonly Load[]): Load {
  const seconds = parts.reduce((sum, { perSecond }) => sum + 1 / perSecond, 0);
  const middle = (of: (load: Load) => number) =>
    parts.map(of).toSorted((a, b) => a - b)[Math.floor(parts.length / 2)]!;
  return {
    perSecond: rounded(parts.length / seconds),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
  };
}
