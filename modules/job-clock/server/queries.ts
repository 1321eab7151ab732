import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { newId } from '#platform/ids.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type SpellRow = RowOf<'clockSpells'>;
export type StampRow = RowOf<'clockStamps'>;

const person = statement<Pick<RowOf<'employees'>, 'id' | 'orgUnitId' | 'orgPath'>, object>(
  'jobClock.lockMe',
  `select id, org_unit_id, org_path from employees where tenant_id = :tenant and id = :me for no key update`,
);
/** Whoever presses, held so that two devices of his are heard one after the other. */
export const lockMe = (work: Work) => work.first(person, {});

const stampsKnown = statement<StampRow, { keys: readonly string[] }>(
  'jobClock.stampsKnown',
  'select * from clock_stamps where tenant_id = :tenant and employee_id = :me and key = any(:keys)',
);
export const stampsWithKeys = (work: Work, keys: readonly string[]) =>
  work.rows(stampsKnown, { keys });

/** What a job asks for: the guide whose words are the longest that stand in its description. */
export const guideOf = (line: string) =>
  `select g.operation, g.safety, g.certificate from job_guides g
    where g.tenant_id = :tenant and position(g.job_words in ${line}.description) > 0
    order by length(g.job_words) desc, g.id limit 1`;
/** Minutes that everybody worked on a job, the running clocks included. */
export const workedOn = (line: string) =>
  `select coalesce(sum(extract(epoch from coalesce(s.ended_at, :now) - s.started_at) / 60), 0)::int as minutes
     from clock_spells s
    where s.tenant_id = :tenant and s.line_id = ${line}.id and not s.is_superseded`;

export interface LineRow {
  id: string;
  orderId: string;
  description: string;
  answer: RowOf<'jobLines'>['answer'];
  doneAt: Date | null;
  outside: RowOf<'jobLines'>['outside'];
  state: RowOf<'serviceOrders'>['state'];
  technicianId: string | null;
  waitingFor: RowOf<'serviceOrders'>['waitingFor'];
  orgUnitId: string;
  orgPath: string;
  plate: string;
  certificate: string;
  /** Whether he has worked on this order before: then he has looked at its plate. */
  isConfirmed: boolean;
}
const lines = statement<LineRow, { ids: readonly string[] }>(
  'jobClock.lines',
  `select l.id, l.order_id, l.description, l.answer, l.done_at, l.outside, o.state, o.technician_id, o.waiting_for,
          o.org_unit_id, o.org_path, coalesce(v.plate, '') as plate, coalesce(g.certificate, '') as certificate,
          exists (select 1 from clock_spells s where s.tenant_id = l.tenant_id and s.employee_id = :me
                     and s.order_id = l.order_id) as is_confirmed
     from job_lines l
     join service_orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     left join lateral (${guideOf('l')}) g on true
    where l.tenant_id = :tenant and l.id = any(:ids::uuid[]) and o.org_path ^@ any(:scopes) limit 50`,
);
const orders = statement<{ id: string }, { ids: readonly string[] }>(
  'jobClock.lockOrders',
  `select o.id from service_orders o
    where o.tenant_id = :tenant and o.org_path ^@ any(:scopes)
      and o.id in (select l.order_id from job_lines l where l.tenant_id = :tenant and l.id = any(:ids::uuid[]))
    order by o.id limit 50 for no key update`,
);
/** Holds the orders of these jobs, so that what is read of them next stays so: two may take one up at once. */
export const lockOrdersOf = (work: Work, ids: readonly string[]) => work.rows(orders, { ids });
/** Jobs of orders that the caller may see. */
export const linesAt = (work: Work, ids: readonly string[]) => work.rows(lines, { ids });

const onClock = statement<SpellRow, { since: Date }>(
  'jobClock.spellsSince',
  `select * from clock_spells
    where tenant_id = :tenant and employee_id = :me and not is_superseded
      and (ended_at is null or ended_at > :since) order by started_at, id limit 500`,
);
/** What runs, and what ended after an instant. */
export const mySpellsSince = (work: Work, since: Date) => work.rows(onClock, { since });

const ofLeaver = statement<never, { employeeId: string }>(
  'jobClock.endClocksOf',
  `update clock_spells set ended_at = greatest(started_at, :now), ended_how = 'out', version = version + 1, updated_at = :now
    where tenant_id = :tenant and employee_id = :employeeId and ended_at is null and not is_superseded`,
);
export const endClocksOf = (work: Work, employeeId: string) => work.run(ofLeaver, { employeeId });

export const insertSpell = (work: Work, row: Fresh<'clockSpells'>) =>
  work.insert('clockSpells', row);
export const updateSpell = async (work: Work, id: string, change: ChangeOf<'clockSpells'>) =>
  (await work.update('clockSpells', { id }, change))!;
export const insertStamp = (work: Work, row: Fresh<'clockStamps'>) =>
  work.insert('clockStamps', row);

const othersOn = statement<{ others: number }, { orderId: string }>(
  'jobClock.othersOnOrder',
  `select count(*) as others from clock_spells s
     join job_lines l on l.tenant_id = s.tenant_id and l.order_id = :orderId and l.id = s.line_id
    where s.tenant_id = :tenant and s.ended_at is null and not s.is_superseded and s.employee_id <> :me`,
);
/** How many others have a running clock on an order. */
export const othersOnOrder = async (work: Work, orderId: string) =>
  (await work.first(othersOn, { orderId }))!.others;

const held = statement<
  { employeeId: string; name: string },
  { ids: readonly string[]; on: string }
>(
  'jobClock.certificatesHeld',
  `select c.employee_id, c.name from certificates c
    where c.tenant_id = :tenant and c.employee_id = any(:ids::uuid[]) and not c.is_withdrawn
      and c.renewal_id is null and (c.expires_on is null or c.expires_on >= :on::date) limit 2000`,
);
/** The certificates of people that hold on a day. */
export const certificatesHeld = (work: Work, ids: readonly string[], on: string) =>
  work.rows(held, { ids, on });

const spellForChange = statement<SpellRow, { spellId: string }>(
  'jobClock.lockSpell',
  `select * from clock_spells
    where tenant_id = :tenant and id = :spellId and org_path ^@ any(:scopes) for update`,
);
export const lockSpell = (work: Work, spellId: string) => work.first(spellForChange, { spellId });

const besideIt = statement<
  { id: string },
  { employeeId: string; clock: string; startedAt: Date; endedAt: Date; butId: string | null }
>(
  'jobClock.overlapping',
  `select id from clock_spells
    where tenant_id = :tenant and employee_id = :employeeId and clock = :clock and not is_superseded
      and started_at < :endedAt and coalesce(ended_at, :now) > :startedAt
      and (:butId::uuid is null or id <> :butId) limit 1`,
);
/** Whether a person's clock of this kind has run within these times already. */
export const isOverlapping = async (
  work: Work,
  asked: {
    employeeId: string;
    clock: string;
    startedAt: Date;
    endedAt: Date;
    butId: string | null;
  },
) => (await work.first(besideIt, asked)) !== undefined;

const conflictedStamp = statement<StampRow & { isSettled: boolean }, { stampId: string }>(
  'jobClock.conflictedStamp',
  `select p.*, exists (select 1 from clock_settlements t
                        where t.tenant_id = p.tenant_id and t.stamp_id = p.id) as is_settled
     from clock_stamps p
    where p.tenant_id = :tenant and p.id = :stampId and p.org_path ^@ any(:scopes)
      and p.conflict not in ('', 'plateWrong', 'certificateMissing')`,
);
export const stampInConflict = (work: Work, stampId: string) =>
  work.first(conflictedStamp, { stampId });
interface Settlement {
  stampId: string;
  decision: 'left' | 'counted';
  spellId: string | null;
  reason: string;
}
const settled = statement<never, Settlement & { id: string }>(
  'jobClock.settle',
  `insert into clock_settlements (tenant_id, id, stamp_id, decision, spell_id, reason, created_by, created_at)
   values (:tenant, :id, :stampId, :decision, :spellId, :reason, :me, :now)
   on conflict (tenant_id, stamp_id) do nothing`,
);
/** Says whether nobody was faster. */
export const insertSettlement = async (work: Work, row: Settlement) =>
  (await work.run(settled, { ...row, id: newId(work.now) })) > 0;
