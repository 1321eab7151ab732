import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const pricesWeb: WebModule = {
  routes: [{ path: '/prices', page: () => import('./PricesPage.tsx') }],
  menu: [
    {
      path: '/prices',
      label: labelOf(menuWords, 'prices'),
      icon: 'money',
      group: 'stock',
      order: 20,
      permissions: ['prices.see'],
    },
  ],
  commands: [
    {
      key: 'prices.open',
      label: labelOf(menuWords, 'prices'),
      also: 'jmb jiamubiao jiage gongshi',
      icon: 'money',
      permissions: ['prices.see'],
      to: '/prices',
    },
  ],
};
