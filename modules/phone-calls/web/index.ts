import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';
import { useTelephone } from './useDialling.ts';

export const phoneCallsWeb: WebModule = {
  useDialling: useTelephone,
  Ringing: lazy(() => import('./Ringing.tsx')),
  routes: [
    { path: '/phone-calls', page: () => import('./PhoneCallsPage.tsx') },
    { path: '/phone-calls/$phoneCallId', page: () => import('./PhoneCallPage.tsx') },
    { path: '/settings/telephony', page: () => import('./TelephonyPage.tsx') },
  ],
  menu: [
    {
      path: '/phone-calls',
      label: labelOf(menuWords, 'phoneCalls'),
      icon: 'phone',
      group: 'today',
      order: 25,
      permissions: ['followUps.call', 'serviceOrders.receive'],
      keys: 'g l',
    },
    {
      path: '/settings/telephony',
      label: labelOf(menuWords, 'telephony'),
      icon: 'phone',
      group: 'settings',
      order: 73,
      permissions: ['organisation.manage'],
    },
  ],
  commands: [
    {
      key: 'phoneCalls.new',
      label: labelOf(menuWords, 'newCall'),
      also: 'laidian ld dianhua jiedianhua call',
      icon: 'phone',
      permissions: ['followUps.call', 'serviceOrders.receive'],
      keys: 'n l',
      to: '/phone-calls?new=1',
    },
  ],
};
