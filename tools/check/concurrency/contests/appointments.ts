import {
  bayRoutes,
  appointmentRoutes as routes,
  teamHoursRoutes,
} from '#modules/appointments/contract.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';

const zone = 'Asia/Shanghai';
const bays = 3;
/** Less than the bays together are open: the hours of the team run out before the bays are full. */
const dayMinutes = 900;
const lengths = [30, 45, 60, 90] as const;

interface Booked {
  id: string;
  bayId: string | null;
  from: number;
  minutes: number;
  on: string;
}
type Who = Awaited<ReturnType<Arena['employee']>>;

/** Many book, move and call off at once: the same bays, the same days, overlapping on purpose (WSH-02). */
export const contest: Contest = {
  name: 'appointments',
  promise: 'no bay is booked twice at one time, and no team has more booked than its hours',
  share: 4,
  play: async (arena, operations) => {
    const owner = await arena.employee('owner');
    const bayIds = await prepared(arena, owner);
    const days = [3, 4].map((ahead) => addDays(dateIn(zone, arena.shop.now), ahead));
    const booked = new Map<string, Booked>();
    await arena.crowd(operations, async (at) => {
      const ids = [...booked.keys()];
      const chance = arena.random();
      if (ids.length > 0 && chance < 0.15) await cancel(arena, owner, booked, arena.random.of(ids));
      else if (ids.length > 0 && chance < 0.35) {
        await move(arena, owner, booked, { id: arena.random.of(ids), bayIds, days });
      } else await book(arena, owner, booked, { bayIds, days, name: `客户${at}` });
    });
    await arena.quiet();
    await judge(arena, booked, days);
  },
};

async function prepared(arena: Arena, owner: Who): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < bays; at++) {
    const body = { name: `工位${arena.random.whole(1e9)}`, kind: 'repair' } as const;
    ids.push(arena.granted(await arena.ask(owner, bayRoutes.add, { body }, { whole: true })).id);
  }
  const body = { team: 'repair', week: Array(7).fill(dayMinutes) } as const;
  arena.granted(await arena.ask(owner, teamHoursRoutes.saveWeek, { body }, { whole: true }));
  return ids;
}

function wish(arena: Arena, { bayIds, days }: { bayIds: string[]; days: string[] }) {
  const on = arena.random.of(days);
  const half = arena.random.whole(14);
  const hour = 9 + Math.floor(half / 2);
  const time = `${String(hour).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
  const startsAt = instantAt(zone, on, time).toISOString();
  const bayId = arena.random() < 0.8 ? arena.random.of(bayIds) : null;
  return { on, startsAt, bayId, minutes: arena.random.of(lengths) };
}

async function book(
  arena: Arena,
  who: Who,
  booked: Map<string, Booked>,
  given: { bayIds: string[]; days: string[]; name: string },
): Promise<void> {
  const { on, startsAt, bayId, minutes } = wish(arena, given);
  const { name } = given;
  const asked = { name, wish: '保养', kind: 'maintenance', startsAt, bayId } as const;
  const body = { ...asked, plannedMinutes: minutes };
  const outcome = await arena.ask(who, routes.book, { body });
  if (outcome.kind !== 'ok') return;
  const { id } = outcome.body;
  booked.set(id, { id, bayId, from: Date.parse(startsAt), minutes, on });
}

async function move(
  arena: Arena,
  who: Who,
  booked: Map<string, Booked>,
  given: { id: string; bayIds: string[]; days: string[] },
): Promise<void> {
  const { id } = given;
  const { startsAt, bayId, minutes } = wish(arena, given);
  const body = { startsAt, bayId, plannedMinutes: minutes };
  const outcome = await arena.ask(who, routes.move, { params: { appointmentId: id }, body });
  // What was cut off, or done by several at once, is told by the database alone.
  if (outcome.kind === 'failed') return;
  booked.delete(id);
}

async function cancel(arena: Arena, who: Who, booked: Map<string, Booked>, id: string) {
  const body = { reason: '客户改主意' };
  const outcome = await arena.ask(who, routes.cancel, { params: { appointmentId: id }, body });
  if (outcome.kind !== 'failed') booked.delete(id);
}

interface Standing {
  id: string;
  bayId: string | null;
  from: string;
  minutes: number;
  on: string;
}

/** By what was agreed with the customers, not by what the program worked out of it. */
async function judge(arena: Arena, booked: Map<string, Booked>, days: string[]): Promise<void> {
  const standing = await arena.look<Standing>(
    `select id, bay_id as "bayId", starts_at as "from", planned_minutes as minutes,
            to_char(starts_at at time zone '${zone}', 'YYYY-MM-DD') as "on"
       from appointments where state in ('asked', 'booked', 'confirmed', 'arrived', 'received') and way <> 'walkIn'
        and to_char(starts_at at time zone '${zone}', 'YYYY-MM-DD') = any($1)`,
    [days],
  );
  const there = new Set(standing.map(({ id }) => id));
  for (const { id } of booked.values()) {
    if (!there.has(id)) arena.fail('what a customer was promised is not in the book');
  }
  for (const [bayId, own] of Map.groupBy(standing, (one) => one.bayId)) {
    if (bayId !== null) judgeBay(arena, own);
  }
  for (const on of days) await judgeDay(arena, standing, on);
}

function judgeBay(arena: Arena, own: readonly Standing[]): void {
  const inOrder = own.toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from));
  for (const [at, one] of inOrder.entries()) {
    const next = inOrder[at + 1];
    if (next && Date.parse(one.from) + one.minutes * 60_000 > Date.parse(next.from)) {
      arena.fail('two customers in one bay at one time');
    }
  }
}

async function judgeDay(arena: Arena, standing: readonly Standing[], on: string): Promise<void> {
  const sum = standing
    .filter((one) => one.on === on)
    .reduce((total, { minutes }) => total + minutes, 0);
  if (sum > dayMinutes) arena.fail(`${sum} minutes booked of ${dayMinutes}`);
  const [counted] = await arena.look<{ booked: number }>(
    `select booked_minutes as booked from team_days where team = 'repair' and on_date = $1::date`,
    [on],
  );
  if ((counted?.booked ?? 0) !== sum) {
    arena.fail(`the day counts ${counted?.booked} minutes, the book holds ${sum}`);
  }
}
