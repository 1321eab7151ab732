import { createElement, lazy, Suspense } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

const Money = lazy(() => import('./OrderMoney.tsx'));
const OrderMoney = (props: { orderId: string }) =>
  createElement(Suspense, { fallback: null }, createElement(Money, props));

const permissions = ['cashier.take'] as const;

export const cashierWeb: WebModule = {
  routes: [
    { path: '/cashier', page: () => import('./CashierPage.tsx') },
    { path: '/till-closes', page: () => import('./ClosesPage.tsx') },
    { path: '/invoices', page: () => import('./InvoicesPage.tsx') },
    { path: '/receivables', page: () => import('./ReceivablesPage.tsx') },
    { path: '/receivables/$customerId', page: () => import('./AccountPage.tsx') },
  ],
  menu: [
    {
      path: '/cashier',
      label: labelOf(menuWords, 'cashier'),
      icon: 'money',
      group: 'service',
      order: 50,
      permissions,
      keys: 'g y',
    },
    {
      path: '/receivables',
      label: labelOf(menuWords, 'owed'),
      icon: 'chart',
      group: 'service',
      order: 60,
      permissions,
    },
    {
      path: '/invoices',
      label: labelOf(menuWords, 'invoices'),
      icon: 'money',
      group: 'service',
      order: 65,
      permissions,
    },
  ],
  commands: [
    {
      key: 'cashier.desk',
      label: labelOf(menuWords, 'cashier'),
      also: 'sy shouyin rijie rj jiesuan js',
      icon: 'money',
      permissions,
      to: '/cashier',
    },
    {
      key: 'cashier.owed',
      label: labelOf(menuWords, 'owed'),
      also: 'ys yingshou guazhang gz',
      icon: 'money',
      permissions,
      to: '/receivables',
    },
    {
      key: 'cashier.invoices',
      label: labelOf(menuWords, 'invoices'),
      also: 'fp fapiao kaipiao kp',
      icon: 'money',
      permissions,
      to: '/invoices',
    },
  ],
  OrderMoney,
};
