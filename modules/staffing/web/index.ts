import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { staffingWords } from '../locales/words.ts';

export const staffingWeb: WebModule = {
  routes: [
    { path: '/posts', page: () => import('./PostsPage.tsx') },
    { path: '/staffing', page: () => import('./StaffingPage.tsx') },
    { path: '/certificates', page: () => import('./CertificatesPage.tsx') },
  ],
  menu: [
    {
      path: '/posts',
      label: labelOf(staffingWords, 'posts'),
      icon: 'order',
      group: 'settings',
      order: 21,
    },
    {
      path: '/staffing',
      label: labelOf(staffingWords, 'staffing'),
      icon: 'chart',
      group: 'management',
      order: 60,
      permissions: ['people.manage'],
    },
    {
      path: '/certificates',
      label: labelOf(staffingWords, 'certificates'),
      icon: 'shield',
      group: 'management',
      order: 61,
      permissions: ['people.manage'],
    },
  ],
  PersonCard: lazy(() => import('./StaffFileCard.tsx')),
};
