import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

/** Fetched when somebody looks after a customer's rights: the record's page has no room for it. */
export const PersonalDataSheet = lazy(async () => ({
  default: (await import('./PersonalDataSheet.tsx')).PersonalDataSheet,
}));

export const privacyWeb: WebModule = {
  routes: [{ path: '/rights-requests', page: () => import('./RequestsPage.tsx') }],
  menu: [
    {
      path: '/rights-requests',
      label: labelOf(menuWords, 'requests'),
      icon: 'shield',
      group: 'customers',
      order: 75,
      permissions: ['customers.edit'],
    },
  ],
  commands: [
    {
      key: 'privacy.requests',
      label: labelOf(menuWords, 'requests'),
      also: 'grxx geren xinxi qingqiu',
      icon: 'shield',
      permissions: ['customers.edit'],
      to: '/rights-requests',
    },
  ],
};
