import type { WebModule } from '#web/module.ts';

/** Its words stay with the page: the shell carries the name alone. */
export const stuckTasksWeb: WebModule = {
  routes: [{ path: '/settings/stuck-tasks', page: () => import('./StuckTasksPage.tsx') }],
  menu: [
    {
      path: '/settings/stuck-tasks',
      label: { 'zh-CN': '卡住的任务', en: 'Stuck tasks' },
      icon: 'right',
      group: 'settings',
      order: 95,
      permissions: ['organisation.manage'],
    },
  ],
};
