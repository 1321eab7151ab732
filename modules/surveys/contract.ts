import { type Static, Type } from 'typebox';
import { link, madeLink, newLink } from '#modules/links/contract.ts';
import {
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  plateText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { answerProblems, givenAnswer, givenAnswers, heldSurvey } from './contract-answers.ts';
import { questionnaireContent } from './contract-questionnaire.ts';
import { invitationStates, occasions, withheldReasons } from './lifecycle.ts';

export { type GivenAnswer, type HeldSurvey, heldSurveyRoutes } from './contract-answers.ts';
export {
  figureRoutes,
  figuresBy,
  type Patterns,
  type SurveyFigures,
  type SurveySample,
  sampleRoutes,
} from './contract-figures.ts';
export {
  type CurrentQuestionnaire,
  type Question,
  type QuestionKind,
  type Questionnaire,
  type QuestionnaireContent,
  questionKinds,
  questionnaireRoutes,
  type SurveySettings,
} from './contract-questionnaire.ts';

const inList = {
  id,
  occasion: oneOf(occasions),
  state: oneOf(invitationStates),
  way: oneOf(['call', 'sms']),
  customerId: id,
  customerName: personalName(200),
  customerPhone: personalText('phone', 60),
  plate: nullable(plateText),
  orderId: nullable(id),
  orderNumber: nullable(text(40)),
  complaintId: nullable(id),
  shopName: text(80),
  advisorName: nullable(text(80)),
  technicianName: nullable(text(80)),
  anchoredAt: instant,
  sentAt: nullable(instant),
  callAt: nullable(instant),
  expiresAt: nullable(instant),
  withheldReason: oneOf(['', ...withheldReasons]),
  answeredAt: nullable(instant),
  /** Of an answer that is unsealed for the caller; null while it is sealed, or nothing was said. */
  overall: nullable(Type.Integer({ minimum: 1, maximum: 10 })),
  overallOf: nullable(Type.Integer({ minimum: 5, maximum: 10 })),
  recommend: nullable(Type.Integer({ minimum: 0, maximum: 10 })),
  isLow: Type.Boolean(),
  sealedUntil: nullable(instant),
};

/** A line of the register of surveys; the hour that was drawn is told to nobody before it has come. */
export const invitation = shape(inList, { $id: 'SurveyInvitation' });
export type Invitation = Static<typeof invitation>;

export const invitationRecord = shape(
  {
    ...inList,
    version,
    content: questionnaireContent,
    edition: Type.Integer({ minimum: 1, maximum: 100_000 }),
    answers: nullable(Type.Array(givenAnswer, { maxItems: 20 })),
    answeredBy: nullable(oneOf(['link', 'call'])),
    takenByName: nullable(text(80)),
    matterId: nullable(id),
    customerWishes: text(4000),
    links: Type.Array(link, { maxItems: 20 }),
    /** Whether the caller may ask this customer now, or why not. */
    mayRecord: shape({ allowed: Type.Boolean(), reason: nullable(line(60)) }),
  },
  { $id: 'SurveyInvitationRecord' },
);
export type InvitationRecord = Static<typeof invitationRecord>;

const one = shape({ surveyInvitationId: id });

export const invitationRoutes = {
  list: route({
    id: 'surveyInvitations.list',
    method: 'GET',
    path: '/survey-invitations',
    summary: 'Who is asked, who answered; the latest first, or who is to be called now',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      occasion: Type.Optional(oneOf(occasions)),
      state: Type.Optional(oneOf(invitationStates)),
      due: Type.Optional(Type.Boolean({ description: 'to be asked by telephone now' })),
      low: Type.Optional(Type.Boolean()),
      orgUnitId: Type.Optional(id),
      advisorId: Type.Optional(id),
      technicianId: Type.Optional(id),
      'sentAt.gte': Type.Optional(instant),
      'sentAt.lt': Type.Optional(instant),
    }),
    reply: listOf(invitation),
  }),
  read: route({
    id: 'surveyInvitations.read',
    method: 'GET',
    path: '/survey-invitations/:surveyInvitationId',
    summary: 'One invitation with its questions, and the answers once they are unsealed',
    access: 'followUps.see',
    about: 'surveyInvitation',
    personal: true,
    params: one,
    reply: invitationRecord,
  }),
  record: route({
    id: 'surveyInvitations.record',
    method: 'POST',
    path: '/survey-invitations/:surveyInvitationId/answers',
    summary: 'What the customer answered on the telephone; never taken by the advisor who served',
    access: 'followUps.call',
    about: 'surveyInvitation',
    personal: true,
    params: one,
    body: shape({ answers: givenAnswers }),
    reply: invitationRecord,
    problems: [...answerProblems, 'advisor_served', 'people_only', 'version_stale'],
  }),
  preview: route({
    id: 'surveyInvitations.preview',
    method: 'GET',
    path: '/survey-invitations/:surveyInvitationId/customer-page',
    summary: 'The page of its link, as the customer will see it',
    access: 'followUps.call',
    about: 'surveyInvitation',
    params: one,
    reply: heldSurvey,
  }),
  makeLink: route({
    id: 'surveyInvitations.makeLink',
    method: 'POST',
    path: '/survey-invitations/:surveyInvitationId/links',
    summary: 'Make a link by which the customer answers; its address is shown once',
    access: 'followUps.call',
    about: 'surveyInvitation',
    secretReply: true,
    params: one,
    body: newLink,
    reply: madeLink,
    status: 201,
    problems: ['link_needs_phone', 'survey_not_yet'],
  }),
};
