import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { figuresOf, rounded } from '../measure.ts';
import type { Request } from './asked.ts';

export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
}

/** Runs all calls by so many hands at once; each hand takes the next one when it is done. */
export async function loaded(calls: readonly (() => Promise<unknown>)[], hands: number) {
  const times: number[] = [];
  let next = 0;
  const from = performance.now();
  const hand = async () => {
    for (let at = next++; at < calls.length; at = next++) {
      const begun = performance.now();
      await calls[at]!();
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  const seconds = (performance.now() - from) / 1000;
  const { p50, p99 } = figuresOf(times);
  return { perSecond: rounded(calls.length / seconds), p50, p99 } satisfies Load;
}

/** Calls begun at an even pace, whoever is still waiting: what people feel below saturation. */
export async function paced(calls: readonly (() => Promise<unknown>)[], perSecond: number) {
  const times: number[] = [];
  const from = performance.now();
  const running = calls.map(async (call, at) => {
    const begin = from + (at * 1000) / perSecond;
    await sleep(Math.max(0, begin - performance.now()));
    const begun = performance.now();
    await call();
    times.push(performance.now() - begun);
  });
  await Promise.all(running);
  const { p50, p99 } = figuresOf(times);
  return { perSecond, p50, p99 } satisfies Load;
}

/** A client that costs little itself: connections that stay, an answer that is read and not looked into. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });
  private readonly base: string;
  private readonly cookie: string;

  constructor(base: string, cookie: string) {
    this.base = base;
    this.cookie = cookie;
  }

  /** Sends it, each writing one with a key of its own. @returns the answer. @throws where it is refused */
  async send({ method, path, body }: Request): Promise<string> {
    const sent = body && JSON.stringify(body);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = {
        cookie: this.cookie,
        ...(sent !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(sent),
          'idempotency-key': randomUUID(),
        }),
      };
      const options = { method, headers, agent: this.agent };
      request(`${this.base}/api/v1${path}`, options, resolve).on('error', reject).end(sent);
    });
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part);
    const told = Buffer.concat(parts).toString();
    if (answer.statusCode! >= 300) throw new Error(`${path} answers ${answer.statusCode}: ${told}`);
    return told;
  }

  close(): void {
    this.agent.destroy();
  }
}

/**
 * CPU that a process and those that it began have taken so far, ended ones too, in milliseconds; Linux alone tells it.
 */
export function cpuMsOf(pid: number): number {
  const family = [pid];
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name) && statOf(name)?.parent === pid) family.push(Number(name));
  }
  const ended = statOf(String(pid))?.endedMs ?? 0;
  return family.reduce((sum, one) => sum + (statOf(String(one))?.cpuMs ?? 0), ended);
}

/** Ticks are hundredths of a second on every Linux that Node runs on. */
const tickMs = 10;

interface Stat {
  parent: number;
  cpuMs: number;
  /** Of children that it began and that have ended. */
  endedMs: number;
}

function statOf(pid: string): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Its name may hold anything: what follows it begins after the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = (at: number) => Number(fields[at]) + Number(fields[at + 1]);
    return { parent: Number(fields[1]), cpuMs: ticks(11) * tickMs, endedMs: ticks(13) * tickMs };
  } catch {
    return undefined;
  }
}
