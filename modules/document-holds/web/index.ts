import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

/** On the page of a customer: what holds his evidence. */
export const CustomerHolds = lazy(() => import('./CustomerHolds.tsx'));

export const documentHoldsWeb: WebModule = {
  ComplaintCard: lazy(() => import('./ComplaintHolds.tsx')),
  routes: [{ path: '/document-holds', page: () => import('./HoldsPage.tsx') }],
  menu: [
    {
      path: '/document-holds',
      label: labelOf(menuWords, 'holds'),
      icon: 'shield',
      group: 'management',
      order: 44,
      permissions: ['complaints.supervise'],
    },
  ],
  commands: [
    {
      key: 'documentHolds.open',
      label: labelOf(menuWords, 'holds'),
      also: 'zjbq zhengju baoquan liucun',
      icon: 'shield',
      to: '/document-holds',
      permissions: ['complaints.supervise'],
    },
  ],
};
