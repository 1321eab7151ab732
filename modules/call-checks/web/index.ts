import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const callChecksWeb: WebModule = {
  routes: [
    { path: '/call-checks', page: () => import('./ChecksPage.tsx') },
    { path: '/call-checks/figures', page: () => import('./FiguresPage.tsx') },
    { path: '/call-checks/mine', page: () => import('./MinePage.tsx') },
    { path: '/call-checks/$callCheckId', page: () => import('./CheckPage.tsx') },
    { path: '/settings/call-checks', page: () => import('./SettingsPage.tsx') },
  ],
  menu: [
    {
      path: '/call-checks',
      label: labelOf(menuWords, 'checks'),
      icon: 'check',
      group: 'management',
      order: 38,
      permissions: ['followUps.supervise'],
    },
    {
      path: '/call-checks/mine',
      label: labelOf(menuWords, 'mine'),
      icon: 'check',
      group: 'customers',
      order: 41,
      permissions: ['followUps.call'],
    },
    {
      path: '/settings/call-checks',
      label: labelOf(menuWords, 'settings'),
      icon: 'check',
      group: 'settings',
      order: 27,
      permissions: ['followUps.supervise'],
    },
  ],
};
