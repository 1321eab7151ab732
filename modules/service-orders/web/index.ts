import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const serviceOrdersWeb: WebModule = {
  routes: [
    { path: '/service-orders', page: () => import('./OrderListPage.tsx') },
    { path: '/service-orders/new', page: () => import('./ReceivePage.tsx') },
    { path: '/service-orders/$orderId', page: () => import('./OrderPage.tsx') },
    { path: '/board', page: () => import('./BoardPage.tsx') },
    { path: '/workshop', page: () => import('./WorkshopPage.tsx') },
    { path: '/settings/repair-guarantees', page: () => import('./GuaranteesPage.tsx') },
    { path: '/settings/discounts', page: () => import('./DiscountLimitsPage.tsx') },
    { path: '/r/o/$orderId', page: () => import('./RecordLinkPage.tsx') },
  ],
  menu: [
    {
      path: '/board',
      label: labelOf(menuWords, 'board'),
      icon: 'board',
      group: 'service',
      order: 20,
      permissions: ['serviceOrders.see'],
      phone: 2,
      keys: 'g b',
    },
    {
      path: '/service-orders',
      label: labelOf(menuWords, 'orders'),
      icon: 'order',
      group: 'service',
      order: 30,
      permissions: ['serviceOrders.see'],
      keys: 'g o',
    },
    {
      path: '/workshop',
      label: labelOf(menuWords, 'workshop'),
      icon: 'wrench',
      group: 'service',
      order: 40,
      permissions: ['serviceOrders.work'],
      phone: 3,
      keys: 'g w',
    },
    {
      path: '/settings/repair-guarantees',
      label: labelOf(menuWords, 'guarantee'),
      icon: 'shield',
      group: 'settings',
      order: 47,
      permissions: ['organisation.manage'],
    },
    {
      path: '/settings/discounts',
      label: labelOf(menuWords, 'discountLimits'),
      icon: 'settings',
      group: 'settings',
      order: 46,
      permissions: ['organisation.manage'],
    },
  ],
};
