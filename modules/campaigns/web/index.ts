import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const campaignsWeb: WebModule = {
  routes: [
    { path: '/standing-campaigns', page: () => import('./StandingPage.tsx') },
    { path: '/campaign-results', page: () => import('./ResultRecordsPage.tsx') },
    { path: '/campaigns', page: () => import('./CampaignsPage.tsx') },
    { path: '/campaigns/$campaignId/door', page: () => import('./DoorPage.tsx') },
    { path: '/campaigns/$campaignId', page: () => import('./CampaignPage.tsx') },
  ],
  menu: [
    {
      path: '/campaigns',
      label: labelOf(menuWords, 'campaigns'),
      icon: 'calendar',
      group: 'customers',
      order: 45,
      permissions: ['followUps.call', 'followUps.supervise'],
    },
  ],
  commands: [
    {
      key: 'campaigns.write',
      label: labelOf(menuWords, 'newCampaign'),
      also: 'xinjian huodong wenhou youhui campaign event',
      icon: 'calendar',
      permissions: ['followUps.supervise'],
      to: '/campaigns?write=1',
    },
    {
      key: 'campaigns.standing',
      label: labelOf(menuWords, 'standing'),
      also: 'changshe wenhou jieri chunjie zhongqiu tishi greeting holiday',
      icon: 'calendar',
      permissions: ['followUps.supervise'],
      to: '/standing-campaigns',
    },
  ],
};

/** What came of a campaign, as its report shows it too. */
export const ResultTables = lazy(() => import('./ResultTables.tsx'));
