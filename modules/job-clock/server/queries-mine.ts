import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ClockJob, ClockLine, Conflicted, Spell } from '../contract.ts';
import { guideOf, workedOn } from './queries.ts';

interface ClocksRow {
  shiftSince: Date | null;
  breakSince: Date | null;
  jobSince: Date | null;
  jobLineId: string | null;
  jobOrderId: string | null;
  attendedMinutes: number;
  workedMinutes: number;
}
const minutesOf = (clock: string) =>
  `coalesce(sum(extract(epoch from coalesce(ended_at, :now) - greatest(started_at, :from)) / 60)
     filter (where clock = '${clock}'), 0)`;
const clocks = statement<ClocksRow, { from: Date }>(
  'jobClock.myClocks',
  `select max(started_at) filter (where clock = 'shift' and ended_at is null) as shift_since,
          max(started_at) filter (where clock = 'break' and ended_at is null) as break_since,
          max(started_at) filter (where clock = 'job' and ended_at is null) as job_since,
          (array_agg(line_id) filter (where clock = 'job' and ended_at is null))[1] as job_line_id,
          (array_agg(order_id) filter (where clock = 'job' and ended_at is null))[1] as job_order_id,
          greatest(${minutesOf('shift')} - ${minutesOf('break')}, 0)::int as attended_minutes,
          ${minutesOf('job')}::int as worked_minutes
     from clock_spells
    where tenant_id = :tenant and employee_id = :me and not is_superseded
      and (ended_at is null or ended_at > :from)`,
);
/** One's own running clocks, and the minutes since an instant. */
export const myClocks = async (work: Work, from: Date) => (await work.first(clocks, { from }))!;

type InJson<T> = Omit<T, 'doneAt' | 'running'> & {
  doneAt: string | null;
  running: { employeeId: string; name: string; startedAt: string }[];
};
export type JobRow = Omit<ClockJob, 'promisedAt' | 'lines'> & {
  orgPath: string;
  promisedAt: Date | null;
  lines: InJson<ClockLine>[];
};
const jobs = statement<JobRow, object>(
  'jobClock.myJobs',
  `select o.org_path, o.id, o.number, coalesce(v.plate, '') as plate, v.plate_colour, v.model, o.customer_words,
          o.state, o.waiting_for, o.bay, o.promised_at, o.version,
          coalesce((select jsonb_agg(jsonb_build_object(
              'id', l.id, 'description', l.description, 'finding', l.finding,
              'standardMinutes', l.standard_minutes, 'workedMinutes', w.minutes,
              'origin', l.origin, 'answer', l.answer,
              'isMine', coalesce(t.is_mine, o.technician_id = :me, false),
              'doneAt', l.done_at, 'doneByName', coalesce(d.name, ''), 'outside', l.outside,
              'running', coalesce(r.running, '[]'),
              'guide', (select to_jsonb(g) from (${guideOf('l')}) g)) order by l.position, l.id)
            from job_lines l
            left join employees d on d.tenant_id = l.tenant_id and d.id = l.done_by
           cross join lateral (${workedOn('l')}) w
           cross join lateral (select bool_or(a.employee_id = :me) as is_mine from job_assignments a
                                where a.tenant_id = l.tenant_id and a.line_id = l.id and a.ended_at is null) t
           cross join lateral (select jsonb_agg(jsonb_build_object(
                                  'employeeId', s.employee_id, 'name', e.name, 'startedAt', s.started_at)) as running
                                 from clock_spells s
                                 join employees e on e.tenant_id = s.tenant_id and e.id = s.employee_id
                                where s.tenant_id = l.tenant_id and s.line_id = l.id and s.ended_at is null
                                  and not s.is_superseded) r
           where l.tenant_id = o.tenant_id and l.order_id = o.id and l.answer <> 'refused'), '[]') as lines
     from service_orders o
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
    where o.tenant_id = :tenant and o.org_path ^@ any(:scopes)
      and o.state in ('approved', 'inWork', 'selfChecked', 'teamChecked')
      and (o.technician_id = :me
           or exists (select 1 from job_assignments a join job_lines l on l.tenant_id = a.tenant_id and l.id = a.line_id
                       where a.tenant_id = o.tenant_id and l.order_id = o.id and a.employee_id = :me and a.ended_at is null)
           or exists (select 1 from clock_spells s join job_lines l on l.tenant_id = s.tenant_id and l.id = s.line_id
                       where s.tenant_id = o.tenant_id and l.order_id = o.id and s.employee_id = :me
                         and s.ended_at is null and not s.is_superseded))
    order by o.promised_at nulls last, o.state_since, o.id limit 100`,
);
/** Orders on which one has something to do, the first promised first. */
export const myJobs = (work: Work) => work.rows(jobs, {});

type InRow<T, Dates extends keyof T> = Omit<T, Dates> & {
  [D in Dates]: T[D] extends string ? Date : Date | null;
};
export type ConflictRow = Omit<
  InRow<Conflicted, 'pressedAt' | 'arrivedAt' | 'happenedAt' | 'doneAt'>,
  'standing'
> & {
  orgPath: string;
  standing: { startedAt: string; endedAt: string | null; job: string } | null;
};
/** Beside the stamp: who finished the job, and what stands on the same person's clock at that time. */
const conflictsWhere = (
  where: string,
) => `select p.org_path, p.id, p.employee_id, coalesce(e.name, '') as employee_name, p.press, p.conflict, p.outcome,
          p.pressed_at, p.arrived_at, p.happened_at, v.plate, coalesce(l.description, '') as job,
          l.done_at, coalesce(d.name, '') as done_by_name,
          (select jsonb_build_object('startedAt', s.started_at, 'endedAt', s.ended_at, 'job', coalesce(sl.description, ''))
             from clock_spells s
             left join job_lines sl on sl.tenant_id = s.tenant_id and sl.id = s.line_id
            where s.tenant_id = p.tenant_id and s.employee_id = p.employee_id and not s.is_superseded
              and s.started_at <= p.happened_at and (s.ended_at is null or s.ended_at > p.happened_at)
              and (p.line_id is null) = (s.line_id is null)
            order by s.started_at desc limit 1) as standing
     from clock_stamps p
     left join employees e on e.tenant_id = p.tenant_id and e.id = p.employee_id
     left join job_lines l on l.tenant_id = p.tenant_id and l.id = p.line_id
     left join service_orders o on o.tenant_id = p.tenant_id and o.id = p.order_id
     left join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     left join employees d on d.tenant_id = l.tenant_id and d.id = l.done_by
    where p.tenant_id = :tenant and p.org_path ^@ any(:scopes) and ${where}
      and p.conflict not in ('', 'plateWrong', 'certificateMissing') and p.arrived_at > :since
      and not exists (select 1 from clock_settlements t where t.tenant_id = p.tenant_id and t.stamp_id = p.id)
    order by p.arrived_at desc, p.id desc limit 50`;
const mineOpen = statement<ConflictRow, { since: Date }>(
  'jobClock.myConflicts',
  conflictsWhere('p.employee_id = :me'),
);
const allOpen = statement<ConflictRow, { since: Date }>(
  'jobClock.conflicts',
  conflictsWhere('true'),
);
/** Stamps that nobody has settled yet: one's own, or everybody's. */
export const openConflicts = (work: Work, whose: 'mine' | 'all', since: Date) =>
  work.rows(whose === 'mine' ? mineOpen : allOpen, { since });

export type ShownSpellRow = InRow<Spell, 'startedAt' | 'endedAt'> & { orgPath: string };
const shown = `select s.org_path, s.id, s.employee_id, s.clock, coalesce(l.description, '') as job, v.plate, s.started_at, s.ended_at,
          s.ended_how, s.pause_reason, s.is_superseded, s.corrects_id, s.reason, coalesce(b.name, '') as by_name
     from clock_spells s
     left join job_lines l on l.tenant_id = s.tenant_id and l.id = s.line_id
     left join service_orders o on o.tenant_id = s.tenant_id and o.id = s.order_id
     left join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     left join employees b on b.tenant_id = s.tenant_id and b.id = s.created_by
    where s.tenant_id = :tenant and s.org_path ^@ any(:scopes)`;
const ofDay = statement<ShownSpellRow, { employeeId: string; from: Date; until: Date }>(
  'jobClock.spellsOfDay',
  `${shown} and s.employee_id = :employeeId and s.started_at >= :from and s.started_at < :until
    order by s.started_at, s.id limit 200`,
);
export const spellsOfDay = (work: Work, asked: { employeeId: string; from: Date; until: Date }) =>
  work.rows(ofDay, asked);
const oneSpell = statement<ShownSpellRow, { spellId: string }>(
  'jobClock.spell',
  `${shown} and s.id = :spellId`,
);
export const spellShown = async (work: Work, spellId: string) =>
  (await work.first(oneSpell, { spellId }))!;
