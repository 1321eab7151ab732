import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Embedded } from '#database/embedded/embedded.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { giveRoles, insertEmployee } from '#modules/people/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import { Database } from '#platform/database.ts';
import { type Work, writingWork } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { heapOptions } from '../../runtime.mjs';
import { connected, type House } from '../archive/house.ts';
import { ratioOf } from '../measure.ts';
import { openHouses, say } from '../operations/prepared.ts';
import { BareList, type Standing, type Step } from './bare.ts';
import { laidOut, type Unit, workingDay } from './laid.ts';
import type { Order, Told } from './product.ts';
import { eveningBefore, rulesOf, standUp } from './rules.ts';

export interface Wanted {
  customers: number;
  rules: number;
  dir?: string;
}

/** What is promised of the night and its morning together. */
const mostTimes = 3;
const agents = ['回访一', '回访二', '回访三'];

export interface Phase {
  name: string;
  bareMs: number;
  productMs: number;
  times: number;
  tasks: number;
  isSame: boolean;
}
export interface Result {
  customers: number;
  vehicles: number;
  rules: number;
  on: string;
  phases: Phase[];
  times: number;
  contacts: Standing['contacts'];
  proposals: Record<string, number>;
  peakMb: number;
  broken: string[];
}

/** The due list of a whole house beside the bare SQL of the same result, in one run. Gives the exit code. */
export async function benchDue(wanted: Wanted): Promise<number> {
  const result = await measuredDue(wanted);
  console.table(result.phases);
  console.log(JSON.stringify(result));
  return result.broken.length > 0 ? 1 : 0;
}

export async function measuredDue({ customers, rules: count, dir }: Wanted): Promise<Result> {
  const usual = join(import.meta.dirname, '..', '..', '..', '.cache', `bench-due-${customers}`);
  const { embedded, dataDir, houses } = await openHouses(customers, dir ?? usual);
  try {
    const house = houses.at(-1)!;
    const owner = await connected({ ...embedded.ownerConfig });
    const database = new Database({ ...embedded.appConfig, statement_timeout: 0 }, 2);
    await eveningBefore(owner, house.tenantId);
    await setAside(owner, house.tenantId);
    try {
      const night = await prepared(owner, database, house, count);
      const result = await compared({ embedded, dataDir, owner, database, house, night });
      await writeFile(join(dataDir, 'due.json'), `${JSON.stringify(result, null, 2)}\n`);
      return result;
    } finally {
      await givenBack(owner, house.tenantId);
      await owner.end();
      await database.close();
    }
  } finally {
    await embedded.stop();
  }
}

/** Whatever else the house has to do waits a hundred years, until this is measured. */
const setAside = (owner: pg.Client, tenantId: string) =>
  owner.query(
    `update tasks set run_at = run_at + interval '100 years'
      where tenant_id = $1 and run_at < now() + interval '50 years'`,
    [tenantId],
  );
async function givenBack(owner: pg.Client, tenantId: string): Promise<void> {
  const isAside = "run_at > now() + interval '50 years'";
  await owner.query(`delete from tasks where tenant_id = $1 and not ${isAside}`, [tenantId]);
  await owner.query(
    `update tasks set run_at = run_at - interval '100 years' where tenant_id = $1 and ${isAside}`,
    [tenantId],
  );
}

const inHouse = <T>(database: Database, tenantId: string, now: Date, body: (work: Work) => T) =>
  writingWork(
    database,
    { actor: systemActor(tenantId, 'bench'), now },
    async (work) => await body(work),
    () => {},
  );

interface Night {
  on: string;
  units: Unit[];
  rules: number;
}

async function prepared(
  owner: pg.Client,
  database: Database,
  { tenantId }: House,
  count: number,
): Promise<Night> {
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  const { rows: units } = await owner.query<Unit>(
    'select id, path from org_units where tenant_id = $1 and closed_at is null order by path collate "C"',
    [tenantId],
  );
  const root = units[0]!;
  const { rows: known } = await owner.query(
    'select 1 from employees where tenant_id = $1 and name = $2',
    [tenantId, agents[0]],
  );
  const now = new Date();
  const on = await inHouse(database, tenantId, now, async (work) => {
    for (const name of known.length === 0 ? agents : []) {
      const place = { orgUnitId: root.id, orgPath: root.path };
      const { id } = await insertEmployee(work, { ...place, name, post: '客服专员' });
      await giveRoles(work, id, ['followUpAgent'], root.path);
    }
    return workingDay(work, root.path, addDays(dateIn(zoneOfTenant, now), 1));
  });
  const rules = rulesOf(count, units.length);
  await standUp(owner, tenantId, rules, on);
  await owner.query('vacuum analyze vehicles');
  await owner.query('analyze');
  say(`${rules.length} rules at ${units.length} places, for ${on}`);
  return { on, units, rules: rules.length };
}

interface Comparing {
  embedded: Embedded;
  dataDir: string;
  owner: pg.Client;
  database: Database;
  house: House;
  night: Night;
}

async function compared(given: Comparing): Promise<Result> {
  const { embedded, dataDir, owner, database, house, night } = given;
  const { tenantId } = house;
  const { on } = night;
  const nightAt = instantAt(zoneOfTenant, on, '03:20');
  const morningAt = instantAt(zoneOfTenant, on, '06:00');
  const nextOn = addDays(on, 1);
  const nextAt = instantAt(zoneOfTenant, nextOn, '03:20');
  const laid = await inHouse(database, tenantId, nightAt, (work) => laidOut(work, night.units, on));
  const next = await inHouse(database, tenantId, nextAt, (work) =>
    laidOut(work, night.units, nextOn),
  );
  const bare = await BareList.open({ ...embedded.appConfig }, tenantId);
  const product = await Product.begin(embedded, dataDir);
  const phases: Phase[] = [];
  const broken: string[] = [];
  let peakMb = 0;
  const phase = async (name: string, steps: readonly Step[], order: Order & { at: string }) => {
    // Once to warm the house, once to count; what was taken back is cleared away.
    const first = await bare.tried(steps);
    await cleared(owner);
    const second = await bare.tried(steps);
    await cleared(owner);
    const told = await product.asked(order);
    const standing = await bare.standing();
    const isSame = JSON.stringify(standing) === JSON.stringify(second.standing);
    const bareMs = Math.min(first.ms, second.ms);
    const times = ratioOf(told.ms, bareMs);
    const one = { name, bareMs, productMs: told.ms, times, tasks: told.tasks, isSame };
    phases.push(one);
    peakMb = Math.max(peakMb, told.peakMb);
    say(`${JSON.stringify(one)}, peak ${told.peakMb} MB`);
    for (const failed of told.failed) broken.push(`${name}: ${failed}`);
    if (!isSame) broken.push(`${name}: ${difference(second.standing, standing)}`);
    return standing;
  };
  try {
    const at = nightAt.toISOString();
    await phase('calls by the calendar', laid.unseen, { do: 'unseen', tenantId, at });
    await phase('what cars need next', laid.proposals, { do: 'proposals', tenantId, at });
    const last = await phase('the morning of each shop', laid.morning, {
      ...{ do: 'morning', tenantId },
      at: morningAt.toISOString(),
    });
    const nightOnly = phases.slice();
    await phase('what cars need next, a night later', next.proposals, {
      ...{ do: 'proposals', tenantId },
      at: nextAt.toISOString(),
    });
    const sum = (of: (phase: Phase) => number) =>
      nightOnly.reduce((total, one) => total + of(one), 0);
    const times = ratioOf(
      sum(({ productMs }) => productMs),
      sum(({ bareMs }) => bareMs),
    );
    if (times > mostTimes) broken.push(`the night takes ${times} times the bare SQL`);
    const { contacts } = last;
    if (contacts.contacts !== contacts.customers) broken.push('somebody is due twice');
    const { customers, vehicles } = house;
    const proposals = Object.fromEntries(last.proposals.map(({ kind, many }) => [kind, many]));
    const size = { customers, vehicles, rules: night.rules, on };
    return { ...size, phases, times, contacts, proposals, peakMb, broken };
  } finally {
    await product.end();
    await bare.close();
  }
}

/** What a transaction that was taken back leaves behind would weigh on whoever comes next. */
async function cleared(owner: pg.Client): Promise<void> {
  await owner.query('vacuum analyze service_proposals');
  await owner.query('vacuum analyze follow_ups');
}

const difference = (wanted: Standing, made: Standing) =>
  `bare ${JSON.stringify(wanted)}, product ${JSON.stringify(made)}`;

/** The program in a process of its own, with the limits that it has at work. */
class Product {
  private readonly child: ChildProcess;
  private constructor(child: ChildProcess) {
    this.child = child;
  }

  static async begin({ appConfig }: Embedded, dataDir: string): Promise<Product> {
    const child = fork(join(import.meta.dirname, 'product.ts'), {
      execArgv: [...heapOptions],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        BENCH_CONNECTION: JSON.stringify(appConfig),
        BENCH_FILES: join(dataDir, 'files'),
      },
    });
    await once(child, 'message');
    return new Product(child);
  }

  async asked(order: Order): Promise<Told> {
    const answer = once(this.child, 'message') as Promise<[Told]>;
    this.child.send(order);
    return (await answer)[0];
  }

  async end(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.send({ do: 'end' } satisfies Order);
    await gone;
  }
}
