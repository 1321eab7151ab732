import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const repeatRepairsWeb: WebModule = {
  routes: [
    { path: '/repeat-repairs', page: () => import('./RepeatsPage.tsx') },
    { path: '/repeat-repairs/figures', page: () => import('./FiguresPage.tsx') },
    { path: '/repeat-repairs/orders', page: () => import('./CountedPage.tsx') },
  ],
  menu: [
    {
      path: '/repeat-repairs',
      label: labelOf(menuWords, 'repeats'),
      icon: 'shield',
      group: 'service',
      order: 45,
      permissions: ['serviceOrders.receive', 'serviceOrders.inspect'],
    },
  ],
  OrderCard: lazy(() => import('./OrderRepeat.tsx')),
  commands: [
    {
      key: 'repeatRepairs.figures',
      label: labelOf(menuWords, 'figures'),
      also: 'fx fanxiu fxl fanxiulv ycxf yicixiufu',
      icon: 'chart',
      permissions: ['serviceOrders.see'],
      to: '/repeat-repairs/figures',
    },
  ],
};
