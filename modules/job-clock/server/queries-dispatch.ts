import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { DispatchLine, ItemLoop, Technician, WallCard } from '../contract.ts';
import { guideOf, workedOn } from './queries.ts';

export type DispatchRow = Omit<DispatchLine, 'promisedAt'> & {
  orgPath: string;
  promisedAt: Date | null;
};
const lines = statement<DispatchRow, object>(
  'jobClock.dispatchLines',
  `select o.org_path, l.id, l.order_id, o.number, coalesce(v.plate, '') as plate, v.plate_colour, v.model, o.state,
          o.waiting_for, o.promised_at, l.description, l.standard_minutes, w.minutes as worked_minutes,
          coalesce(g.certificate, '') as certificate,
          coalesce(t.assigned, jsonb_build_array(jsonb_build_object(
            'employeeId', m.id, 'name', m.name, 'sharePercent', null,
            'isRunning', exists (select 1 from clock_spells s
                                  where s.tenant_id = l.tenant_id and s.line_id = l.id and s.employee_id = m.id
                                    and s.ended_at is null and not s.is_superseded))))
            as assigned
     from service_orders o
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     join job_lines l on l.tenant_id = o.tenant_id and l.order_id = o.id and l.answer = 'approved' and l.done_at is null
     left join employees m on m.tenant_id = o.tenant_id and m.id = o.technician_id
     left join lateral (${guideOf('l')}) g on true
    cross join lateral (${workedOn('l')}) w
    cross join lateral (
      select jsonb_agg(jsonb_build_object('employeeId', a.employee_id, 'name', e.name, 'sharePercent', a.share_percent,
               'isRunning', exists (select 1 from clock_spells s
                                     where s.tenant_id = a.tenant_id and s.line_id = a.line_id
                                       and s.employee_id = a.employee_id and s.ended_at is null and not s.is_superseded))
               order by a.id) as assigned
        from job_assignments a join employees e on e.tenant_id = a.tenant_id and e.id = a.employee_id
       where a.tenant_id = l.tenant_id and a.line_id = l.id and a.ended_at is null) t
    where o.tenant_id = :tenant and o.org_path ^@ any(:scopes) and o.state in ('approved', 'inWork')
    order by o.promised_at nulls last, o.received_at, o.id, l.position, l.id limit 500`,
);
/** Every job that is to be done, with who is to do it; a job given to nobody is its order's technician's. */
export const dispatchLines = async (work: Work): Promise<DispatchRow[]> =>
  (await work.rows(lines, {})).map((row) => ({
    ...row,
    assigned: row.assigned.filter(({ employeeId }) => employeeId !== null),
  }));

export type TechnicianRow = Omit<Technician, 'loadMinutes'>;
const technicians = statement<TechnicianRow, { from: Date; on: string }>(
  'jobClock.technicians',
  `select e.id, e.name,
          array(select h.post_key from post_holdings h
                 where h.tenant_id = e.tenant_id and h.employee_id = e.id and h.until_on is null
                 order by h.post_key limit 20) as posts,
          array(select distinct c.name from certificates c
                 where c.tenant_id = e.tenant_id and c.employee_id = e.id and not c.is_withdrawn
                   and c.renewal_id is null and (c.expires_on is null or c.expires_on >= :on::date)
                 order by c.name limit 50) as certificates,
          k.is_present, k.is_on_break, k.running_job, k.worked_minutes
     from employees e
    cross join lateral (
      select coalesce(bool_or(s.clock = 'shift' and s.ended_at is null), false) as is_present,
             coalesce(bool_or(s.clock = 'break' and s.ended_at is null), false) as is_on_break,
             coalesce(max(l.description) filter (where s.clock = 'job' and s.ended_at is null), '') as running_job,
             coalesce(sum(extract(epoch from coalesce(s.ended_at, :now) - greatest(s.started_at, :from)) / 60)
               filter (where s.clock = 'job'), 0)::int as worked_minutes
        from clock_spells s left join job_lines l on l.tenant_id = s.tenant_id and l.id = s.line_id
       where s.tenant_id = e.tenant_id and s.employee_id = e.id and not s.is_superseded
         and (s.ended_at is null or s.ended_at > :from)) k
    where e.tenant_id = :tenant and e.org_path ^@ any(:scopes) and e.state = 'active'
      and exists (select 1 from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
                   where g.tenant_id = e.tenant_id and g.employee_id = e.id and 'serviceOrders.work' = any(r.permissions)
                   offset 0)
      and (k.is_present
           or exists (select 1 from post_holdings h
                       where h.tenant_id = e.tenant_id and h.employee_id = e.id and h.until_on is null
                         and h.post_key in ('technician', 'teamLeader', 'fitter', 'electrician'))
           or not exists (select 1 from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
                           where g.tenant_id = e.tenant_id and g.employee_id = e.id
                             and r.permissions && '{serviceOrders.receive,serviceOrders.inspect}'))
    order by k.is_present desc, e.name, e.id limit 200`,
);
/** Who works in the workshop; the present first. */
export const techniciansOf = (work: Work, from: Date, on: string) =>
  work.rows(technicians, { from, on });

export type AssignmentRow = RowOf<'jobAssignments'>;
const open = statement<AssignmentRow, { lineId: string }>(
  'jobClock.openAssignments',
  `select * from job_assignments where tenant_id = :tenant and line_id = :lineId and ended_at is null
    order by id for update`,
);
export const openAssignments = (work: Work, lineId: string) => work.rows(open, { lineId });
const ended = statement<never, { ids: readonly string[] }>(
  'jobClock.endAssignments',
  `update job_assignments set ended_at = :now, version = version + 1, updated_at = :now
    where tenant_id = :tenant and id = any(:ids::uuid[]) and ended_at is null`,
);
export const endAssignments = (work: Work, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve(0) : work.run(ended, { ids });
export const insertAssignments = (work: Work, rows: readonly Fresh<'jobAssignments'>[]) =>
  rows.length === 0 ? Promise.resolve() : work.insertAll('jobAssignments', rows);
const ofLeaver = statement<never, { employeeId: string }>(
  'jobClock.endAssignmentsOf',
  `update job_assignments set ended_at = :now, version = version + 1, updated_at = :now
    where tenant_id = :tenant and employee_id = :employeeId and ended_at is null`,
);
export const endAssignmentsOf = (work: Work, employeeId: string) =>
  work.run(ofLeaver, { employeeId });

const wall = statement<
  Omit<WallCard, 'stateSince' | 'promisedAt'> & {
    orgPath: string;
    stateSince: Date;
    promisedAt: Date | null;
  },
  object
>(
  'jobClock.wall',
  `select o.org_path, o.id, coalesce(v.plate, '') as plate, v.plate_colour, v.model, o.state, o.waiting_for,
          o.state_since, o.promised_at, o.bay, j.jobs, j.jobs_done, j.open_items,
          array(select e.name from clock_spells s
                  join job_lines l on l.tenant_id = s.tenant_id and l.id = s.line_id
                  join employees e on e.tenant_id = s.tenant_id and e.id = s.employee_id
                 where s.tenant_id = o.tenant_id and l.order_id = o.id and s.ended_at is null and not s.is_superseded
                 order by e.name limit 20) as working
     from service_orders o
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
    cross join lateral (
      select count(*) filter (where l.answer = 'approved') as jobs,
             count(*) filter (where l.answer = 'approved' and l.done_at is not null) as jobs_done,
             count(*) filter (where l.origin = 'additional' and l.answer = 'open') as open_items
        from job_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id) j
    where o.tenant_id = :tenant and o.org_path ^@ any(:scopes)
      and o.state not in ('delivered', 'leftUnrepaired', 'cancelled')
    order by o.promised_at nulls last, o.state_since, o.id limit 200`,
);
export const wallCards = (work: Work) => work.rows(wall, {});

export interface ItemRow {
  orgPath: string;
  lineId: string;
  description: string;
  proposedAt: Date;
  answer: RowOf<'jobLines'>['answer'];
  answeredAt: Date | null;
  doneAt: Date | null;
  /** What the vehicle was said to wait for, from when on. */
  waits: { waitingFor: string; at: string }[];
}
const items = statement<ItemRow, { orderId: string }>(
  'jobClock.items',
  `select o.org_path, l.id as line_id, l.description, l.created_at as proposed_at, l.answer, l.answered_at, l.done_at,
          coalesce((select jsonb_agg(jsonb_build_object('waitingFor', s.note, 'at', s.at) order by s.order_version)
                      from order_steps s
                     where s.tenant_id = o.tenant_id and s.order_id = o.id and s.step = 'wait'), '[]') as waits
     from service_orders o join job_lines l on l.tenant_id = o.tenant_id and l.order_id = o.id and l.origin = 'additional'
    where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)
    order by l.position, l.id limit 100`,
);
export const itemsOf = (work: Work, orderId: string) => work.rows(items, { orderId });
export type { ItemLoop };

const orderSeen = statement<{ id: string }, { orderId: string }>(
  'jobClock.orderSeen',
  'select id from service_orders where tenant_id = :tenant and id = :orderId and org_path ^@ any(:scopes)',
);
export const isOrderSeen = async (work: Work, orderId: string) =>
  (await work.first(orderSeen, { orderId })) !== undefined;
