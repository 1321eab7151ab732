import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const deliveriesWeb: WebModule = {
  routes: [
    { path: '/delivery-packs/$deliveryPackId', page: () => import('./PackPage.tsx') },
    { path: '/settings/deliveries', page: () => import('./RulesPage.tsx') },
    { path: '/r/d/$deliveryPackId', page: () => import('./PackLinkPage.tsx') },
  ],
  menu: [
    {
      path: '/settings/deliveries',
      label: labelOf(menuWords, 'rules'),
      icon: 'check',
      group: 'settings',
      order: 77,
      permissions: ['organisation.manage'],
    },
  ],
  DeliveryGate: lazy(() => import('./DeliveryGate.tsx')),
  OrderCard: lazy(() => import('./OrderDelivery.tsx')),
};
