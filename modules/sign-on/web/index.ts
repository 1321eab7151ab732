import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { signOnWords } from '../locales/words.ts';

export { TurnedAwayNote } from './TurnedAwayNote.tsx';

export const signOnWeb: WebModule = {
  Entrance: lazy(() => import('./SignOnEntrance.tsx')),
  OwnAccount: lazy(() => import('./OwnLinksCard.tsx')),
  routes: [{ path: '/settings/sign-on', page: () => import('./SignOnPage.tsx') }],
  menu: [
    {
      path: '/settings/sign-on',
      label: labelOf(signOnWords, 'signOn'),
      icon: 'shield',
      group: 'settings',
      order: 26,
      permissions: ['organisation.manage'],
    },
  ],
  commands: [
    {
      key: 'signOn.settings',
      label: labelOf(signOnWords, 'signOn'),
      also: 'ddl dandiandenglu sso oidc',
      icon: 'shield',
      permissions: ['organisation.manage'],
      to: '/settings/sign-on',
    },
  ],
};
