import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const complaintLevelsWeb: WebModule = {
  routes: [
    { path: '/complaint-levels', page: () => import('./LevelsPage.tsx') },
    { path: '/complaint-levels/$complaintId', page: () => import('./LevelPage.tsx') },
    { path: '/settings/complaint-levels', page: () => import('./LevelTermsPage.tsx') },
  ],
  menu: [
    {
      path: '/complaint-levels',
      label: labelOf(menuWords, 'levels'),
      icon: 'complaint',
      group: 'customers',
      order: 51,
      permissions: ['complaints.see'],
    },
    {
      path: '/settings/complaint-levels',
      label: labelOf(menuWords, 'terms'),
      icon: 'settings',
      group: 'settings',
      order: 50,
      permissions: ['organisation.manage'],
    },
  ],
  ComplaintCard: lazy(() => import('./LevelCard.tsx')),
};
