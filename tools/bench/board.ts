import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { entranceRoutes, peopleRoutes } from '#modules/people/contract.ts';
import { type BoardCard, serviceOrderRoutes as routes } from '#modules/service-orders/contract.ts';
import { withCard } from '#modules/service-orders/web/boardCards.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { callerOver } from '#shared/call.ts';
import { askedAgain, toldIn } from '#web/renewing.ts';
import { startServer } from './server.ts';

const password = '雨后山里的石板路';
/** A change is on every screen within a second (WSH-17). */
const mostMs = 1000;
/** What is told of one record within this time is read once: as the browser does it (web/useLive.ts). */
const gatheredMs = 40;
const steps = ['inspect', 'estimate', 'approve', 'start'] as const;

interface Sized {
  orders: number;
  people: number;
  /** How long each person takes between two changes. */
  pauseMs: number;
}
type Caller = ReturnType<typeof callerOver>;
interface Person {
  call: Caller;
  cookie: () => string;
}
type Shown = { items: BoardCard[] };

/** One open board: read once as a whole, then by the event stream card by card, as the screen does it. */
class Board {
  shown: Shown = { items: [] };
  wholeReads = 0;
  cardReads = 0;
  /** Given up after several tries: the change then counts as missed. */
  failedReads = 0;
  private readonly seenAt = new Map<string, number>();
  private readonly gathered = new Set<string>();
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private readonly ending = new AbortController();
  private readonly base: string;
  private readonly person: Person;
  constructor(base: string, person: Person) {
    this.base = base;
    this.person = person;
  }

  async open(): Promise<void> {
    const headers = { cookie: this.person.cookie() };
    const stream = await fetch(`${this.base}/api/v1/events`, {
      headers,
      signal: this.ending.signal,
    });
    void this.hear(stream.body!).catch(() => undefined);
    this.wholeReads += 1;
    this.shown = await this.person.call(routes.board, {});
  }
  close(): void {
    this.ending.abort();
  }
  /** When this board first showed that version of the order, or a later one. */
  sawAt(orderId: string, version: number): number | undefined {
    return this.seenAt.get(`${orderId} ${version}`);
  }

  private async hear(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const bytes of body) {
      const messages = (rest + decoder.decode(bytes, { stream: true })).split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages) if (message.startsWith('data: ')) this.told(message.slice(6));
    }
  }
  private told(data: string): void {
    for (const { type, id } of toldIn(data))
      if (type === 'serviceOrder' && id) this.gathered.add(id);
    if (this.gathered.size > 0) this.gathering ??= setTimeout(() => this.renewAll(), gatheredMs);
  }
  private renewAll(): void {
    this.gathering = undefined;
    const ids = [...this.gathered];
    this.gathered.clear();
    for (const id of ids) void this.renewCard(id).catch(() => (this.failedReads += 1));
  }
  private async renewCard(orderId: string): Promise<void> {
    const { card } = await askedAgain(() => {
      this.cardReads += 1;
      return this.person.call(routes.card, { params: { orderId } });
    });
    const before = this.shown.items.find(({ id }) => id === orderId)?.version ?? 0;
    if (!card || card.version < before) return;
    this.shown = withCard(orderId, card)(this.shown);
    const at = performance.now();
    for (let version = before + 1; version <= card.version; version++)
      this.seenAt.set(`${orderId} ${version}`, at);
  }
}

interface Change {
  orderId: string;
  version: number;
  at: number;
}

/**
 * 300 open orders, 20 people who change them and 20 boards that are open: each change must reach each board by the event
 * stream, as one card, within a second.
 */
export async function benchBoard({ orders, people, pauseMs }: Sized): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jingming-board-'));
  const server = await startServer(dataDir);
  try {
    const staff = await staffOf(server.base, people);
    const ids = await receivedBy(staff, orders);
    const boards = staff.map((person) => new Board(server.base, person));
    for (const board of boards) await board.open();
    const began = performance.now();
    const changes = (
      await Promise.all(
        staff.map((person, at) =>
          worksThrough(
            person,
            ids.filter((_, place) => place % people === at),
            pauseMs,
          ),
        ),
      )
    ).flat();
    const tookMs = performance.now() - began;
    await untilSeen(boards, changes);
    const late = changes.flatMap(({ orderId, version, at }) =>
      boards.map((board) => {
        const seen = board.sawAt(orderId, version);
        return seen === undefined ? Number.POSITIVE_INFINITY : Math.max(0, seen - at);
      }),
    );
    for (const board of boards) board.close();
    return told({ orders, people, pauseMs, tookMs, changes: changes.length, late, boards });
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function told(ran: Sized & { tookMs: number; changes: number; late: number[]; boards: Board[] }) {
  const { boards, tookMs, changes, orders, people, pauseMs } = ran;
  const reached = ran.late.filter(Number.isFinite).toSorted((one, other) => one - other);
  const at = (share: number) =>
    Math.round(reached[Math.min(reached.length - 1, Math.floor(reached.length * share))] ?? 0);
  const sum = (pick: (board: Board) => number) =>
    boards.reduce((total, board) => total + pick(board), 0);
  const missed = ran.late.length - reached.length;
  const figures = {
    ...{ bench: 'board', orders, people, boards: boards.length, pauseMs, changes },
    changesPerSecond: Math.round((changes * 10_000) / tookMs) / 10,
    ...{ reached: reached.length, missed },
    ...{ p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1), mostMs },
    wholeReads: sum(({ wholeReads }) => wholeReads),
    cardReads: sum(({ cardReads }) => cardReads),
    failedReads: sum(({ failedReads }) => failedReads),
    shownOnEach: [...new Set(boards.map(({ shown }) => shown.items.length))],
  };
  console.log(JSON.stringify(figures));
  const isOnce = figures.wholeReads === boards.length;
  return missed === 0 && isOnce && figures.p99Ms <= mostMs ? 0 : 1;
}

/** What was told may still be on its way when the last change is made; a minute is more than enough. */
async function untilSeen(boards: readonly Board[], changes: readonly Change[]): Promise<void> {
  const isSeen = () =>
    boards.every((board) =>
      changes.every(({ orderId, version }) => board.sawAt(orderId, version) !== undefined),
    );
  for (let tries = 0; tries < 600 && !isSeen(); tries++) await sleep(100);
}

/** Each of his orders goes from the inspection to the work, a step at a time. */
async function worksThrough(
  { call }: Person,
  ids: readonly string[],
  pauseMs: number,
): Promise<Change[]> {
  const changes: Change[] = [];
  await sleep(Math.random() * pauseMs);
  for (const step of steps) {
    for (const orderId of ids) {
      const order = await askedAgain(() => take(call, step, orderId));
      changes.push({ orderId, version: order.version, at: performance.now() });
      await sleep(pauseMs * (0.5 + Math.random()));
    }
  }
  return changes;
}

async function take(call: Caller, step: (typeof steps)[number], orderId: string) {
  const params = { orderId };
  if (step === 'inspect') {
    const body = { methods: ['look' as const], findings: [], grade: 'minor' as const };
    return call(routes.inspect, { params, body });
  }
  if (step === 'estimate') {
    const lines = [{ description: '更换机油机滤', labourFen: 9_000, partsFen: 26_000 }];
    return call(routes.estimate, { params, body: { lines } });
  }
  if (step === 'start') return call(routes.start, { params, body: {} });
  const { lines } = await call(routes.read, { params });
  const answers = lines.map(({ id: lineId }) => ({ lineId, answer: 'approved' as const }));
  return call(routes.approve, { params, body: { answers, answeredBy: '单先生', how: 'phone' } });
}

/** The orders, received beforehand, a share by each. */
async function receivedBy(staff: readonly Person[], orders: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < orders; at++) {
    const { call } = staff[at % staff.length]!;
    const plate = `鄂B${String(10_000 + at)}`;
    const phone = `138${String(20_000_000 + at)}`;
    const { vehicleId } = await call(vehicleRoutes.arrive, {
      body: { plate, customerName: `单先生${at}`, phone, model: '帕萨特' },
    });
    const body = { vehicleId, customerWords: '保养', mileageKm: 42_300 };
    ids.push((await call(routes.receive, { body })).id);
  }
  return ids;
}

/** The owner and his colleagues, each with a session of his own. */
async function staffOf(base: string, people: number): Promise<Person[]> {
  const owner = personAt(base);
  const founder = { employeeName: '周建国', username: 'zhoujianguo', password };
  const house = { tenantName: '城东汽车服务中心', ...founder };
  await owner.call(entranceRoutes.setup, { body: house });
  const staff = [owner];
  for (let at = 1; at < people; at++) {
    const username = `person${at}`;
    const body = { name: `同事${at}`, post: '服务顾问', roleKeys: ['owner'], username, password };
    await owner.call(peopleRoutes.addEmployee, { body });
    const person = personAt(base);
    await person.call(entranceRoutes.signIn, { body: { username, password } });
    staff.push(person);
  }
  return staff;
}

/** Somebody at a browser: his cookie goes with all that he asks. */
function personAt(base: string): Person {
  let cookie = '';
  const call = callerOver(async ({ method, path, body, headers }) => {
    const answer = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json', cookie, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: Object.fromEntries(answer.headers),
    };
  });
  return { call, cookie: () => cookie };
}
