import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';

export const complaintPageWeb: WebModule = {
  routes: [],
  menu: [],
  ComplaintCard: lazy(() => import('./ComplaintCustomerCard.tsx')),
};
