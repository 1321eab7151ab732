import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

const CampaignReport = lazy(() => import('./CampaignReport.tsx'));

export const briefsWeb: WebModule = {
  CampaignReport,
  routes: [
    { path: '/indicators', page: () => import('./IndicatorsPage.tsx') },
    { path: '/indicators/records', page: () => import('./IndicatorRecordsPage.tsx') },
    { path: '/briefs', page: () => import('./BriefsPage.tsx') },
    { path: '/briefs/$briefId', page: () => import('./BriefPage.tsx') },
  ],
  menu: [
    {
      path: '/indicators',
      label: labelOf(menuWords, 'indicators'),
      icon: 'chart',
      group: 'management',
      order: 30,
      permissions: ['followUps.see'],
    },
    {
      path: '/briefs',
      label: labelOf(menuWords, 'briefs'),
      icon: 'order',
      group: 'management',
      order: 31,
      permissions: ['followUps.see'],
    },
  ],
  commands: [
    {
      key: 'briefs.draft',
      label: labelOf(menuWords, 'briefs'),
      also: 'hfyb huifang yuebao niandu zongjie',
      icon: 'order',
      permissions: ['followUps.supervise'],
      to: '/briefs?draft=1',
    },
  ],
};
