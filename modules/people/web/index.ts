import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { emergencyWords } from '../locales/emergency.ts';
import { securityWords } from '../locales/security.ts';
import { peopleWords } from '../locales/words.ts';

export { FormerHolder } from './HandedOver.tsx';
export { StandInHint } from './StandInHint.tsx';

export const peopleWeb: WebModule = {
  proof: () => import('./security/ProofSheet.tsx'),
  Lead: lazy(() => import('./Lead.tsx')),
  routes: [
    { path: '/people', page: () => import('./PeoplePage.tsx') },
    { path: '/people/new', page: () => import('./AddPersonPage.tsx') },
    { path: '/people/$employeeId', page: () => import('./PersonPage.tsx') },
    { path: '/account', page: () => import('./AccountPage.tsx') },
    { path: '/emergency', page: () => import('./emergency/EmergencyPage.tsx') },
    { path: '/api-keys', page: () => import('./ApiKeysPage.tsx') },
    { path: '/settings/sign-in', page: () => import('./security/SignInRulesPage.tsx') },
    {
      path: '/new-password',
      page: () => import('./security/NewPasswordPage.tsx'),
      bare: true,
    },
    {
      path: '/second-factor',
      page: () => import('./security/SetUpFactorPage.tsx'),
      bare: true,
    },
  ],
  menu: [
    {
      path: '/people',
      label: labelOf(peopleWords, 'people'),
      icon: 'people',
      group: 'settings',
      order: 20,
      permissions: ['people.manage', 'followUps.supervise'],
    },
    {
      path: '/settings/sign-in',
      label: labelOf(securityWords, 'rules'),
      icon: 'shield',
      group: 'settings',
      order: 25,
      permissions: ['organisation.manage'],
    },
    {
      path: '/emergency',
      label: labelOf(emergencyWords, 'title'),
      icon: 'alert',
      group: 'settings',
      order: 28,
      permissions: ['audit.see', 'emergency.open'],
    },
    {
      path: '/api-keys',
      label: labelOf(peopleWords, 'apiKeys'),
      icon: 'command',
      group: 'settings',
      order: 80,
      permissions: ['apiKeys.manage'],
    },
    {
      path: '/account',
      label: labelOf(peopleWords, 'own'),
      icon: 'shield',
      group: 'settings',
      order: 90,
    },
  ],
  commands: [
    {
      key: 'people.secondFactor',
      label: labelOf(securityWords, 'setUpTitle'),
      also: 'ecyz erciyanzheng yzq tongxingmiyao',
      icon: 'shield',
      to: '/account',
    },
    {
      key: 'people.add',
      label: labelOf(peopleWords, 'add'),
      also: 'tjyg tianjia yuangong',
      icon: 'people',
      permissions: ['people.manage'],
      to: '/people/new',
    },
    {
      key: 'people.changePassword',
      label: labelOf(peopleWords, 'changePassword'),
      also: 'xgmm mima',
      icon: 'shield',
      to: '/account',
    },
  ],
};
