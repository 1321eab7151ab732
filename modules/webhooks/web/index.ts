import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';

/** Where other programs hand something in, on the page of a module that takes it. */
export const InboundEndpoints = lazy(async () => ({
  default: (await import('./Inward.tsx')).Inward,
}));

/** Its words stay with the page: the shell carries the name alone. */
export const webhooksWeb: WebModule = {
  routes: [{ path: '/settings/webhooks', page: () => import('./WebhooksPage.tsx') }],
  menu: [
    {
      path: '/settings/webhooks',
      label: { 'zh-CN': '接口回调', en: 'Webhooks' },
      icon: 'right',
      group: 'settings',
      order: 85,
      permissions: ['apiKeys.manage'],
    },
  ],
};
