import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Plan } from './plan.ts';
import { afterWorkingDays, afterWorkingMinutes, windowAfter } from './reckoning.ts';

/** What one zone's year came to. */
export interface Verdict {
  tasksRun: number;
  missed: number;
  doubled: number;
  /** Everything that must be alike in all zones. */
  digest: string;
}

type Fail = (what: string) => void;
type Look = <Row extends pg.QueryResultRow>(text: string) => Promise<Row[]>;

/** Looks at all rows of all tenants, past row-level security, as nobody can otherwise. */
export async function lookingAt<Result>(
  superuser: pg.ClientConfig,
  use: (look: Look) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(superuser);
  await client.connect();
  await client.query(`set timezone = 'UTC'`);
  try {
    return await use(async (text) => (await client.query(text)).rows);
  } finally {
    await client.end();
  }
}

/** Each task and due time once in effect, nothing left undone, every term right, nothing told twice. */
export async function judge(look: Look, plan: Plan, now: Date, fail: Fail): Promise<Verdict> {
  const doubled = await judgeDoubled(look, fail);
  const missed = await judgeMissed(look, plan, now, fail);
  await judgeTerms(look, plan, fail);
  await judgeCalls(look, plan, fail);
  await judgeDurations(look, fail);
  const [run] = await look<{ count: number }>('select count(*)::int as count from clock_runs');
  return { tasksRun: run!.count, missed, doubled, digest: await digestOf(look) };
}

async function judgeDoubled(look: Look, fail: Fail): Promise<number> {
  const runs = await look<{ what: string; times: number }>(
    `select name || ' ' || data || ' due ' || due_at as what, count(*)::int as times from clock_runs
      group by name, data, due_at having count(*) > 1 and count(distinct task_id) < count(*)`,
  );
  const told = await look<{ what: string; times: number }>(
    `select kind || ' ' || coalesce(key, '') as what, count(*)::int as times from notices
      where kind like 'commitment.%' group by tenant_id, employee_id, kind, key having count(*) > 1`,
  );
  const events = await look<{ what: string; times: number }>(
    `select event || ' ' || about_id as what, count(*)::int as times from audit_entries
      where event in ('commitment.warned', 'commitment.broken', 'commitment.kept')
      group by event, about_id having count(*) > 1`,
  );
  const twice = [...runs, ...told, ...events];
  for (const { what, times } of twice) fail(`${what}: ${times} times`);
  return twice.length;
}

async function judgeMissed(look: Look, plan: Plan, now: Date, fail: Fail): Promise<number> {
  const left = await look<{ what: string }>(
    `select name || ' due ' || run_at || ' tried ' || attempts || ' ' || coalesce(last_error, '') as what
       from tasks where run_at <= '${now.toISOString()}' or attempts >= 10`,
  );
  const ticks = await look<{ number: number; due: Date }>(
    `select (data->>'number')::int as number, due_at as due from clock_runs where name = 'clock.tick'`,
  );
  const ran = new Map(ticks.map(({ number, due }) => [number, due.toISOString()]));
  const planned = plan.moments.flatMap(({ happenings }) =>
    happenings.flatMap((each) =>
      each.kind === 'tick' && new Date(each.dueAt) <= now ? [each] : [],
    ),
  );
  const lost = planned.filter(({ number, dueAt }) => ran.get(number) !== dueAt);
  const silent = await look<{ what: string }>(
    `select rule || ' ' || subject || ' due ' || due_at || ' is ' || state || ' at level ' || level as what
       from commitments
      where state = 'open' and due_at <= '${now.toISOString()}'
         or state = 'broken' and settled_at is null and rule like 'clock.%' and level < 2
            and due_at + interval '10 hours' <= '${now.toISOString()}'`,
  );
  const held = await look<{ what: string }>(
    `select 'a message held since ' || created_at as what from messages
      where held_reason = 'quiet_hours' and created_at < '${now.toISOString()}'::timestamptz - interval '12 hours'`,
  );
  for (const { what } of [...left, ...silent, ...held]) fail(`not done: ${what}`);
  for (const { number, dueAt } of lost) fail(`tick ${number} of ${dueAt} never ran`);
  return left.length + silent.length + held.length + lost.length;
}

interface Term {
  rule: string;
  started: Date;
  due: Date;
}

/** Every promise's term, counted again. */
async function judgeTerms(look: Look, plan: Plan, fail: Fail): Promise<void> {
  const { house } = plan;
  const terms = await look<Term>(
    'select rule, started_at as started, due_at as due from commitments',
  );
  for (const { rule, started, due } of terms) {
    const minutes = /^clock\.minutes(\d+)$/.exec(rule)?.[1];
    const expected = minutes
      ? afterWorkingMinutes(house, started, Number(minutes))
      : rule === 'followUps.matter'
        ? afterWorkingDays(house, started, 2)
        : rule === 'complaints.answer'
          ? new Date(started.getTime() + 24 * 3_600_000)
          : due;
    if (expected.getTime() !== due.getTime()) {
      fail(
        `${rule} from ${started.toISOString()}: ${due.toISOString()}, not ${expected.toISOString()}`,
      );
    }
  }
  // The first talk about a matter is on the fourth day of business.
  const isLong = plan.end.getTime() - plan.begin.getTime() > 8 * 24 * 3_600_000;
  if (isLong && !terms.some(({ rule }) => rule === 'followUps.matter')) {
    fail('no matter was ever promised');
  }
}

interface Call {
  rule: 'first' | 'second';
  anchor: string;
  earliest: string;
  latest: string;
}

/** The third to seventh day after the car was fetched; the seventh to thirteenth after the first talk. */
async function judgeCalls(look: Look, { house }: Plan, fail: Fail): Promise<void> {
  const calls = await look<Call>(
    `select rule, sum->>'anchorOn' as anchor, earliest_on::text as earliest, latest_on::text as latest
       from follow_ups`,
  );
  for (const { rule, anchor, earliest, latest } of calls) {
    const [first, last] = rule === 'first' ? [3, 7] : [7, 13];
    const expected = windowAfter(house, anchor, first!, last!);
    if (expected.earliest !== earliest || expected.latest !== latest) {
      fail(
        `${rule} call from ${anchor}: ${earliest} to ${latest}, not ${JSON.stringify(expected)}`,
      );
    }
  }
  if (calls.length === 0) fail('no call was ever planned');
}

/** Nothing ends before it began, wherever the clock has been meanwhile. */
async function judgeDurations(look: Look, fail: Fail): Promise<void> {
  const backwards = await look<{ what: string }>(
    `select rule || ' ' || subject || ' from ' || started_at || ' to ' || settled_at as what from commitments
      where settled_at < started_at
     union all select 'complaint ' || number from complaints where acknowledged_at < received_at
     union all select 'notice read' from notices where read_at < created_at`,
  );
  for (const { what } of backwards) fail(`it ended before it began: ${what}`);
}

const alike = [
  `select rule, subject, started_at, due_at, warn_at, state, level, sum from commitments`,
  `select rule, sum->>'anchorOn', earliest_on, latest_on, state from follow_ups`,
  `select number, state, received_at, answer_due_at from complaints`,
  `select state, held_reason from messages`,
  // The hour of a survey is drawn, and told to nobody before it comes. Sums of complaints are counted anew as often as it takes:
  // of two who count at once the second finds nothing left, and asks for no third.
  `select name, due_at, count(*) from clock_runs
    where name not in ('messages.deliver', 'complaintReviews.count') and name not like 'surveys.%' group by 1, 2`,
  `select kind, count(*) from notices group by 1`,
];

/** One sum over what must not depend on the machine's time zone; ids and times of running are left out. */
async function digestOf(look: Look): Promise<string> {
  const hash = createHash('sha256');
  for (const text of alike) {
    const rows = await look<{ row: string }>(
      `select row::text as row from (${text}) as row order by 1`,
    );
    for (const { row } of rows) hash.update(`${row}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
