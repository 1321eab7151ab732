import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

/** For screens of others that open a complaint: what it is about, and whom it concerns. */
export const ComplaintKindChips = lazy(async () => ({
  default: (await import('./Choosing.tsx')).KindChips,
}));
export const ComplaintMatchBox = lazy(() => import('./Choosing.tsx'));

export const complaintsWeb: WebModule = {
  routes: [
    { path: '/complaints', page: () => import('./ComplaintListPage.tsx') },
    { path: '/complaints/new', page: () => import('./NewComplaintPage.tsx') },
    { path: '/complaints/$complaintId', page: () => import('./ComplaintPage.tsx') },
    { path: '/complaint-tasks', page: () => import('./OwnTasksPage.tsx') },
    { path: '/settings/remedies', page: () => import('./RemedyLimitsPage.tsx') },
    { path: '/settings/complaint-classes', page: () => import('./TreesPage.tsx') },
    { path: '/settings/complaint-terms', page: () => import('./TermsPage.tsx') },
  ],
  menu: [
    {
      path: '/complaints',
      label: labelOf(menuWords, 'complaints'),
      icon: 'complaint',
      group: 'customers',
      order: 50,
      permissions: ['complaints.see'],
      phone: 3,
      keys: 'g t',
    },
    {
      path: '/complaint-tasks',
      label: labelOf(menuWords, 'ownTasksMenu'),
      icon: 'complaint',
      group: 'today',
      order: 60,
    },
    {
      path: '/settings/remedies',
      label: labelOf(menuWords, 'remedyLimits'),
      icon: 'settings',
      group: 'settings',
      order: 47,
      permissions: ['organisation.manage'],
    },
    {
      path: '/settings/complaint-classes',
      label: labelOf(menuWords, 'treesMenu'),
      icon: 'settings',
      group: 'settings',
      order: 48,
      permissions: ['organisation.manage'],
    },
    {
      path: '/settings/complaint-terms',
      label: labelOf(menuWords, 'termsMenu'),
      icon: 'settings',
      group: 'settings',
      order: 49,
      permissions: ['organisation.manage'],
    },
  ],
  commands: [
    {
      key: 'complaints.new',
      label: labelOf(menuWords, 'receiveOne'),
      also: 'djts tousu',
      icon: 'complaint',
      permissions: ['complaints.handle'],
      to: '/complaints/new',
      keys: 'n t',
    },
  ],
  homes: [{ name: 'complaints', path: '/complaints' }],
};
