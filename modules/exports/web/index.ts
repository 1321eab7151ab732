import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { exportWords } from '../locales/words.ts';
import { ExportButton } from './ExportButton.tsx';

export const exportsWeb: WebModule = {
  routes: [{ path: '/exports', page: () => import('./ExportsPage.tsx') }],
  menu: [
    {
      path: '/exports',
      label: labelOf(exportWords, 'exports'),
      icon: 'download',
      group: 'management',
      order: 82,
      permissions: ['audit.see'],
    },
  ],
  ListTools: ExportButton,
};
