import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';

export const portalWeb: WebModule = {
  routes: [],
  menu: [],
  OrderCard: lazy(() => import('./CustomerPageCard.tsx')),
  LinkPreview: lazy(() => import('./PhonePreview.tsx')),
};
