import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { followUpWords } from '../locales/words.ts';

export type { Lines } from './TalkLines.tsx';
/** How a talk is told elsewhere: its result, answers and topics in words. */
export { useCodeWords } from './useFollowUpWords.ts';
/** Matters and a complaint that come of a talk, for another module's page. */
export const TalkLines = lazy(() => import('./TalkLines.tsx'));

export const followUpsWeb: WebModule = {
  routes: [
    { path: '/calls', page: () => import('./CallsPage.tsx') },
    { path: '/calls/$followUpId', page: () => import('./BenchPage.tsx') },
    { path: '/follow-ups/$followUpId', page: () => import('./BenchPage.tsx') },
    { path: '/customers/$customerId/call', page: () => import('./CallInPage.tsx') },
    { path: '/matters', page: () => import('./MattersPage.tsx') },
    { path: '/matters/$matterId', page: () => import('./MatterPage.tsx') },
    { path: '/follow-ups', page: () => import('./RegisterPage.tsx') },
    { path: '/settings/follow-up-rules', page: () => import('./RulesPage.tsx') },
    { path: '/settings/follow-up-rules/$occasion', page: () => import('./RulePage.tsx') },
  ],
  menu: [
    {
      path: '/calls',
      label: labelOf(followUpWords, 'calls'),
      icon: 'phone',
      group: 'today',
      order: 20,
      permissions: ['followUps.call'],
      phone: 1,
      keys: 'g h',
    },
    {
      path: '/matters',
      label: labelOf(followUpWords, 'matters'),
      icon: 'check',
      group: 'today',
      order: 30,
      permissions: ['followUps.call', 'followUps.supervise'],
      phone: 3,
      keys: 'g m',
    },
    {
      path: '/follow-ups',
      label: labelOf(followUpWords, 'register'),
      icon: 'order',
      group: 'customers',
      order: 40,
      permissions: ['followUps.see'],
    },
    {
      path: '/settings/follow-up-rules',
      label: labelOf(followUpWords, 'rules'),
      icon: 'phone',
      group: 'settings',
      order: 26,
      permissions: ['followUps.supervise'],
    },
  ],
  commands: [
    {
      key: 'followUps.start',
      label: labelOf(followUpWords, 'startCalling'),
      also: 'huifang hf bd ksbd',
      icon: 'phone',
      permissions: ['followUps.call'],
      to: '/calls',
    },
  ],
  homes: [{ name: 'calls', path: '/calls' }],
};
