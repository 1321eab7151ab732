import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const trainingCasesWeb: WebModule = {
  ComplaintCard: lazy(() => import('./CasesCard.tsx')),
  routes: [
    { path: '/training-cases', page: () => import('./CasesPage.tsx') },
    { path: '/training-cases/$trainingCaseId', page: () => import('./CasePage.tsx') },
  ],
  menu: [
    {
      path: '/training-cases',
      label: labelOf(menuWords, 'cases'),
      icon: 'people',
      group: 'management',
      order: 43,
    },
  ],
  commands: [
    {
      key: 'trainingCases.open',
      label: labelOf(menuWords, 'cases'),
      also: 'pxal peixun anli',
      icon: 'people',
      to: '/training-cases',
    },
  ],
};
