import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { genuineWords } from '../locales/words.ts';

export const genuineWeb: WebModule = {
  routes: [{ path: '/genuine-checks', page: () => import('./GenuinePage.tsx') }],
  menu: [
    {
      path: '/genuine-checks',
      label: labelOf(genuineWords, 'genuine'),
      icon: 'shield',
      group: 'stock',
      order: 90,
      permissions: ['genuineChecks.manage'],
    },
  ],
  commands: [
    {
      key: 'genuine.open',
      label: labelOf(genuineWords, 'genuine'),
      also: 'fwcx fangwei chaxun',
      icon: 'shield',
      permissions: ['genuineChecks.manage'],
      to: '/genuine-checks',
    },
  ],
};
