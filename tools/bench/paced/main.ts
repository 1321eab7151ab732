import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Embedded } from '#database/embedded/embedded.ts';
import { keyId, SmsPeer, secret } from '#modules/messages/server/sms-peer.fixture.ts';
import { connected } from '../archive/house.ts';
import { type Figures, figuresOf, ratioOf, rounded } from '../measure.ts';
import type { Operation, Request } from '../operations/asked.ts';
import { Client } from '../operations/load.ts';
import { opened, type Place, say, serverOn } from '../operations/prepared.ts';
import { type RunningServer, startServer } from '../server.ts';
import { emptied, messagesTo, type Outcome, outcomeOf, queued, resting } from './queue.ts';

export interface Wanted {
  messages: number;
  customers: number;
  dir?: string;
  /** Requests of each sort in a block. */
  calls: number;
  /** How long the queue may take to be empty; what is left then is said. */
  minutes: number;
}

/** What is promised: no request of the day takes more than twice as long while the queue leaves. */
const mostTimes = 2;
const blocks = 3;
const refusing = 20;
/** A stretch between two looks at what has left. */
const lookEveryMs = 5000;

interface Compared {
  name: string;
  rest: Figures;
  sending: Figures;
  /** By the median, and by the slowest hundredth. */
  times: number;
  timesP99: number;
}
export interface Result {
  messages: number;
  customers: number;
  compared: Compared[];
  perSecond: number;
  taken: number;
  twice: number;
  toRefusing: number;
  outcome: Outcome;
  broken: string[];
}

export async function benchPaced(wanted: Wanted): Promise<number> {
  const result = await measuredPaced(wanted);
  console.table(
    result.compared.map(({ name, rest, sending, times, timesP99 }) => ({
      name,
      ...{ restP50: rest.p50, sendingP50: sending.p50, times },
      ...{ restP99: rest.p99, sendingP99: sending.p99, timesP99 },
    })),
  );
  console.log(JSON.stringify(result));
  return result.broken.length > 0 ? 1 : 0;
}

/**
 * A long queue of text messages leaves for a provider on this machine, while somebody works: the same requests with the
 * queue at rest (none of it due) and under way, in turn. Then it is emptied, and what arrived is counted.
 */
export async function measuredPaced({ messages, customers, dir, calls, minutes }: Wanted) {
  const counts = { reads: 200, writes: calls * blocks * 2 * 2 + 10 };
  const usual = join(import.meta.dirname, '..', '..', '..', '.cache', `bench-paced-${customers}`);
  const { embedded, dataDir, places } = await opened(customers, dir ?? usual, counts);
  const owner = await connected({ ...embedded.ownerConfig });
  const peer = new SmsPeer();
  try {
    const place = places.at(-1)!;
    const { tenantId } = place.house;
    await emptied(owner, tenantId);
    const endpoint = await peer.open();
    const begin = () =>
      startServer(dataDir, {
        ...serverOn(embedded),
        EGRESS_ALLOW: new URL(endpoint).host,
      });
    const server = await begin();
    await setUp(server, place, endpoint);
    await server.stop();
    const refusers = await queued(owner, { tenantId, messages, refusing });
    say(`${messages} messages are queued`);
    const alternating = { embedded, owner, place, peer, begin, calls, refusers, minutes };
    const measured = await alternated(alternating);
    const result: Result = { messages, customers: place.house.customers, ...measured };
    await writeFile(join(dataDir, 'paced.json'), `${JSON.stringify(result, null, 2)}\n`);
    return result;
  } finally {
    await peer.close();
    await owner.end();
    await embedded.stop();
  }
}

async function setUp({ base }: RunningServer, { cookie }: Place, endpoint: string) {
  const client = new Client(base, cookie);
  const body = {
    ...{ provider: 'aliyun', endpoint, keyId, secret, appId: '', region: '' },
    ...{ signature: '景明汽修', priceLi: 45 },
  };
  await client.send({ method: 'POST', path: '/message-channels/sms', body });
  client.close();
}

interface Alternating {
  embedded: Embedded;
  owner: pg.Client;
  place: Place;
  peer: SmsPeer;
  begin(): Promise<RunningServer>;
  calls: number;
  refusers: string[];
  minutes: number;
}

async function alternated(given: Alternating): Promise<Omit<Result, 'messages' | 'customers'>> {
  const { owner, place, peer, begin, calls, refusers, minutes } = given;
  const { tenantId } = place.house;
  const times = { rest: new Map<string, number[]>(), sending: new Map<string, number[]>() };
  const requests = new Requests(place.operations);
  const server = await begin();
  const client = new Client(server.base, place.cookie);
  const pace = { taken: 0, ms: 0 };
  try {
    await asked(client, requests, calls, new Map());
    for (let block = 0; block < blocks; block++) {
      await resting(owner, tenantId, true);
      await asked(client, requests, 2, new Map());
      await asked(client, requests, calls, times.rest);
      await resting(owner, tenantId, false);
      await asked(client, requests, 2, new Map());
      const [taken, from] = [peer.taken.length, performance.now()];
      await asked(client, requests, calls, times.sending);
      pace.taken += peer.taken.length - taken;
      pace.ms += performance.now() - from;
      if (block === 0) await refused(client, refusers);
      say(`block ${block}: ${peer.taken.length} have left`);
    }
    const until = performance.now() + minutes * 60_000;
    while (performance.now() < until && (await outcomeOf(owner, tenantId)).waiting > 0)
      await sleep(lookEveryMs);
  } finally {
    client.close();
    await server.stop();
  }
  const outcome = await outcomeOf(owner, tenantId);
  const seen = new Set(peer.taken.map(({ outId }) => outId));
  const toRefusers = await messagesTo(owner, tenantId, refusers);
  const toRefusing = toRefusers.filter(({ id }) => seen.has(id)).length;
  const compared = [...times.rest].map(([name, rest]) =>
    comparedOf(name, rest, times.sending.get(name)!),
  );
  const result = {
    ...{ compared, outcome, toRefusing, taken: peer.taken.length },
    perSecond: rounded(pace.taken / (pace.ms / 1000)),
    twice: peer.taken.length - seen.size,
  };
  return { ...result, broken: brokenOf(result) };
}

function comparedOf(name: string, rest: readonly number[], busy: readonly number[]): Compared {
  const [one, other] = [figuresOf(rest), figuresOf(busy)];
  const times = ratioOf(other.p50, one.p50);
  return { name, rest: one, sending: other, times, timesP99: ratioOf(other.p99, one.p99) };
}

function brokenOf({
  compared,
  outcome,
  toRefusing,
  taken,
  twice,
}: Omit<Result, 'messages' | 'customers' | 'perSecond' | 'broken'>) {
  const slower = compared.filter(({ times }) => times > mostTimes);
  const sent = outcome.states.sent ?? 0;
  return [
    ...slower.map(({ name, times }) => `${name} takes ${times} times as long`),
    ...(twice > 0 ? [`${twice} arrived twice`] : []),
    ...(toRefusing > 0 ? [`${toRefusing} arrived at who had refused`] : []),
    ...(sent === taken ? [] : [`${taken} arrived, ${sent} are noted as sent`]),
  ];
}

/** Who was to be written to last says no, by the route that the desk uses. */
async function refused(client: Client, customerIds: readonly string[]): Promise<void> {
  const body = { purpose: 'marketing', channel: 'any', given: false, evidence: '电话里说的' };
  for (const id of customerIds)
    await client.send({ method: 'POST', path: `/customers/${id}/consents`, body });
}

const day = ['W1', 'W2', 'W3', 'W4', 'W6', 'W8'] as const;

/** A handful of requests of a day; what writes is drawn once, what reads in turn. */
class Requests {
  readonly operations: Operation[];
  private readonly at = new Map<string, number>();
  constructor(operations: readonly Operation[]) {
    this.operations = day.map((key) => operations.find((each) => each.key === key)!);
  }
  next({ key, requests }: Operation): Request {
    const at = this.at.get(key) ?? 0;
    this.at.set(key, at + 1);
    return requests[at % requests.length]!;
  }
}

/** One after the other, the sorts in turn, so that a bad moment of the machine falls on all of them. */
async function asked(
  client: Client,
  requests: Requests,
  calls: number,
  into: Map<string, number[]>,
) {
  for (let call = 0; call < calls; call++) {
    for (const operation of requests.operations) {
      const request = requests.next(operation);
      const from = performance.now();
      await client.send(request);
      const name = `${operation.key} ${operation.name}`;
      into.set(name, [...(into.get(name) ?? []), performance.now() - from]);
    }
  }
}
