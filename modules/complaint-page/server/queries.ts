import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { HeldComplaint } from '../contract.ts';

export type TalkRow = RowOf<'complaintTalks'>;

interface Said {
  id: string;
  byCustomer: boolean;
  byName: string;
  words: string;
  fileId: string | null;
  at: string;
}
/** Instants within JSON are PostgreSQL's text. */
export interface PageRow {
  id: string;
  orgUnitId: string;
  orgPath: string;
  version: number;
  number: string;
  kind: HeldComplaint['kind'];
  state: HeldComplaint['state'];
  language: HeldComplaint['language'];
  phone: string;
  shopName: string;
  shopPhone: string;
  handlerId: string | null;
  handlerName: string;
  content: string;
  receivedAt: Date;
  answerDueAt: Date;
  acknowledgedAt: Date | null;
  toldAt: Date | null;
  closedAt: Date | null;
  dueAt: Date | null;
  solution:
    | (Omit<NonNullable<HeldComplaint['offer']>, 'remedies'> & {
        at: string;
        remedies: (NonNullable<HeldComplaint['offer']>['remedies'][number] & {
          position: number;
        })[];
      })
    | null;
  talks: Said[];
  openedAt: Date | null;
  lastUsedAt: Date | null;
  isLinked: boolean;
}

/** His page is for whom the complaint names, else for the customer on file. */
const phone = `coalesce(nullif(c.complainant_phone, ''), u.phone, '')`;
const page = statement<PageRow, { complaintId: string; now: Date }>(
  'complaintPage.page',
  `select c.id, c.org_unit_id, c.org_path, c.version, c.number, c.kind, c.state, coalesce(u.language, 'zh-CN') as language,
     ${phone} as phone, s.name as shop_name, s.phone as shop_phone, c.handler_id, coalesce(h.name, '') as handler_name,
     c.content, c.received_at, c.answer_due_at, c.acknowledged_at, c.told_at, c.closed_at, c.due_at,
     (select jsonb_build_object('solutionId', x.id, 'words', x.words, 'state', x.state, 'at', x.created_at,
        'answeredAt', x.answered_at, 'remedies', coalesce((select jsonb_agg(jsonb_build_object('kind', t.remedy_kind,
          'what', t.what, 'amountFen', t.amount_fen, 'dueAt', t.due_at, 'isDone', t.state = 'done',
          'position', t.position) order by t.position)
          from complaint_tasks t where t.tenant_id = x.tenant_id and t.complaint_id = x.complaint_id
           and t.solution_id = x.id), '[]'))
        from complaint_solutions x where x.tenant_id = c.tenant_id and x.complaint_id = c.id
         and x.state in ('offered', 'accepted', 'declined') order by x.edition desc limit 1) as solution,
     coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'byCustomer', x.by_customer, 'byName',
        coalesce(x.name, ''), 'words', x.words, 'fileId', x.file_id, 'at', x.created_at) order by x.id)
        from (select t.*, e.name from complaint_talks t
               left join employees e on e.tenant_id = t.tenant_id and e.id = t.created_by
               where t.tenant_id = c.tenant_id and t.complaint_id = c.id order by t.id desc limit 200) x), '[]') as talks,
     l.opened_at, l.last_used_at, coalesce(l.is_linked, false) as is_linked
   from complaints c
   join org_units s on s.tenant_id = c.tenant_id and s.id = c.org_unit_id
   left join customers u on u.tenant_id = c.tenant_id and u.id = c.customer_id
   left join employees h on h.tenant_id = c.tenant_id and h.id = c.handler_id
   left join lateral (select min(opened_at) as opened_at, max(last_used_at) as last_used_at,
       bool_or(revoked_at is null and expires_at > :now and uses < max_uses) as is_linked
       from links where tenant_id = c.tenant_id and about_type = 'complaint' and about_id = c.id) l on true
   where c.tenant_id = :tenant and c.id = :complaintId and c.org_path ^@ any(:scopes)`,
);
/** All that either side of the page shows, in one statement. */
export const pageRow = (work: Work, complaintId: string) =>
  work.first(page, { complaintId, now: work.now });

export const insertTalk = (work: Work, row: Fresh<'complaintTalks'>) =>
  work.insert('complaintTalks', row);

const own = statement<{ count: number }, { complaintId: string; since: Date }>(
  'complaintPage.saidSince',
  `select count(*)::integer as count from complaint_talks
    where tenant_id = :tenant and complaint_id = :complaintId and by_customer and created_at > :since`,
);
/** How often the customer wrote since then. */
export const saidSince = async (work: Work, complaintId: string, since: Date) =>
  (await work.first(own, { complaintId, since }))!.count;

const file = statement<RowOf<'files'>, { complaintId: string; fileId: string }>(
  'complaintPage.picture',
  `select f.* from complaint_talks t join files f on f.tenant_id = t.tenant_id and f.id = t.file_id
    where t.tenant_id = :tenant and t.file_id = :fileId and t.complaint_id = :complaintId and f.state = 'ready'`,
);
/** A picture of the talk. The caller holds the complaint. */
export const pictureOf = (work: Work, complaintId: string, fileId: string) =>
  work.first(file, { complaintId, fileId });

const openOnes = statement<{ count: number }, { orderId: string }>(
  'complaintPage.openOfOrder',
  `select count(*)::integer as count from (select 1 from complaints
    where tenant_id = :tenant and order_id = :orderId and channel = 'portal' and closed_at is null limit 5) c`,
);
/** Complaints about an order from its customer's page that are open. */
export const openOfOrder = async (work: Work, orderId: string) =>
  (await work.first(openOnes, { orderId }))!.count;

const order = statement<{ name: string; phone: string }, { orderId: string }>(
  'complaintPage.order',
  `select u.name, u.phone from service_orders o
     join customers u on u.tenant_id = o.tenant_id and u.id = o.customer_id
    where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
/** Who brought the car. The caller holds the order. */
export const customerOfOrder = (work: Work, orderId: string) => work.first(order, { orderId });
