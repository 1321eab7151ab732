import { jobs } from '#tools/demo/lists.ts';
import type { Filling } from './fill.ts';
import { vehiclesOnFile } from './fill-cars.ts';
import { customersOnFile } from './fill-people.ts';

const jobRows = jobs
  .map(({ description, words, labourFen, parts, isMaintenance }, at) => {
    const fen = parts.reduce((sum, part) => sum + part.fen, 0);
    return `(${at}, '${description}', '${words}', ${labourFen}, ${fen}, ${isMaintenance})`;
  })
  .join(', ');

/** Visits of all cars, spread over the time since they came; a few of them stand in the shop now (`i` is 0). */
export const stays = (house: Filling) => ({
  visits: `
    create temp table stays as
    select d.*, row_number() over (partition by d.org_unit_id, d.at::date order by d.o) as of_day, j.description, j.words,
           j.labour_fen, j.parts_fen, j.is_maintenance
      from (select c.c, i, c.c + i * 4000000::bigint as o, c.id as vehicle_id, c.owner, c.owner_id, c.org_unit_id, c.org_path,
              case when i = 0 then now() - interval '3 hours'
                   else c.at + (${house.until} - c.at) * ((i - 0.9 * pg_temp.draw(c.c + i * 4000000::bigint, 30, 1000) / 1000) / c.visits) end as at
              from cars c cross join lateral generate_series(case when pg_temp.draw(c.c, 31, ${house.standingOneIn}) = 0 then 0 else 1 end, c.visits) i) d
      join (values ${jobRows}) j (k, description, words, labour_fen, parts_fen, is_maintenance)
        on j.k = pg_temp.draw(d.o, 32, ${jobs.length});
    alter table stays add column id uuid;
    update stays set id = pg_temp.id_at(at, ${house.base} + o, 6);
    analyze stays`,
  customers: customersOnFile(house),
  vehicles: vehiclesOnFile(house),
  orders: `
    insert into service_orders (tenant_id, id, org_unit_id, org_path, number, vehicle_id, customer_id, kind, state, customer_words,
      mileage_km, advisor_id, approved_fen, settled_fen, state_since, received_at, ready_at, delivered_at, created_at, updated_at)
    select ${house.tenant}, s.id, s.org_unit_id, s.org_path, 'GD' || to_char(s.at, 'YYMMDD') || '-' || lpad(s.of_day::text, 3, '0'), s.vehicle_id,
      s.owner_id, case when s.is_maintenance then 'maintenance' else 'repair' end, case when s.i = 0 then 'inWork' else 'delivered' end,
      s.words, 5000 + pg_temp.draw(s.c, 22, 120000), s.org_unit_id, s.labour_fen + s.parts_fen,
      case when s.i > 0 then s.labour_fen + s.parts_fen end, s.at, s.at, case when s.i > 0 then s.at + interval '100 minutes' end,
      case when s.i > 0 then s.at + interval '2 hours' end, s.at, s.at
      from stays s order by s.at;
    insert into visit_counts (tenant_id, id, org_unit_id, org_path, day, visits, created_at)
    select ${house.tenant}, uuidv7(), s.org_unit_id, s.org_path, (s.at at time zone 'Asia/Shanghai')::date, count(*), now()
      from stays s group by s.org_unit_id, s.org_path, (s.at at time zone 'Asia/Shanghai')::date;
    insert into job_lines (tenant_id, id, order_id, position, description, labour_fen, parts_fen, answer, answered_at, created_at, updated_at)
    select ${house.tenant}, pg_temp.id_at(s.at, ${house.base} + s.o * 2 + k, 9), s.id, k, case when k = 0 then s.description else '更换雨刮片' end,
      s.labour_fen, s.parts_fen, case when k = 1 and s.o % 4 = 0 then 'refused' else 'approved' end, s.at, s.at, s.at
      from stays s cross join generate_series(0, 1) k where k = 0 or pg_temp.draw(s.o, 33, 10) < 3 order by s.at`,
  standings: `
    insert into customer_standings (tenant_id, customer_id, org_unit_id, org_path, last_visit_on, year_visits, year_spend_fen,
      two_year_spend_fen, by_months, by_interval, by_visits, standing, formula, value_class, since_on, updated_at)
    select ${house.tenant}, f.id, f.org_unit_id, f.org_path, f.last_on, f.year_visits, f.year_fen, f.two_fen, f.standing, f.standing,
      case when f.year_visits >= 2 then 'active' when f.year_visits = 1 then 'sleeping' else f.standing end, f.standing, 'months',
      case when f.two_fen >= 300000 then 'high' when f.two_fen >= 100000 then 'middle' when f.two_fen > 0 then 'low' else 'none' end,
      coalesce(f.last_on, f.at::date), now()
      from (select p.id, p.org_unit_id, p.org_path, p.at, v.*, case when v.last_on is null then 'never'
              when v.last_on > current_date - 183 then 'active' when v.last_on > current_date - 365 then 'sleeping' else 'lost' end as standing
              from people p
              left join (select owner_id, max(at)::date as last_on, count(*) filter (where at > now() - interval '1 year') as year_visits_known,
                  coalesce(sum(labour_fen + parts_fen) filter (where at > now() - interval '1 year'), 0) as year_fen_known,
                  coalesce(sum(labour_fen + parts_fen) filter (where at > now() - interval '2 years'), 0) as two_fen_known
                  from stays where i > 0 group by owner_id) known on known.owner_id = p.id
              cross join lateral (select known.last_on, coalesce(known.year_visits_known, 0) as year_visits,
                  coalesce(known.year_fen_known, 0) as year_fen, coalesce(known.two_fen_known, 0) as two_fen) v) f`,
});
