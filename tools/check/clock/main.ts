import { setTimeout as sleep } from 'node:timers/promises';
import { throwawayDatabase } from '../database.ts';
import { harness, type Run } from '../harness.ts';
import { seeded } from '../random.ts';
import { Crew, crewSize } from './crew.ts';
import { judge, lookingAt, type Verdict } from './judging.ts';
import { type Plan, planOf } from './plan.ts';
import { planted } from './planted.ts';

const allZones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Apia'];
const hourMs = 3_600_000;
const yearMs = 366 * 24 * hourMs;

await harness('clock', { short: 10, long: 366 }, async (run) => {
  const zones = run.isLong ? allZones : ['America/Los_Angeles', 'Pacific/Apia'];
  const total = { kills: 0, tasksRun: 0, missed: 0, doubled: 0 };
  const digests = new Map<string, string>();
  const firstDay = run.isLong ? '2028-01-01' : '2028-02-25';
  const plan = planOf(seeded(run.seed), run.count, firstDay);
  for (const zone of zones) {
    const fail = (what: string) => run.fail(`${zone}: ${what}`);
    const { verdict, kills } = await livedThrough(run, plan, zone, fail);
    digests.set(zone, verdict.digest);
    total.kills += kills;
    total.tasksRun += verdict.tasksRun;
    total.missed += verdict.missed;
    total.doubled += verdict.doubled;
    run.say(`${zone}: ${verdict.tasksRun} tasks, ${kills} kills, content ${verdict.digest}`);
  }
  if (new Set(digests.values()).size > 1) {
    run.fail(`the zones differ: ${JSON.stringify(Object.fromEntries(digests))}`);
  }
  const jumps = (plan.jumps * 2 + 2) * zones.length;
  const found = await plantedFound(run);
  return { days: run.count, instances: crewSize, ...total, zones: zones.length, jumps, ...found };
});

/** Three days around a make-up Sunday with walls taken out of the product: each has to be noticed. */
async function plantedFound(run: Run) {
  const noticed: string[] = [];
  const plan = planOf(seeded(run.seed), 3, '2028-03-03');
  await livedThrough(run, plan, 'Asia/Shanghai', (what) => noticed.push(what), true);
  const missed = planted.filter(({ noticedBy }) => !noticed.some((what) => noticedBy.test(what)));
  for (const { file } of missed) run.fail(`nobody noticed that ${file} had lost its wall`);
  return { planted: planted.length, plantedFound: planted.length - missed.length };
}

/** The whole plan in one zone, on a database of its own. */
async function livedThrough(
  run: Run,
  plan: Plan,
  zone: string,
  fail: (what: string) => void,
  isWeakened = false,
) {
  const database = await throwawayDatabase();
  const crew = new Crew(database.app, zone, seeded(run.seed), isWeakened);
  try {
    await lookingAt(database.superuser, (look) =>
      look(`create table clock_runs (task_id uuid, name text, data jsonb, due_at timestamptz, ran_at timestamptz);
            grant select, insert on clock_runs to jingming_app`),
    );
    await begin(crew, plan);
    await crew.assembled();
    for (const { at, happenings, kills } of plan.moments) {
      if (happenings.length > 0) {
        await crew.narrator.ask('happen', { at: at.toISOString(), happenings });
      }
      await crew.work(at, kills);
    }
    const verdict = await lookingAt(database.superuser, (look) =>
      judge(look, plan, plan.end, fail),
    );
    await showExpired(crew, plan.end, fail);
    await jumpAYear(crew, plan, fail, database.superuser);
    return { verdict, kills: crew.kills };
  } finally {
    await crew.end();
    await database.end();
  }
}

function begin(crew: Crew, { begin: at, house }: Plan): Promise<void> {
  const told = { weekly: house.weekly, dated: [...house.dated] };
  return crew.narrator.ask('found', { at: at.toISOString(), house: told });
}

/** What was refused because its time was over stays refused when the clock goes back. */
async function showExpired(crew: Crew, at: Date, fail: (what: string) => void): Promise<void> {
  const after = (hours: number) => new Date(at.getTime() + hours * hourMs);
  const entrances = await crew.narrator.ask<Record<string, Record<string, string>>>('entrances', {
    at: at.toISOString(),
    until: after(2).toISOString(),
  });
  const all = Object.values(entrances);
  const shown = async (hours: number) => {
    const statuses = [];
    for (const headers of all) statuses.push(await crew.show(after(hours), headers));
    return statuses.join();
  };
  if ((await shown(1)) !== '200,200') fail('session or key refused in its time');
  // An instance may believe for five seconds what it has read (D-07).
  await sleep(5200);
  for (const hours of [30, 1, 0]) {
    const statuses = await shown(hours);
    if (statuses !== '401,401') fail(`session or key after ${hours} hours: ${statuses}`);
  }
}

/** Everything becomes due at once, and then the clock is put right: nothing is done or told a second time. */
async function jumpAYear(
  crew: Crew,
  plan: Plan,
  fail: (what: string) => void,
  superuser: object,
): Promise<void> {
  await crew.work(new Date(plan.end.getTime() + yearMs), true);
  await crew.work(plan.end);
  const verdict = (await lookingAt(superuser, (look) =>
    judge(look, plan, plan.end, fail),
  )) as Verdict;
  if (verdict.doubled > 0) fail(`after a year's jump ${verdict.doubled} were doubled`);
}
