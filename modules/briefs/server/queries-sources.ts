import { opened } from '#modules/surveys/server/index.ts';
import { followedWithinDays, type IndicatorKey, satisfiedFrom } from '../lifecycle.ts';

/**
 * What each indicator counts, as SQL over the period `b` (since, until, from_on, until_on, cohort_since, cohort_until): one
 * row a record, `is_hit` where it belongs to the numerator. Figures and the lists behind them are made of the same piece.
 */
type Source = string;

const here = (alias: string) =>
  `${alias}.tenant_id = :tenant and ${alias}.org_path ^@ any(:scopes) and ${alias}.org_path ^@ :place`;
const during = (column: string) => `${column} >= b.since and ${column} < b.until`;

/** Promises whose term lay in the period and that were kept or broken, by those who answer for them. */
const promises = (which: string): Source => `
  select k.id, k.due_at as at, k.state = 'kept' as is_hit, k.about_type, k.about_id, null::uuid as customer_id,
         null::uuid as vehicle_id, k.owner_id as agent_id, k.org_unit_id, k.org_path, k.rule as detail
    from commitments k
   where ${here('k')} and k.state in ('kept', 'broken') and ${during('k.due_at')}${which}`;

const calls = (isHit: string, which: string): Source => `
  select c.id, c.at, ${isHit} as is_hit, case when c.follow_up_id is null then 'customer' else 'followUp' end as about_type,
         coalesce(c.follow_up_id, c.customer_id) as about_id, c.customer_id, c.vehicle_id, c.by_id as agent_id, c.org_unit_id,
         c.org_path, c.result as detail
    from follow_up_calls c where ${here('c')} and ${during('c.at')} and ${which}`;
const talkedTo = `c.result = 'connected' and c.direction in ('out', 'visit')`;
const within = (column: string) =>
  `${column} > c.at and ${column} <= c.at + interval '${followedWithinDays} days'`;

export const sources: Readonly<Record<IndicatorKey | 'promises', Source>> = {
  // Those whose days are not over yet are not counted as left undone.
  cared: `
  select f.id, coalesce(f.done_at, f.latest_on::timestamp at time zone 'Asia/Shanghai') as at, f.state = 'done' as is_hit,
         'followUp' as about_type, f.id as about_id, f.customer_id, f.vehicle_id, f.agent_id, f.org_unit_id, f.org_path,
         f.rule as detail
    from follow_ups f
   where ${here('f')} and f.latest_on >= b.from_on and f.latest_on <= b.until_on and f.state <> 'cancelled'
     and (f.state <> 'planned' or f.latest_on < (:now::timestamptz at time zone 'Asia/Shanghai')::date)`,
  inTime: promises(` and starts_with(k.rule, 'followUps.')`),
  connected: calls(`c.result = 'connected'`, `c.direction in ('out', 'visit')`),
  satisfied: calls(`c.satisfaction >= ${satisfiedFrom}`, 'c.satisfaction is not null'),
  surveyed: `
  select a.id, a.at, a.overall * 5 >= a.overall_of * 4 as is_hit, 'surveyInvitation' as about_type, i.id as about_id,
         i.customer_id, i.vehicle_id, i.advisor_id as agent_id, a.org_unit_id, a.org_path, i.occasion as detail
    from survey_answers a
    join survey_invitations i on i.tenant_id = a.tenant_id and i.id = a.survey_invitation_id
   where ${here('a')} and ${during('a.at')} and a.overall is not null and ${opened}`,
  // Whose talk it was is not told here: a check is read by who may judge it, and by its caller (FUP-11).
  checked: `
  select k.id, k.checked_at as at, not k.is_failed as is_hit, 'callCheck' as about_type, k.id as about_id,
         c.customer_id, c.vehicle_id, null::uuid as agent_id, k.org_unit_id, k.org_path, '' as detail
    from call_checks k
    join follow_up_calls c on c.tenant_id = k.tenant_id and c.id = k.call_id
   where ${here('k')} and ${during('k.checked_at')}`,
  complaintsInTime: promises(` and starts_with(k.rule, 'complaints.')`),
  booked: calls(
    `exists (select from appointments p where p.tenant_id = c.tenant_id and p.customer_id = c.customer_id
         and p.starts_at > c.at and ${within('p.created_at')} and p.state <> 'cancelled')`,
    talkedTo,
  ),
  returned: calls(
    `exists (select from service_orders o where o.tenant_id = c.tenant_id and o.customer_id = c.customer_id
         and ${within('o.received_at')} and o.state <> 'cancelled')`,
    talkedTo,
  ),
  retained: `
  select s.vehicle_id as id, s.at,
         exists (select from service_orders n where n.vehicle_id = s.vehicle_id and ${here('n')} and n.state <> 'cancelled'
           and n.received_at >= b.cohort_until and n.received_at < b.until) as is_hit,
         'vehicle' as about_type, s.vehicle_id as about_id, s.customer_id, s.vehicle_id, null::uuid as agent_id, s.org_unit_id,
         s.org_path, '' as detail
    from (select distinct on (o.vehicle_id) o.vehicle_id, o.received_at as at, o.customer_id, o.org_unit_id, o.org_path
            from service_orders o
           where ${here('o')} and o.state <> 'cancelled' and o.received_at >= b.cohort_since and o.received_at < b.cohort_until
           order by o.vehicle_id, o.received_at desc) s`,
  // Promises to customers: those that colleagues make to each other are supervised elsewhere.
  promises: promises(
    ` and split_part(k.rule, '.', 1) in ('followUps', 'complaints', 'appointments', 'serviceOrders')`,
  ),
};
