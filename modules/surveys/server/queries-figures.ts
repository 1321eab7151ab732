import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { figuresBy } from '../contract.ts';
import { detractsUntil, promotesFrom } from './judge.ts';
import { opened } from './queries-lists.ts';
import { allTopFrom, lowInCall, oneDeviceFrom } from './rules.ts';

export interface Counts {
  asked: number;
  answered: number;
  sealed: number;
  low: number;
  rated: number;
  satisfied: number;
  promoters: number;
  passives: number;
  detractors: number;
}
export interface CountedLine extends Counts {
  key: string | null;
  name: string | null;
}
interface Span {
  from: Date;
  until: Date;
}
interface Asked extends Span {
  by: (typeof figuresBy)[number] | 'all';
  occasion: string | null;
  seesAll: boolean;
}

/** CSAT: 4 and 5 of five, 8 to 10 of ten; the same as `isSatisfied` in judge.ts. */
const satisfied = 'a.overall * 5 >= a.overall_of * 4';
const keyOf = `case :by::text when 'shop' then i.org_unit_id::text when 'advisor' then i.advisor_id::text
    when 'technician' then i.technician_id::text
    when 'period' then to_char(i.sent_at at time zone 'Asia/Shanghai', 'YYYY-MM') end`;
const nameOf = `case :by::text when 'shop' then u.name when 'advisor' then ad.name when 'technician' then te.name
    when 'period' then to_char(i.sent_at at time zone 'Asia/Shanghai', 'YYYY-MM') end`;
const figures = statement<CountedLine, Asked>(
  'surveys.figures',
  `select ${keyOf} as key, ${nameOf} as name, count(*) as asked, count(a.id) as answered,
     count(a.id) filter (where not ${opened}) as sealed,
     count(a.id) filter (where ${opened} and a.is_low) as low,
     count(a.overall) filter (where ${opened}) as rated,
     count(a.overall) filter (where ${opened} and ${satisfied}) as satisfied,
     count(a.recommend) filter (where ${opened} and a.recommend >= ${promotesFrom}) as promoters,
     count(a.recommend) filter (where ${opened} and a.recommend > ${detractsUntil}
       and a.recommend < ${promotesFrom}) as passives,
     count(a.recommend) filter (where ${opened} and a.recommend <= ${detractsUntil}) as detractors
   from survey_invitations i
   join org_units u on u.tenant_id = i.tenant_id and u.id = i.org_unit_id
   left join employees ad on ad.tenant_id = i.tenant_id and ad.id = i.advisor_id
   left join employees te on te.tenant_id = i.tenant_id and te.id = i.technician_id
   left join survey_answers a on a.tenant_id = i.tenant_id and a.survey_invitation_id = i.id
  where i.tenant_id = :tenant and i.org_path ^@ any(:scopes) and i.sent_at >= :from and i.sent_at < :until
    and (:occasion::text is null or i.occasion = :occasion)
  group by 1, 2 order by asked desc, name limit 200`,
);
export const countedLines = (work: Work, asked: Asked) => work.rows(figures, asked);

/** What looks steered: who or where, of how many, and the records behind it. */
export interface PatternRow {
  name: string;
  count: number;
  of: number;
  invitationIds: string[];
  orderIds: string[];
}
const firstIds = (column: string) => `(array_agg(${column} order by i.id desc))[1:20]`;
const answersOf = `survey_answers a
   join survey_invitations i on i.tenant_id = a.tenant_id and i.id = a.survey_invitation_id
  where a.tenant_id = :tenant and a.org_path ^@ any(:scopes) and a.at >= :from and a.at < :until`;
const noIds = `'{}'::uuid[]`;

const allTop = statement<PatternRow, Span>(
  'surveys.allTop',
  `select coalesce((select e.name from employees e where e.tenant_id = :tenant and e.id = f.advisor_id), '') as name,
     f.count, f.of, f.invitation_ids, ${noIds} as order_ids
   from (select i.advisor_id, count(*) as count, count(*) as of, ${firstIds('i.id')} as invitation_ids
           from ${answersOf} and i.advisor_id is not null
          group by i.advisor_id
         having count(*) >= ${allTopFrom} and bool_and(a.overall = a.overall_of and coalesce(a.recommend, 10) = 10)
          order by count(*) desc limit 50) f`,
);
const oneDevice = statement<PatternRow, Span>(
  'surveys.oneDevice',
  `select min(u.name) as name, count(distinct i.customer_id) as count, count(*) as of,
     ${firstIds('i.id')} as invitation_ids, ${noIds} as order_ids
   from org_units u join (select a.device_mark, a.survey_invitation_id, i.id, i.customer_id, i.org_unit_id
           from ${answersOf} and a.device_mark <> '') i on u.tenant_id = :tenant and u.id = i.org_unit_id
  group by i.device_mark having count(distinct i.customer_id) >= ${oneDeviceFrom}
  order by count(*) desc limit 50`,
);
const phoneChanged = statement<PatternRow, Span>(
  'surveys.phoneChanged',
  `select u.name, count(*) filter (where i.is_phone_changed) as count, count(*) as of,
     (array_agg(i.id order by i.id desc) filter (where i.is_phone_changed))[1:20] as invitation_ids,
     ${noIds} as order_ids
   from survey_invitations i join org_units u on u.tenant_id = i.tenant_id and u.id = i.org_unit_id
  where i.tenant_id = :tenant and i.org_path ^@ any(:scopes) and i.sent_at >= :from and i.sent_at < :until
  group by u.id, u.name having bool_or(i.is_phone_changed) order by count desc limit 50`,
);
/** Of the visits that were complained of, or praised least when called: those whose customer was never asked. */
const lowMissing = statement<PatternRow, Span>(
  'surveys.lowMissing',
  `with told as (
     select order_id from complaints
      where tenant_id = :tenant and org_path ^@ any(:scopes) and order_id is not null
        and received_at >= :from and received_at < :until
     union select order_id from follow_up_calls
      where tenant_id = :tenant and org_path ^@ any(:scopes) and order_id is not null
        and at >= :from and at < :until and satisfaction <= ${lowInCall})
   select u.name, count(*) filter (where i.id is null) as count, count(*) as of, ${noIds} as invitation_ids,
     (array_agg(o.id order by o.id desc) filter (where i.id is null))[1:20] as order_ids
   from told t
   join service_orders o on o.tenant_id = :tenant and o.id = t.order_id and o.delivered_at is not null
   join org_units u on u.tenant_id = o.tenant_id and u.id = o.org_unit_id
   left join survey_invitations i on i.tenant_id = o.tenant_id and i.order_id = o.id
     and i.occasion <> 'complaintClosed' and i.state <> 'withheld'
  group by u.id, u.name having bool_or(i.id is null) order by count desc limit 50`,
);
/** Each pattern with its statement. */
export const patternQueries = { allTop, oneDevice, phoneChanged, lowMissing } as const;
