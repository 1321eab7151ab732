import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const genuineWeb: WebModule = {
  routes: [{ path: '/genuine-checks', page: () => import('./GenuinePage.tsx') }],
  menu: [
    {
      path: '/genuine-checks',
      label: labelOf(menuWords, 'genuine'),
      icon: 'shield',
      group: 'stock',
      order: 90,
      permissions: ['genuineChecks.manage'],
    },
  ],
  commands: [
    {
      key: 'genuine.open',
      label: labelOf(menuWords, 'genuine'),
      also: 'fwcx fangwei chaxun',
      icon: 'shield',
      permissions: ['genuineChecks.manage'],
      to: '/genuine-checks',
    },
  ],
};
