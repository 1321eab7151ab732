import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { importScreenWords } from '../locales/screen-words.ts';

const importing = ['customers.import'];

export const importsWeb: WebModule = {
  routes: [
    { path: '/imports', page: () => import('./ImportsPage.tsx') },
    { path: '/imports/$importId', page: () => import('./ImportPage.tsx') },
  ],
  menu: [
    {
      path: '/imports',
      label: labelOf(importScreenWords, 'imports'),
      icon: 'upload',
      group: 'customers',
      order: 90,
      permissions: importing,
    },
  ],
  commands: [
    {
      key: 'imports.begin',
      label: labelOf(importScreenWords, 'importList'),
      also: 'drkh daoru excel',
      icon: 'upload',
      permissions: importing,
      to: '/imports',
    },
  ],
};
