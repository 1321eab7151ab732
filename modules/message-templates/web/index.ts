import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

/** Fetched when somebody writes from a template: this door is loaded by the shell. */
const TemplateMessage = lazy(() => import('./TemplateMessage.tsx'));

export const messageTemplatesWeb: WebModule = {
  TemplateMessage,
  routes: [{ path: '/settings/templates', page: () => import('./TemplatesPage.tsx') }],
  menu: [
    {
      path: '/settings/templates',
      label: labelOf(menuWords, 'templates'),
      icon: 'edit',
      group: 'settings',
      order: 72,
      permissions: ['followUps.supervise'],
    },
  ],
};
