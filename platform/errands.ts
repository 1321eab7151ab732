import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from './actor.ts';
import { isConnectionLoss } from './database.ts';
import { globalStatement, valuesOf } from './sql.ts';
import { nameTask, noteFailure } from './task-failures.ts';
import type { TaskHost } from './tasks.ts';
import { traced } from './trace.ts';
import { type Work, writingWork } from './work.ts';

/**
 * Something that leaves the house, in three strides, so that no transaction is open while it speaks to the network
 * (D-23): `take` decides what to carry, `carry` speaks, `note` writes down what came of it. A crash in between means
 * that it is carried again, with the same parcel: the other side tells doubles by its id.
 */
export interface Errand<Data> {
  name: string;
  isErrand: true;
  /** One of many and in no hurry: every other errand of its house goes first. */
  isBulk?: boolean;
  /** Only for the compiler. */
  readonly carries?: (data: Data) => void;
}

export interface Strides<Data, Parcel, Outcome> {
  /** What to carry; nothing where there is no need any more. May run again before it was carried. */
  take(work: Work, data: Data, host: TaskHost): Promise<Parcel | undefined>;
  /** Speaks to the network. What the other side said is an outcome; only a bug is thrown. */
  carry(parcel: Parcel, host: TaskHost): Promise<Outcome>;
  /** Must change nothing when it runs a second time. */
  note(work: Work, parcel: Parcel, outcome: Outcome): Promise<void>;
}

const known = new Map<string, Strides<unknown, unknown, unknown>>();

/** `name` is `<module>.<whatIsDone>` and stays: rows in the table speak of it. */
export function defineErrand<Data extends object, Parcel, Outcome>(
  name: string,
  strides: Strides<Data, Parcel, Outcome>,
): Errand<Data> {
  nameTask(name);
  known.set(name, strides as Strides<unknown, unknown, unknown>);
  return { name, isErrand: true };
}

/** Longer than any exchange may take: whoever holds an errand for so long has died. */
const leaseMs = 60_000;
const mostAtOnce = 12;
/** One tenant's slow receivers leave room for the others. */
const mostPerTenant = 3;
const lookAgainMs = 250;
/**
 * Of what is sent to many a house begins so much a second (200,000 advertisements in under six hours): who works meanwhile
 * does not feel it. Sent as fast as they go, requests took three times as long (docs/scale.md).
 */
const bulkPerSecond = 10;

interface Taken {
  id: string;
  owner: string;
  name: string;
  leasedUntil: Date;
  isBulk: boolean;
  parcel: unknown;
}

const nextOwner = globalStatement<
  { tenantId: string },
  { now: Date; after: string; passed: readonly string[] }
>(
  'errands.nextOwner',
  `select tenant_id from tasks
    where is_errand and attempts < 10 and run_at <= :now
      and tenant_id > :after::uuid and tenant_id <> all(:passed::uuid[])
    order by tenant_id limit 1`,
);
interface Due {
  id: string;
  name: string;
  data: object;
  runAt: Date;
  isBulk: boolean;
}
const nextOfOwner = globalStatement<Due, { now: Date; owner: string; mayBeBulk: boolean }>(
  'errands.nextOfOwner',
  `select id, name, data, run_at, is_bulk from tasks
    where tenant_id = :owner and is_errand and attempts < 10 and run_at <= :now and (not is_bulk or :mayBeBulk::boolean)
    order by is_bulk, run_at, id limit 1 for update skip locked`,
);
const lease = globalStatement<never, { id: string; until: Date }>(
  'errands.lease',
  'update tasks set run_at = :until where id = :id',
);
/** Only by whom it is still leased to. */
const finished = globalStatement<never, { id: string; until: Date }>(
  'errands.finished',
  "delete from tasks where id = :id and date_trunc('milliseconds', run_at) = :until",
);

/**
 * Carries what is due, several at once, one tenant after the other in turn, and says how many. Ends when nothing is
 * due any more and everything that was begun is noted.
 */
export async function runErrands(host: TaskHost, only?: string): Promise<number> {
  const round = new Round(host, only);
  const underWay = new Set<Promise<void>>();
  try {
    for (;;) {
      const hasRoom = underWay.size < mostAtOnce && !host.ending?.aborted;
      const owner = hasRoom ? await round.next() : undefined;
      if (owner === undefined) {
        const restMs = host.ending?.aborted ? undefined : round.restMs();
        if (underWay.size === 0 && restMs === undefined) return round.count;
        await Promise.race([...underWay, sleep(Math.min(restMs ?? lookAgainMs, lookAgainMs))]);
        continue;
      }
      const mayBeBulk = round.mayBeBulk(owner);
      const taken = await takeOne(host, owner, mayBeBulk);
      if (!taken) {
        if (mayBeBulk) round.pass(owner);
        else round.rest(owner);
        continue;
      }
      if (taken.isBulk) round.beganBulk(owner);
      const carried = round.holding(owner, () => carryOne(host, taken));
      const ended = carried.finally(() => underWay.delete(ended));
      underWay.add(ended);
    }
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** Whose turn it is. */
class Round {
  count = 0;
  private after = '00000000-0000-0000-0000-000000000000';
  private readonly passed = new Set<string>();
  private readonly held = new Map<string, number>();
  /** From when on, by the machine's steady clock, the next one of many may begin; and who waits for that alone. */
  private readonly bulkFrom = new Map<string, number>();
  private readonly resting = new Set<string>();
  private readonly host: TaskHost;
  private readonly only: string | undefined;
  constructor(host: TaskHost, only: string | undefined) {
    this.host = host;
    this.only = only;
  }

  /** A tenant that has something due and room for it; after the last one comes the first again. */
  async next(): Promise<string | undefined> {
    for (const owner of this.resting) if (this.mayBeBulk(owner)) this.resting.delete(owner);
    if (this.only !== undefined) return this.isClosed(this.only) ? undefined : this.only;
    const known = new Set([...this.held.keys(), ...this.passed, ...this.resting]);
    const closed = [...known].filter((owner) => this.isClosed(owner));
    const now = this.host.clock.now();
    for (const after of [this.after, '00000000-0000-0000-0000-000000000000']) {
      const given = valuesOf(nextOwner, { now, after, passed: closed });
      const { rows } = await this.host.database.global(nextOwner, given);
      const owner = rows[0]?.tenantId as string | undefined;
      if (owner !== undefined) {
        this.after = owner;
        return owner;
      }
    }
    return undefined;
  }

  /** Nothing was found for it: it is not asked again before something of its own has ended. */
  pass(owner: string): void {
    this.passed.add(owner);
  }

  mayBeBulk(owner: string): boolean {
    return performance.now() >= (this.bulkFrom.get(owner) ?? 0);
  }

  beganBulk(owner: string): void {
    this.bulkFrom.set(owner, performance.now() + 1000 / bulkPerSecond);
  }

  /** Nothing but some of many is due, and those keep their pace. */
  rest(owner: string): void {
    this.resting.add(owner);
  }

  /** Until the first of those who rest may go on; nothing where nobody does. */
  restMs(): number | undefined {
    const left = [...this.resting].map((owner) => this.bulkFrom.get(owner)! - performance.now());
    return left.length > 0 ? Math.max(1, Math.min(...left)) : undefined;
  }

  async holding(owner: string, work: () => Promise<void>): Promise<void> {
    this.count++;
    this.held.set(owner, (this.held.get(owner) ?? 0) + 1);
    try {
      await work();
    } finally {
      this.held.set(owner, (this.held.get(owner) ?? 1) - 1);
      this.passed.delete(owner);
    }
  }

  private isClosed(owner: string): boolean {
    if (this.passed.has(owner) || this.resting.has(owner)) return true;
    return (this.held.get(owner) ?? 0) >= mostPerTenant;
  }
}

/** Takes the oldest one of a tenant, of many only when no other is due; one that needs no carrying ends here, and the next is looked at. */
async function takeOne(host: TaskHost, owner: string, mayBeBulk: boolean) {
  for (;;) {
    const looked = await takeNext(host, owner, mayBeBulk);
    if (looked !== 'ended') return looked;
  }
}

async function takeNext(
  host: TaskHost,
  owner: string,
  mayBeBulk: boolean,
): Promise<Taken | 'ended' | undefined> {
  const now = host.clock.now(owner);
  const leasedUntil = new Date(now.getTime() + leaseMs);
  let picked: Due | undefined;
  try {
    return await writingWork(
      host.database,
      settingOf(host, owner, now),
      async (work, session) => {
        const { rows } = await session.run(
          nextOfOwner,
          valuesOf(nextOfOwner, { owner, now, mayBeBulk }),
        );
        picked = rows[0] as unknown as Due | undefined;
        if (!picked) return undefined;
        const { id, runAt } = picked;
        const parcel = await stridesOf(picked.name).take(work, picked.data, host);
        if (parcel === undefined) {
          await session.run(finished, valuesOf(finished, { id, until: runAt }));
          return 'ended' as const;
        }
        await session.run(lease, valuesOf(lease, { id, until: leasedUntil }));
        return { ...picked, owner, leasedUntil, parcel };
      },
      host.tell,
    );
  } catch (error) {
    if (!picked || isConnectionLoss(error)) throw error;
    await failed(host, owner, picked, error);
    return 'ended';
  }
}

async function carryOne(host: TaskHost, taken: Taken): Promise<void> {
  const { id, owner, name, leasedUntil, parcel } = taken;
  const strides = stridesOf(name);
  try {
    const outcome = await traced('task', name, () => strides.carry(parcel, host));
    const setting = settingOf(host, owner, host.clock.now(owner));
    await writingWork(
      host.database,
      setting,
      async (work, session) => {
        await strides.note(work, parcel, outcome);
        await session.run(finished, valuesOf(finished, { id, until: leasedUntil }));
      },
      host.tell,
    );
  } catch (error) {
    // Without the database nothing can be noted: the lease ends, and it is carried again.
    if (isConnectionLoss(error)) return host.warn(`errand ${name} could not be noted`, error);
    await failed(host, owner, taken, error);
  }
}

const settingOf = (host: TaskHost, owner: string, now: Date) => ({
  actor: systemActor(owner, 'errands'),
  now,
  via: 'errands',
  secrets: host.secrets,
});

function stridesOf(name: string): Strides<unknown, unknown, unknown> {
  const strides = known.get(name);
  if (!strides) throw new Error(`no errand is called ${name}`);
  return strides;
}

/** Tried again after two minutes. */
async function failed(
  host: TaskHost,
  owner: string,
  { id, name }: { id: string; name: string },
  error: unknown,
): Promise<void> {
  host.warn(`errand ${name} failed`, error);
  const again = new Date(host.clock.now(owner).getTime() + 120_000);
  await noteFailure(host, { owner, id, name, runAt: null, again, error });
}
