import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { duplicatesWords } from '../locales/words.ts';

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
      label: labelOf(duplicatesWords, 'duplicates'),
      icon: 'people',
      group: 'customers',
      order: 80,
      permissions: merging,
    },
  ],
  commands: [
    {
      key: 'duplicates.search',
      label: labelOf(duplicatesWords, 'duplicates'),
      also: 'cc chachong hebing hbda',
      icon: 'people',
      permissions: merging,
      to: '/duplicates',
    },
  ],
};
export { DuplicatesCard } from './DuplicatesCard.tsx';
export { LedHere, useLedOn } from './LedHere.tsx';
