import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { messageWords } from '../locales/words.ts';

/** Fetched with the page that shows it: this door is loaded by the shell. */
export const Thread = lazy(async () => ({ default: (await import('./Thread.tsx')).Thread }));

export const messagesWeb: WebModule = {
  routes: [{ path: '/settings/email', page: () => import('./EmailPage.tsx') }],
  menu: [
    {
      path: '/settings/email',
      label: labelOf(messageWords, 'emailSettings'),
      icon: 'message',
      group: 'settings',
      order: 70,
      permissions: ['organisation.manage'],
    },
  ],
};
