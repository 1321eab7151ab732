import { insertTenant } from '#modules/organisation/server/index.ts';
import {
  cookieName,
  foundOrganisation,
  giveRoles,
  insertEmployee,
  openSession,
} from '#modules/people/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { valuesOf } from '#platform/sql.ts';
import { runDue } from '#platform/tasks.ts';
import { readingWork, type Work, writingWork } from '#platform/work.ts';
import { callerOver } from '#shared/call.ts';
import { testClock, testServer } from './server.ts';

type Server = Awaited<ReturnType<typeof testServer>>;
const visitor = { address: '127.0.0.1', userAgent: 'test' };

/** Saturday 21 November 2026, four in the afternoon in Shanghai: the shop is open. */
const opening = new Date('2026-11-21T08:00:00.000Z');

/** A tenant of one's own for each test: nothing to clean up, and every test also tests the isolation. */
export class TestShop {
  readonly tenantId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly server: Server;
  private constructor(
    server: Server,
    place: { tenantId: string; unitId: string; unitPath: string },
  ) {
    this.server = server;
    this.tenantId = place.tenantId;
    this.unitId = place.unitId;
    this.unitPath = place.unitPath;
  }

  static async open(): Promise<TestShop> {
    const server = await testServer();
    const tenantId = newId(new Date());
    testClock.setFor(tenantId, opening);
    const tenant = {
      id: tenantId,
      code: `t-${tenantId.slice(-12)}`,
      name: '试车行',
      isSample: false,
      now: opening,
    };
    await server.database.global(insertTenant, valuesOf(insertTenant, tenant));
    const actor = systemActor(tenantId, 'test');
    const founded = await writingWork(
      server.database,
      { actor, now: opening },
      (work) =>
        foundOrganisation(work, {
          tenantId,
          tenantName: '试车行',
          employeeName: '店长',
          username: 'owner',
        }),
      server.app.host.live.tell,
    );
    return new TestShop(server, { tenantId, ...founded });
  }

  /** The same tenant as seen from another unit of its tree: people are employed and records are made there. */
  at(unit: { id: string; path: string }): TestShop {
    const place = { tenantId: this.tenantId, unitId: unit.id, unitPath: unit.path };
    return new TestShop(this.server, place);
  }

  get now(): Date {
    return testClock.now(this.tenantId);
  }
  get http() {
    return this.server.app.http;
  }
  get host() {
    return this.server.app.host;
  }

  /** Someone who works here in a default role (`advisor`, `technician`, `followUpAgent` …), signed in. */
  async employee(...roleKeys: string[]): Promise<TestEmployee> {
    const place = { orgUnitId: this.unitId, orgPath: this.unitPath };
    const name = `${roleKeys.join('、') || '无权'}${Math.floor(performance.now() * 1000) % 100_000}`;
    return this.write(async (work) => {
      const row = await insertEmployee(work, { ...place, name });
      await giveRoles(work, row.id, roleKeys, this.unitPath);
      const { token } = await openSession(work, row.id, visitor);
      return new TestEmployee(this, row.id, row.name, token);
    });
  }
  /** A new session at the shop's present time. */
  async signIn(employeeId: string): Promise<string> {
    return (await this.write((work) => openSession(work, employeeId, visitor))).token;
  }

  /** Moves this shop's clock and runs what became due on the way. Other tests keep their own time. */
  async forward(hours: number): Promise<void> {
    await this.moveTo(new Date(this.now.getTime() + hours * 3_600_000));
  }
  async moveTo(instant: Date | string): Promise<void> {
    const target = new Date(instant);
    const step = 6 * 3_600_000;
    for (let at = this.now.getTime() + step; at < target.getTime(); at += step) {
      testClock.setFor(this.tenantId, new Date(at));
      await runDue(this.server.app.taskHost, this.tenantId);
    }
    testClock.setFor(this.tenantId, target);
    await this.settle();
  }
  /** Runs what is due now: reactions to events, above all. */
  async settle(): Promise<void> {
    await runDue(this.server.app.taskHost, this.tenantId);
  }

  /** A transaction as the house itself, for what no route does. */
  write<Result>(body: (work: Work) => Promise<Result>): Promise<Result> {
    const setting = { actor: this.systemActor, now: this.now };
    return writingWork(this.server.database, setting, body, this.server.app.host.live.tell);
  }
  get reading(): Work {
    return readingWork(this.server.database, { actor: this.systemActor, now: this.now });
  }
  private get systemActor() {
    return { ...systemActor(this.tenantId, 'test'), unitId: this.unitId, unitPath: this.unitPath };
  }
}

/** A signed-in person with the browser's own caller, straight into the server. */
export class TestEmployee {
  readonly shop: TestShop;
  readonly id: string;
  readonly name: string;
  cookie: string;
  private signedInAt: Date;
  constructor(shop: TestShop, id: string, name: string, token: string) {
    this.shop = shop;
    this.id = id;
    this.name = name;
    this.cookie = `${cookieName(false)}=${token}`;
    this.signedInAt = shop.now;
  }
  call = callerOver(async ({ method, path, body, headers }) => {
    const reply = await this.raw(method, path, body, headers);
    return {
      status: reply.statusCode,
      body: reply.body === '' ? undefined : reply.json(),
      headers: reply.headers as Record<string, string>,
    };
  });
  /** The whole answer, for what the caller hides: headers, bytes. */
  async raw(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    await this.signInAfterAPause();
    return this.shop.http.inject({
      method: method as 'GET',
      url: path.startsWith('/api') ? path : `/api/v1${path}`,
      headers: { cookie: this.cookie, ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
  }
  /** Time passes between two calls of a test: people sign in again, and so have just proved who they are. */
  private async signInAfterAPause(): Promise<void> {
    if (this.shop.now.getTime() - this.signedInAt.getTime() < 9 * 60_000) return;
    this.cookie = `${cookieName(false)}=${await this.shop.signIn(this.id)}`;
    this.signedInAt = this.shop.now;
  }
}
