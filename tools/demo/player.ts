import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { cookieName, openSession } from '#modules/people/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import { MovableClock } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import { runDue } from '#platform/tasks.ts';
import { writingWork } from '#platform/work.ts';
import { type CallInput, callerOver } from '#shared/call.ts';
import type { ReplyOf, Route } from '#shared/route.ts';
import { type App, buildApp } from '../../server/app.ts';
import type { Place } from './shop.ts';

const visitor = { address: '127.0.0.1', userAgent: '示范' };
const stepMs = 2 * 3_600_000;
/** Shorter than the hours after which a session lapses. */
const awayMs = 3_600_000;

export type Asks = <R extends Route>(route: R, input: CallInput<R>) => Promise<ReplyOf<R>>;

/**
 * Plays people at work through the front door: real requests, at their own time, with everything that falls due
 * in between. What comes out cannot be told from real work, because it is.
 */
export class Player {
  private readonly app: App;
  private readonly database: Database;
  private readonly clock: MovableClock;
  private readonly place: Place;
  private readonly sessions = new Map<string, { cookie: string; usedAt: Date }>();

  private constructor(app: App, database: Database, clock: MovableClock, place: Place) {
    this.app = app;
    this.database = database;
    this.clock = clock;
    this.place = place;
  }

  static async open(database: Database, place: Place, from: Date): Promise<Player> {
    const clock = new MovableClock();
    clock.setFor(place.tenantId, from);
    const app = await buildApp({
      database,
      clock,
      filesDir: tmpdir(),
      publicUrl: 'http://localhost:8080',
      cursorSecret: randomBytes(32),
      strict: false,
    });
    return new Player(app, database, clock, place);
  }

  get now(): Date {
    return this.clock.now(this.place.tenantId);
  }

  /** Moves on to a time; what fell due on the way has run by then. Never backwards. */
  async moveTo(instant: Date): Promise<void> {
    while (this.now < instant) {
      const next = new Date(Math.min(this.now.getTime() + stepMs, instant.getTime()));
      this.clock.setFor(this.place.tenantId, next);
      await runDue(this.app.taskHost, this.place.tenantId);
    }
  }
  async wait(minutes: number): Promise<void> {
    await this.moveTo(new Date(this.now.getTime() + minutes * 60_000));
  }

  /** Somebody of the shop, who signs in anew when he has been away from the screen. */
  as(employeeId: string): Asks {
    return callerOver(async ({ method, path, body, headers }) => {
      const reply = await this.app.http.inject({
        method: method as 'GET',
        url: path,
        headers: { ...headers, cookie: await this.cookieOf(employeeId) },
        ...(body !== undefined && { payload: body as object }),
      });
      const answer = reply.body === '' ? undefined : reply.json();
      return { status: reply.statusCode, body: answer, headers: {} };
    });
  }

  private async cookieOf(employeeId: string): Promise<string> {
    const known = this.sessions.get(employeeId);
    if (known && this.now.getTime() - known.usedAt.getTime() < awayMs) {
      known.usedAt = this.now;
      return known.cookie;
    }
    const setting = { actor: systemActor(this.place.tenantId, 'demo'), now: this.now };
    const opened = await writingWork(
      this.database,
      setting,
      (work) => openSession(work, employeeId, visitor),
      () => {},
    );
    const cookie = `${cookieName(false)}=${opened.token}`;
    this.sessions.set(employeeId, { cookie, usedAt: this.now });
    return cookie;
  }

  async close(): Promise<void> {
    await this.app.http.close();
  }
}
