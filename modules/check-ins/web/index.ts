import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { pageWords } from '../locales/words-pages.ts';

const OrderCheckIn = lazy(() => import('./OrderCheckIn.tsx'));

const photoSheet = () => import('./PhotoSheet.tsx');
/** A photo just taken: its plate and hour are burnt in, and what matters is drawn round by hand. */
export const PhotoSheet = lazy(async () => ({ default: (await photoSheet()).PhotoSheet }));
/** Fetches it beforehand: where the camera is used there may be no connection. */
export const preparePhotoSheet = (): void => void photoSheet();

export const checkInsWeb: WebModule = {
  routes: [
    { path: '/check-ins', page: () => import('./CheckInListPage.tsx') },
    { path: '/check-ins/$checkInId', page: () => import('./CheckInPage.tsx') },
    { path: '/r/j/$checkInId', page: () => import('./CheckInLinkPage.tsx') },
  ],
  menu: [
    {
      path: '/check-ins',
      label: labelOf(pageWords, 'checkIns'),
      icon: 'tablet',
      group: 'service',
      order: 15,
      permissions: ['serviceOrders.receive'],
      keys: 'g j',
    },
  ],
  SignedAtReception: OrderCheckIn,
  commands: [
    {
      key: 'checkIns.begin',
      label: labelOf(pageWords, 'begin'),
      also: 'hc huanche jcd jiechedan',
      icon: 'tablet',
      permissions: ['serviceOrders.receive'],
      to: '/check-ins',
    },
  ],
};
