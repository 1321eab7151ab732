import { createElement, lazy, Suspense } from 'react';
import type { OrderToSettle, WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

const Card = lazy(() => import('./MemberCard.tsx'));
/** What a customer has as a member; fetched with his page. */
export const MemberCard = (props: { customerId: string }) =>
  createElement(Suspense, { fallback: null }, createElement(Card, props));

const Paying = lazy(() => import('./PaidBefore.tsx'));
const PaidBefore = (props: { order: OrderToSettle; onDone: () => void }) =>
  createElement(Suspense, { fallback: null }, createElement(Paying, props));

export const membersWeb: WebModule = {
  routes: [
    { path: '/members', page: () => import('./MembersPage.tsx') },
    { path: '/members-liability', page: () => import('./LiabilityPage.tsx') },
    { path: '/settings/members', page: () => import('./RulesPage.tsx') },
  ],
  menu: [
    {
      path: '/members',
      label: labelOf(menuWords, 'members'),
      icon: 'money',
      group: 'customers',
      order: 30,
      permissions: ['members.see'],
    },
    {
      path: '/members-liability',
      label: labelOf(menuWords, 'liability'),
      icon: 'chart',
      group: 'management',
      order: 35,
      permissions: ['members.manage'],
    },
    {
      path: '/settings/members',
      label: labelOf(menuWords, 'rules'),
      icon: 'settings',
      group: 'settings',
      order: 45,
      permissions: ['members.manage'],
    },
  ],
  commands: [
    {
      key: 'members.list',
      label: labelOf(menuWords, 'members'),
      also: 'hy huiyuan chuzhi cz',
      icon: 'money',
      permissions: ['members.see'],
      to: '/members',
    },
  ],
  PaidBefore,
};
