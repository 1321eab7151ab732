import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const exportsWeb: WebModule = {
  routes: [{ path: '/exports', page: () => import('./ExportsPage.tsx') }],
  menu: [
    {
      path: '/exports',
      label: labelOf(menuWords, 'exports'),
      icon: 'download',
      group: 'management',
      order: 82,
      permissions: ['audit.see'],
    },
  ],
  ListTools: lazy(async () => ({ default: (await import('./ExportButton.tsx')).ExportButton })),
};
