import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ResultFigure, ResultSide } from '../contract.ts';
import type { CampaignWay } from '../judge/rounds.ts';
import { answerRule } from '../judge/window.ts';

interface Asked {
  campaignId: string;
  since: Date;
  until: Date;
}

/** By which way each was told, and whether it came to him: sent by the carrier, posted, or spoken to. */
const told = `select k.id, r.way, k.customer_id, k.reason, k.state, coalesce(k.sent_at, :since::timestamptz) as since,
         k.state = 'sent' as is_sent,
         k.state = 'sent' and case r.way
           when 'message' then exists (select from messages m
             where m.tenant_id = k.tenant_id and m.id = k.message_id and m.state = 'sent')
           when 'letter' then exists (select from letters l
             where l.tenant_id = k.tenant_id and l.id = k.letter_id and l.state = 'sent')
           else exists (select from follow_ups f
             join follow_up_calls c on c.tenant_id = f.tenant_id and c.follow_up_id = f.id and c.result = 'connected'
             where f.tenant_id = k.tenant_id and f.plan_id = r.plan_id and f.customer_id = k.customer_id) end as is_reached
    from campaign_contacts k
    join campaign_rounds r on r.tenant_id = k.tenant_id and r.id = k.round_id
   where k.tenant_id = :tenant and k.campaign_id = :campaignId and k.org_path ^@ any(:scopes)`;

const side = (
  reached: string,
  sent: string,
  held: string,
  waits: string,
) => `case when ${reached} then 'reached'
         when ${sent} then 'missed' when ${held} then 'heldBack' when ${waits} then 'pending' else 'leftOut' end as side`;
const heldBack = `t.reason = 'held_back'`;
const waiting = `t.state in ('drawn', 'ready')`;

/**
 * Everyone once for the whole campaign and once for each round he is in, which is one of each way. Who was told counts from that moment
 * on, who was not from the first day: nothing that came before is its result.
 */
const heads = `told as materialized (${told}),
  heads as materialized (
    select t.customer_id, '' as way,
           ${side('bool_or(t.is_reached)', 'bool_or(t.is_sent)', `bool_or(${heldBack})`, `bool_or(${waiting})`)},
           coalesce(min(t.since) filter (where t.is_sent), :since::timestamptz) as since
      from told t group by t.customer_id
    union all
    select t.customer_id, t.way, ${side('t.is_reached', 't.is_sent', heldBack, waiting)}, t.since from told t)`;

const during = (column: string) => `${column} >= h.since and ${column} < :until::timestamptz`;
const here = (alias: string) =>
  `${alias}.tenant_id = :tenant and ${alias}.org_path ^@ any(:scopes)`;
const from = (figure: string, alias: string, aboutType: string, more: string) =>
  `select '${figure}' as figure, h.way, h.side, h.customer_id, ${alias}.id, ${more}, '${aboutType}' as about_type`;

/** What each of them did; figures and the lists behind them are made of the same rows. */
const records = `
  select 'people' as figure, h.way, h.side, h.customer_id, h.customer_id as id, h.since as at, 0::bigint as fen,
         '' as number, h.customer_id as about_id, 'customer' as about_type from heads h
  union all
  ${from('answered', 'p', 'customer', `p.answered_at as at, 0::bigint as fen, '' as number, p.customer_id as about_id`)}
    from heads h join campaign_replies p on p.customer_id = h.customer_id and ${here('p')} and p.campaign_id = :campaignId
  union all
  ${from('answered', 'm', 'customer', `m.created_at as at, 0::bigint as fen, '' as number, m.customer_id as about_id`)}
    from heads h join messages m on m.customer_id = h.customer_id and ${here('m')} and m.direction = 'in'
     and ${during('m.created_at')} and m.created_at < h.since + interval '${answerRule.days} days'
   where h.side = 'reached'
  union all
  ${from('came', 'o', 'serviceOrder', 'o.received_at as at, 0::bigint as fen, o.number, o.id as about_id')}
    from heads h join service_orders o on o.customer_id = h.customer_id and ${here('o')} and o.state <> 'cancelled'
     and ${during('o.received_at')}
  union all
  ${from('came', 'p', 'customer', `p.came_at as at, 0::bigint as fen, '' as number, p.customer_id as about_id`)}
    from heads h join campaign_replies p on p.customer_id = h.customer_id and ${here('p')} and p.campaign_id = :campaignId
     and p.came_at is not null
  union all
  ${from('spent', 'o', 'serviceOrder', 'o.received_at as at, o.settled_fen as fen, o.number, o.id as about_id')}
    from heads h join service_orders o on o.customer_id = h.customer_id and ${here('o')} and o.state <> 'cancelled'
     and ${during('o.received_at')} and o.settled_fen > 0
  union all
  ${from('complained', 'x', 'complaint', 'x.received_at as at, 0::bigint as fen, x.number, x.id as about_id')}
    from heads h join complaints x on x.customer_id = h.customer_id and ${here('x')} and ${during('x.received_at')}`;

export interface FigureRow {
  /** Empty for the whole campaign. */
  way: CampaignWay | '';
  side: ResultSide;
  figure: ResultFigure | 'people';
  customers: number;
  fen: number;
}
const figures = statement<FigureRow, Asked>(
  'campaigns.resultFigures',
  `with ${heads}, records as (${records})
   select way, side, figure, count(distinct customer_id) as customers, sum(fen)::bigint as fen
     from records group by 1, 2, 3 limit 200`,
);
/** How many did what, on each side, of the whole campaign and of each round. */
export const resultFiguresOf = (work: Work, asked: Asked) => work.rows(figures, asked);

const reasons = statement<{ reason: string; customers: number }, { campaignId: string }>(
  'campaigns.resultReasons',
  `select k.reason, count(distinct k.customer_id) as customers from campaign_contacts k
    where k.tenant_id = :tenant and k.campaign_id = :campaignId and k.org_path ^@ any(:scopes) and k.state = 'leftOut'
      and not exists (select from campaign_contacts o where o.tenant_id = k.tenant_id and o.campaign_id = k.campaign_id
        and o.customer_id = k.customer_id and o.state = 'sent')
    group by 1 order by 2 desc, 1 limit 20`,
);
/** Why those who heard nothing were left out. */
export const resultReasonsOf = (work: Work, campaignId: string) =>
  work.rows(reasons, { campaignId });

export interface ResultRecordRow {
  id: string;
  at: Date;
  figure: ResultFigure | 'people';
  side: ResultSide;
  customerId: string;
  customerName: string;
  aboutType: 'customer' | 'serviceOrder' | 'complaint';
  aboutId: string;
  number: string;
  fen: number;
}
interface Page extends Asked {
  figure: string;
  side: string | null;
  way: string;
  before: string;
  beforeId: string;
  size: number;
}
const page = statement<ResultRecordRow, Page>(
  'campaigns.resultRecords',
  `with ${heads}, records as (${records})
   select r.id, r.at, r.figure, r.side, r.customer_id, c.name as customer_name, r.about_type, r.about_id, r.number, r.fen
     from records r join customers c on c.tenant_id = :tenant and c.id = r.customer_id
    where r.figure = :figure and r.way = :way
      and (:side::text is null or r.side = :side)
      and (r.at, r.id) < (:before::timestamptz, :beforeId::uuid)
    order by r.at desc, r.id desc limit :size`,
);
export const pageOfResults = (
  work: Work,
  asked: Omit<Page, 'before' | 'beforeId'>,
  after: unknown[] | null,
) =>
  work.rows(page, {
    ...asked,
    before: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
  });
