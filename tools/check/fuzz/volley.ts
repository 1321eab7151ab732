import type { StepState } from '#shared/fields.ts';
import { type Random, seeded } from '../random.ts';
import type { Channel } from './channel.ts';
import { Known } from './known.ts';
import { faultsOf, reproduction, slowMs, waitsForOthers } from './oracle.ts';
import { kindsOf, parametersOf } from './paths.ts';
import type { Regression } from './regressions.ts';
import { RequestMaker, type RouteSeen, temper } from './requests.ts';
import { type Answer, type Sent, send } from './sender.ts';
import { type Stall, stallMs } from './stalls.ts';

const clients = 8;
/** By how much the clocks of two processes may differ. */
const clocksApartMs = 100;
const roles = [
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

/** A request that was answered late enough to have held up the loop, and when that was. */
interface Late {
  sent: Sent;
  ms: number;
  endedAt: number;
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
  private readonly kindAt: (path: string) => string | undefined;
  private readonly foreign: ReadonlySet<string>;
  private readonly fail: (what: string) => void;
  private readonly cookies = new Map<string, string>();
  private readonly reported = new Set<string>();
  private readonly late: Late[] = [];
  /** What each route answered, and how often: a code, or `ok` where it did what it is for. */
  private readonly answers = new Map<string, Map<string, number>>();

  constructor(channel: Channel, facts: Facts, fail: (what: string) => void) {
    this.channel = channel;
    this.port = facts.port;
    this.routes = facts.routes.filter(({ id }) => !leftOut.has(id));
    this.kindAt = kindsOf(facts.routes.map(({ path }) => path));
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
    // What begins something is asked for more often: everything else lives on it.
    const routes = random() < 0.25 ? this.beginnings : this.routes;
    const route = random.of(routes);
    const role = random() < 0.4 ? 'owner' : random.of(roles);
    await this.ask(role, route, maker.make(route, random.of(temper)), random);
  }

  private get beginnings(): readonly RouteSeen[] {
    return this.routes.filter(({ method, path }) => method === 'POST' && !path.includes(':'));
  }

  /**
   * Steps about one and the same thing, by several people: mostly what its life cycle allows next, so that every state
   * is reached, else anything in any order.
   */
  private async sequence(random: Random, maker: RequestMaker, isOver: () => boolean) {
    const about = random.of(this.routes.filter(({ path }) => path.includes(':')));
    const name = parametersOf(about.path)[0]!;
    const ids = { [name]: this.known.idFor(name, random) };
    const steps = this.routes.filter(({ path }) => parametersOf(path).includes(name));
    this.tally.sequences++;
    let allowed: readonly string[] = [];
    for (let left = 4 + random.whole(9); left > 0 && !isOver(); left--) {
      const next = steps.filter(({ id }) => allowed.includes(id.split('.')[1]!));
      const isGuided = next.length > 0 && random() < 0.7;
      const route = random.of(isGuided ? next : steps);
      const mood = isGuided || random() < 0.7 ? 'valid' : random.of(temper);
      const role = random() < 0.7 ? 'owner' : random.of(roles);
      const told = await this.ask(role, route, maker.make(route, mood, ids), random);
      allowed = allowedBy(told) ?? allowed;
    }
  }

  /** What once broke a promise, to every record that it can be about. */
  async replayAll(cases: readonly Regression[]): Promise<void> {
    for (const { role, method, path, headers, body } of cases) {
      for (const address of this.known.addresses(path)) {
        const bytes = body === undefined ? {} : { body: Buffer.from(body) };
        const sent = { routeId: 'regression', method, path: address, headers: { ...headers } };
        await this.replay({ ...sent, ...bytes }, role);
      }
    }
  }

  /** Sends what somebody else made by hand. */
  async replay(sent: Sent, role: string): Promise<Answer> {
    sent.headers.cookie ??= await this.cookieOf(role);
    const answer = await send(this.port, sent);
    await this.judge(sent, answer);
    return answer;
  }

  /** @returns what a success told */
  private async ask(role: string, route: RouteSeen, sent: Sent, random: Random): Promise<unknown> {
    const anonymous = random() < 0.04;
    if (!anonymous && sent.headers.authorization === undefined) {
      sent.headers.cookie = random() < 0.01 ? 'jm_session=%00;;=' : await this.cookieOf(role);
    }
    const answer = await send(this.port, sent);
    await this.judge(sent, answer);
    if (answer.status === 401 && sent.headers.cookie === this.cookies.get(role)) {
      this.cookies.delete(role);
    }
    if (answer.status >= 300 || !/json/.test(String(answer.headers['content-type']))) return;
    const told: unknown = JSON.parse(asText(answer.text));
    this.known.learn(this.kindAt(route.path), told);
    return told;
  }

  private async judge(sent: Sent, answer: Answer): Promise<void> {
    const { tally } = this;
    tally.requests++;
    const name = answer.status === 0 ? 'none' : `${Math.floor(answer.status / 100)}xx`;
    tally.byClass[name] = (tally.byClass[name] ?? 0) + 1;
    if (answer.status >= 500) tally.serverErrors++;
    this.count(sent.routeId, codeOf(answer));
    if (!waitsForOthers.has(sent.routeId)) {
      tally.slowestMs = Math.max(tally.slowestMs, Math.round(answer.ms));
      if (answer.ms > slowMs) tally.slow.push(sent);
      if (answer.ms > stallMs) this.late.push({ sent, ms: answer.ms, endedAt: Date.now() });
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

  private count(routeId: string, code: string): void {
    const codes = this.answers.get(routeId) ?? new Map<string, number>();
    this.answers.set(routeId, codes.set(code, (codes.get(code) ?? 0) + 1));
  }

  /** Routes that never did what they are for, and why not: there only refusals were tried. */
  get unreached(): string[] {
    const refused = this.routes.filter(({ id }) => !this.answers.get(id)?.has('ok'));
    return refused.map(({ id }) => {
      const codes = [...(this.answers.get(id) ?? [])].sort(([, one], [, other]) => other - one);
      return `${id} (${codes
        .slice(0, 4)
        .map(([code, times]) => `${code} ${times}`)
        .join(', ')})`;
    });
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

  /**
   * What was under way while the loop stood still, each once more and alone. A loop that stands still again does so by
   * that request's doing; otherwise it was the machine's, or that of what happened to come together.
   */
  async stallsAlone({ ms, endedAt }: Stall): Promise<string[]> {
    const began = endedAt - ms - clocksApartMs;
    const underWay = this.late.filter(
      (one) => one.endedAt > began && one.endedAt - one.ms < endedAt + clocksApartMs,
    );
    const guilty: string[] = [];
    for (const { sent } of underWay) {
      const before = (await this.channel.ask('vitals')).stalls.length;
      await send(this.port, sent);
      const after = (await this.channel.ask('vitals')).stalls.length;
      if (after > before) guilty.push(`${sent.routeId}\n  ${reproduction(sent)}`);
    }
    return guilty;
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

/** Which steps a record says that it allows. */
function allowedBy(told: unknown): string[] | undefined {
  const { steps } = (told ?? {}) as { steps?: unknown };
  if (!Array.isArray(steps)) return undefined;
  return (steps as StepState[]).filter(({ allowed }) => allowed).map(({ step }) => step);
}

function codeOf({ status, text }: Answer): string {
  if (status >= 200 && status < 300) return 'ok';
  return /"code":"(\w+)"/.exec(text)?.[1] ?? String(status);
}

const asText = (latin1: string): string => Buffer.from(latin1, 'latin1').toString();
