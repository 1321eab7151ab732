import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { ratioOf, rounded } from '../measure.ts';
import { type RunningServer, startServer } from '../server.ts';
import type { Operation, Request } from './asked.ts';
import { Client, cpuMsOf, loaded, paced } from './load.ts';
import { opened, type Place, say, serverOn } from './prepared.ts';

export interface LastingWanted {
  customers: number;
  dir?: string;
  minutes: number;
  streams: number;
}

interface Pids {
  server: number;
  database: number;
}

interface Minute {
  cpuMs: { server: number; database: number };
  residentMb: number;
  p50: number;
  p99: number;
}

/** What a day's length and listening screens cost: ratios of one run. */
export interface Lasting {
  streams: number;
  /** Throughput with that many event streams open, over that without any. */
  streamsShare: number;
  /** CPU of server and database a request likewise: what is left of the share when the asking client's own is left out. */
  streamsCpu: number;
  minutes: number;
  perSecond: number;
  /** CPU a request in the last fifth of the run over that of the first, the first minute left out. */
  cpuRatio: number;
  /** Resident memory of the server likewise. */
  memoryRatio: number;
  eachMinute: Minute[];
}

/** What is promised (Issue of speed): open streams cost at most a twentieth; cost and memory stay flat. */
export const promisedOfLasting = { streamsShare: 0.95, cpuRatio: 1.1, memoryRatio: 1.1 };

const hands = 16;
const blocks = 6;
/** Requests of a block; what writes is told to every open stream. */
const blockSize = 400;
const readsForOneWrite = 9;
const lastingFile = 'lasting.json';

/**
 * Many open event streams beside none, in turn, and then a long run at half of the throughput with them open. Writes its
 * figures beside the database, for the page of the benchmarks. Gives the exit code.
 */
export async function benchLasting({ customers, dir, minutes, streams }: LastingWanted) {
  const writes = Math.ceil((blocks * 2 * blockSize + minutes * 60 * mostPerSecond) / 10);
  const { embedded, dataDir, places } = await opened(customers, dir, { reads: 400, writes });
  try {
    const server = await startServer(dataDir, serverOn(embedded));
    const big = places[1]!;
    const client = new Client(server.base, big.cookie);
    try {
      const draw = mixOf(big.operations, client);
      const listening = new Listening(server, big);
      const pids = { server: server.pid, database: embedded.pid() };
      const beside = await besideStreams(draw, listening, streams, pids);
      const { streamsShare, streamsCpu, perSecond } = beside;
      const pace = Math.min(mostPerSecond, Math.max(1, Math.floor(perSecond / 2)));
      const eachMinute = await flat(draw, pids, minutes, pace);
      listening.close();
      const told: Lasting = {
        ...{ streams, streamsShare, streamsCpu, minutes, perSecond: pace, eachMinute },
        cpuRatio: drift(eachMinute, ({ cpuMs }) => cpuMs.server + cpuMs.database),
        memoryRatio: drift(eachMinute, ({ residentMb }) => residentMb),
      };
      await writeFile(join(dataDir, lastingFile), `${JSON.stringify(told, null, 2)}\n`);
      const { eachMinute: _, ...figures } = told;
      const missed = missedOfLasting(told);
      console.log(JSON.stringify({ customers, ...figures, missed }));
      return missed.length > 0 ? 1 : 0;
    } finally {
      client.close();
      await server.stop();
    }
  } finally {
    await embedded.stop();
  }
}

/** What an earlier long run beside this database found; nothing where there was none. */
export async function lastingIn(dataDir: string): Promise<Lasting | undefined> {
  const file = join(dataDir, lastingFile);
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Lasting) : undefined;
}

export const missedOfLasting = ({ streams, streamsShare, cpuRatio, memoryRatio }: Lasting) => [
  ...(streamsShare < promisedOfLasting.streamsShare
    ? [`${streams} open streams leave ${streamsShare} of the throughput`]
    : []),
  ...(cpuRatio > promisedOfLasting.cpuRatio ? [`CPU a request grows to ${cpuRatio}`] : []),
  ...(memoryRatio > promisedOfLasting.memoryRatio ? [`memory grows to ${memoryRatio}`] : []),
];

/** So much is enough to see a drift, and leaves the machine to others. */
const mostPerSecond = 60;

type Draw = (count: number) => (() => Promise<unknown>)[];

/** What a shop's day is made of: looking up in turn, and one complaint for nine looks. */
function mixOf(operations: readonly Operation[], client: Client): Draw {
  const requestsOf = (key: Operation['key']): Request[] =>
    operations.find((each) => each.key === key)!.requests;
  const reads = (['W1', 'W2', 'W3', 'W8'] as const).map(requestsOf);
  const writes = requestsOf('W6');
  let drawn = 0;
  const next = (): Request => {
    const at = drawn++;
    if (at % (readsForOneWrite + 1) === readsForOneWrite)
      return writes[Math.floor(at / (readsForOneWrite + 1)) % writes.length]!;
    const list = reads[at % reads.length]!;
    return list[at % list.length]!;
  };
  return (count) =>
    Array.from({ length: count }, () => {
      const request = next();
      return () => client.send(request);
    });
}

/**
 * Event streams as open screens hold them, by bare sockets: what comes is read and forgotten, since it is the machines of
 * those who look that would read it.
 */
class Listening {
  private open: Socket[] = [];
  private readonly at: URL;
  private readonly cookie: string;

  constructor({ base }: RunningServer, { cookie }: Place) {
    this.at = new URL(`${base}/api/v1/events`);
    this.cookie = cookie;
  }

  async begin(count: number): Promise<void> {
    for (let opened = 0; opened < count; opened++) {
      const socket = connect(Number(this.at.port), this.at.hostname);
      socket.write(
        `GET ${this.at.pathname} HTTP/1.1\r\nhost: ${this.at.host}\r\ncookie: ${this.cookie}\r\n\r\n`,
      );
      const [head] = (await once(socket, 'data')) as [Buffer];
      if (!head.toString('latin1').startsWith('HTTP/1.1 200'))
        throw new Error(`a stream answers ${head.toString('latin1').slice(0, 80)}`);
      socket.on('error', () => undefined).resume();
      this.open.push(socket);
    }
  }

  close(): void {
    for (const socket of this.open) socket.destroy();
    this.open = [];
  }
}

/** Blocks in turn, so that the noise of the machine falls on both; the streams stay open after the last one. */
async function besideStreams(draw: Draw, listening: Listening, streams: number, pids: Pids) {
  const spent = { without: noneYet(), beside: noneYet() };
  const block = async (sum: Spent) => {
    const before = cpuMsOf(pids.server) + cpuMsOf(pids.database);
    sum.seconds += blockSize / (await loaded(draw(blockSize), hands)).perSecond;
    sum.cpuMs += cpuMsOf(pids.server) + cpuMsOf(pids.database) - before;
  };
  await loaded(draw(blockSize), hands);
  for (let count = 0; count < blocks; count++) {
    listening.close();
    await block(spent.without);
    await listening.begin(streams);
    await block(spent.beside);
  }
  const { without, beside } = spent;
  const figures = {
    streamsShare: ratioOf(without.seconds, beside.seconds),
    streamsCpu: ratioOf(beside.cpuMs, without.cpuMs),
  };
  say(`${streams} streams beside none: ${JSON.stringify(figures)}`);
  return { ...figures, perSecond: (blocks * blockSize) / beside.seconds };
}

interface Spent {
  seconds: number;
  cpuMs: number;
}
const noneYet = (): Spent => ({ seconds: 0, cpuMs: 0 });

async function flat(draw: Draw, pids: Pids, minutes: number, perSecond: number): Promise<Minute[]> {
  const told: Minute[] = [];
  for (let minute = 0; minute < minutes; minute++) {
    const before = { server: cpuMsOf(pids.server), database: cpuMsOf(pids.database) };
    const count = perSecond * 60;
    const { p50, p99 } = await paced(draw(count), perSecond);
    const one: Minute = {
      cpuMs: {
        server: rounded((cpuMsOf(pids.server) - before.server) / count),
        database: rounded((cpuMsOf(pids.database) - before.database) / count),
      },
      residentMb: residentMbOf(pids.server),
      ...{ p50, p99 },
    };
    say(`minute ${minute + 1}: ${JSON.stringify(one)}`);
    told.push(one);
  }
  return told;
}

/** The mean of the last fifth over that of the first; what warms up in the first minute is left out. */
function drift(minutes: readonly Minute[], of: (minute: Minute) => number): number {
  const warm = minutes.length > 1 ? minutes.slice(1) : minutes;
  const fifth = Math.max(1, Math.floor(warm.length / 5));
  const mean = (part: readonly Minute[]) =>
    part.reduce((sum, each) => sum + of(each), 0) / part.length;
  return ratioOf(mean(warm.slice(-fifth)), mean(warm.slice(0, fifth)));
}

function residentMbOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return rounded(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
