import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { surveyMenuWords } from '../locales/menu.ts';

export const surveysWeb: WebModule = {
  routes: [
    { path: '/surveys', page: () => import('./SurveyFiguresPage.tsx') },
    { path: '/survey-calls', page: () => import('./SurveyRegisterPage.tsx') },
    { path: '/surveys/checks', page: () => import('./SurveyChecksPage.tsx') },
    { path: '/surveys/$surveyInvitationId', page: () => import('./SurveyPage.tsx') },
    { path: '/settings/questionnaires', page: () => import('./QuestionnairesPage.tsx') },
  ],
  menu: [
    {
      path: '/survey-calls',
      label: labelOf(surveyMenuWords, 'due'),
      icon: 'phone',
      group: 'today',
      order: 25,
      permissions: ['followUps.call'],
    },
    {
      path: '/surveys',
      label: labelOf(surveyMenuWords, 'surveys'),
      icon: 'chart',
      group: 'management',
      order: 35,
      permissions: ['followUps.see'],
    },
    {
      path: '/settings/questionnaires',
      label: labelOf(surveyMenuWords, 'settings'),
      icon: 'order',
      group: 'settings',
      order: 75,
      permissions: ['followUps.supervise'],
    },
  ],
  commands: [
    {
      key: 'surveys.open',
      label: labelOf(surveyMenuWords, 'surveys'),
      also: 'myd manyidu csat nps',
      icon: 'chart',
      permissions: ['followUps.see'],
      to: '/surveys',
    },
  ],
};
