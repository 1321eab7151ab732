import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { messageWords } from '../locales/words.ts';

export { Thread } from './Thread.tsx';

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
