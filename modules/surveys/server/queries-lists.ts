import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { GivenAnswer, QuestionnaireContent } from '../contract.ts';
import type { InvitationRow } from './queries.ts';

/** An invitation as it is shown; what is sealed for the one who looks comes as null from the database. */
export interface ShownRow extends InvitationRow {
  customerName: string;
  customerPhone: string;
  plate: string | null;
  orderNumber: string | null;
  shopName: string;
  advisorName: string | null;
  technicianName: string | null;
  answeredAt: Date | null;
  opensAt: Date | null;
  isOpened: boolean | null;
  overall: number | null;
  overallOf: number | null;
  recommend: number | null;
  isLow: boolean | null;
}

/** Unsealed, or looked at by headquarters; in front of it stands `a`, the answer. */
export const opened = '(a.opens_at <= :now or :seesAll::boolean)';
const columns = `i.*, c.name as customer_name, c.phone as customer_phone, v.plate, o.number as order_number,
    u.name as shop_name, ad.name as advisor_name, te.name as technician_name,
    a.at as answered_at, a.opens_at, ${opened} as is_opened,
    case when ${opened} then a.overall end as overall, case when ${opened} then a.overall_of end as overall_of,
    case when ${opened} then a.recommend end as recommend, case when ${opened} then a.is_low end as is_low`;
const from = `from survey_invitations i
    join customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id
    join org_units u on u.tenant_id = i.tenant_id and u.id = i.org_unit_id
    left join vehicles v on v.tenant_id = i.tenant_id and v.id = i.vehicle_id
    left join service_orders o on o.tenant_id = i.tenant_id and o.id = i.order_id
    left join employees ad on ad.tenant_id = i.tenant_id and ad.id = i.advisor_id
    left join employees te on te.tenant_id = i.tenant_id and te.id = i.technician_id
    left join survey_answers a on a.tenant_id = i.tenant_id and a.survey_invitation_id = i.id`;

export interface InvitationFilter {
  occasion: string | null;
  state: string | null;
  low: boolean | null;
  orgUnitId: string | null;
  advisorId: string | null;
  technicianId: string | null;
  sentFrom: Date | null;
  sentUntil: Date | null;
  seesAll: boolean;
}
interface After {
  afterAt: Date | null;
  afterId: string | null;
  size: number;
}
const filter = `i.tenant_id = :tenant and i.org_path ^@ any(:scopes)
  and (:occasion::text is null or i.occasion = :occasion)
  and (:state::text is null or i.state = :state)
  and (:low::boolean is null or (a.is_low = :low and ${opened}))
  and (:orgUnitId::uuid is null or i.org_unit_id = :orgUnitId)
  and (:advisorId::uuid is null or i.advisor_id = :advisorId)
  and (:technicianId::uuid is null or i.technician_id = :technicianId)
  and (:sentFrom::timestamptz is null or i.sent_at >= :sentFrom)
  and (:sentUntil::timestamptz is null or i.sent_at < :sentUntil)`;
const page = statement<ShownRow, InvitationFilter & After>(
  'surveys.page',
  `select ${columns} ${from} where ${filter}
     and (:afterAt::timestamptz is null or (i.anchored_at, i.id) < (:afterAt, :afterId::uuid))
   order by i.anchored_at desc, i.id desc limit :size`,
);
export const pageOfInvitations = (work: Work, given: InvitationFilter, after: After) =>
  work.rows(page, { ...given, ...after });
const counted = statement<{ total: number }, InvitationFilter>(
  'surveys.count',
  `select count(*) as total from survey_invitations i
     left join survey_answers a on a.tenant_id = i.tenant_id and a.survey_invitation_id = i.id where ${filter}`,
);
export const countInvitations = async (work: Work, given: InvitationFilter) =>
  (await work.first(counted, given))!.total;

const due = `i.tenant_id = :tenant and i.org_path ^@ any(:scopes) and i.state = 'sent' and i.call_at <= :now
  and i.expires_at > :now`;
const duePage = statement<ShownRow, After & { seesAll: boolean }>(
  'surveys.due',
  `select ${columns} ${from} where ${due}
     and (:afterAt::timestamptz is null or (i.call_at, i.id) > (:afterAt, :afterId::uuid))
   order by i.call_at, i.id limit :size`,
);
/** Whom to ask by telephone now; who has waited longest first. */
export const pageOfDue = (work: Work, after: After, seesAll: boolean) =>
  work.rows(duePage, { ...after, seesAll });
const dueCounted = statement<{ total: number }, object>(
  'surveys.countDue',
  `select count(*) as total from survey_invitations i where ${due}`,
);
export const countDue = async (work: Work) => (await work.first(dueCounted, {}))!.total;

export interface RecordRow extends ShownRow {
  content: QuestionnaireContent;
  edition: number;
  customerWishes: string;
  answers: GivenAnswer[] | null;
  answeredBy: 'link' | 'call' | null;
  takenByName: string | null;
  matterId: string | null;
}
const one = statement<RecordRow, { invitationId: string; seesAll: boolean }>(
  'surveys.record',
  `select ${columns}, q.content, q.edition, c.wishes as customer_wishes,
     case when ${opened} then a.answers end as answers, a.way as answered_by, t.name as taken_by_name, a.matter_id
   ${from}
   join questionnaires q on q.tenant_id = i.tenant_id and q.id = i.questionnaire_id
   left join employees t on t.tenant_id = i.tenant_id and t.id = a.taken_by
  where i.tenant_id = :tenant and i.id = :invitationId and i.org_path ^@ any(:scopes)`,
);
export const recordOf = (work: Work, invitationId: string, seesAll: boolean) =>
  work.first(one, { invitationId, seesAll });
