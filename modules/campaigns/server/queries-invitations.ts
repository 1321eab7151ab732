import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

type Campaign = RowOf<'campaigns'>;
type Reply = RowOf<'campaignReplies'>;

export interface InvitationRow {
  id: string;
  version: number;
  orgUnitId: string;
  orgPath: string;
  campaignId: string;
  customerId: string;
  phone: string;
  name: string;
  content: string;
  campaignState: Campaign['state'];
  happensAt: Date | null;
  place: string;
  bring: string;
  answerBy: Date | null;
  capacity: number | null;
  seatsTaken: number;
  shopName: string;
  shopAddress: string;
  shopPhone: string;
  replyState: Reply['state'] | null;
  replySeats: number | null;
  replyPlace: number | null;
  cameAt: Date | null;
  movedUpAt: Date | null;
  /** Somebody else waits for a seat: what becomes free is his. */
  isAwaited: boolean;
}

const one = statement<InvitationRow, { campaignContactId: string }>(
  'campaigns.invitation',
  `select k.id, k.version, k.org_unit_id, k.org_path, k.campaign_id, k.customer_id, g.phone,
          c.name, c.content, c.state as campaign_state, c.happens_at, c.place, c.bring, c.answer_by, c.capacity,
          c.seats_taken, u.name as shop_name, u.address as shop_address, u.phone as shop_phone,
          p.state as reply_state, p.seats as reply_seats, p.came_at, p.moved_up_at,
          case when p.state = 'waiting' then (select count(*) from campaign_replies w
            where w.tenant_id = p.tenant_id and w.campaign_id = p.campaign_id and w.state = 'waiting'
              and (w.waiting_since, w.id) <= (p.waiting_since, p.id)) end as reply_place,
          exists (select from campaign_replies w where w.tenant_id = k.tenant_id and w.campaign_id = k.campaign_id
            and w.state = 'waiting' and w.customer_id <> k.customer_id) as is_awaited
     from campaign_contacts k
     join campaigns c on c.tenant_id = k.tenant_id and c.id = k.campaign_id
     join customers g on g.tenant_id = k.tenant_id and g.id = k.customer_id
     join org_units u on u.tenant_id = c.tenant_id and u.id = c.org_unit_id
     left join campaign_replies p on p.tenant_id = k.tenant_id and p.campaign_id = k.campaign_id
       and p.customer_id = k.customer_id
    where k.tenant_id = :tenant and k.id = :campaignContactId and k.org_path ^@ any(:scopes)`,
);
/** One customer's place on the list of an event, with the event and what he answered. */
export const invitationById = (work: Work, campaignContactId: string) =>
  work.first(one, { campaignContactId });
