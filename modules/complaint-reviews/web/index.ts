import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

export const complaintReviewsWeb: WebModule = {
  routes: [
    { path: '/complaint-analysis', page: () => import('./AnalysisPage.tsx') },
    { path: '/complaint-analysis/records', page: () => import('./RecordsPage.tsx') },
    { path: '/complaint-reviews', page: () => import('./ReviewsPage.tsx') },
    { path: '/complaint-reviews/$complaintReviewId', page: () => import('./ReviewPage.tsx') },
    { path: '/complaint-measures', page: () => import('./MeasuresPage.tsx') },
  ],
  menu: [
    {
      path: '/complaint-analysis',
      label: labelOf(menuWords, 'analysis'),
      icon: 'chart',
      group: 'management',
      order: 40,
      permissions: ['complaints.see'],
    },
    {
      path: '/complaint-reviews',
      label: labelOf(menuWords, 'reviews'),
      icon: 'people',
      group: 'management',
      order: 41,
      permissions: ['complaints.see'],
    },
    {
      path: '/complaint-measures',
      label: labelOf(menuWords, 'measures'),
      icon: 'check',
      group: 'management',
      order: 42,
      permissions: ['complaints.see'],
    },
  ],
  ComplaintCard: lazy(() => import('./LawCard.tsx')),
  commands: [
    {
      key: 'complaintReviews.make',
      label: labelOf(menuWords, 'reviews'),
      also: 'zjhy zongjie huiyi',
      icon: 'people',
      permissions: ['complaints.supervise'],
      to: '/complaint-reviews?make=1',
    },
  ],
};
