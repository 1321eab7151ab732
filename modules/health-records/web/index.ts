import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const healthRecordsWeb: WebModule = {
  routes: [
    { path: '/health-records', page: () => import('./RecordsPage.tsx') },
    { path: '/settings/health-platform', page: () => import('./PlatformPage.tsx') },
  ],
  menu: [
    {
      path: '/settings/health-platform',
      label: labelOf(menuWords, 'platform'),
      icon: 'upload',
      group: 'settings',
      order: 76,
      permissions: ['organisation.manage'],
    },
  ],
  OrderCard: lazy(() => import('./OrderHealth.tsx')),
  commands: [
    {
      key: 'healthRecords.list',
      label: labelOf(menuWords, 'records'),
      also: 'jkda jiankangdangan dzda',
      icon: 'upload',
      permissions: ['serviceOrders.settle'],
      to: '/health-records',
    },
  ],
};
