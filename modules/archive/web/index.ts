import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { archiveWords } from '../locales/words.ts';

const seeing = ['customers.see'];
const editing = ['customers.edit'];

export const archiveWeb: WebModule = {
  routes: [
    { path: '/customers', page: () => import('./CustomersPage.tsx') },
    { path: '/customers/$customerId', page: () => import('./CustomerPage.tsx') },
    { path: '/customers/$customerId/fleet', page: () => import('./FleetPage.tsx') },
    { path: '/vehicles/$vehicleId', page: () => import('./VehiclePage.tsx') },
    { path: '/archives/incomplete', page: () => import('./IncompletePage.tsx') },
    { path: '/r/c/$customerId', page: () => import('./PrintedCodePage.tsx') },
  ],
  menu: [
    {
      path: '/customers',
      label: labelOf(archiveWords, 'customers'),
      icon: 'customer',
      group: 'customers',
      order: 10,
      permissions: seeing,
      phone: 3,
      keys: 'g c',
    },
    {
      path: '/archives/incomplete',
      label: labelOf(archiveWords, 'incomplete'),
      icon: 'edit',
      group: 'customers',
      order: 20,
      permissions: editing,
    },
  ],
  commands: [
    {
      key: 'archive.add',
      label: labelOf(archiveWords, 'add'),
      also: 'xkh xinkehu',
      icon: 'plus',
      permissions: editing,
      to: '/customers?new=customer',
    },
    {
      key: 'archive.arrive',
      label: labelOf(archiveWords, 'arrival'),
      also: 'xdcl jiandang',
      icon: 'car',
      permissions: ['vehicles.edit'],
      to: '/customers?new=arrival',
    },
  ],
};
