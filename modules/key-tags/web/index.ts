import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';

export const keyTagsWeb: WebModule = {
  routes: [],
  menu: [],
  OrderAction: lazy(() => import('./KeyTag.tsx')),
};
