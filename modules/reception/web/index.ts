import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { receptionWords } from '../locales/words.ts';
import { receptionSearch } from './source.tsx';

const page = () => import('./ReceptionPage.tsx');

export const receptionWeb: WebModule = {
  routes: [
    { path: '/reception', page },
    { path: '/reception/cars/$vehicleId', page },
  ],
  menu: [
    {
      path: '/reception',
      label: labelOf(receptionWords, 'reception'),
      icon: 'car',
      group: 'service',
      order: 10,
      permissions: ['serviceOrders.receive', 'serviceOrders.settle'],
      phone: 1,
      keys: 'g r',
    },
  ],
  commands: [
    {
      key: 'reception.receive',
      label: labelOf(receptionWords, 'receive'),
      also: 'jc jieche',
      icon: 'car',
      permissions: ['serviceOrders.receive'],
      to: '/reception',
    },
  ],
  homes: [{ name: 'reception', path: '/reception' }],
  search: receptionSearch,
};
