import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const staffingWeb: WebModule = {
  routes: [
    { path: '/posts', page: () => import('./PostsPage.tsx') },
    { path: '/staffing', page: () => import('./StaffingPage.tsx') },
    { path: '/certificates', page: () => import('./CertificatesPage.tsx') },
  ],
  menu: [
    {
      path: '/posts',
      label: labelOf(menuWords, 'posts'),
      icon: 'order',
      group: 'settings',
      order: 21,
    },
    {
      path: '/staffing',
      label: labelOf(menuWords, 'staffing'),
      icon: 'chart',
      group: 'management',
      order: 60,
      permissions: ['people.manage'],
    },
    {
      path: '/certificates',
      label: labelOf(menuWords, 'certificates'),
      icon: 'shield',
      group: 'management',
      order: 61,
      permissions: ['people.manage'],
    },
  ],
  PersonCard: lazy(() => import('./StaffFileCard.tsx')),
};
