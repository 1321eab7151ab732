import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

const work = ['serviceOrders.work'];
const dispatch = ['serviceOrders.dispatch'];

export const jobClockWeb: WebModule = {
  routes: [
    { path: '/my-jobs', page: () => import('./MyJobsPage.tsx') },
    { path: '/dispatch', page: () => import('./DispatchPage.tsx') },
    { path: '/job-hours', page: () => import('./HoursPage.tsx') },
    { path: '/job-guides', page: () => import('./GuidesPage.tsx') },
    { path: '/workshop/wall', page: () => import('./WallPage.tsx'), bare: true },
  ],
  menu: [
    {
      path: '/my-jobs',
      label: labelOf(menuWords, 'mine'),
      icon: 'clock',
      group: 'service',
      order: 35,
      permissions: work,
      phone: 1,
      keys: 'g j',
    },
    {
      path: '/dispatch',
      label: labelOf(menuWords, 'dispatch'),
      icon: 'board',
      group: 'service',
      order: 45,
      permissions: dispatch,
      keys: 'g k',
    },
    {
      path: '/job-hours',
      label: labelOf(menuWords, 'hours'),
      icon: 'chart',
      group: 'management',
      order: 45,
      permissions: dispatch,
    },
    {
      path: '/job-guides',
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
  homes: [{ name: 'workshop', path: '/my-jobs' }],
};
