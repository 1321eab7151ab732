import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

const issues = ['parts.issue'];

export const partIssuesWeb: WebModule = {
  routes: [
    { path: '/part-counter', page: () => import('./CounterPage.tsx') },
    { path: '/part-issues', page: () => import('./IssuesPage.tsx') },
    { path: '/my-parts', page: () => import('./MyPartsPage.tsx') },
    { path: '/part-charges', page: () => import('./ChargesPage.tsx') },
    { path: '/part-barcodes', page: () => import('./BarcodesPage.tsx') },
    { path: '/settings/part-issues', page: () => import('./RulesPage.tsx') },
  ],
  menu: [
    {
      path: '/part-counter',
      label: labelOf(menuWords, 'counter'),
      icon: 'parts',
      group: 'stock',
      order: 10,
      permissions: issues,
      keys: 'g l',
    },
    {
      path: '/part-issues',
      label: labelOf(menuWords, 'register'),
      icon: 'parts',
      group: 'stock',
      order: 20,
      permissions: issues,
    },
    {
      path: '/my-parts',
      label: labelOf(menuWords, 'mine'),
      icon: 'parts',
      group: 'service',
      order: 36,
      permissions: ['serviceOrders.work'],
    },
    {
      path: '/settings/part-issues',
      label: labelOf(menuWords, 'rules'),
      icon: 'parts',
      group: 'settings',
      order: 78,
      permissions: ['organisation.manage'],
    },
  ],
  SettleNote: lazy(() => import('./SettleNote.tsx')),
  OrderCard: lazy(() => import('./OrderParts.tsx')),
};
