import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const incomingMailsWeb: WebModule = {
  ComplaintCard: lazy(() => import('./ComplaintMailsCard.tsx')),
  routes: [
    { path: '/incoming-mails', page: () => import('./IncomingMailsPage.tsx') },
    { path: '/incoming-mails/$incomingMailId', page: () => import('./IncomingMailPage.tsx') },
    { path: '/settings/mailbox', page: () => import('./MailboxPage.tsx') },
  ],
  menu: [
    {
      path: '/incoming-mails',
      label: labelOf(menuWords, 'incomingMails'),
      icon: 'message',
      group: 'customers',
      order: 51,
      permissions: ['complaints.see'],
      keys: 'g i',
    },
    {
      path: '/settings/mailbox',
      label: labelOf(menuWords, 'mailbox'),
      icon: 'message',
      group: 'settings',
      order: 72,
      permissions: ['organisation.manage'],
    },
  ],
};
