import { type Static, Type } from 'typebox';
import { id, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { questionnaireContent } from './contract-questionnaire.ts';
import { occasions } from './lifecycle.ts';

/** One question answered: the figure of a scale, or of a choice which one from 1; or words. */
export const givenAnswer = shape({
  key: Type.String({ maxLength: 30 }),
  score: nullable(Type.Integer({ minimum: 0, maximum: 10 })),
  words: text(1000),
});
export type GivenAnswer = Static<typeof givenAnswer>;
export const givenAnswers = Type.Array(givenAnswer, { minItems: 1, maxItems: 20 });

export const answerProblems = [
  'survey_over',
  'survey_answered',
  'question_unknown',
  'answer_needed',
  'answer_not_fitting',
] as const;

/** What a customer sees who came by the link of his invitation: nothing of himself. */
export const heldSurvey = shape(
  {
    id,
    occasion: oneOf(occasions),
    shopName: text(80),
    shopPhone: text(40),
    state: oneOf(['open', 'answered', 'over']),
    content: questionnaireContent,
  },
  { $id: 'HeldSurvey' },
);
export type HeldSurvey = Static<typeof heldSurvey>;

const held = {
  access: 'link:survey',
  about: 'surveyInvitation',
  params: shape({ surveyInvitationId: id }),
} as const;

/** For the customer who holds a link. */
export const heldSurveyRoutes = {
  read: route({
    ...held,
    id: 'heldSurveys.read',
    method: 'GET',
    path: '/held-surveys/:surveyInvitationId',
    summary: 'The questions of the link',
    reply: heldSurvey,
    problems: ['link_over'],
  }),
  answer: route({
    ...held,
    id: 'heldSurveys.answer',
    method: 'POST',
    path: '/held-surveys/:surveyInvitationId/answers',
    summary: 'Answer, once; the same answers again are taken for the first',
    body: shape({ answers: givenAnswers }),
    reply: heldSurvey,
    problems: [...answerProblems, 'link_over'],
  }),
};
