import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

const merging = ['customers.merge'];

export const duplicatesWeb: WebModule = {
  routes: [
    { path: '/duplicates', page: () => import('./DuplicatesPage.tsx') },
    { path: '/customers/$customerId/merge', page: () => import('./MergeCustomersPage.tsx') },
    { path: '/vehicles/$vehicleId/merge', page: () => import('./MergeVehiclesPage.tsx') },
  ],
  menu: [
    {
      path: '/duplicates',
      label: labelOf(menuWords, 'duplicates'),
      icon: 'people',
      group: 'customers',
      order: 80,
      permissions: merging,
    },
  ],
  commands: [
    {
      key: 'duplicates.search',
      label: labelOf(menuWords, 'duplicates'),
      also: 'cc chachong hebing hbda',
      icon: 'people',
      permissions: merging,
      to: '/duplicates',
    },
  ],
};
export { useLedOn } from './useLedOn.ts';

/** Both are fetched with the page that shows them: this door is loaded by the shell. */
export const DuplicatesCard = lazy(async () => ({
  default: (await import('./DuplicatesCard.tsx')).DuplicatesCard,
}));
export const LedHere = lazy(async () => ({ default: (await import('./LedHere.tsx')).LedHere }));
