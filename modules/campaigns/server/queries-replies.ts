import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type Reply = RowOf<'campaignReplies'>;
export interface ReplyRow extends Reply {
  customerName: string;
  takenByName: string | null;
  toldState: string | null;
  place: number | null;
}

const shown = `select p.*, c.name as customer_name, e.name as taken_by_name, m.state as told_state,
          case when p.state = 'waiting' then (select count(*) from campaign_replies w
            where w.tenant_id = p.tenant_id and w.campaign_id = p.campaign_id and w.state = 'waiting'
              and (w.waiting_since, w.id) <= (p.waiting_since, p.id)) end as place
     from campaign_replies p
     join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
     left join employees e on e.tenant_id = p.tenant_id and e.id = p.taken_by
     left join messages m on m.tenant_id = p.tenant_id and m.id = p.told_message_id`;

interface Page {
  campaignId: string;
  state: string | null;
  q: string;
  afterId: string;
  size: number;
}
const page = statement<ReplyRow, Page>(
  'campaigns.replies',
  `${shown} where p.tenant_id = :tenant and p.campaign_id = :campaignId and p.org_path ^@ any(:scopes)
      and p.id > :afterId::uuid and (:state::text is null or p.state = :state) and (:q = '' or c.name ^@ :q)
    order by p.id limit :size`,
);
const firstId = '00000000-0000-0000-0000-000000000000';
export const pageOfReplies = (work: Work, asked: Omit<Page, 'afterId'>, afterId: unknown) =>
  work.rows(page, { ...asked, afterId: String(afterId ?? firstId) });

const one = statement<ReplyRow, { campaignId: string; customerId: string }>(
  'campaigns.replyOf',
  `${shown} where p.tenant_id = :tenant and p.campaign_id = :campaignId and p.customer_id = :customerId`,
);
export const replyOf = (work: Work, campaignId: string, customerId: string) =>
  work.first(one, { campaignId, customerId });

const locked = statement<Reply, { campaignId: string; customerId: string }>(
  'campaigns.lockedReply',
  `select p.* from campaign_replies p
    where p.tenant_id = :tenant and p.campaign_id = :campaignId and p.customer_id = :customerId for update`,
);
export const lockReply = (work: Work, campaignId: string, customerId: string) =>
  work.first(locked, { campaignId, customerId });

const nextWaiting = statement<Reply, { campaignId: string }>(
  'campaigns.nextWaiting',
  `select p.* from campaign_replies p
    where p.tenant_id = :tenant and p.campaign_id = :campaignId and p.state = 'waiting'
    order by p.waiting_since, p.id limit 1 for update`,
);
/** Who waits longest. */
export const firstWaiting = (work: Work, campaignId: string) =>
  work.first(nextWaiting, { campaignId });

const told = statement<Reply, { messageId: string }>(
  'campaigns.replyToldBy',
  `select p.* from campaign_replies p
    where p.tenant_id = :tenant and p.told_message_id = :messageId limit 1`,
);
/** Whose seat a message told of. */
export const replyToldBy = (work: Work, messageId: string) => work.first(told, { messageId });

const invited = statement<{ id: string }, { campaignId: string; customerId: string }>(
  'campaigns.invitedAs',
  `select k.id from campaign_contacts k
    where k.tenant_id = :tenant and k.campaign_id = :campaignId and k.customer_id = :customerId
    order by k.state = 'sent' desc, k.id desc limit 1`,
);
/** His place on the list of an event, by which his invitation is found; nothing for who was not invited. */
export const invitedAs = async (work: Work, campaignId: string, customerId: string) =>
  (await work.first(invited, { campaignId, customerId }))?.id;

export interface Counted {
  waiting: number;
  declined: number;
  came: number;
}
const counted = statement<Counted, { campaignId: string }>(
  'campaigns.countReplies',
  `select coalesce(sum(p.seats) filter (where p.state = 'waiting'), 0)::int as waiting,
          count(*) filter (where p.state = 'declined') as declined,
          coalesce(sum(p.came_seats), 0)::int as came
     from campaign_replies p where p.tenant_id = :tenant and p.campaign_id = :campaignId`,
);
export const countReplies = async (work: Work, campaignId: string) =>
  (await work.first(counted, { campaignId }))!;

export const insertReply = (work: Work, row: Fresh<'campaignReplies'>) =>
  work.insert('campaignReplies', row);
export const updateReply = async (work: Work, id: string, change: ChangeOf<'campaignReplies'>) =>
  (await work.update('campaignReplies', { id }, change))!;
