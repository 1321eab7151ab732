import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export { useUnits } from './useUnits.ts';

/** Fetched with the page that shows it: this door is loaded by the shell. */
export const NextServices = lazy(async () => ({
  default: (await import('./NextServices.tsx')).NextServices,
}));

export const remindersWeb: WebModule = {
  routes: [
    { path: '/reminders', page: () => import('./RemindersPage.tsx') },
    { path: '/offers', page: () => import('./OffersPage.tsx') },
  ],
  menu: [
    {
      path: '/reminders',
      label: labelOf(menuWords, 'reminders'),
      icon: 'calendar',
      group: 'today',
      order: 25,
      permissions: ['followUps.call', 'followUps.supervise'],
      keys: 'g d',
    },
    {
      path: '/offers',
      label: labelOf(menuWords, 'offers'),
      icon: 'bell',
      group: 'customers',
      order: 46,
      permissions: ['followUps.supervise'],
    },
  ],
};
