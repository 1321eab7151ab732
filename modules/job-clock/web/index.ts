import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

const work = ['serviceOrders.work'];
const dispatch = ['serviceOrders.dispatch'];

export const jobClockWeb: WebModule = {
  routes: [
    { path: '/workshop/mine', page: () => import('./MyJobsPage.tsx') },
    { path: '/workshop/dispatch', page: () => import('./DispatchPage.tsx') },
    { path: '/workshop/hours', page: () => import('./HoursPage.tsx') },
    { path: '/workshop/guides', page: () => import('./GuidesPage.tsx') },
    { path: '/workshop/wall', page: () => import('./WallPage.tsx'), bare: true },
  ],
  menu: [
    {
      path: '/workshop/mine',
      label: labelOf(menuWords, 'mine'),
      icon: 'clock',
      group: 'service',
      order: 35,
      permissions: work,
      phone: 1,
      keys: 'g j',
    },
    {
      path: '/workshop/dispatch',
      label: labelOf(menuWords, 'dispatch'),
      icon: 'board',
      group: 'service',
      order: 45,
      permissions: dispatch,
      keys: 'g k',
    },
    {
      path: '/workshop/hours',
      label: labelOf(menuWords, 'hours'),
      icon: 'chart',
      group: 'management',
      order: 45,
      permissions: dispatch,
    },
    {
      path: '/workshop/guides',
      label: labelOf(menuWords, 'guides'),
      icon: 'shield',
      group: 'settings',
      order: 75,
      permissions: dispatch,
    },
  ],
  commands: [
    {
      key: 'jobClock.wall',
      label: labelOf(menuWords, 'wall'),
      also: 'cjkb kanban dianshi wall',
      icon: 'board',
      permissions: ['serviceOrders.see'],
      to: '/workshop/wall',
    },
  ],
  OrderCard: lazy(() => import('./ItemsCard.tsx')),
  homes: [{ name: 'workshop', path: '/workshop/mine' }],
};
