import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { commitmentWords } from '../locales/words.ts';
import { useNotices } from './useNotices.ts';

export const commitmentsWeb: WebModule = {
  routes: [
    { path: '/supervision', page: () => import('./SupervisionPage.tsx') },
    { path: '/calendar', page: () => import('./CalendarPage.tsx') },
  ],
  menu: [
    {
      path: '/supervision',
      label: labelOf(commitmentWords, 'supervision'),
      icon: 'clock',
      group: 'today',
      order: 20,
      permissions: ['followUps.supervise', 'complaints.supervise'],
      phone: 1,
      keys: 'g d',
    },
    {
      path: '/calendar',
      label: labelOf(commitmentWords, 'calendar'),
      icon: 'calendar',
      group: 'settings',
      order: 30,
    },
  ],
  homes: [{ name: 'supervision', path: '/supervision' }],
  useNotices,
};

export { placeOf } from './places.ts';
export { usePromiseTimes } from './usePromiseTimes.ts';
