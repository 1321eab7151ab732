import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { auditWords } from '../locales/words.ts';

export const auditWeb: WebModule = {
  routes: [{ path: '/audit', page: () => import('./AuditPage.tsx') }],
  menu: [
    {
      path: '/audit',
      label: labelOf(auditWords, 'audit'),
      icon: 'shield',
      group: 'management',
      order: 80,
      permissions: ['audit.see'],
    },
  ],
  commands: [
    {
      key: 'audit.open',
      label: labelOf(auditWords, 'audit'),
      also: 'sjjl shenji rizhi caozuojilu',
      icon: 'shield',
      permissions: ['audit.see'],
      to: '/audit',
    },
  ],
};
