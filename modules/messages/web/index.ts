import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

/** Fetched with the page that shows it: this door is loaded by the shell. */
export const Thread = lazy(async () => ({ default: (await import('./Thread.tsx')).Thread }));

export const messagesWeb: WebModule = {
  routes: [
    { path: '/settings/email', page: () => import('./EmailPage.tsx') },
    { path: '/settings/sms', page: () => import('./SmsPage.tsx') },
    { path: '/settings/wecom', page: () => import('./WecomPage.tsx') },
  ],
  menu: [
    {
      path: '/settings/email',
      label: labelOf(menuWords, 'emailSettings'),
      icon: 'message',
      group: 'settings',
      order: 70,
      permissions: ['organisation.manage'],
    },
    {
      path: '/settings/sms',
      label: labelOf(menuWords, 'smsSettings'),
      icon: 'message',
      group: 'settings',
      order: 71,
      permissions: ['organisation.manage'],
    },
    {
      path: '/settings/wecom',
      label: labelOf(menuWords, 'wecomSettings'),
      icon: 'message',
      group: 'settings',
      order: 72,
      permissions: ['organisation.manage'],
    },
  ],
};
