import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const subletsWeb: WebModule = {
  routes: [
    { path: '/sublets', page: () => import('./SubletsPage.tsx') },
    { path: '/sublets/figures', page: () => import('./FiguresPage.tsx') },
    { path: '/sublets/costs', page: () => import('./CostsPage.tsx') },
    { path: '/sublet-partners', page: () => import('./PartnersPage.tsx') },
  ],
  menu: [
    {
      path: '/sublets',
      label: labelOf(menuWords, 'sublets'),
      icon: 'upload',
      group: 'service',
      order: 46,
      permissions: ['serviceOrders.receive', 'serviceOrders.inspect'],
    },
  ],
  OrderCard: lazy(() => import('./OrderSublets.tsx')),
  commands: [
    {
      key: 'sublets.partners',
      label: labelOf(menuWords, 'partners'),
      also: 'wx waixie wxdw waixiedanwei',
      icon: 'building',
      permissions: ['serviceOrders.receive'],
      to: '/sublet-partners',
    },
    {
      key: 'sublets.figures',
      label: labelOf(menuWords, 'figures'),
      also: 'wxml waixiemaoli',
      icon: 'chart',
      permissions: ['serviceOrders.settle'],
      to: '/sublets/figures',
    },
  ],
};
