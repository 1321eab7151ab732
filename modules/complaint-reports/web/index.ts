import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const complaintReportsWeb: WebModule = {
  routes: [
    { path: '/complaint-reports', page: () => import('./ReportsPage.tsx') },
    { path: '/complaint-reports/$complaintReportId', page: () => import('./ReportPage.tsx') },
    { path: '/settings/complaint-reports', page: () => import('./SettingsPage.tsx') },
  ],
  menu: [
    {
      path: '/complaint-reports',
      label: labelOf(menuWords, 'reports'),
      icon: 'chart',
      group: 'management',
      order: 44,
      permissions: ['complaints.see'],
    },
    {
      path: '/settings/complaint-reports',
      label: labelOf(menuWords, 'settings'),
      icon: 'chart',
      group: 'settings',
      order: 28,
      permissions: ['complaints.supervise'],
    },
  ],
  commands: [
    {
      key: 'complaintReports.open',
      label: labelOf(menuWords, 'reports'),
      also: 'tsdqbg tousu dingqi baogao shangbao yuebao',
      icon: 'chart',
      permissions: ['complaints.see'],
      to: '/complaint-reports',
    },
  ],
};
