import { type Static, Type } from 'typebox';
import { id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { occasions } from './lifecycle.ts';

/** How a question is answered: a scale of five or ten, whether one would recommend us (0–10), a choice, words. */
export const questionKinds = ['scale5', 'scale10', 'nps', 'choice', 'words'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** In both languages of the customer's page. */
const said = (maxLength: number) => shape({ zh: line(maxLength), en: line(maxLength) });

export const question = shape({
  key: Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,29}$', maxLength: 30 }),
  kind: oneOf(questionKinds),
  text: said(200),
  options: Type.Array(said(60), { maxItems: 10 }),
  isRequired: Type.Boolean(),
  isOverall: Type.Boolean({ description: 'the one scale that counts as satisfaction (CSAT)' }),
  lowAtMost: nullable(
    Type.Integer({ minimum: 0, maximum: 9, description: 'up to here a matter is opened at once' }),
  ),
});
export type Question = Static<typeof question>;

export const questionnaireContent = shape({
  title: said(60),
  lead: said(300),
  thanks: said(300),
  questions: Type.Array(question, { minItems: 1, maxItems: 20 }),
});
export type QuestionnaireContent = Static<typeof questionnaireContent>;

export const questionnaire = shape(
  {
    id,
    occasion: oneOf(occasions),
    edition: Type.Integer({ minimum: 1, maximum: 100_000 }),
    content: questionnaireContent,
    source: text(300),
    publishedAt: instant,
    publishedByName: nullable(line(80)),
  },
  { $id: 'Questionnaire' },
);
export type Questionnaire = Static<typeof questionnaire>;

/** What a house decides of its surveys; what it leaves alone is as the source has it. */
export const surveySettings = shape({
  way: oneOf(['call', 'sms'], 'by telephone alone, or a link by SMS first and then by telephone'),
  callAfterDays: Type.Integer({ minimum: 0, maximum: 30 }),
  validDays: Type.Integer({ minimum: 1, maximum: 60 }),
  restDays: Type.Integer({ minimum: 0, maximum: 365 }),
  leastForRate: Type.Integer({ minimum: 1, maximum: 100 }),
  sealedUntil: oneOf(['week', 'month'], 'when the answers of a shop are unsealed'),
});
export type SurveySettings = Static<typeof surveySettings>;

const current = shape({
  occasion: oneOf(occasions),
  edition: Type.Integer({ minimum: 0, maximum: 100_000, description: '0: as shipped' }),
  content: questionnaireContent,
  source: text(300),
  publishedAt: nullable(instant),
  publishedByName: nullable(line(80)),
  earlier: Type.Integer({ minimum: 0, maximum: 100_000 }),
});
export type CurrentQuestionnaire = Static<typeof current>;

const settingVersion = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });

export const questionnaireRoutes = {
  current: route({
    id: 'questionnaires.current',
    method: 'GET',
    path: '/questionnaires',
    summary: 'What is asked on each occasion today, and how surveys are run',
    access: 'followUps.see',
    reply: shape({
      items: Type.Array(current, { maxItems: 10 }),
      settings: surveySettings,
      settingsVersion: settingVersion,
    }),
  }),
  publish: route({
    id: 'questionnaires.publish',
    method: 'POST',
    path: '/questionnaires',
    summary: 'Publish a new edition; the earlier ones stay as they were asked',
    access: 'followUps.supervise',
    isHouseWide: true,
    body: shape({
      occasion: oneOf(occasions),
      basedOn: Type.Integer({ minimum: 0, maximum: 100_000, description: 'the edition seen' }),
      content: questionnaireContent,
    }),
    reply: questionnaire,
    status: 201,
    problems: [
      'edition_stale',
      'question_key_twice',
      'choice_needs_options',
      'overall_not_one',
      'recommend_twice',
      'low_not_fitting',
    ],
  }),
  setRules: route({
    id: 'questionnaires.setRules',
    method: 'POST',
    path: '/survey-settings',
    summary: 'How surveys are run in the whole house',
    access: 'followUps.supervise',
    isHouseWide: true,
    body: shape({ settings: surveySettings, version: settingVersion }),
    reply: shape({ settings: surveySettings, version: settingVersion }),
    problems: ['version_stale'],
  }),
};
