import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const mobilityWeb: WebModule = {
  routes: [
    { path: '/trips', page: () => import('./TripsPage.tsx') },
    { path: '/trips/mine', page: () => import('./MyTripsPage.tsx') },
    { path: '/trips/$tripId', page: () => import('./TripPage.tsx') },
    { path: '/loan-cars', page: () => import('./LoanCarsPage.tsx') },
    { path: '/loans/$loanId', page: () => import('./LoanPage.tsx') },
  ],
  menu: [
    {
      path: '/trips',
      label: labelOf(menuWords, 'trips'),
      icon: 'car',
      group: 'service',
      order: 42,
      permissions: ['serviceOrders.receive'],
      keys: 'g q',
    },
    {
      path: '/trips/mine',
      label: labelOf(menuWords, 'mine'),
      icon: 'car',
      group: 'service',
      order: 43,
      permissions: ['serviceOrders.work'],
    },
    {
      path: '/loan-cars',
      label: labelOf(menuWords, 'loans'),
      icon: 'car',
      group: 'service',
      order: 44,
      permissions: ['serviceOrders.receive'],
    },
  ],
  OrderCard: lazy(() => import('./OrderMobility.tsx')),
  AppointmentAction: lazy(() => import('./AppointmentTrip.tsx')),
  commands: [
    {
      key: 'trips.new',
      label: labelOf(menuWords, 'newTrip'),
      also: 'qc quche sc songche jy jiuyuan smwx',
      icon: 'car',
      permissions: ['serviceOrders.receive'],
      to: '/trips?new=1',
    },
    {
      key: 'loans.lend',
      label: labelOf(menuWords, 'lend'),
      also: 'dbc daibuche jc jieche',
      icon: 'car',
      permissions: ['serviceOrders.receive'],
      to: '/loan-cars',
    },
  ],
};
