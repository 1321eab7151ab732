import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const shopPageWeb: WebModule = {
  routes: [{ path: '/shop-page', page: () => import('./ShopPublicPage.tsx') }],
  menu: [
    {
      path: '/shop-page',
      label: labelOf(menuWords, 'shopPage'),
      icon: 'eye',
      group: 'settings',
      order: 12,
      permissions: ['organisation.manage'],
    },
  ],
  commands: [
    {
      key: 'shopPage.open',
      label: labelOf(menuWords, 'shopPage'),
      also: 'mdzy mendian zhuye haibao',
      icon: 'eye',
      permissions: ['organisation.manage'],
      to: '/shop-page',
    },
  ],
  AppointmentAction: lazy(() => import('./AppointmentLinks.tsx')),
};

/** A button on a customer's page, fetched after it: a link by which he sees what is held of him. */
export const MyDataLinks = lazy(() => import('./MyDataLinks.tsx'));
