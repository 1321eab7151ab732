import { defineLifecycle } from '#shared/lifecycle.ts';

/**
 * A request is open until it is answered by doing what was asked, or refused with the reason (PIPL art. 50). An erasure
 * that has to wait for evidence is `held`: he is told so in time, and it is done by itself afterwards (art. 47).
 */
export const rightsRequestLife = defineLifecycle({
  initial: 'open',
  states: ['open', 'held', 'answered', 'refused'],
  steps: {
    extend: { from: ['open'], to: 'open' },
    hold: { from: ['open'], to: 'held' },
    answer: { from: ['open', 'held'], to: 'answered' },
    refuse: { from: ['open'], to: 'refused' },
  },
});
export type RightsRequestState = (typeof rightsRequestLife.states)[number];

/** 查阅、复制、更正补充、删除、限制处理、撤回同意: PIPL art. 45, 46, 47, 44, 15. */
export const rightsKinds = [
  'access',
  'copy',
  'correction',
  'deletion',
  'restriction',
  'withdrawal',
] as const;
export type RightsKind = (typeof rightsKinds)[number];
export const rightsChannels = ['inPerson', 'phone', 'letter', 'link'] as const;
export const identityChecks = [
  'idDocument',
  'calledBack',
  'knownHere',
  'authorised',
  'linkCode',
  'messageCode',
] as const;
/** How the desk itself knows who asks; by a link it is known before anybody is asked. */
export const deskChecks = identityChecks.filter(
  (check) => check !== 'linkCode' && check !== 'messageCode',
);
