import { type Random, seeded } from '../random.ts';
import type { Channel } from './channel.ts';
import { Known } from './known.ts';
import { faultsOf, reproduction, slowMs, waitsForOthers } from './oracle.ts';
import { kindAt, parametersOf } from './paths.ts';
import { RequestMaker, type RouteSeen, temper } from './requests.ts';
import { type Answer, type Sent, send } from './sender.ts';

const clients = 8;
const roles = [
  'owner',
  'owner',
  'advisor',
  'technician',
  'inspector',
  'followUpAgent',
  'supervisor',
  'cashier',
  '',
] as const;

/** The clock of a test is no part of the product, and who begins a house is done once. */
const leftOut = new Set(['system.moveClock']);

export interface Tally {
  requests: number;
  sequences: number;
  byClass: Record<string, number>;
  slowestMs: number;
  serverErrors: number;
  slow: Sent[];
}

interface Facts {
  port: number;
  routes: readonly RouteSeen[];
  ids: Readonly<Record<string, readonly string[]>>;
  foreign: readonly string[];
}

/** Eight clients that send what contracts allow, nearly allow and never meant, one after the other, and judge. */
export class Volley {
  readonly tally: Tally = {
    requests: 0,
    sequences: 0,
    byClass: { '2xx': 0, '4xx': 0, '5xx': 0, none: 0 },
    slowestMs: 0,
    serverErrors: 0,
    slow: [],
  };
  private readonly channel: Channel;
  readonly port: number;
  private readonly routes: readonly RouteSeen[];
  private readonly known: Known;
  private readonly foreign: ReadonlySet<string>;
  private readonly fail: (what: string) => void;
  private readonly cookies = new Map<string, string>();
  private readonly reported = new Set<string>();
  /** Routes that did what they are for at least once. */
  private readonly reached = new Set<string>();

  constructor(channel: Channel, facts: Facts, fail: (what: string) => void) {
    this.channel = channel;
    this.port = facts.port;
    this.routes = facts.routes.filter(({ id }) => !leftOut.has(id));
    this.foreign = new Set(facts.foreign);
    this.known = new Known(facts.foreign);
    for (const [kind, ids] of Object.entries(facts.ids)) {
      for (const id of ids) this.known.add(kind, id);
    }
    this.fail = fail;
  }

  /** Sends so many requests, by several clients at once. */
  async send(count: number, seed: number): Promise<void> {
    const until = this.tally.requests + count;
    const isOver = () => this.tally.requests >= until || !this.channel.isAlive;
    await Promise.all(
      Array.from({ length: clients }, async (_, at) => {
        const random = seeded(seed * 31 + at);
        const maker = new RequestMaker(random, this.known);
        while (!isOver()) {
          if (random() < 0.6) await this.single(random, maker);
          else await this.sequence(random, maker, isOver);
        }
      }),
    );
  }

  private async single(random: Random, maker: RequestMaker): Promise<void> {
    const route = random.of(this.routes);
    await this.ask(random.of(roles), route, maker.make(route, random.of(temper)), random);
  }

  /** Steps about one and the same thing, by several people, in an order that nobody planned. */
  private async sequence(random: Random, maker: RequestMaker, isOver: () => boolean) {
    const about = random.of(this.routes.filter(({ path }) => path.includes(':')));
    const name = parametersOf(about.path)[0]!;
    const ids = { [name]: this.known.idFor(name, random) };
    const steps = this.routes.filter(({ path }) => parametersOf(path).includes(name));
    this.tally.sequences++;
    for (let left = 4 + random.whole(9); left > 0 && !isOver(); left--) {
      const route = random.of(steps);
      const mood = random() < 0.75 ? 'valid' : random.of(temper);
      const role = random() < 0.6 ? 'owner' : random.of(roles);
      await this.ask(role, route, maker.make(route, mood, ids), random);
    }
  }

  /** Sends what somebody else made: a case of the list of regressions, a request put together by hand. */
  async replay(sent: Sent, role: string): Promise<Answer> {
    sent.headers.cookie ??= await this.cookieOf(role);
    const answer = await send(this.port, sent);
    await this.judge(sent, answer);
    return answer;
  }

  private async ask(role: string, route: RouteSeen, sent: Sent, random: Random): Promise<void> {
    const anonymous = random() < 0.04;
    if (!anonymous && sent.headers.authorization === undefined) {
      sent.headers.cookie = random() < 0.01 ? 'jm_session=%00;;=' : await this.cookieOf(role);
    }
    const answer = await send(this.port, sent);
    await this.judge(sent, answer);
    if (answer.status === 401 && sent.headers.cookie === this.cookies.get(role)) {
      this.cookies.delete(role);
    }
    if (answer.status < 300 && /json/.test(String(answer.headers['content-type']))) {
      this.known.learn(kindAt(route.path), JSON.parse(asText(answer.text)));
    }
  }

  private async judge(sent: Sent, answer: Answer): Promise<void> {
    const { tally } = this;
    tally.requests++;
    const name = answer.status === 0 ? 'none' : `${Math.floor(answer.status / 100)}xx`;
    tally.byClass[name] = (tally.byClass[name] ?? 0) + 1;
    if (answer.status >= 500) tally.serverErrors++;
    if (answer.status >= 200 && answer.status < 300) this.reached.add(sent.routeId);
    if (!waitsForOthers.has(sent.routeId)) {
      tally.slowestMs = Math.max(tally.slowestMs, Math.round(answer.ms));
      if (answer.ms > slowMs) tally.slow.push(sent);
    }
    for (const fault of faultsOf(sent, answer, this.foreign))
      await this.report(sent, answer, fault);
  }

  /** One of a kind is enough to work with. */
  private async report(sent: Sent, { status, text }: Answer, fault: string): Promise<void> {
    const id = /"instance":"([^"]+)"/.exec(text)?.[1] ?? '';
    const reason = status >= 500 ? await this.channel.reasonOf(id) : '';
    const kind = `${sent.routeId} ${fault} ${reason.slice(0, 200)}`;
    if (this.reported.has(kind)) return;
    this.reported.add(kind);
    this.fail(`${sent.routeId}: ${fault}\n  ${reproduction(sent)}\n  ${reason}`);
  }

  /** Routes that never did what they are for: there only refusals were tried. */
  get unreached(): string[] {
    return this.routes.map(({ id }) => id).filter((id) => !this.reached.has(id));
  }

  /** Slow while eight asked at once may be the machine's doing; slow again alone is ours. */
  async slowAlone(): Promise<number> {
    let count = 0;
    for (const sent of this.tally.slow.slice(0, 40)) {
      const times = [await send(this.port, sent), await send(this.port, sent)].map(({ ms }) => ms);
      if (Math.min(...times) <= slowMs) continue;
      count++;
      this.fail(`${sent.routeId}: ${Math.round(Math.min(...times))} ms\n  ${reproduction(sent)}`);
    }
    return count;
  }

  /** A session of somebody in that role; `owner#2` is another owner. */
  async cookieOf(role: string): Promise<string> {
    const known = this.cookies.get(role);
    if (known) return known;
    const { cookie } = await this.channel.ask('newcomer', { role: role.split('#')[0]! });
    this.cookies.set(role, cookie);
    return cookie;
  }
}

const asText = (latin1: string): string => Buffer.from(latin1, 'latin1').toString();
