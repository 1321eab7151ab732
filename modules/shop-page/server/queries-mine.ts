import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { HeldData } from '../contract.ts';

export interface CarRow {
  plate: string;
  model: string;
  mileageKm: number | null;
  nextDueOn: string | null;
  nextDueKm: number | null;
  due: HeldData['cars'][number]['due'];
  visits: { number: string; on: string; mileageKm: number; jobs: string[] }[];
}
const cars = statement<CarRow, { customerId: string }>(
  'shopPage.carsOf',
  `select v.plate, v.model, v.mileage_km, v.next_due_on, v.next_due_km,
     (select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'dueOn', p.due_on) order by p.due_on, p.kind), '[]')
        from (select kind, due_on from service_proposals
               where tenant_id = :tenant and vehicle_id = v.id and customer_id = :customerId
                 and org_path ^@ any(:scopes) and kind <> 'offer' and dismissed_at is null
               order by due_on, id limit 12) p) as due,
     (select coalesce(jsonb_agg(jsonb_build_object('number', o.number,
          'on', to_char(o.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), 'mileageKm', o.mileage_km,
          'jobs', (select coalesce(jsonb_agg(left(j.description, 300) order by j.position), '[]')
             from (select position, description from job_lines where tenant_id = :tenant and order_id = o.id
                    and answer = 'approved' order by position limit 12) j))
          order by o.received_at desc, o.id desc), '[]')
        from (select id, number, received_at, mileage_km from service_orders
               where tenant_id = :tenant and vehicle_id = v.id and customer_id = :customerId
                 and org_path ^@ any(:scopes) and state = 'delivered'
               order by received_at desc, id desc limit 20) o) as visits
     from vehicles v
    where v.tenant_id = :tenant and v.owner_id = :customerId and v.org_path ^@ any(:scopes)
      and v.merged_into_id is null
    order by v.last_visit_on desc nulls last, v.id limit 20`,
);
/** His cars with his own visits; what a former owner had done to one is not his to see. */
export const carsOf = (work: Work, customerId: string) => work.rows(cars, { customerId });

export interface LastWord {
  purpose: string;
  given: boolean;
  at: Date;
}
const words = statement<LastWord, { customerId: string }>(
  'shopPage.lastWords',
  `select distinct on (purpose) purpose, given, at from consents
    where tenant_id = :tenant and customer_id = :customerId
    order by purpose, at desc, id desc`,
);
/** His last word of each kind, whatever the channel: the latest is what messages obey. */
export const lastWordsOf = (work: Work, customerId: string) => work.rows(words, { customerId });
