import pg from 'pg';
import { whyNotCalled } from '#modules/follow-ups/server/index.ts';
import { inspectionWindowMonths, milestones } from '#modules/reminders/server/inspection.ts';
import { type AnyStatement, statement, valuesOf } from '#platform/sql.ts';

/** One rule that goes by the calendar, laid out for the places where it holds. */
export interface Laid {
  editionId: string;
  orgPath: string;
  occasion: 'firstService' | 'longUnseen';
  /** The places of the tree for which it is the nearest. */
  places: string[];
  fromOn: string;
  untilOn: string;
  kinds: string[];
  days: { anchorOn: string; earliestOn: string; latestOn: string; sum: object }[];
}

const ofList = `'firstService', 'longUnseen', 'reminder'`;

/** Every car against all rules of one occasion at once; a customer once, by the first place that finds him. */
const unseen = (occasion: Laid['occasion'], on: string, where: string) =>
  statement<never>(
    `bench.due.${occasion}`,
    `with rules as materialized (
        select r."editionId" as edition_id, p.path, r."fromOn" as from_on, r."untilOn" as until_on, r.kinds, r."orgPath" as first_path
          from jsonb_to_recordset(:rules::jsonb) as r ("editionId" uuid, "orgPath" text, places text[], "fromOn" date, "untilOn" date, kinds text[])
          cross join unnest(r.places) as p (path)),
      days as materialized (
        select r."editionId" as edition_id, d."anchorOn" as anchor_on, d."earliestOn" as earliest_on, d."latestOn" as latest_on, d.sum
          from jsonb_to_recordset(:rules::jsonb) as r ("editionId" uuid, days jsonb)
          cross join jsonb_to_recordset(r.days) as d ("anchorOn" date, "earliestOn" date, "latestOn" date, sum jsonb)),
      found as (
        select v.id as vehicle_id, v.owner_id as customer_id, v.org_unit_id, v.org_path, ${on} as anchor_on, r.edition_id, r.first_path
          from vehicles v
          join rules r on r.path = v.org_path and ${on} between r.from_on and r.until_on
          join customers c on c.tenant_id = v.tenant_id and c.id = v.owner_id
         where v.tenant_id = :tenant and ${where} and ${on} between :fromOn::date and :untilOn::date and v.merged_into_id is null
           and (cardinality(r.kinds) = 0 or c.kind = any(r.kinds))
           and (${whyNotCalled('c', { isCommercial: 'false', remindedOf: "'maintenance'" }, '14')}) is null),
      of_rule as (
        select distinct on (edition_id, customer_id) * from found order by edition_id, customer_id, anchor_on, vehicle_id),
      once as (
        select distinct on (f.customer_id) f.*, d.earliest_on, d.latest_on, d.sum
          from of_rule f join days d on d.edition_id = f.edition_id and d.anchor_on = f.anchor_on
         where d.latest_on >= :today::date order by f.customer_id, f.first_path collate "C")
      insert into follow_ups (tenant_id, id, org_unit_id, org_path, rule, edition_id, customer_id, vehicle_id, agent_id, earliest_on, latest_on,
        sum, state, created_at, updated_at)
      select :tenant, uuidv7(), o.org_unit_id, o.org_path, '${occasion}', o.edition_id, o.customer_id, o.vehicle_id,
        (:agents::uuid[])[1 + (row_number() over (partition by o.edition_id order by o.anchor_on, o.vehicle_id)) % greatest(cardinality(:agents::uuid[]), 1)],
        o.earliest_on, o.latest_on, o.sum, 'planned', :now::timestamptz, :now::timestamptz
        from once o`,
  );
const firstService = unseen('firstService', 'v.first_registered_on', 'v.last_visit_on is null');
const longUnseen = unseen('longUnseen', 'v.last_visit_on', 'true');

/** All cars against all that makes them due, the offers among it; what holds no more goes. */
const proposals = statement<never>(
  'bench.due.proposals',
  `with lead as materialized (
      select u.path, (select s.value->'leadDays' from settings s where s.tenant_id = :tenant and s.key = 'reminders.settings' and u.path ^@ s.org_path
          order by length(s.org_path) desc limit 1) as days from org_units u where u.tenant_id = :tenant),
    cars as (
      select v.*, l.days, (extract(year from age(:today::date, v.first_registered_on)) * 12
          + extract(month from age(:today::date, v.first_registered_on)))::int as age_months
        from vehicles v join lead l on l.path = v.org_path where v.tenant_id = :tenant and v.owner_id is not null),
    ages as materialized (
      select * from jsonb_to_recordset(:milestones::jsonb) as r ("useKind" text, "isReliefLost" boolean, months int, act text, source text, "inForceFrom" date, "inForceUntil" date)),
    yes as materialized (
      select customer_id from (select distinct on (s.customer_id) s.customer_id, s.given from consents s
          where s.tenant_id = :tenant and s.purpose = 'marketing' and s.channel in ('phone', 'any')
          order by s.customer_id, s.at desc, s.id desc) w where w.given),
    fresh as materialized (
      select v.id, v.owner_id, v.org_unit_id, v.org_path, 'maintenance' as kind, v.id as source_id, v.next_due_on as due_on,
          v.next_due_on - (v.days->>'maintenance')::int as show_from, jsonb_build_object('maintenance', v.next_due_why) as why
        from cars v where v.next_due_on between :today::date - 180 and :today::date + 180
      union all
      select v.id, v.owner_id, v.org_unit_id, v.org_path, 'inspection', v.id, m.due_on, (m.due_on - make_interval(months => :windowMonths::int))::date,
          jsonb_build_object('inspection', jsonb_build_object('registeredOn', v.first_registered_on, 'months', m.months, 'act', m.act, 'source', m.source))
        from cars v
        cross join lateral (select (v.first_registered_on + make_interval(months => r.months))::date as due_on, r.* from ages r
          where r."useKind" = v.use_kind and r."isReliefLost" = v.is_relief_lost
            and r.months between v.age_months - 2 and v.age_months + 1 + :windowMonths::int) m
       where v.use_kind <> '' and m.due_on between :today::date - 60 and (:today::date + make_interval(months => :windowMonths::int))::date
         and m.due_on >= m."inForceFrom" and (m."inForceUntil" is null or m.due_on < m."inForceUntil")
      union all
      select v.id, v.owner_id, v.org_unit_id, v.org_path, 'insurance', v.id, v.insurance_until, v.insurance_until - (v.days->>'insurance')::int,
          jsonb_build_object('insurance', jsonb_build_object('insuredUntil', v.insurance_until))
        from cars v where v.insurance_until between :today::date - 60 and :today::date + 180
      union all
      select v.id, v.owner_id, v.org_unit_id, v.org_path, 'guarantee', g.id, g.until_on, g.until_on - (v.days->>'guarantee')::int,
          jsonb_build_object('guarantee', jsonb_build_object('orderId', g.id, 'number', g.number, 'deliveredOn', g.on_date, 'days', g.guarantee_days, 'untilKm', g.until_km))
        from cars v
        join (select distinct on (o.vehicle_id) o.vehicle_id, o.id, o.number, c.guarantee_days, (o.delivered_at at time zone 'Asia/Shanghai')::date as on_date,
              (o.delivered_at at time zone 'Asia/Shanghai')::date + c.guarantee_days as until_on,
              coalesce(o.delivery_mileage_km, o.mileage_km) + c.guarantee_km as until_km
            from release_certificates c join service_orders o on o.tenant_id = c.tenant_id and o.id = c.order_id
           where c.tenant_id = :tenant and c.guarantee_days >= 90 and o.state = 'delivered'
           order by o.vehicle_id, o.received_at desc, o.id desc) g on g.vehicle_id = v.id
       where g.until_on between :today::date and :today::date + 180
      union all
      select v.id, v.owner_id, v.org_unit_id, v.org_path, 'offer', f.id, f.until_on, f.from_on - 14,
          jsonb_build_object('offer', jsonb_build_object('offerId', f.id, 'offerKind', f.kind, 'name', f.name, 'place', f.place, 'fromOn', f.from_on, 'untilOn', f.until_on))
        from service_offers f join cars v on v.org_path ^@ f.org_path
          and (f.conditions->'ageFromMonths' is null or v.first_registered_on <= (:today::date - make_interval(months => (f.conditions->>'ageFromMonths')::int))::date)
          and (f.conditions->'ageToMonths' is null or v.first_registered_on >= (:today::date - make_interval(months => (f.conditions->>'ageToMonths')::int))::date)
          and (f.conditions->'notSeenForMonths' is null or coalesce(v.last_visit_on, '0001-01-01') < (:today::date - make_interval(months => (f.conditions->>'notSeenForMonths')::int))::date)
        join yes on yes.customer_id = v.owner_id
       where f.tenant_id = :tenant and f.until_on >= :today::date and f.withdrawn_at is null),
    gone as (
      delete from service_proposals p where p.tenant_id = :tenant and (p.dismissed_at is null or p.due_on < :today::date - 180)
        and not exists (select from fresh f where f.id = p.vehicle_id and f.kind = p.kind and f.source_id = p.source_id and f.due_on = p.due_on))
    insert into service_proposals as p (tenant_id, id, org_unit_id, org_path, vehicle_id, customer_id, kind, source_id, due_on, show_from, why, created_at, updated_at)
    select :tenant, gen_random_uuid(), f.org_unit_id, f.org_path, f.id, f.owner_id, f.kind, f.source_id, f.due_on, f.show_from, f.why, :now::timestamptz, :now::timestamptz from fresh f
    on conflict (tenant_id, vehicle_id, kind, source_id, due_on) do update
      set org_unit_id = excluded.org_unit_id, org_path = excluded.org_path, customer_id = excluded.customer_id, show_from = excluded.show_from,
        why = excluded.why, updated_at = excluded.updated_at
      where (p.org_path, p.customer_id, p.show_from, p.why) is distinct from (excluded.org_path, excluded.customer_id, excluded.show_from, excluded.why)`,
);

const remindedOf = "coalesce(p.why#>>'{offer,offerKind}', p.kind)";
const reached = whyNotCalled(
  'c',
  { isCommercial: "p.kind in ('insurance', 'offer')", remindedOf },
  ':quietDays::int',
);
/** The morning of one place; the next one must see whom it took, so that each place is a statement. */
const morning = statement<never>(
  'bench.due.morning',
  `with open as materialized (
      select p.* from service_proposals p join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
       where p.tenant_id = :tenant and p.org_unit_id = :unitId::uuid and p.dismissed_at is null and p.show_from <= :today::date
         and p.due_on >= :today::date - 60 and c.merged_into_id is null and (${reached}) is null
       order by p.due_on, p.id limit 3 * :perDay::int),
    chosen as (select customer_id, min(due_on) as first_due from open group by 1 order by 2, 1 limit :perDay::int)
    insert into follow_ups (tenant_id, id, org_unit_id, org_path, rule, edition_id, customer_id, vehicle_id, earliest_on, latest_on, sum, state, created_at, updated_at)
    select :tenant, uuidv7(), :unitId::uuid, :path::text, 'reminder', :editionId::uuid, h.customer_id,
        (select p.vehicle_id from service_proposals p join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
          where p.tenant_id = :tenant and p.org_unit_id = :unitId::uuid and p.customer_id = h.customer_id and p.dismissed_at is null
            and p.show_from <= :today::date and p.due_on >= :today::date - 60 and (${reached}) is null
          order by p.due_on, p.id limit 1),
        :earliestOn::date, :latestOn::date, :sum::jsonb, 'planned', :now::timestamptz, :now::timestamptz
      from chosen h`,
);

const list = statement<never>(
  'bench.due.list',
  `select md5(string_agg(concat_ws('|', f.rule, f.edition_id, f.customer_id, f.vehicle_id, f.org_unit_id, f.earliest_on, f.latest_on), ',' order by f.customer_id, f.rule)) as digest,
      count(*)::int as contacts, count(distinct f.customer_id)::int as customers
     from follow_ups f where f.tenant_id = :tenant and f.state = 'planned' and f.rule in (${ofList})`,
);
const proposed = statement<never>(
  'bench.due.proposed',
  `select p.kind, count(*)::int as many, sum(hashtextextended(concat_ws('|', p.vehicle_id, p.customer_id, p.org_unit_id, p.source_id, p.due_on, p.show_from, p.why), 0))::text as digest
     from service_proposals p where p.tenant_id = :tenant group by 1 order by 1`,
);

const statements = { firstService, longUnseen, proposals, morning } as const;
export type Step = [keyof typeof statements, object];

/** What stands in the tables after a step; two that are equal hold the same rows. */
export interface Standing {
  contacts: { digest: string | null; contacts: number; customers: number };
  proposals: { kind: string; many: number; digest: string }[];
}

/** The bare driver: the same result by few statements, without the program. */
export class BareList {
  private readonly client: pg.Client;
  private readonly tenant: string;
  private constructor(client: pg.Client, tenant: string) {
    this.client = client;
    this.tenant = tenant;
  }

  static async open(connection: pg.ClientConfig, tenant: string): Promise<BareList> {
    const client = new pg.Client(connection);
    client.on('error', () => {});
    await client.connect();
    await client.query("select set_config('app.tenant_id', $1, false)", [tenant]);
    return new BareList(client, tenant);
  }
  close = () => this.client.end();

  private ask(asked: AnyStatement, given: object) {
    const values = valuesOf(asked, { ...given, tenant: this.tenant });
    return this.client.query({ text: asked.text, values });
  }

  /** Does these steps in one transaction, looks at what stands then, and takes all of it back. */
  async tried(steps: readonly Step[]): Promise<{ ms: number; standing: Standing }> {
    await this.client.query('begin');
    try {
      const from = performance.now();
      for (const [key, given] of steps) await this.ask(statements[key], given);
      return { ms: Math.round(performance.now() - from), standing: await this.standing() };
    } finally {
      await this.client.query('rollback');
    }
  }

  async standing(): Promise<Standing> {
    const contacts = (await this.ask(list, {})).rows[0] as Standing['contacts'];
    const proposals = (await this.ask(proposed, {})).rows as Standing['proposals'];
    return { contacts, proposals };
  }
}

export const milestonesGiven = {
  milestones: JSON.stringify(milestones),
  windowMonths: inspectionWindowMonths,
};
