import { talkPoints } from '#tools/demo/lists.ts';
import type { Filling } from './fill.ts';
import { longFile } from './fill-people.ts';

const said = (at: string) =>
  `(array[${talkPoints.map((each) => `'${each}'`).join(', ')}])[1 + ${at} % ${talkPoints.length}]`;
/** So many calls and messages beside four hundred visits make two thousand entries. */
const longCalls = 900;
const longMessages = 700;
const today = `(now() at time zone 'Asia/Shanghai')::date`;

/** Calls after visits, what was complained of, wished for and written. */
export const talks = (house: Filling) => ({
  followUps: `
    create temp table owed as
    select s.*, pg_temp.id_at(s.at + interval '2 hours', ${house.base} + s.o, 11) as follow_up_id,
           (s.at at time zone 'Asia/Shanghai')::date as on_date from stays s where s.i > 0 and pg_temp.draw(s.o, 40, 2) = 0;
    insert into follow_ups (tenant_id, id, org_unit_id, org_path, rule, customer_id, vehicle_id, order_id, agent_id, earliest_on, latest_on,
      sum, state, tries, done_at, created_at, updated_at)
    select ${house.tenant}, w.follow_up_id, w.org_unit_id, w.org_path, 'first', w.owner_id, w.vehicle_id, w.id, w.org_unit_id, w.on_date + 3, w.on_date + 7,
      jsonb_build_object('source', 'FUP-01', 'anchor', 'delivered', 'anchorOn', w.on_date, 'earliestDays', 3, 'latestDays', 7,
        'plannedEarliestOn', w.on_date + 3, 'plannedLatestOn', w.on_date + 7, 'skipped', '[]'::jsonb, 'spans', '[]'::jsonb,
        'dueAt', to_char(w.at + interval '7 days', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      case when w.on_date + 7 >= ${today} then 'planned' else 'done' end, case when w.on_date + 7 >= ${today} then 0 else 1 end,
      case when w.on_date + 7 >= ${today} then null else w.at + interval '4 days' end, w.at, w.at
      from owed w order by w.at`,
  calls: `
    insert into follow_up_calls (tenant_id, id, org_unit_id, org_path, follow_up_id, customer_id, vehicle_id, order_id, direction, result,
      topics, main_points, satisfaction, by_id, at)
    select ${house.tenant}, pg_temp.id_at(w.at + interval '4 days', ${house.base} + w.o, 12), w.org_unit_id, w.org_path, w.follow_up_id, w.owner_id,
      w.vehicle_id, w.id, 'out', 'connected', '{usage}', ${said('w.o')}, 5 - pg_temp.draw(w.o, 41, 3), w.org_unit_id, w.at + interval '4 days'
      from owed w where w.on_date + 7 < ${today} order by w.at;
    drop table owed;
    insert into follow_up_calls (tenant_id, id, org_unit_id, org_path, customer_id, vehicle_id, direction, result, topics, main_points, satisfaction, by_id, at)
    select ${house.tenant}, pg_temp.id_at(c.at + k * interval '1 day', ${house.base} + k, 13), c.org_unit_id, c.org_path, c.owner_id, c.id, 'in',
      'connected', '{usage}', ${said('k')}, 4, c.org_unit_id, c.at + k * interval '1 day'
      from cars c cross join generate_series(1, ${longCalls}) k where c.c = ${longFile}`,
  // Numbers that the program itself will not come to today: what is measured takes complaints in.
  complaints: `
    insert into complaints (tenant_id, id, org_unit_id, org_path, number, customer_id, vehicle_id, order_id, channel, complainant_name,
      kind, content, state, received_at, answer_due_at, due_at, closed_at, created_at, updated_at)
    select ${house.tenant}, pg_temp.id_at(s.at, ${house.base} + s.o, 14), s.org_unit_id, s.org_path, 'TS' || to_char(s.at, 'YYMMDD') || '-' || 5000 + s.of_day,
      s.owner_id, s.vehicle_id, s.id, 'phone', p.name, (array['price', 'repairTechnique', 'timeliness', 'serviceAttitude'])[1 + (s.o % 4)::integer],
      ${said('s.o')}, case when s.at > now() - interval '10 days' then 'received' else 'closed' end, s.at, s.at + interval '3 days',
      case when s.at > now() - interval '10 days' then s.at + interval '3 days' end,
      case when s.at > now() - interval '10 days' then null else s.at + interval '4 days' end, s.at, s.at
      from stays s join people p on p.n = s.owner where s.i > 0 and pg_temp.draw(s.o, 42, ${house.complaintOneIn}) = 0 order by s.at;
    insert into complaint_count_marks (tenant_id, id, org_unit_id, month, created_at)
    select tenant_id, uuidv7(), org_unit_id, date_trunc('month', received_at at time zone 'Asia/Shanghai')::date, now()
      from complaints where tenant_id = ${house.tenant} group by 1, 3, 4`,
  matters: `
    insert into matters (tenant_id, id, org_unit_id, org_path, customer_id, vehicle_id, kind, content, state, owner_id, solution, created_at, updated_at)
    select ${house.tenant}, pg_temp.id_at(s.at, ${house.base} + s.o, 15), s.org_unit_id, s.org_path, s.owner_id, s.vehicle_id, 'hope', '希望有代步车',
      case when s.at > now() - interval '20 days' then 'open' else 'told' end, s.org_unit_id, '', s.at, s.at
      from stays s where s.i > 0 and pg_temp.draw(s.o, 43, 100) = 0 order by s.at`,
  messages: `
    insert into messages (tenant_id, id, org_unit_id, org_path, customer_id, direction, channel, purpose, body, about_type, about_id, state, sent_at, created_at, updated_at)
    select ${house.tenant}, pg_temp.id_at(s.at, ${house.base} + s.o, 16), s.org_unit_id, s.org_path, s.owner_id, 'out', 'sms', 'service',
      '您的爱车已完工，随时可以来取。', 'serviceOrder', s.id, 'sent', s.at, s.at, s.at
      from stays s where s.i > 0 and pg_temp.draw(s.o, 44, 4) = 0 order by s.at;
    insert into messages (tenant_id, id, org_unit_id, org_path, customer_id, direction, channel, purpose, body, state, created_at, updated_at)
    select ${house.tenant}, pg_temp.id_at(p.at + k * interval '30 hours', ${house.base} + k, 17), p.org_unit_id, p.org_path, p.id, 'in', 'sms', 'service',
      '好的，谢谢。', 'received', p.at + k * interval '30 hours', p.at
      from people p cross join generate_series(1, ${longMessages}) k where p.n = ${longFile}`,
  commitments: `
    insert into commitments (tenant_id, id, org_unit_id, org_path, rule, about_type, about_id, owner_id, started_at, due_at, sum, state, settled_at, created_at, updated_at)
    select ${house.tenant}, pg_temp.id_at(s.at, ${house.base} + s.o, 18), s.org_unit_id, s.org_path, 'serviceOrders.promised', 'serviceOrder', s.id,
      s.org_unit_id, s.at, s.at + interval '3 hours', '{}', 'kept', s.at + interval '2 hours', s.at, s.at
      from stays s where s.i > 0 and pg_temp.draw(s.o, 45, 3) = 0 order by s.at`,
});
