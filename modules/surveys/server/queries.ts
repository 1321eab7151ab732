import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { GivenAnswer, QuestionnaireContent } from '../contract.ts';
import type { Occasion } from '../lifecycle.ts';

export type InvitationRow = RowOf<'surveyInvitations'>;
export type QuestionnaireRow = Omit<RowOf<'questionnaires'>, 'content'> & {
  content: QuestionnaireContent;
};
export type AnswerRow = Omit<RowOf<'surveyAnswers'>, 'answers'> & { answers: GivenAnswer[] };

const latestEditions = statement<QuestionnaireRow & { createdByName: string | null }, object>(
  'surveys.latestEditions',
  `select distinct on (q.occasion) q.*, e.name as created_by_name
     from questionnaires q
     left join employees e on e.tenant_id = q.tenant_id and e.id = q.created_by
    where q.tenant_id = :tenant order by q.occasion, q.edition desc`,
);
/** What is asked today, of the occasions that have been asked about or published before. */
export const currentEditions = (work: Work) => work.rows(latestEditions, {});

const latest = statement<QuestionnaireRow, { occasion: string }>(
  'surveys.latestEdition',
  `select * from questionnaires where tenant_id = :tenant and occasion = :occasion
    order by edition desc limit 1`,
);
export const currentEdition = (work: Work, occasion: Occasion) => work.first(latest, { occasion });

const editionById = statement<QuestionnaireRow, { questionnaireId: string }>(
  'surveys.edition',
  'select * from questionnaires where tenant_id = :tenant and id = :questionnaireId',
);
export const editionOf = async (work: Work, questionnaireId: string) =>
  (await work.first(editionById, { questionnaireId }))!;

interface NewEdition {
  id: string;
  occasion: string;
  edition: number;
  content: string;
  source: string;
}
const editionAdded = statement<never, NewEdition>(
  'surveys.addEdition',
  `insert into questionnaires (tenant_id, id, occasion, edition, content, source, created_by, created_at)
   values (:tenant, :id, :occasion, :edition, :content::jsonb, :source, :me::uuid, :now)
   on conflict (tenant_id, occasion, edition) do nothing`,
);
/** Says whether it is new: somebody else may have published the same number meanwhile. */
export const addEdition = async (work: Work, row: NewEdition) =>
  (await work.run(editionAdded, row)) > 0;

const forChange = statement<InvitationRow, { invitationId: string }>(
  'surveys.forChange',
  `select * from survey_invitations
    where tenant_id = :tenant and id = :invitationId and org_path ^@ any(:scopes) for update`,
);
export const lockInvitation = (work: Work, invitationId: string) =>
  work.first(forChange, { invitationId });

const byId = statement<InvitationRow, { invitationId: string }>(
  'surveys.byId',
  `select * from survey_invitations
    where tenant_id = :tenant and id = :invitationId and org_path ^@ any(:scopes)`,
);
export const invitationById = (work: Work, invitationId: string) =>
  work.first(byId, { invitationId });

const phone = statement<{ phone: string }, { invitationId: string }>(
  'surveys.phoneOf',
  `select c.phone from survey_invitations i
     join customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id
    where i.tenant_id = :tenant and i.id = :invitationId and i.org_path ^@ any(:scopes)`,
);
/** The telephone of who is asked, wherever in the tree he is at home. */
export const phoneOf = async (work: Work, invitationId: string) =>
  (await work.first(phone, { invitationId }))?.phone ?? '';

export const insertInvitation = (work: Work, row: Fresh<'surveyInvitations'>) =>
  work.insert('surveyInvitations', row);
export const updateInvitation = async (
  work: Work,
  id: string,
  change: ChangeOf<'surveyInvitations'>,
) => (await work.update('surveyInvitations', { id }, change))!;

const answered = statement<AnswerRow, { invitationId: string }>(
  'surveys.answerOf',
  'select * from survey_answers where tenant_id = :tenant and survey_invitation_id = :invitationId',
);
export const answerOf = (work: Work, invitationId: string) =>
  work.first(answered, { invitationId });
export const insertAnswer = (work: Work, row: Fresh<'surveyAnswers'>) =>
  work.insert('surveyAnswers', row);

/** What is known of a visit or a complaint when its survey is planned. */
export interface Occurred {
  customerId: string;
  vehicleId: string | null;
  orderId: string | null;
  complaintId: string | null;
  advisorId: string | null;
  technicianId: string | null;
  orgUnitId: string;
  orgPath: string;
  anchoredAt: Date;
  phone: string;
  callFrom: string | null;
  callUntil: string | null;
  preferredChannel: string;
  firstSeenOn: string | null;
  isPlanned: boolean;
  lastAskedAt: Date | null;
  lastYearlyAt: Date | null;
}
const ofCustomer = `c.phone, c.call_from::text, c.call_until::text, c.preferred_channel, c.first_seen_on,
     (select max(i.anchored_at) from survey_invitations i
       where i.tenant_id = c.tenant_id and i.customer_id = c.id and i.state <> 'withheld') as last_asked_at,
     (select max(i.anchored_at) from survey_invitations i
       where i.tenant_id = c.tenant_id and i.customer_id = c.id and i.state <> 'withheld'
         and i.occasion = 'yearly') as last_yearly_at`;
const visited = statement<Occurred, { orderId: string }>(
  'surveys.visited',
  `select o.customer_id, o.vehicle_id, o.id as order_id, null::uuid as complaint_id, o.advisor_id,
          o.technician_id, o.org_unit_id, o.org_path, coalesce(o.delivered_at, :now) as anchored_at,
          ${ofCustomer},
          exists (select 1 from survey_invitations i where i.tenant_id = o.tenant_id and i.order_id = o.id
            and i.occasion <> 'complaintClosed') as is_planned
     from service_orders o join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
    where o.tenant_id = :tenant and o.id = :orderId`,
);
export const visitOf = (work: Work, orderId: string) => work.first(visited, { orderId });

const complained = statement<Occurred, { complaintId: string }>(
  'surveys.complained',
  `select p.customer_id, p.vehicle_id, p.order_id, p.id as complaint_id, o.advisor_id, o.technician_id,
          p.org_unit_id, p.org_path, coalesce(p.closed_at, :now) as anchored_at, ${ofCustomer},
          exists (select 1 from survey_invitations i where i.tenant_id = p.tenant_id and i.complaint_id = p.id
            and i.anchored_at = coalesce(p.closed_at, :now)) as is_planned
     from complaints p
     join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
     left join service_orders o on o.tenant_id = p.tenant_id and o.id = p.order_id
    where p.tenant_id = :tenant and p.id = :complaintId`,
);
/** Nothing of one whose complainant is not on file: there is nobody to ask. */
export const complaintOf = (work: Work, complaintId: string) =>
  work.first(complained, { complaintId });

const complaintState = statement<{ state: string; satisfaction: string | null }, { id: string }>(
  'surveys.complaintState',
  'select state, satisfaction from complaints where tenant_id = :tenant and id = :id for update',
);
export const stateOfComplaint = (work: Work, id: string) => work.first(complaintState, { id });

const openOf = statement<InvitationRow, { customerId: string }>(
  'surveys.openOf',
  `select * from survey_invitations where tenant_id = :tenant and customer_id = :customerId
      and state in ('planned', 'sent') order by id limit 200 for update`,
);
/** What a customer is still to be asked. */
export const openInvitationsOf = (work: Work, customerId: string) =>
  work.rows(openOf, { customerId });

const shopOf = statement<{ name: string; phone: string }, { orgUnitId: string }>(
  'surveys.shop',
  'select name, phone from org_units where tenant_id = :tenant and id = :orgUnitId',
);
export const shopById = async (work: Work, orgUnitId: string) =>
  (await work.first(shopOf, { orgUnitId }))!;
