import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const inspectionsWeb: WebModule = {
  routes: [
    { path: '/inspection-sheets/$inspectionSheetId', page: () => import('./SheetPage.tsx') },
    { path: '/settings/inspection-templates', page: () => import('./TemplatesPage.tsx') },
    { path: '/r/i/$inspectionSheetId', page: () => import('./SheetLinkPage.tsx') },
  ],
  menu: [
    {
      path: '/settings/inspection-templates',
      label: labelOf(menuWords, 'templates'),
      icon: 'shield',
      group: 'settings',
      order: 76,
      permissions: ['organisation.manage'],
    },
  ],
  GateSheet: lazy(() => import('./GateSheet.tsx')),
  OrderCard: lazy(() => import('./OrderInspections.tsx')),
};
