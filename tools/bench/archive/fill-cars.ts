import { models } from '#tools/demo/lists.ts';
import type { Filling } from './fill.ts';
import { fleetOwner, longFile } from './fill-people.ts';

const fleetCars = 300;
/** Visits that a car had: most a few, some none, a few many. */
const visitsDrawn = [0, 0, 1, 1, 1, 2, 2, 2, 3, 5];
export const longVisits = 400;

const base34 = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const places = 34 ** 5;
/** A number for each car and no two the same: 48271 shares no divisor with 34⁵. */
const serial = `(d.c * 48271 + 1000003) % ${places}`;
const serialText = Array.from(
  { length: 5 },
  (_, at) => `substr('${base34}', (1 + ${serial} / ${34 ** at} % 34)::integer, 1)`,
).join(' || ');
const vinSigns = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
const vinSign = (seed: number) =>
  `substr('${vinSigns}', 1 + pg_temp.draw(d.c, ${seed}, ${vinSigns.length}), 1)`;

const plateGrams = [1, 2, 3, 4, 5, 6].map((at) => `substr(c.plate, ${at}, 2)`).join(', ');

const modelRows = models
  .map(({ name, maker, isElectric }, at) => `(${at}, '${name}', '${maker}', ${isElectric})`)
  .join(', ');

/** Who owns which car, with plate, VIN and visits; then cars that two shops put on file each. */
export const cars = (house: Filling) => ({
  cars: `
    create temp table cars as
    select d.c, pg_temp.id_at(p.at + interval '1 minute', ${house.base} + d.c, 2) as id, p.n as owner, p.id as owner_id,
      p.org_unit_id, p.org_path, p.at, m.name as model, m.is_electric,
      case when pg_temp.draw(d.c, 13, 100) < 85 then '鄂' else (array['湘', '豫', '赣', '皖'])[1 + d.c % 4] end
        || substr('AAAAAAABCDEFGHJK', 1 + pg_temp.draw(d.c, 14, 16), 1) || case when m.is_electric then 'D' else '' end || ${serialText} as plate,
      case when pg_temp.draw(d.c, 15, 100) < 15 and d.c > 5000 then ''
           else m.maker || ${[16, 17, 18, 19].map(vinSign).join(' || ')} || 'A' || d.c % 10
             || substr('KLMNPRS', 1 + (d.c % 7)::integer, 1) || substr('ABCDEF', (1 + d.c / 1000000)::integer, 1) || lpad((d.c % 1000000)::text, 6, '0') end as vin,
      case when d.c = ${longFile} then ${longVisits} else ceil(${house.visitsTimes} * (array[${visitsDrawn.join(', ')}])[1 + pg_temp.draw(d.c, 20, ${visitsDrawn.length})])::integer end as visits
      from (select c, case when c <= ${house.customers} then c when c <= ${house.customers + fleetCars} then ${fleetOwner}
                when c % 2 = 0 then firms.ns[1 + pg_temp.draw(c, 11, cardinality(firms.ns))]
                else 1 + pg_temp.draw(c, 12, ${house.customers}) end as owner
              from generate_series(1::bigint, ${house.vehicles}) c
              cross join (select array_agg(n order by n) as ns from people where is_company) firms) d
      join people p on p.n = d.owner
      join (values ${modelRows}) m (k, name, maker, is_electric) on m.k = pg_temp.draw(d.c, 21, ${models.length});
    create unique index on cars (c);
    analyze cars`,
  // A quarter of what is planted: one car of one owner, its plate changed, on file again with its VIN. Another quarter:
  // one plate in two shops with two owners and two VINs; the cars and their owners are both a pair.
  twinCars: `
    update cars again set owner = first.owner, owner_id = first.owner_id, vin = first.vin
      from cars first where first.c between 2001 and 2000 + ${house.planted / 4} and again.c = first.c + ${house.customers / 2};
    update cars again set plate = first.plate, org_unit_id = h.id, org_path = h.path
      from cars first
      join shops o on o.id = first.org_unit_id
      join shops h on h.k = 1 + o.k % ${house.shops}
     where first.c between 3001 and 3000 + ${house.planted / 4} and again.c = first.c + ${house.customers / 2};
    analyze cars`,
});

export const vehiclesOnFile = (house: Filling) => `
  insert into vehicles (tenant_id, id, org_unit_id, org_path, plate, plate_type, plate_colour, vin, model, vehicle_type, owner_id,
    mileage_km, mileage_on, first_registered_on, maintenance_items, interval_months, interval_km, next_due_on, next_due_km,
    last_visit_on, grams, created_at, updated_at)
  select ${house.tenant}, c.id, c.org_unit_id, c.org_path, c.plate, case when c.is_electric then 'newEnergySmall' else 'ordinary' end,
    case when c.is_electric then 'green' else 'blue' end, c.vin, c.model, '小型客车', c.owner_id, 5000 + pg_temp.draw(c.c, 22, 120000),
    v.last_on, (c.at - pg_temp.draw(c.c, 23, 3000) * interval '1 day')::date, '机油机滤', 6, 7500,
    coalesce(v.last_on, c.at::date) + 182, 12500 + pg_temp.draw(c.c, 22, 120000), v.last_on,
    array[left(c.plate, 1), ${plateGrams}] || m.grams, c.at, coalesce(v.last_on, c.at::date)
    from cars c
    join (select model, pg_temp.grams(replace(upper(model), ' ', '')) as grams from (select distinct model from cars) each) m on m.model = c.model
    left join (select c, max(at)::date as last_on from stays where i > 0 group by c) v on v.c = c.c
   order by c.c;
  insert into vehicle_owners (tenant_id, id, vehicle_id, customer_id, plate, from_on, created_at)
  select ${house.tenant}, pg_temp.id_at(c.at, ${house.base} + c.c, 3), c.id, c.owner_id, c.plate, c.at::date, c.at from cars c order by c.c;
  insert into former_plates (tenant_id, id, vehicle_id, plate, until_on, created_at)
  select ${house.tenant}, pg_temp.id_at(c.at, ${house.base} + c.c, 4), c.id, '沪' || substr(c.plate, 2, 1) || reverse(substr(c.plate, 3)), c.at::date, c.at
    from cars c where pg_temp.draw(c.c, 24, 100) < 4 order by c.c;
  insert into mileage_readings (tenant_id, id, vehicle_id, mileage_km, read_on, source, created_at)
  select ${house.tenant}, pg_temp.id_at(c.at, ${house.base} + c.c, 5), c.id, 5000 + pg_temp.draw(c.c, 22, 120000), c.at::date, 'visit', c.at
    from cars c order by c.c`;
