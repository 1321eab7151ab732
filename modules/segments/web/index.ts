import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

/** Fetched with the page that shows it: this door is loaded by the shell. */
export const StandingLine = lazy(async () => ({
  default: (await import('./StandingLine.tsx')).StandingLine,
}));

export const segmentsWeb: WebModule = {
  routes: [
    { path: '/groups', page: () => import('./GroupsPage.tsx') },
    { path: '/segments', page: () => import('./SegmentsPage.tsx') },
    { path: '/segments/new', page: () => import('./SegmentPage.tsx') },
    { path: '/segments/$segmentId', page: () => import('./SegmentPage.tsx') },
    { path: '/ratings', page: () => import('./RatingsPage.tsx') },
    { path: '/ratings/$roundId', page: () => import('./RatingPage.tsx') },
  ],
  menu: [
    {
      path: '/groups',
      label: labelOf(menuWords, 'groups'),
      icon: 'people',
      group: 'customers',
      order: 42,
      permissions: ['followUps.call', 'followUps.supervise'],
      keys: 'g z',
    },
    {
      path: '/segments',
      label: labelOf(menuWords, 'saved'),
      icon: 'filter',
      group: 'customers',
      order: 43,
      permissions: ['followUps.call', 'followUps.supervise'],
    },
    {
      path: '/ratings',
      label: labelOf(menuWords, 'ratings'),
      icon: 'chart',
      group: 'customers',
      order: 44,
      permissions: ['followUps.supervise'],
    },
  ],
};
