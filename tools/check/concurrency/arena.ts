import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type CallInput, type CallOptions, callerOver, pathOf } from '#shared/call.ts';
import type { ReplyOf, Route } from '#shared/route.ts';
import type { Program } from '#test/process.ts';
import { testClock } from '#test/server.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import type { Random } from '#tools/check/random.ts';
import type { Run } from '../harness.ts';
import { type Outcome, Wire } from './wire.ts';

export interface Counted {
  operations: number;
  ok: number;
  failed: number;
  unknown: number;
  /** 409, 412 and 422: somebody else was first, or there was nothing left. */
  conflicts: number;
  /** 503: asked to try again, because a lock or a connection was not free in time. */
  busy: number;
  serverErrors: number;
  violations: number;
}

interface Asking extends CallOptions {
  /** Only some requests are cut; one that prepares a contest never is. */
  whole?: boolean;
}

const clients = 50;
const cutShare = 0.04;
const longestBeforeCutMs = 25;
/** What is kept of the times that requests took, to tell their p99. */
const mostComingAgain = 5;
const mostTimes = 20_000;

/** Where contests are played: one shop in a real server, clients over HTTP, and a look into the database. */
export class Arena {
  readonly shop: TestShop;
  readonly random: Random;
  readonly counted: Counted = {
    operations: 0,
    ok: 0,
    failed: 0,
    unknown: 0,
    conflicts: 0,
    busy: 0,
    serverErrors: 0,
    violations: 0,
  };
  /** How long requests of the present contest took, in milliseconds. */
  readonly times: number[] = [];
  private contest = '';
  private readonly program: Program;
  private readonly run: Run;
  private readonly wire: Wire;
  private readonly beganAt: Date;
  private readonly beganMs = performance.now();
  private aheadMs = 0;

  constructor(program: Program, shop: TestShop, run: Run) {
    this.program = program;
    this.shop = shop;
    this.run = run;
    this.random = run.random;
    this.beganAt = shop.now;
    this.wire = new Wire(program.url, clients);
  }

  /** From now on, what is counted and found belongs to this contest. */
  begin(contest: string): void {
    this.contest = contest;
    this.times.length = 0;
    this.catchUp();
  }

  /** One call over HTTP, counted; now and then its connection is cut. */
  async ask<R extends Route>(
    who: { cookie: string },
    route: R,
    input: CallInput<R>,
    { idempotencyKey, version, whole = false }: Asking = {},
  ): Promise<Outcome<ReplyOf<R>>> {
    const { params, query, body } = input as { params?: object; query?: object; body?: unknown };
    const headers: Record<string, string> = {};
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    const isCut = !whole && route.method !== 'GET' && this.random() < cutShare;
    const startedAt = performance.now();
    const outcome = await this.wire.send<ReplyOf<R>>({
      method: route.method,
      path: pathOf(route, params, query),
      cookie: who.cookie,
      headers,
      ...(body !== undefined && { body }),
      ...(isCut && { cutAfterMs: this.random.whole(longestBeforeCutMs) }),
    });
    if (this.times.length < mostTimes) this.times.push(performance.now() - startedAt);
    this.count(route.id, outcome);
    return outcome;
  }

  /** Bytes to the files route. @returns the id of the stored file */
  async upload(who: { cookie: string }, content: Buffer, name: string): Promise<string> {
    const path = `/api/v1/files?name=${encodeURIComponent(name)}`;
    const asked = { method: 'POST', path, cookie: who.cookie, headers: {}, body: content };
    return this.granted(await this.wire.send<{ id: string }>(asked)).id;
  }

  /** What a call that prepares a contest answered; anything but success ends the run. */
  granted<Reply>(outcome: Outcome<Reply>): Reply {
    if (outcome.kind === 'ok') return outcome.body;
    throw new Error(`${this.contest}: not prepared: ${JSON.stringify(outcome)}`);
  }

  /** The same, for a call in the middle of a crowd: who is told that the house is busy comes again, a few times. */
  async grantedInTheEnd<Reply>(call: () => Promise<Outcome<Reply>>): Promise<Reply> {
    for (let again = 0; again < mostComingAgain; again++) {
      const outcome = await call();
      if (outcome.kind !== 'failed' || outcome.code !== 'busy') return this.granted(outcome);
    }
    return this.granted(await call());
  }

  /** Somebody who works here, signed in at the server's present time; his own calls go over HTTP too. */
  async employee(...roleKeys: string[]): Promise<TestEmployee> {
    this.catchUp();
    return this.overHttp(await this.shop.employee(...roleKeys));
  }

  /** This process's clock for the shop follows the server's. */
  catchUp(): void {
    testClock.setFor(this.shop.tenantId, this.serverNow());
  }
  private serverNow(): Date {
    return new Date(this.beganAt.getTime() + performance.now() - this.beganMs + this.aheadMs);
  }

  /** Lets the server run what is due by then, in itself: what needs its files, above all. */
  async settle(laterMs = 1000): Promise<void> {
    for (;;) {
      this.aheadMs += laterMs;
      const body = { now: this.serverNow().toISOString() };
      const moved = await this.program.ask('POST', '/test-clock', { body });
      if (moved.ok) return;
      // Somebody else moved it further at the same time.
      if (moved.status !== 422) throw new Error(`the clock stands: ${await moved.text()}`);
    }
  }
  overHttp(employee: TestEmployee): TestEmployee {
    employee.call = callerOver(async ({ method, path, body, headers }) => {
      const asked = { method, path, cookie: employee.cookie, headers, body };
      const outcome = await this.wire.send(asked);
      if (outcome.kind === 'unknown') throw new Error(`${path}: the connection was lost`);
      return outcome.kind === 'ok'
        ? { status: outcome.status, body: outcome.body, headers: {} }
        : { status: outcome.status, body: outcome.facts, headers: {} };
    });
    return employee;
  }

  /** Clients that act side by side until so many operations were made in all. */
  async crowd(
    operations: number,
    act: (at: number) => Promise<unknown>,
    size = clients,
  ): Promise<void> {
    const goal = this.counted.operations + operations;
    let at = 0;
    const client = async () => {
      while (this.counted.operations < goal) await act(at++);
    };
    await Promise.all(Array.from({ length: Math.min(size, clients, operations) }, client));
  }

  /** Waits until the server works no more on what was cut off: no transaction is open for a while. */
  async quiet(): Promise<void> {
    for (let calm = 0; calm < 3; ) {
      await sleep(100);
      const open = await this.program.withClient('app', async (client) => {
        const { rows } = await client.query(
          `select count(*)::int as open from pg_locks
            where locktype = 'virtualxid' and pid <> pg_backend_pid()`,
        );
        return rows[0].open as number;
      });
      calm = open === 0 ? calm + 1 : 0;
    }
  }

  /** Looks into the database beside the server. */
  look<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.program.look(this.shop.tenantId, text, values) as Promise<Row[]>;
  }

  fail(what: string): void {
    this.counted.violations++;
    this.run.fail(`${this.contest}: ${what}`);
  }
  say(line: string): void {
    this.run.say(line);
  }
  close(): void {
    this.wire.close();
  }

  private count(routeId: string, outcome: Outcome): void {
    this.counted.operations++;
    this.counted[outcome.kind]++;
    if (outcome.kind !== 'failed') return;
    const { status, code } = outcome;
    if ([409, 412, 422].includes(status)) this.counted.conflicts++;
    if (status === 503) this.counted.busy++;
    else if (status >= 500) {
      this.counted.serverErrors++;
      this.fail(`${routeId} answered ${status} ${code}`);
    }
  }
}
