import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Milestone } from './inspection.ts';
import type { LeadDays } from './rules.ts';

/** What every kind of proposal is reckoned with. */
export interface SweepFacts {
  today: string;
  zone: string;
  milestones: readonly Milestone[];
  inspectionWindowMonths: number;
  lead: LeadDays;
  offerLeadDays: number;
  guaranteeAtLeastDays: number;
}

/** The car's unit decides how early; where it set nothing, the unit above, and at last the shipped days. */
const places = `select d.org_path, coalesce((select s.value->'leadDays' from settings s
     where s.tenant_id = :tenant and s.key = 'reminders.settings' and d.org_path ^@ s.org_path
     order by length(s.org_path) desc limit 1), :lead::jsonb) as days
   from (select distinct org_path from chunk) d`;

const maintenance = `select v.id, 'maintenance', v.id, v.next_due_on,
    v.next_due_on - (l.days->>'maintenance')::int, jsonb_build_object('maintenance', v.next_due_why)
  from chunk v join lead l on l.org_path = v.org_path
  where v.next_due_on between :today::date - 180 and :today::date + 180`;

/** The ages of the months around today only: each car looks up a handful of rows, not a table of all ages. */
const inspection = `select v.id, 'inspection', v.id, m.due_on, (m.due_on - make_interval(months => :windowMonths::int))::date,
    jsonb_build_object('inspection', jsonb_build_object('registeredOn', v.first_registered_on, 'months', m.months,
      'act', m.act, 'source', m.source))
  from chunk v cross join lateral (
    select (v.first_registered_on + make_interval(months => r.months))::date as due_on, r.*
      from rules r
     where r.use_kind = v.use_kind and r.is_relief_lost = v.is_relief_lost
       and r.months between v.age_months - 2 and v.age_months + 1 + :windowMonths::int) m
  where v.first_registered_on is not null and v.use_kind <> ''
    and m.due_on between :today::date - 60 and (:today::date + make_interval(months => :windowMonths::int))::date
    and m.due_on >= m.in_force_from and (m.in_force_until is null or m.due_on < m.in_force_until)`;

const insurance = `select v.id, 'insurance', v.id, v.insurance_until,
    v.insurance_until - (l.days->>'insurance')::int,
    jsonb_build_object('insurance', jsonb_build_object('insuredUntil', v.insurance_until))
  from chunk v join lead l on l.org_path = v.org_path
  where v.insurance_until between :today::date - 60 and :today::date + 180`;

const guarantee = `select v.id, 'guarantee', g.id, g.until_on, g.until_on - (l.days->>'guarantee')::int,
    jsonb_build_object('guarantee', jsonb_build_object('orderId', g.id, 'number', g.number, 'deliveredOn', g.on_date,
      'days', g.guarantee_days, 'untilKm', g.until_km))
  from chunk v join lead l on l.org_path = v.org_path
  cross join lateral (
    select o.id, o.number, c.guarantee_days, (o.delivered_at at time zone :zone)::date as on_date,
      (o.delivered_at at time zone :zone)::date + c.guarantee_days as until_on,
      coalesce(o.delivery_mileage_km, o.mileage_km) + c.guarantee_km as until_km
     from service_orders o
     join release_certificates c on c.tenant_id = o.tenant_id and c.order_id = o.id
    where o.tenant_id = :tenant and o.vehicle_id = v.id and o.state = 'delivered'
      and c.guarantee_days >= :guaranteeAtLeast::int
    order by o.received_at desc, o.id desc limit 1) g
  where g.until_on between :today::date and :today::date + 180`;

/** An offer is commercial: it is proposed only to owners whose last word on it was yes. */
const offers = `select v.id, 'offer', f.id, f.until_on, f.from_on - :offerLead::int,
    jsonb_build_object('offer', jsonb_build_object('offerId', f.id, 'offerKind', f.kind, 'name', f.name,
      'place', f.place, 'fromOn', f.from_on, 'untilOn', f.until_on))
  from running f join chunk v on v.org_path ^@ f.org_path
    and (f.age_from is null or v.first_registered_on <= f.age_from)
    and (f.age_to is null or v.first_registered_on >= f.age_to)
    and (f.not_seen_since is null or coalesce(v.last_visit_on, '0001-01-01'::date) < f.not_seen_since)
    and (f.models is null or exists (select from jsonb_array_elements_text(f.models) m where v.model ^@ m))
  where coalesce((select s.given from consents s where s.tenant_id = :tenant and s.customer_id = v.owner_id
      and s.purpose = 'marketing' and s.channel in ('phone', 'any') order by s.at desc, s.id desc limit 1), false)`;

/**
 * Makes the proposals of some cars anew: what is due now is there with today's reason, what no longer holds is gone,
 * what somebody dismissed stays dismissed. One statement for all of them (ARC-03).
 */
const sweepOf = (cars: string, theirs: string) => `
  with chunk as materialized (
    select v.id, v.org_unit_id, v.org_path, v.owner_id, v.model, v.next_due_on, v.next_due_why, v.first_registered_on,
      v.use_kind, v.is_relief_lost, v.insurance_until, v.last_visit_on,
      (extract(year from age(:today::date, v.first_registered_on)) * 12
        + extract(month from age(:today::date, v.first_registered_on)))::int as age_months
    from vehicles v where v.tenant_id = :tenant and ${cars}),
  lead as materialized (${places}),
  rules as materialized (select r."useKind" as use_kind, r."isReliefLost" as is_relief_lost, r.months, r.act, r.source,
      r."inForceFrom" as in_force_from, r."inForceUntil" as in_force_until
    from jsonb_to_recordset(:milestones::jsonb) as r("useKind" text, "isReliefLost" boolean, months int, act text,
      source text, "inForceFrom" date, "inForceUntil" date)
    where exists (select from chunk v where v.use_kind = r."useKind")),
  running as materialized (
    select f.*, f.conditions->'models' as models,
      (:today::date - make_interval(months => (f.conditions->>'ageFromMonths')::int))::date as age_from,
      (:today::date - make_interval(months => (f.conditions->>'ageToMonths')::int))::date as age_to,
      (:today::date - make_interval(months => (f.conditions->>'notSeenForMonths')::int))::date as not_seen_since
    from service_offers f
    where f.tenant_id = :tenant and f.until_on >= :today::date and f.withdrawn_at is null),
  fresh (vehicle_id, kind, source_id, due_on, show_from, why) as materialized (
    ${maintenance} union all ${inspection} union all ${insurance} union all ${guarantee} union all ${offers}),
  put as (
    insert into service_proposals as p (tenant_id, id, org_unit_id, org_path, vehicle_id, customer_id, kind, source_id,
      due_on, show_from, why, created_at, updated_at)
    select :tenant, gen_random_uuid(), v.org_unit_id, v.org_path, v.id, v.owner_id, f.kind, f.source_id,
      f.due_on, f.show_from, f.why, :now, :now
    from fresh f join chunk v on v.id = f.vehicle_id where v.owner_id is not null
    on conflict (tenant_id, vehicle_id, kind, source_id, due_on) do update
      set org_unit_id = excluded.org_unit_id, org_path = excluded.org_path, customer_id = excluded.customer_id,
        show_from = excluded.show_from, why = excluded.why, updated_at = excluded.updated_at
      where (p.org_path, p.customer_id, p.show_from, p.why)
        is distinct from (excluded.org_path, excluded.customer_id, excluded.show_from, excluded.why)
    returning 1),
  gone as (
    delete from service_proposals p
     where p.tenant_id = :tenant and ${theirs}
       and (p.dismissed_at is null or p.due_on < :today::date - 180)
       and not exists (select from fresh f join chunk v on v.id = f.vehicle_id and v.owner_id is not null
             where f.vehicle_id = p.vehicle_id and f.kind = p.kind and f.source_id = p.source_id
               and f.due_on = p.due_on)
    returning 1)
  select (select v.id from chunk v order by v.id desc limit 1) as last_id, (select count(*) from chunk) as seen,
    (select count(*) from put) as put, (select count(*) from gone) as gone`;

interface Swept {
  lastId: string | null;
  seen: number;
  put: number;
  gone: number;
}
type Bound = ReturnType<typeof boundOf>;

const stretch = statement<Swept, Bound & { afterId: string; size: number }>(
  'reminders.sweepStretch',
  sweepOf(
    `v.id > :afterId::uuid order by v.id limit :size`,
    `p.vehicle_id > :afterId::uuid and ((select count(*) from chunk) < :size
       or p.vehicle_id <= (select v.id from chunk v order by v.id desc limit 1))`,
  ),
);
/** The next so many cars in the order of their ids; `lastId` is where to go on, `seen` below `size` the end. */
export const sweepStretch = async (
  work: Work,
  facts: SweepFacts,
  page: { afterId: string; size: number },
) => (await work.first(stretch, { ...boundOf(facts), ...page }))!;

const some = statement<Swept, Bound & { ids: readonly string[] }>(
  'reminders.sweepSome',
  sweepOf('v.id = any(:ids::uuid[])', 'p.vehicle_id = any(:ids::uuid[])'),
);
/** These cars, after something about them changed. */
export const sweepVehicles = async (work: Work, facts: SweepFacts, ids: readonly string[]) =>
  (await work.first(some, { ...boundOf(facts), ids }))!;

const ofOwner = statement<{ id: string }, { customerId: string }>(
  'reminders.vehiclesOfOwner',
  'select id from vehicles where tenant_id = :tenant and owner_id = :customerId order by id limit 500',
);
export const vehicleIdsOf = async (work: Work, customerId: string) =>
  (await work.rows(ofOwner, { customerId })).map(({ id }) => id);

const boundOf = (facts: SweepFacts) => ({
  today: facts.today,
  zone: facts.zone,
  milestones: JSON.stringify(facts.milestones),
  windowMonths: facts.inspectionWindowMonths,
  lead: JSON.stringify(facts.lead),
  offerLead: facts.offerLeadDays,
  guaranteeAtLeast: facts.guaranteeAtLeastDays,
});
