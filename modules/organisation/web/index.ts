import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { organisationWords } from '../locales/words.ts';

export const organisationWeb: WebModule = {
  routes: [
    { path: '/shop', page: () => import('./ShopPage.tsx') },
    { path: '/organisation', page: () => import('./TreePage.tsx') },
  ],
  menu: [
    {
      path: '/organisation',
      label: labelOf(organisationWords, 'tree'),
      icon: 'board',
      group: 'settings',
      order: 15,
      permissions: ['organisation.manage'],
    },
    {
      path: '/shop',
      label: labelOf(organisationWords, 'shopData'),
      icon: 'building',
      group: 'settings',
      order: 10,
      permissions: ['organisation.manage'],
    },
  ],
};

/** One line on how old the backups are; fetched when it is first shown, since the door is part of the shell. */
export const BackupLine = lazy(() => import('./BackupLine.tsx'));
