import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const lettersWeb: WebModule = {
  LetterMessage: lazy(() => import('./LetterForm.tsx')),
  routes: [{ path: '/letters', page: () => import('./LettersPage.tsx') }],
  menu: [
    {
      path: '/letters',
      label: labelOf(menuWords, 'letters'),
      icon: 'message',
      group: 'customers',
      order: 65,
      permissions: ['messages.see'],
    },
  ],
  commands: [
    {
      key: 'letters.write',
      label: labelOf(menuWords, 'writeLetter'),
      also: 'xiexin xinhan tongzhi yaoqing dafu letter',
      icon: 'message',
      permissions: ['messages.send'],
      to: '/letters?write=1',
    },
  ],
};
