import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import type { PageAfter } from '#platform/page.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { AppointmentState, Team, WorkKind } from '../lifecycle.ts';

export type AppointmentRow = RowOf<'appointments'>;

const forChange = statement<AppointmentRow, { appointmentId: string }>(
  'appointments.lock',
  `select * from appointments where tenant_id = :tenant and id = :appointmentId and org_path ^@ any(:scopes)
      for update`,
);
export const lockAppointment = (work: Work, appointmentId: string) =>
  work.first(forChange, { appointmentId });
export const insertAppointment = (work: Work, row: Fresh<'appointments'>) =>
  work.insert('appointments', row);
export const updateAppointment = (work: Work, id: string, change: ChangeOf<'appointments'>) =>
  work.update('appointments', { id }, change);
export const insertEntry = (work: Work, row: Fresh<'appointmentEntries'>) =>
  work.insert('appointmentEntries', row);

export interface ListedRow {
  id: string;
  orgPath: string;
  orgUnitId: string;
  state: AppointmentState;
  kind: WorkKind;
  team: Team;
  way: 'walkIn' | 'phone' | 'web' | 'message';
  fetching: 'sendIn' | 'pickUp' | 'onSite';
  name: string;
  phone: string;
  plate: string;
  model: string;
  customerId: string | null;
  vehicleId: string | null;
  wish: string;
  plannedMinutes: number;
  startsAt: Date;
  endsAt: Date;
  bayId: string | null;
  bayName: string;
  advisorId: string | null;
  advisorName: string;
  parts: 'notNeeded' | 'needed' | 'ordered' | 'there';
  arrivedAt: Date | null;
  takenByName: string;
  calledAt: Date | null;
  orderId: string | null;
  timesMoved: number;
  version: number;
}
const head = `a.id, a.org_path, a.org_unit_id, a.state, a.kind, a.team, a.way, a.fetching, coalesce(c.name, a.name) as name,
  coalesce(c.phone, a.phone) as phone, coalesce(v.plate, a.plate) as plate, coalesce(v.model, '') as model,
  a.customer_id, a.vehicle_id, a.wish, a.planned_minutes, a.starts_at, a.ends_at, a.bay_id, coalesce(b.name, '') as bay_name,
  a.advisor_id, coalesce(e.name, '') as advisor_name, a.parts, a.arrived_at, coalesce(t.name, '') as taken_by_name,
  a.called_at, a.order_id, a.times_moved, a.version`;
const joined = `left join customers c on c.tenant_id = :tenant and c.id = a.customer_id
  left join vehicles v on v.tenant_id = :tenant and v.id = a.vehicle_id
  left join bays b on b.tenant_id = :tenant and b.id = a.bay_id
  left join employees e on e.tenant_id = :tenant and e.id = a.advisor_id
  left join employees t on t.tenant_id = :tenant and t.id = a.taken_by`;

const ofDay = statement<ListedRow, { unitId: string; fromAt: Date; untilAt: Date }>(
  'appointments.ofDay',
  `select ${head} from appointments a ${joined}
    where a.tenant_id = :tenant and a.org_unit_id = :unitId and a.org_path ^@ any(:scopes)
      and a.starts_at > :fromAt::timestamptz - interval '60 days' and a.starts_at < :untilAt
      and (a.starts_at >= :fromAt or a.ends_at > :fromAt) and a.state <> 'cancelled'
    order by a.starts_at, a.id limit 500`,
);
/** All that touches a day, work of the day before that goes on among it. */
export const appointmentsOfDay = (
  work: Work,
  given: { unitId: string; fromAt: Date; untilAt: Date },
) => work.rows(ofDay, given);

const missed = statement<{ count: number }, { unitId: string }>(
  'appointments.missedCount',
  `select count(*)::int as count from (select 1 from appointments
     where tenant_id = :tenant and org_unit_id = :unitId and org_path ^@ any(:scopes) and state = 'noShow'
       and called_at is null and starts_at > :now::timestamptz - interval '60 days' limit 1000) m`,
);
export const missedCount = async (work: Work, unitId: string): Promise<number> =>
  (await work.first(missed, { unitId }))!.count;

const asked = statement<{ count: number }, { unitId: string }>(
  'appointments.askedCount',
  `select count(*)::int as count from (select 1 from appointments
     where tenant_id = :tenant and org_unit_id = :unitId and org_path ^@ any(:scopes) and state = 'asked'
       and starts_at > :now limit 1000) a`,
);
/** Times that customers asked for by the web and that nobody has confirmed yet. */
export const askedCount = async (work: Work, unitId: string): Promise<number> =>
  (await work.first(asked, { unitId }))!.count;

interface Filter {
  state: string | null;
  customerId: string | null;
  vehicleId: string | null;
  fromAt: Date | null;
  untilAt: Date | null;
}
const matches = `a.tenant_id = :tenant and a.org_path ^@ any(:scopes)
  and (:state::text is null or a.state = :state)
  and (:customerId::uuid is null or a.customer_id = :customerId)
  and (:vehicleId::uuid is null or a.vehicle_id = :vehicleId)
  and (:fromAt::timestamptz is null or a.starts_at >= :fromAt)
  and (:untilAt::timestamptz is null or a.starts_at < :untilAt)`;
const page = statement<ListedRow, Filter & PageAfter>(
  'appointments.page',
  `select ${head} from appointments a ${joined}
    where ${matches}
      and (:afterAt::timestamptz is null or (a.starts_at, a.id) > (:afterAt, :afterId::uuid))
    order by a.starts_at, a.id limit :size`,
);
const counted = statement<{ count: number }, Filter>(
  'appointments.count',
  `select count(*)::int as count from appointments a where ${matches}`,
);
export const pageOfAppointments = (work: Work, given: Filter & PageAfter) => work.rows(page, given);
export const countOfAppointments = async (work: Work, given: Filter): Promise<number> =>
  (await work.first(counted, given))!.count;

export interface SeenRow extends ListedRow {
  place: string;
  partsNote: string;
  cancelReason: string;
  entries: {
    id: string;
    step: string;
    fromState: string;
    toState: string;
    formerAt: string | null;
    startsAt: string;
    note: string;
    byName: string;
    at: string;
  }[];
}
const seen = statement<SeenRow, { appointmentId: string }>(
  'appointments.seen',
  `select ${head}, a.place, a.parts_note, a.cancel_reason,
     (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'step', x.step, 'fromState', x.from_state,
          'toState', x.to_state, 'formerAt', x.former_at, 'startsAt', x.starts_at, 'note', x.note,
          'byName', coalesce((select n.name from employees n where n.tenant_id = :tenant and n.id = x.by_id), ''),
          'at', x.at) order by x.position), '[]')
        from (select * from appointment_entries where tenant_id = :tenant and appointment_id = a.id
               order by position desc limit 200) x) as entries
     from appointments a ${joined}
    where a.tenant_id = :tenant and a.id = :appointmentId and a.org_path ^@ any(:scopes)`,
);
export const seenAppointment = (work: Work, appointmentId: string) =>
  work.first(seen, { appointmentId });

const receives = statement<{ id: string }, { employeeId: string; orgPath: string }>(
  'appointments.receives',
  `select e.id from employees e
     join role_grants g on g.tenant_id = e.tenant_id and g.employee_id = e.id
     join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
    where e.tenant_id = :tenant and e.id = :employeeId and e.state = 'active'
      and 'serviceOrders.receive' = any(r.permissions) and :orgPath ^@ g.scope_path
    limit 1`,
);
/** Whether an employee receives cars in that place of the tree. */
export const receivesThere = async (work: Work, employeeId: string, orgPath: string) =>
  (await work.first(receives, { employeeId, orgPath })) !== undefined;
