import { defineLifecycle } from '#shared/lifecycle.ts';

export const sheetStates = ['open', 'signed'] as const;
export type SheetState = (typeof sheetStates)[number];

/** From the first item to the signature; what is signed is opened by nobody (WSH-09). */
export const sheetLife = defineLifecycle({
  initial: 'open',
  states: sheetStates,
  steps: { finish: { from: ['open'], to: 'signed' } },
});

export const templateStates = ['draft', 'published'] as const;
/** A published edition is replaced by the next one, and changed by nobody. */
export const templateLife = defineLifecycle({
  initial: 'draft',
  states: templateStates,
  steps: { publish: { from: ['draft'], to: 'published' } },
});
