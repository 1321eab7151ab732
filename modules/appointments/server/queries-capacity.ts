import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Team } from '../lifecycle.ts';
import type { CapacityFacts, KnownBay, Load } from './hours.ts';

export type BayRow = RowOf<'bays'>;
export interface BayShown extends KnownBay {
  position: number;
  version: number;
  outages: readonly { id: string; fromAt: string; untilAt: string | null; reason: string }[];
}
export interface Facts extends CapacityFacts {
  bays: readonly BayShown[];
}

/** Bays of a unit with what of their outages is not over at `since`, as SQL. */
const baysOf = (
  since: string,
) => `(select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name,
      'kind', b.kind, 'position', b.position, 'usedFrom', b.used_from, 'usedUntil', b.used_until, 'version', b.version,
      'outages', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'fromAt', x.from_at, 'untilAt', x.until_at,
            'reason', x.reason) order by x.from_at, x.id), '[]')
          from (select * from bay_outages where tenant_id = :tenant and bay_id = b.id
                   and (until_at is null or until_at > ${since}) order by from_at, id limit 50) x))
      order by b.position, b.name, b.id), '[]')
    from (select * from bays where tenant_id = :tenant and org_unit_id = :unitId
             and (used_until is null or used_until >= :fromOn::date) order by position, id limit 100) b)`;

/** Before this many days nothing began that could still be under way: the longest work is twenty days of eight hours. */
const longestDays = 60;

const facts = statement<
  Facts,
  {
    unitId: string;
    fromOn: string;
    untilOn: string;
    fromAt: Date;
    untilAt: Date;
    besides: string | null;
  }
>(
  'appointments.capacity',
  `select ${baysOf(':fromAt::timestamptz')} as bays,
     (select coalesce(jsonb_agg(jsonb_build_object('team', h.team, 'weekday', h.weekday, 'onDate', h.on_date,
          'minutes', h.minutes)), '[]')
        from team_hours h where h.tenant_id = :tenant and h.org_unit_id = :unitId
         and (h.weekday is not null or h.on_date between :fromOn::date and :untilOn::date)) as hours,
     (select coalesce(jsonb_agg(jsonb_build_object('team', d.team, 'on', d.on_date, 'minutes', d.booked_minutes)), '[]')
        from team_days d where d.tenant_id = :tenant and d.org_unit_id = :unitId
         and d.on_date between :fromOn::date and :untilOn::date) as booked,
     (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'bayId', a.bay_id, 'startsAt', a.starts_at,
          'endsAt', a.ends_at)), '[]')
        from appointments a where a.tenant_id = :tenant and a.org_unit_id = :unitId and a.bay_id is not null
         and a.starts_at > :fromAt::timestamptz - interval '${longestDays} days' and a.starts_at < :untilAt::timestamptz
         and a.ends_at > :fromAt::timestamptz and a.state in ('asked', 'booked', 'confirmed', 'arrived', 'received')
         and a.id is distinct from :besides::uuid) as taken`,
);
/** Bays, hours and what is booked of a unit, between two days; `besides`: an appointment that is about to be moved. */
export const factsOf = async (
  work: Work,
  given: {
    unitId: string;
    fromOn: string;
    untilOn: string;
    fromAt: Date;
    untilAt: Date;
    besides: string | null;
  },
): Promise<Facts> => (await work.first(facts, given))!;

/** One statement takes what there is room for, and finds the row locked while another takes: nobody books twice (WSH-02). */
const take = statement<
  never,
  { unitId: string; orgPath: string; team: Team; on: string; minutes: number; there: number }
>(
  'appointments.takeHours',
  `insert into team_days (tenant_id, org_unit_id, org_path, team, on_date, booked_minutes)
   select :tenant, :unitId, :orgPath, :team, :on::date, :minutes::int where :minutes::int <= :there::int
   on conflict (tenant_id, org_unit_id, team, on_date) do update
     set booked_minutes = team_days.booked_minutes + excluded.booked_minutes
   where team_days.booked_minutes + excluded.booked_minutes <= :there::int`,
);
/** Whether there was room; if so it is taken. */
export const takeHours = async (
  work: Work,
  given: {
    unitId: string;
    orgPath: string;
    team: Team;
    on: string;
    minutes: number;
    there: number;
  },
): Promise<boolean> => (await work.run(take, given)) === 1;

const giveBack = statement<
  never,
  { unitId: string; team: string; days: readonly string[]; minutes: readonly number[] }
>(
  'appointments.giveHoursBack',
  `update team_days d set booked_minutes = d.booked_minutes - l.minutes
     from unnest(:days::date[], :minutes::int[]) as l (on_date, minutes)
    where d.tenant_id = :tenant and d.org_unit_id = :unitId and d.team = :team and d.on_date = l.on_date`,
);
export const giveHoursBack = (
  work: Work,
  { orgUnitId, team }: { orgUnitId: string; team: string },
  loads: readonly Load[],
) =>
  loads.length === 0
    ? Promise.resolve(0)
    : work.run(giveBack, {
        unitId: orgUnitId,
        team,
        days: loads.map(({ on }) => on),
        minutes: loads.map(({ minutes }) => minutes),
      });

const forChange = statement<BayRow, { bayId: string }>(
  'appointments.lockBay',
  `select * from bays where tenant_id = :tenant and id = :bayId and org_path ^@ any(:scopes) for update`,
);
export const lockBay = (work: Work, bayId: string) => work.first(forChange, { bayId });

const named = statement<{ id: string }, { unitId: string; name: string; besides: string | null }>(
  'appointments.bayNamed',
  `select id from bays where tenant_id = :tenant and org_unit_id = :unitId and name = :name
      and id is distinct from :besides::uuid limit 1`,
);
export const isBayNameTaken = async (
  work: Work,
  given: { unitId: string; name: string; besides: string | null },
) => (await work.first(named, given)) !== undefined;

export const insertBay = (work: Work, row: Fresh<'bays'>) => work.insert('bays', row);
export const updateBay = (work: Work, id: string, change: Partial<BayRow>) =>
  work.update('bays', { id }, change);
export const insertOutage = (work: Work, row: Fresh<'bayOutages'>) =>
  work.insert('bayOutages', row);

const unfinished = statement<{ id: string }, { bayId: string }>(
  'appointments.endOutages',
  `update bay_outages set until_at = greatest(:now::timestamptz, from_at), updated_at = :now
    where tenant_id = :tenant and bay_id = :bayId and from_at <= :now and (until_at is null or until_at > :now)
   returning id`,
);
export const endOutages = (work: Work, bayId: string) => work.rows(unfinished, { bayId });

interface SettingsRow {
  bays: BayShown[];
  hours: {
    team: Team;
    weekday: number | null;
    on: string | null;
    minutes: number;
    reason: string;
  }[];
  technicians: number;
}
const settings = statement<SettingsRow, { unitId: string; unitPath: string; fromOn: string }>(
  'appointments.settings',
  `select ${baysOf(':now::timestamptz')} as bays,
     (select coalesce(jsonb_agg(jsonb_build_object('team', h.team, 'weekday', h.weekday, 'on', h.on_date,
          'minutes', h.minutes, 'reason', h.reason) order by h.on_date, h.team), '[]')
        from (select * from team_hours where tenant_id = :tenant and org_unit_id = :unitId
                 and (weekday is not null or on_date >= :fromOn::date) order by on_date nulls first limit 235) h) as hours,
     (select count(*) from (select distinct e.id from employees e
          join role_grants g on g.tenant_id = e.tenant_id and g.employee_id = e.id
          join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
         where e.tenant_id = :tenant and e.org_path = :unitPath and e.state = 'active' and r.key = 'technician'
         limit 10000) t)::int as technicians`,
);
export const settingsRow = async (
  work: Work,
  given: { unitId: string; unitPath: string; fromOn: string },
): Promise<SettingsRow> => (await work.first(settings, given))!;

const weekGone = statement<never, { unitId: string; team: string }>(
  'appointments.forgetWeek',
  'delete from team_hours where tenant_id = :tenant and org_unit_id = :unitId and team = :team and weekday is not null',
);
const dayGone = statement<never, { unitId: string; team: string; on: string }>(
  'appointments.forgetDay',
  'delete from team_hours where tenant_id = :tenant and org_unit_id = :unitId and team = :team and on_date = :on::date',
);
export const forgetWeek = (work: Work, unitId: string, team: string) =>
  work.run(weekGone, { unitId, team });
export const forgetDay = (work: Work, unitId: string, team: string, on: string) =>
  work.run(dayGone, { unitId, team, on });
export const insertHours = (work: Work, rows: readonly Fresh<'teamHours'>[]) =>
  work.insertAll('teamHours', rows);
